"""The steps of Readiness: rate, picture, barriers."""
