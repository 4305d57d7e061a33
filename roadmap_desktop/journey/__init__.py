"""Per stage: what it shows (pictures) and what can be done (moves)."""
