"""The months of a school year as a scale of a timeline."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import get_month_names

from roadmap_desktop.handouts.shown import Stretch
from roadmap_desktop.language import Language


def months(first: date, last: date, language: Language) -> tuple[Stretch, ...]:
    """Each month that has a day from first to last, under its short name in that language, kept inside them."""
    names = get_month_names("abbreviated", context="stand-alone", locale=language.code)
    found = []
    begin = first
    while begin <= last:
        following = (begin.replace(day=1) + timedelta(days=32)).replace(day=1)
        found.append(Stretch(names[begin.month], begin, min(following - timedelta(days=1), last)))
        begin = following
    return tuple(found)
