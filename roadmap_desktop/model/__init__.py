"""The facts of a workshop: one class and table for each kind, one module per stage."""
