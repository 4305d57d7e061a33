"""The timeline as a picture: lanes with a row for every task, over grading periods, months and hatched breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from roadmap_desktop.exchange.drawing import Frame, Line, Mark, Picture, Rect, Shape, Words, broken, wide
from roadmap_desktop.exchange.exported import Exported, ExportedLane, ExportedTask
from roadmap_desktop.language import message
from roadmap_desktop.tokens import LIGHT

MARGIN, GAP = 24.0, 12.0
DAYS_WIDE = 1_180.0
"""The room of the days, in pixels."""
WIDEST_NAMES = 420.0
ROW, LANE, BAR, LINE = 26.0, 30.0, 14.0, 16.0
HEAD = 92.0
TEXT, SMALL, TITLE = 13.0, 12.0, 20.0


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where days lie: the first at ``begin``, the end of the last at ``end``."""

    first: date
    last: date
    begin: float
    end: float

    def at(self, day: date) -> float:
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return self.begin + (self.end - self.begin) * min(max(share, 0.0), 1.0)

    def after(self, day: date) -> float:
        return self.at(day + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class _Row:
    """A task at its place from the top; its name in lines."""

    task: ExportedTask
    lane: ExportedLane
    top: float
    height: float
    name: tuple[str, ...]


def timeline_picture(found: Exported) -> Picture:
    """The picture of the whole roadmap."""
    names = max((wide(task.name, TEXT) for task in found.tasks), default=0.0)
    names = min(max(names, 160.0), WIDEST_NAMES)
    axis = _axis(found, MARGIN + names + GAP)
    heads, rows, foot = _rows(found, names)
    marks = (
        *_ground(found, axis, foot),
        *_header(found, axis),
        *(mark for lane, top in heads for mark in _lane(lane, top, axis)),
        *_links(rows, axis),
        *(mark for row in rows for mark in _task(row, axis)),
        *_today(found, axis, foot),
        *_legend(found, foot),
    )
    about = message(
        "{n} tasks and milestones from {first} to {last}.", n=len(found.tasks), first=found.first, last=found.last
    )
    size = (axis.end + MARGIN, foot + 44.0)
    within = (row.top for before, row in pairwise(rows) if before.lane is row.lane)  # a first row stays with its name
    cuts = tuple(sorted({*(top for _, top in heads), *within}))
    words = found.language.say(about)
    return Picture(*size, LIGHT.surface, marks, found.title, words, found.language.code, HEAD, cuts)


def _axis(found: Exported, begin: float) -> _Axis:
    first = found.first.replace(day=1)
    last = (found.last.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return _Axis(first, last, begin, begin + DAYS_WIDE)


def _rows(found: Exported, names: float) -> tuple[list[tuple[ExportedLane, float]], list[_Row], float]:
    """The heads of lanes with their tops, the rows of tasks, and where the last one ends."""
    heads, rows, top = [], [], HEAD
    for lane in found.lanes:
        heads.append((lane, top))
        top += LANE
        for task in lane.tasks:
            name = tuple(broken(task.name, TEXT, names))
            height = max(ROW, len(name) * LINE + 8.0)
            rows.append(_Row(task, lane, top, height, name))
            top += height
    return heads, rows, top


def _ground(found: Exported, axis: _Axis, foot: float) -> Iterator[Mark]:
    for pause in found.breaks:
        if pause.last >= axis.first and pause.first <= axis.last:
            left = axis.at(pause.first)
            yield Rect(left, HEAD, axis.after(pause.last) - left, foot - HEAD, LIGHT.sunk)
            yield Rect(left, HEAD, axis.after(pause.last) - left, foot - HEAD, LIGHT.line, hatched=True)
    for period in found.periods:
        if axis.first <= period.first <= axis.last:
            x = axis.at(period.first)
            yield Line(((x, HEAD - 40.0), (x, foot)), LIGHT.line)


def _header(found: Exported, axis: _Axis) -> Iterator[Mark]:
    yield Words(MARGIN, MARGIN + TITLE, found.title, TITLE, LIGHT.ink, bold=True)
    free = axis.begin
    for period in found.periods:
        x = max(axis.at(period.first), axis.begin) + 4.0
        fits = free <= x <= axis.end - wide(period.name, TEXT, bold=True)
        if period.last >= axis.first and period.first <= axis.last and fits:
            yield Words(x, HEAD - 28.0, period.name, TEXT, LIGHT.ink, bold=True)
            free = x + wide(period.name, TEXT, bold=True) + 6.0
    yield from _months(found, axis)
    yield Line(((MARGIN, HEAD), (axis.end, HEAD)), LIGHT.line)


def _months(found: Exported, axis: _Axis) -> Iterator[Mark]:
    from babel.dates import get_month_names

    names = get_month_names("abbreviated", context="stand-alone", locale=found.language.code)
    day, free = axis.first, axis.begin
    while day <= axis.last:
        words = f"{names[day.month]} {day.year}" if day.month == 1 or day == axis.first else str(names[day.month])
        x = axis.at(day)
        if x >= free:
            yield Words(x + 4.0, HEAD - 9.0, words, SMALL, LIGHT.ink3)
            yield Line(((x, HEAD - 20.0), (x, HEAD)), LIGHT.line)
            free = x + wide(words, SMALL) + 10.0
        day = (day + timedelta(days=32)).replace(day=1)


def _lane(lane: ExportedLane, top: float, axis: _Axis) -> Iterator[Mark]:
    hue = LIGHT.stage(lane.hue)
    yield Rect(MARGIN, top + 6.0, 4.0, LANE - 10.0, hue)
    yield Words(MARGIN + 10.0, top + 21.0, lane.name, TEXT + 1.0, hue, bold=True)
    yield Line(((MARGIN, top), (axis.end, top)), LIGHT.line)


def _task(row: _Row, axis: _Axis) -> Iterator[Mark]:
    task, hue = row.task, LIGHT.stage(row.lane.hue)
    for number, line in enumerate(row.name):
        yield Words(MARGIN, row.top + 17.0 + number * LINE, line, TEXT, LIGHT.ink)
    middle = row.top + ROW / 2
    if task.is_milestone:
        x, half = (axis.at(task.start) + axis.after(task.start)) / 2, 7.0
        yield Shape(((x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle)), hue)
        return
    left, right = axis.at(task.start), axis.after(task.finish)
    if task.baseline is not None and task.baseline != (task.start, task.finish):
        before = axis.at(task.baseline[0])
        yield Frame(before, middle - BAR / 2 - 3.0, axis.after(task.baseline[1]) - before, BAR + 6.0, LIGHT.ink3)
    yield Rect(left, middle - BAR / 2, max(right - left, 2.0), BAR, hue)
    if task.progress:
        yield Rect(left, middle + BAR / 2 - 4.0, (right - left) * task.progress / 100, 3.0, LIGHT.surface)
    if task.is_critical:
        yield Line(((left, middle + BAR / 2 + 2.0), (right, middle + BAR / 2 + 2.0)), LIGHT.bad, 2.0)


def _links(rows: list[_Row], axis: _Axis) -> Iterator[Mark]:
    """An elbow from the end that is waited for to the one that waits."""
    by_key = {row.task.key: row for row in rows}
    for row in rows:
        for link in row.task.predecessors:
            before = by_key.get(link.key)
            if before is not None:
                x = axis.at(before.task.start) if link.kind.startswith("S") else axis.after(before.task.finish)
                to = axis.at(row.task.start) if link.kind.endswith("S") else axis.after(row.task.finish)
                y, end = before.top + ROW / 2, row.top + ROW / 2
                yield Line(((x, y), (x + 5.0, y), (x + 5.0, end), (to, end)), LIGHT.line, 1.25)


def _today(found: Exported, axis: _Axis, foot: float) -> Iterator[Mark]:
    if axis.first <= found.today <= axis.last:
        x = (axis.at(found.today) + axis.after(found.today)) / 2
        yield Line(((x, HEAD - 4.0), (x, foot)), LIGHT.bad)
        words = found.language.say(message("today"))
        yield Words(x - wide(words, SMALL) / 2, foot + 13.0, words, SMALL, LIGHT.bad, bold=True)


def _legend(found: Exported, foot: float) -> Iterator[Mark]:
    words = message("Hatched: break. Line under a bar: critical. Outline: as it was agreed on. Diamond: milestone.")
    yield Words(MARGIN, foot + 30.0, found.language.say(words), SMALL, LIGHT.ink3)
