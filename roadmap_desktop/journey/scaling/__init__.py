"""Scaling: waves of schools, what must hold before each, and what its schools are given."""
