"""Which schools a calendar title speaks of, where it does not speak of all: tracks, calendars and levels."""

from __future__ import annotations

import re

_TRACKS = re.compile(
    r"\btracks? (\d{1,2}\b(?! day)(?:(?: \| | and | )\d{1,2}\b(?! day))*|[a-z]\b(?:(?: \| | and | )[a-z]\b)*)(?!-)"
)
_CALENDARS = (
    ("Traditional", re.compile(r"\btraditional\b")),
    ("Year-round", re.compile(r"\byear ?-? ?round\b")),
    ("Modified", re.compile(r"\b(?:modified|balanced|extended) (?:calendar|schedule|year)\b")),
    ("Early college", re.compile(r"\bearly college\b")),
)
_LEVELS = (
    ("Elementary", re.compile(r"\b(?:elementary|elem|primary|es)\b")),
    ("Middle", re.compile(r"\b(?:middle|junior high|ms|secondary)\b")),
    ("High", re.compile(r"\b(?<!junior )(?:high schools?|hs|secondary|middle (?:and|\|) high|high)\b")),
)
_ALL = re.compile(r"\ball (?!other)(?:\w+ )?(?:schools|students|grades|levels|tracks)\b")


def groups(plain: str) -> tuple[str, ...]:
    """The groups a plain title names ("Track A", "Year-round", "Elementary"); none where it means all.

    Secondary is middle and high. Naming all three levels is naming all schools. A track is more exact
    than the calendar it belongs to, and both are more exact than a level.
    """
    found = _TRACKS.search(plain)
    if found:
        return tuple(f"Track {name.upper()}" for name in re.findall(r"\b(?:\d+|[a-z])\b", found[1]))
    calendars = tuple(name for name, pattern in _CALENDARS if pattern.search(plain))
    if calendars or _ALL.search(plain):
        return calendars
    levels = tuple(name for name, pattern in _LEVELS if pattern.search(plain))
    return levels if len(levels) < len(_LEVELS) else ()
