"""What follows from the facts: pure functions and frozen dataclasses, without disk or clock."""
