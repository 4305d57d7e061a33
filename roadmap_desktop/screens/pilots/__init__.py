"""The steps of Pilots."""
