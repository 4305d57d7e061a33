"""The tasks of a picture as numpy columns, in the order of lanes and rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntFlag
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QFontMetricsF

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.timeline.days import Numbers, Places, number
from roadmap_desktop.charts.timeline.links import SUMMARY, Links, folded_into, links_between
from roadmap_desktop.journey.roadmap.timeline import Bar, Lane, Timeline, named
from roadmap_desktop.language import message


class Flag(IntFlag):
    """What is drawn in another way."""

    MILESTONE = 1
    CRITICAL = 2
    ORPHANED = 4
    ASSUMED = 8
    LATE = 16
    SUMMARY = 32


class LaneHead(NamedTuple):
    """What stands at the left of a lane; a folded one has one row for all its items."""

    key: str
    name: str
    hue: str
    items: int
    rows: int
    is_folded: bool


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """All bars, sorted by row: ``end`` is the day after the last; ``widths`` of the names in pixels; nan: no baseline.

    ``row`` and ``lane`` count from the top. A folded lane has one bar, from first to last.
    ``hue`` is the place of each bar's hue in ``hues``.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    lanes: tuple[LaneHead, ...]
    row: Places
    lane: Places
    hue: Places
    hues: tuple[str, ...]
    start: Numbers
    end: Numbers
    flags: NDArray[np.uint8]
    progress: Numbers
    base_start: Numbers
    base_end: Numbers
    widths: Numbers
    links: Links
    places: Mapping[str, int]

    def has(self, flag: Flag) -> NDArray[np.bool_]:
        """Which bars have a flag."""
        found: NDArray[np.bool_] = (self.flags & flag.value) != 0
        return found

    def remeasured(self, look: Look, *, selected: int = -1) -> Columns:
        """With the widths of the names in the fonts of a look; the selected one's name is bold."""
        return replace(self, widths=_widths(self.names, look, selected))


def columns(picture: Timeline, look: Look, folded: Collection[str] = ()) -> Columns:
    """The columns of a picture, each task on a row of its own; a folded lane (by key) has one bar for all its tasks."""
    heads = tuple(_head(lane, look, is_folded=lane.key in folded) for lane in picture.lanes)
    shown = [(summary(lane),) if head.is_folded else lane.bars for lane, head in zip(picture.lanes, heads, strict=True)]
    bars = [bar for each in shown for bar in each]
    names = tuple(look.say(named(bar)) for bar in bars)
    places = {bar.key: place for place, bar in enumerate(bars)}
    hue = [bar.hue or head.hue for head, each in zip(heads, shown, strict=True) for bar in each]
    hues = {name: at for at, name in enumerate(dict.fromkeys(hue))}
    before = [bar.baseline for bar in bars]
    return Columns(
        keys=tuple(places),
        names=names,
        lanes=heads,
        row=np.arange(len(bars)),
        lane=np.repeat(np.arange(len(heads)), [head.rows for head in heads]),
        hue=np.array([hues[name] for name in hue], np.int64),
        hues=tuple(hues),
        start=np.array([number(bar.start) for bar in bars], np.float64),
        end=np.array([number(bar.finish) + 1 for bar in bars], np.float64),
        flags=np.array([_flags(bar) for bar in bars], np.uint8),
        progress=np.array([bar.progress / 100 for bar in bars], np.float64),
        base_start=np.array([np.nan if each is None else number(each[0]) for each in before], np.float64),
        base_end=np.array([np.nan if each is None else number(each[1]) + 1 for each in before], np.float64),
        widths=_widths(names, look, -1),
        links=links_between(picture, places, folded_into(picture, places)),
        places=places,
    )


def summary(lane: Lane) -> Bar:
    """One bar for a lane that has some: from its first day to its last, as far as its tasks are by their days."""
    first, last = min(bar.start for bar in lane.bars), max(bar.finish for bar in lane.bars)
    days = [(bar.finish - bar.start).days + 1 for bar in lane.bars]
    done = sum(bar.progress * each for bar, each in zip(lane.bars, days, strict=True))
    return replace(
        lane.bars[0],
        key=f"{SUMMARY}{lane.key}",
        name=message("{first:short} to {last:short}", first=first, last=last),
        start=first,
        finish=last,
        progress=round(done / sum(days)),
        is_milestone=False,
        is_critical=False,
        is_orphaned=False,
        is_assumed=False,
        is_late=any(bar.is_late for bar in lane.bars),
        hue=lane.hue,
        baseline=None,
    )


def _head(lane: Lane, look: Look, *, is_folded: bool) -> LaneHead:
    many = len(lane.bars)
    is_folded = is_folded and many > 0
    return LaneHead(lane.key, look.say(lane.name), lane.hue, many, 1 if is_folded else many, is_folded)


def _flags(bar: Bar) -> int:
    flags = Flag(0)
    for flag, holds in (
        (Flag.MILESTONE, bar.is_milestone),
        (Flag.CRITICAL, bar.is_critical),
        (Flag.ORPHANED, bar.is_orphaned),
        (Flag.ASSUMED, bar.is_assumed),
        (Flag.LATE, bar.is_late),
        (Flag.SUMMARY, bar.key.startswith(SUMMARY)),
    ):
        if holds:
            flags |= flag
    return flags.value


def _widths(names: Sequence[str], look: Look, selected: int) -> Numbers:
    plain = QFontMetricsF(name_font(look, is_selected=False))
    widths = np.array([plain.horizontalAdvance(name) for name in names], np.float64)
    if 0 <= selected < len(names):
        bold = QFontMetricsF(name_font(look, is_selected=True))
        widths[selected] = bold.horizontalAdvance(names[selected])
    return widths


def name_font(look: Look, *, is_selected: bool) -> QFont:
    """The font of the names beside the bars."""
    return look.font(tokens.SMALL, bold=is_selected)
