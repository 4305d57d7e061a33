"""Readiness: ratings by person, table or hands; the picture of what the room thinks; barriers."""
