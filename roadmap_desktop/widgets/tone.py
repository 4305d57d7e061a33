"""Tones: what a coloured ground means, and its two colours in a theme."""

from __future__ import annotations

from enum import StrEnum

from roadmap_desktop.tokens import Theme


class Tone(StrEnum):
    """What a pill or a strip says besides its words."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"

    def ink(self, theme: Theme) -> str:
        """The colour of words on the tone's ground."""
        return theme.ink2 if self is Tone.PLAIN else str(getattr(theme, self.value))

    def ground(self, theme: Theme) -> str:
        """The colour of the ground."""
        if self is Tone.PLAIN:
            return theme.sunk
        return theme.tint if self is Tone.ACCENT else str(getattr(theme, f"{self.value}_ground"))
