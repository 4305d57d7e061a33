"""The roadmap as a table: the same tasks in the same order as the lanes, each with what holds it in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.journey.roadmap.timeline import Bar, Lane, Timeline
from roadmap_desktop.journey.roadmap.why import length_in_words, why_then
from roadmap_desktop.language import Words
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task; ``uuid`` is its key, ``finish`` None for a milestone, ``slack`` in school days, ``progress`` percent."""

    uuid: str
    phase: Words
    hue: str
    name: Words
    start: date
    finish: date | None
    length: str
    length_words: Words
    owner: str
    slack: int
    is_critical: bool
    is_late: bool
    progress: int
    why: Words


def task_rows(document: Document, picture: Timeline) -> tuple[TaskRow, ...]:
    """A row for every bar of the picture, in its order."""
    with document.read():
        why = {bar.key: why_then(document, bar.key) for lane in picture.lanes for bar in lane.bars}
    return tuple(_row(lane, bar, why) for lane in picture.lanes for bar in lane.bars)


def _row(lane: Lane, bar: Bar, why: Mapping[str, Words]) -> TaskRow:
    return TaskRow(
        uuid=bar.key,
        phase=lane.name,
        hue=lane.hue,
        name=bar.name,
        start=bar.start,
        finish=None if bar.is_milestone else bar.finish,
        length=bar.length,
        length_words=length_in_words(bar.length),
        owner=bar.owner,
        slack=bar.total_slack,
        is_critical=bar.is_critical,
        is_late=bar.is_late,
        progress=bar.progress,
        why=why[bar.key],
    )
