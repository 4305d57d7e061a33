"""The facts of a workshop: mapped dataclasses, one module per stage."""
