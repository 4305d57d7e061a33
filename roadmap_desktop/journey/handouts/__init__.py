"""Handouts: what can be printed, and how the stage stands."""
