"""Prepare: district, schools, school calendar, participants and tables, agenda."""
