"""Monitoring: what is watched after adoption, and the reviews that look at it."""
