"""The .roadmap file: open, change, undo."""
