"""What a move says when it can't be done."""

from __future__ import annotations

from roadmap_desktop.language import Language, Words


class Refused(Exception):
    """A move that was not made: nothing has changed; the reason and the remedy are for a person to read.

    ``field`` names the form's field that the reason belongs beside, where there is one.
    """

    def __init__(self, reason: Words, remedy: Words, *, field: str = "") -> None:
        super().__init__(Language("en").say(reason))
        self.reason = reason
        self.remedy = remedy
        self.field = field


def required(text: str, reason: Words, remedy: Words, *, field: str) -> str:
    """What was typed, on one line and without space around it.

    Raises:
        Refused: nothing is left; with the reason and remedy given.
    """
    typed = " ".join(text.split())
    if not typed:
        raise Refused(reason, remedy, field=field)
    return typed
