"""The room view: a second window for the projector."""
