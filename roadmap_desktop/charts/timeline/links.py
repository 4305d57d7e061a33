"""The links of a picture as columns; those of tasks in a folded lane are drawn to the bar that stands for the lane."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.charts.timeline.days import Numbers, Places, number
from roadmap_desktop.journey.roadmap.timeline import Bar, Timeline
from roadmap_desktop.rules.generated import Link

SUMMARY = "lane:"
"""What the key of the bar begins with that stands for a folded lane."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """The links between bars shown, by the places of the bars; most leave at an end and enter at a start.

    ``drives``: it is this link that makes the later one start when it does. ``leaves_on`` and ``enters_on`` are the
    days on the bar of a folded lane, nan where the bar is the task's own.
    """

    before: Places
    after: Places
    leaves_at_end: NDArray[np.bool_]
    enters_at_start: NDArray[np.bool_]
    drives: NDArray[np.bool_]
    leaves_on: Numbers
    enters_on: Numbers


def folded_into(picture: Timeline, places: Mapping[str, int]) -> Mapping[str, tuple[int, Bar]]:
    """The place of the bar that stands for each task (by key) in a folded lane, and the task's own bar."""
    return {
        bar.key: (places[summary], bar)
        for lane in picture.lanes
        if (summary := f"{SUMMARY}{lane.key}") in places
        for bar in lane.bars
    }


def links_between(picture: Timeline, places: Mapping[str, int], folded: Mapping[str, tuple[int, Bar]]) -> Links:
    """The links that have both ends on bars shown; of several between two bars one, that which drives if there is."""
    found = dict[tuple[int, int], Link]()
    for link in sorted(picture.links, key=lambda link: (link.before, link.after) not in picture.driving):
        ends = _place(link.before, places, folded), _place(link.after, places, folded)
        if -1 not in ends and ends[0] != ends[1]:
            found.setdefault(ends, link)
    shown = found.values()
    return Links(
        before=np.array([before for before, _ in found], np.int64),
        after=np.array([after for _, after in found], np.int64),
        leaves_at_end=np.array([link.kind[0] == "F" for link in shown], bool),
        enters_at_start=np.array([link.kind[1] == "S" for link in shown], bool),
        drives=np.array([(link.before, link.after) in picture.driving for link in shown], bool),
        leaves_on=_days((link.before, link.kind[0], folded) for link in shown),
        enters_on=_days((link.after, link.kind[1], folded) for link in shown),
    )


def _place(key: str, places: Mapping[str, int], folded: Mapping[str, tuple[int, Bar]]) -> int:
    return folded[key][0] if key in folded else places.get(key, -1)


def _days(ends: Iterable[tuple[str, str, Mapping[str, tuple[int, Bar]]]]) -> Numbers:
    return np.array([_day(folded[key][1], end) if key in folded else np.nan for key, end, folded in ends], np.float64)


def _day(bar: Bar, end: str) -> int:
    day: date = bar.start if end == "S" else bar.finish + _DAY
    return number(day)
