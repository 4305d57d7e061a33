"""Scaling on screen: the waves as columns of schools, and what must hold before each."""
