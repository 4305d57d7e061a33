"""Monitoring on screen: what is watched, and the reviews that read it."""
