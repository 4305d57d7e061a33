"""The roadmap as a whole in words: how much there is, how long the critical path takes, what needs a look."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.roadmap.baseline import slipped_days
from roadmap_desktop.journey.roadmap.overdue import done_so_far, overdue
from roadmap_desktop.journey.roadmap.slips import slips
from roadmap_desktop.journey.roadmap.timeline import Bar, Timeline
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.length import WEEK
from roadmap_desktop.store.document import Document

MOST_SLIPS = 8
"""So many slips are told at once, and so many overdue tasks."""


def title(picture: Timeline) -> Words:
    """Which school years are shown that someone has published."""
    years = [year.name for year in picture.years if not year.is_assumed]
    if not years:
        return message("No school year yet")
    if len(years) == 1:
        return message("School year {year}", year=years[0])
    return message("School years {first} to {last}", first=years[0], last=years[-1])


def extent(picture: Timeline) -> Words:
    """How many tasks and milestones there are, and how many school weeks the critical path takes."""
    bars = _bars(picture)
    milestones = sum(bar.is_milestone for bar in bars)
    tasks = plural("{n} task", "{n} tasks", len(bars) - milestones)
    dated = plural("{n} milestone", "{n} milestones", milestones)
    if not picture.critical_days:
        return message("{tasks} · {milestones}", tasks=tasks, milestones=dated)
    weeks = -(-picture.critical_days // WEEK)
    path = plural("critical path {n} school week", "critical path {n} school weeks", weeks)
    return message("{tasks} · {milestones} · {path}", tasks=tasks, milestones=dated, path=path)


def overview(document: Document, picture: Timeline) -> Inspection:
    """What the inspector says while no task is selected."""
    bars = _bars(picture)
    critical = [bar for bar in bars if bar.is_critical]
    sections = (
        Section(message("What needs a look"), tuple(_looks(bars))),
        Section(message("Overdue"), tuple(_overdue(document, bars))),
        Section(message("What slipped"), tuple(_slipped(document, bars))),
        Section(message("The critical path"), tuple(_named(bar) for bar in sorted(critical, key=_by_start))),
    )
    return Inspection(
        message("Roadmap"), title(picture), _text(document, picture), tuple(each for each in sections if each.lines)
    )


def _text(document: Document, picture: Timeline) -> Words:
    if later := slipped_days(document):
        slip = plural(
            "The latest task is {n} school day behind the baseline.",
            "The latest task is {n} school days behind the baseline.",
            later,
        )
        return message("{sentence} {next}", sentence=picture.sentence, next=slip)
    return picture.sentence


def _looks(bars: list[Bar]) -> Iterator[Line]:
    for bar in bars:
        target = Target("roadmap", "timeline", bar.key)
        if bar.is_late:
            yield Line(message("{task}: its date can't hold", task=bar.name), Mark.OPEN, target)
        if bar.is_orphaned:
            yield Line(message("{task}: its reason is gone", task=bar.name), Mark.LOOK, target)


def _overdue(document: Document, bars: list[Bar]) -> Iterator[Line]:
    """The tasks that should have ended and are not done, the longest overdue first."""
    shown = {bar.key for bar in bars}
    late = [each for each in overdue(document) if each.task.key in shown]
    for each in late[:MOST_SLIPS]:
        words = message("{task}. {sentence}.", task=each.task.name, sentence=done_so_far(each))
        yield Line(words, Mark.OPEN, Target("roadmap", "timeline", each.task.key))


def _slipped(document: Document, bars: list[Bar]) -> Iterator[Line]:
    """The largest slips against the baseline, with why."""
    names = {bar.key: bar.name for bar in bars}
    late = [slip for slip in slips(document).values() if slip.key in names]
    for slip in late[:MOST_SLIPS]:
        words = plural(
            "{task}: {n} school day later. {why}",
            "{task}: {n} school days later. {why}",
            slip.school_days,
            task=names[slip.key],
            why=slip.why,
        )
        yield Line(words, Mark.LOOK, Target("roadmap", "timeline", slip.key))


def _named(bar: Bar) -> Line:
    words = message("{task}, {day:short}", task=bar.name, day=bar.start)
    return Line(words, target=Target("roadmap", "timeline", bar.key))


def _by_start(bar: Bar) -> tuple[int, str]:
    return bar.start.toordinal(), bar.key


def _bars(picture: Timeline) -> list[Bar]:
    return [bar for lane in picture.lanes for bar in lane.bars]
