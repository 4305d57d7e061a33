"""Reads the shipped resources into model objects."""
