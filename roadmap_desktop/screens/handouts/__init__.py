"""The steps of Handouts."""
