"""Figures on paper: what they show as plain values, and their drawing as vectors."""
