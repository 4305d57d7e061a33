"""The history of a workshop as it is read: its steps a few at a time, and what a point would change before one goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from roadmap_desktop.journey.differing import stage_of
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Words, message
from roadmap_desktop.store import history
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.history import START, KindCount, State

NAMED = 5
"""So many of the steps on a way are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A step as it is listed; ``step`` is START at the point before the oldest one, which has no time."""

    step: int
    label: Words
    at: datetime | None
    state: State
    is_present: bool


@dataclass(frozen=True, slots=True)
class HistoryStanding:
    """Where the workshop stands in its history: whether there is any, and how many steps can be made again."""

    is_empty: bool
    undone: int


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many answers of a stage come, change or go."""

    stage: str
    name: Words
    count: int


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the history as it is looked at before anyone goes there.

    ``steps`` are on the way, 0 at the present and where no way leads; ``labels`` are the first few of them.
    ``is_back`` tells whether they are taken back or made again. ``changes`` is what would be different there; for the
    present and for a step left behind, what it changed itself.
    """

    line: HistoryLine
    can_go: bool
    is_back: bool
    steps: int
    labels: tuple[Words, ...]
    changes: tuple[StageCount, ...]


def standing(document: Document) -> HistoryStanding:
    """Whether there is a history, and what waits to be made again."""
    with document.read() as connection:
        return HistoryStanding(not history.steps(connection, limit=1), history.undone_count(connection))


def lines(document: Document, limit: int, before: int | None = None) -> tuple[HistoryLine, ...]:
    """The newest steps, or those older than one; after the oldest comes the point before it."""
    with document.read() as connection:
        found = history.steps(connection, limit=limit, before=before)
        here = history.present(connection)
    listed = [HistoryLine(step.id, step.label, step.at, step.state, step.id == here) for step in found]
    if len(found) < limit:
        listed.append(_beginning(is_present=here == START))
    return tuple(listed)


def point(document: Document, which: int) -> Point | None:
    """A point with what going there would change; None where the step is not kept any more."""
    with document.read() as connection:
        here, found = history.present(connection), history.step(connection, which)
        if found is None and which != START:
            return None
        line = _beginning(is_present=here == START)
        if found is not None:
            line = HistoryLine(found.id, found.label, found.at, found.state, found.id == here)
        way = None if line.is_present else history.way_to(connection, which, names=NAMED)
        if way is None:
            own = _by_stage(history.counts_of(connection, which))
            return Point(line, can_go=False, is_back=False, steps=0, labels=(), changes=own)
        changes = _by_stage(history.counts_to(connection, which, way))
    return Point(line, bool(way.steps), way.state is State.DONE, way.steps, way.labels, changes)


def go_to_point(document: Document, which: int) -> None:
    """Undoes or makes again every step up to a point, as one move.

    Raises:
        Refused: the step is not kept any more, or was left behind.
    """
    known = point(document, which)
    if known is None or not (known.can_go or known.line.is_present):
        raise Refused(message("Nothing leads back to this step."), message("Choose a step that was not left behind."))
    document.go_to(which)


def _beginning(*, is_present: bool) -> HistoryLine:
    return HistoryLine(START, message("Before the first step that is kept"), None, State.DONE, is_present)


def _by_stage(counts: Iterable[KindCount]) -> tuple[StageCount, ...]:
    """The counts added up by stage, in the order of the journey; stages without any are left out."""
    sums: dict[str, int] = {}
    for each in counts:
        key = stage_of(each.kind)
        sums[key] = sums.get(key, 0) + each.added + each.changed + each.removed
    return tuple(StageCount(stage.key, stage.name, sums[stage.key]) for stage in STAGES if sums.get(stage.key))
