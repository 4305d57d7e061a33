"""Roadmap: the phase view, why each bar is there, and what a person can change on it."""
