"""The words of this stage: thresholds with their side and unit."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.language import Phrase, Words, message
from roadmap_desktop.rules.monitoring import Breach

SIDES: Mapping[Breach, Words] = {
    Breach.ABOVE: message("more than"),
    Breach.FROM: message("this or more"),
    Breach.BELOW: message("less than"),
    Breach.UP_TO: message("this or less"),
    Breach.RISE: message("a rise of this or more"),
    Breach.FALL: message("a fall of this or more"),
}
"""What a side is called beside a field for the figure."""


def threshold_words(breach: Breach, value: float, unit: Words) -> Words:
    """A threshold as a person reads it."""
    figure = message("{value} {unit}", value=value, unit=unit) if unit else message("{value}", value=value)
    match breach:
        case Breach.ABOVE:
            return message("more than {figure}", figure=figure)
        case Breach.FROM:
            return message("{figure} or more", figure=figure)
        case Breach.BELOW:
            return message("less than {figure}", figure=figure)
        case Breach.UP_TO:
            return message("{figure} or less", figure=figure)
        case Breach.RISE:
            return message("a rise of {figure} or more", figure=figure)
    return message("a fall of {figure} or more", figure=figure)


def unit_words(words: Mapping[str, Phrase], unit: str, value: float | None) -> Words:
    """A unit as it is said after a value: the catalogue's word, in the singular after 1, or the room's own."""
    return words.get(f"unit.{unit}.{'one' if value == 1 else 'many'}", unit)


def unit_key(words: Mapping[str, Phrase], typed: str) -> str:
    """The catalogue's key of a unit that was typed, where it is one of its words; else what was typed."""
    wanted = {"%": "percent"}.get(typed, typed).casefold()
    for key, phrase in words.items():
        if key.startswith("unit.") and any(text.casefold() == wanted for _, text in phrase.texts):
            return key.split(".")[1]
    return typed
