"""Merging copies of a workshop: what comes in, what is in conflict in the room's own words, and the move."""
