"""Prepare: district, schools, school calendar, participants, agenda; a module per step."""
