"""The one error of the readers of foreign files: nothing in the file can be taken."""

from __future__ import annotations

from roadmap_desktop.language import Words


class Unreadable(Exception):
    """Nothing can be taken from a file; says why, and what the person can do about it."""

    def __init__(self, reason: Words, remedy: Words) -> None:
        super().__init__(reason, remedy)
        self.reason = reason
        self.remedy = remedy
