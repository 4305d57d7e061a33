"""Prepare, the day in words: what the clock on top says, and how far the day is over."""

from __future__ import annotations

from datetime import timedelta

from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.agenda import Clock

_MINUTE = timedelta(minutes=1)


def left(time: timedelta) -> Words:
    """The time left in whole minutes, begun ones counted; "3 min over" below zero."""
    if time < timedelta():
        return plural("{n} min over", "{n} min over", -(time // _MINUTE))
    if time < _MINUTE:
        return message("under 1 min left")
    return plural("{n} min left", "{n} min left", -(-time // _MINUTE))


def over(clock: Clock) -> Words:
    """By how much the day will end after its planned end, or before it."""
    minutes = round(clock.over / _MINUTE)
    if minutes > 0:
        return plural("The day will end {n} minute late.", "The day will end {n} minutes late.", minutes)
    if minutes < 0:
        return plural("There is {n} minute to spare.", "There are {n} minutes to spare.", -minutes)
    return message("The day is on time.")
