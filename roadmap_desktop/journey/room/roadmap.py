"""The roadmap for the room: its phases and the milestones to come, nothing of who does what."""

from __future__ import annotations

from datetime import date

from roadmap_desktop.journey.roadmap.timeline import Lane, timeline
from roadmap_desktop.journey.room import agenda
from roadmap_desktop.journey.room.slides import PhaseLine, RoadmapSlide, Slide
from roadmap_desktop.store.document import Document

MILESTONES = 1
"""How many milestones of a phase one screen holds."""


def phases(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """All phases that have a task; the title screen before there is one."""
    picture = timeline(document)
    lines = tuple(_line(lane, picture.today) for lane in picture.lanes if lane.bars)
    if not lines:
        return agenda.title(document, stage_key)
    first, last = min(line.first for line in lines), max(line.last for line in lines)
    return (RoadmapSlide(lines, first, last, picture.today),)


def _line(lane: Lane, today: date) -> PhaseLine:
    ahead = sorted((bar.start, bar.key) for bar in lane.bars if bar.is_milestone and bar.start >= today)
    names = {bar.key: bar.name for bar in lane.bars}
    return PhaseLine(
        name=lane.name,
        hue=lane.hue,
        first=min(bar.start for bar in lane.bars),
        last=max(bar.finish for bar in lane.bars),
        milestones=tuple((names[key], day) for day, key in ahead[:MILESTONES]),
    )
