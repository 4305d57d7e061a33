"""Pilots: the plan of each, what keeps it from being ready, what was measured, and the decision."""
