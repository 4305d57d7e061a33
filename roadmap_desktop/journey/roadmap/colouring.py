"""What the colours of the bars stand for: the stage, how far a task is, or its owner; said in words by a legend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from roadmap_desktop.journey.merged import DONE
from roadmap_desktop.journey.roadmap.lanes import HUES
from roadmap_desktop.journey.roadmap.timeline import Bar, Lane, Timeline
from roadmap_desktop.language import Words, message

_OWNERS = HUES[1:]
_OTHERS, _NOBODY = "ink", "ink3"


class Colour(StrEnum):
    """By what a bar is coloured."""

    STAGE = "stage"
    STATUS = "status"
    OWNER = "owner"


def coloured(picture: Timeline, phases: tuple[Lane, ...], by: Colour) -> Timeline:
    """The picture with a hue for each bar and a legend of those that occur; ``phases`` are the lanes of stages.

    Where the lanes are the phases and show their own colours, no legend is needed. At most seven owners have a hue
    of their own; the others share one.
    """
    match by:
        case Colour.STAGE if picture.lanes == phases:
            return picture
        case Colour.STAGE:
            return _with_legend(picture, [(lane.hue, lane.name) for lane in phases])
        case Colour.STATUS:
            legend: list[tuple[str, Words]] = [
                ("good", message("Done")),
                ("accent", message("Under way")),
                ("ink3", message("Not begun")),
                ("bad", message("Behind")),
            ]
            return _with_legend(_hued(picture, lambda bar: _status(picture, bar)), legend)
        case Colour.OWNER:
            return _by_owner(picture)


def _status(picture: Timeline, bar: Bar) -> str:
    if bar.progress >= DONE:
        return "good"
    if bar.is_late or bar.finish < picture.today:
        return "bad"
    return "accent" if bar.progress else "ink3"


def _by_owner(picture: Timeline) -> Timeline:
    hues = dict(zip(picture.owners, _OWNERS, strict=False))
    legend: list[tuple[str, Words]] = [(hue, name) for name, hue in hues.items()]
    legend += [(_OTHERS, message("Other owners")), (_NOBODY, message("Nobody yet"))]
    return _with_legend(
        _hued(picture, lambda bar: hues.get(bar.owner, _OTHERS) if bar.owner else _NOBODY),
        legend,
    )


def _hued(picture: Timeline, hue: Callable[[Bar], str]) -> Timeline:
    return replace(
        picture,
        lanes=tuple(
            replace(lane, bars=tuple(replace(bar, hue=hue(bar)) for bar in lane.bars)) for lane in picture.lanes
        ),
    )


def _with_legend(picture: Timeline, legend: list[tuple[str, Words]]) -> Timeline:
    shown = {bar.hue or lane.hue for lane in picture.lanes for bar in lane.bars}
    return replace(picture, legend=tuple(each for each in legend if each[0] in shown))
