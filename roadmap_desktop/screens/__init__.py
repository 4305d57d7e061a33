"""The window, the rail, and one package per stage with a module per step."""
