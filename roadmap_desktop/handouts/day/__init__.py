"""The papers of the day, made before it: worksheets, ballots, agenda, seating, signs."""
