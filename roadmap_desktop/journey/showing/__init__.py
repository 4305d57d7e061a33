"""Every number a screen shows, as plain values for JSON: one module per stage."""
