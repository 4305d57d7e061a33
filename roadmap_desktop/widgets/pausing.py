"""How long somebody stops typing before what stands there is saved."""

from __future__ import annotations

PAUSE_MS = 700
"""What is typed is saved after this pause, and at once when it is left."""
