"""Beside the stages: what was parked, who does what by when, what was decided."""
