"""The phase view: lanes with bars, milestones and links, over the bands of the school calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.plan import Plan, PlannedTask, planned
from roadmap_desktop.journey.roadmap.baseline import baseline
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import CheckIn, Site
from roadmap_desktop.model.roadmap import Phase
from roadmap_desktop.model.scaling import WaveSchool
from roadmap_desktop.rules.generated import Link, Part
from roadmap_desktop.rules.schoolyear import Period, covering
from roadmap_desktop.store.document import Document

MARGIN = timedelta(days=14)
"""Free space before the first and after the last date."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A task or milestone as it is drawn; dates are inclusive."""

    key: str
    part: Part | None
    name: Words
    start: date
    finish: date
    is_milestone: bool
    is_critical: bool
    is_orphaned: bool
    is_assumed: bool
    is_edited: bool
    is_late: bool  # a fixed date that can't hold
    progress: int  # percent
    owner: str
    strand: str
    length: str
    total_slack: int
    baseline: tuple[date, date] | None
    schools: tuple[str, ...]
    hue: str = ""  # of a stage or a tone; empty: its lane's


@dataclass(frozen=True, slots=True)
class Lane:
    """A phase with its bars in the order of their starts; ``hue`` is the stage whose colour it takes."""

    key: str
    name: Words
    hue: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the school calendar: a grading period or a break; dates are inclusive."""

    name: str
    first: date
    last: date
    is_assumed: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a grading period, counted from 1."""

    number: int
    first: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole phase view; ``sentence`` says what it shows, ``trouble`` why it has no dates."""

    lanes: tuple[Lane, ...]
    links: tuple[Link, ...]
    periods: tuple[Band, ...]
    breaks: tuple[Band, ...]
    weeks: tuple[Week, ...]
    first: date
    last: date
    today: date
    owners: tuple[str, ...]
    schools: tuple[tuple[str, str], ...]  # uuid, name
    sentence: Words
    trouble: Words | None = None
    years: tuple[Band, ...] = ()
    driving: frozenset[tuple[str, str]] = frozenset()  # the ends of links that make their later task start then
    legend: tuple[tuple[str, Words], ...] = ()  # what hues stand for, where the lanes don't say it
    critical_days: int = 0  # office days from the first critical start to the last critical finish

    def bar(self, key: str) -> Bar | None:
        """The bar of a task; None where it is filtered away or not there."""
        return next((bar for lane in self.lanes for bar in lane.bars if bar.key == key), None)


def timeline(document: Document, *, school: str = "", owner: str = "") -> Timeline:
    """The phase view of a school (uuid) or an owner; district tasks belong to every school."""
    with document.read():
        plan = planned(document)
        lanes = _lanes(document, plan, school, owner)
        first, last = _bounds(document, lanes)
        schools = document.rows(select(School.uuid, School.name).order_by(School.position, School.name))
        periods, breaks, weeks = _bands(document, first, last)
        years = _years(document, first, last)
        critical_days = _critical_days(document, plan)
    return Timeline(
        lanes=lanes,
        links=plan.links,
        periods=periods,
        breaks=breaks,
        weeks=weeks,
        first=first,
        last=last,
        today=document.today(),
        owners=tuple(sorted({each.task.owner for each in plan} - {""})),
        schools=tuple((row.uuid, row.name) for row in schools),
        sentence=in_words(lanes),
        trouble=plan.trouble,
        years=years,
        driving=frozenset((link.before, link.after) for each in plan if (link := each.driver.link) is not None),
        critical_days=critical_days,
    )


def named(bar: Bar) -> Words:
    """The name of a bar, with what must be known beside it; a milestone with its day."""
    name: Words = bar.name
    if bar.is_milestone:
        name = message("{task}, {day:short}", task=name, day=bar.start)
    if bar.is_orphaned:
        name = message("{task} (its reason is gone)", task=name)
    elif bar.is_late:
        name = message("{task} (its date can't hold)", task=name)
    elif bar.is_assumed:
        name = message("{task} (dates assumed)", task=name)
    return name


def in_words(lanes: tuple[Lane, ...]) -> Words:
    """How much there is, and from when to when."""
    bars = [bar for lane in lanes for bar in lane.bars]
    if not bars:
        return message("The roadmap is empty.")
    milestones = sum(bar.is_milestone for bar in bars)
    return message(
        "{tasks} and {milestones} from {first} to {last}.",
        tasks=plural("{n} task", "{n} tasks", len(bars) - milestones),
        milestones=plural("{n} milestone", "{n} milestones", milestones),
        first=min(bar.start for bar in bars),
        last=max(bar.finish for bar in bars),
    )


def task_schools(document: Document) -> dict[str, tuple[str, ...]]:
    """The schools (uuids) that a fact concerns, by the fact's uuid: pilots, their check-ins, and waves."""
    found: dict[str, tuple[str, ...]] = {}
    with document.read():
        for owner, school in document.rows(select(Site.pilot, Site.school)):
            found[owner] = (*found.get(owner, ()), school)
        for row in document.rows(select(CheckIn.uuid, CheckIn.pilot)):
            found[row.uuid] = found.get(row.pilot, ())
        for owner, school in document.rows(select(WaveSchool.wave, WaveSchool.school)):
            found[owner] = (*found.get(owner, ()), school)
    return found


def _lanes(document: Document, plan: Plan, school: str, owner: str) -> tuple[Lane, ...]:
    schools = task_schools(document)
    before = baseline(document)
    late = {conflict.key for conflict in plan.conflicts}
    bars: dict[str, list[Bar]] = {}
    for each in plan:
        concerned = schools.get(each.task.source, ())
        if (school and concerned and school not in concerned) or (owner and each.task.owner != owner):
            continue
        bar = _bar(each, before.get(each.task.key), concerned, is_late=each.task.key in late)
        bars.setdefault(each.task.phase, []).append(bar)
    phases = document.rows(select(Phase.key, Phase.name, Phase.hue).order_by(Phase.position))
    return tuple(
        Lane(
            row.key,
            worded(document, row.name, f"phase.{row.key}.name"),
            row.hue,
            tuple(sorted(bars.get(row.key, ()), key=lambda bar: (bar.start, bar.finish))),
        )
        for row in phases
    )


def _bar(each: PlannedTask, before: tuple[date, date] | None, schools: tuple[str, ...], *, is_late: bool) -> Bar:
    task = each.task
    return Bar(
        key=task.key,
        part=task.part,
        name=task.name,
        start=each.start,
        finish=each.finish,
        is_milestone=each.is_milestone,
        is_critical=each.critical and not task.orphaned,
        is_orphaned=task.orphaned,
        is_assumed=each.assumed,
        is_edited=bool(task.edited),
        is_late=is_late,
        progress=task.progress,
        owner=task.owner,
        strand=task.strand,
        length=task.length,
        total_slack=each.total_slack,
        baseline=before,
        schools=schools,
    )


def _bounds(document: Document, lanes: tuple[Lane, ...]) -> tuple[date, date]:
    """From before the first date to after the last, and at least the first school year."""
    dates = [day for lane in lanes for bar in lane.bars for day in (bar.start, bar.finish)]
    years = schooldays.school_years(document).values()
    dates += [day for known in years for day in (known[0].first_day, known[0].last_day)]
    if not dates:
        return document.today() - MARGIN, document.today() + MARGIN
    return min(dates) - MARGIN, max(dates) + MARGIN


def _bands(document: Document, first: date, last: date) -> tuple[tuple[Band, ...], tuple[Band, ...], tuple[Week, ...]]:
    calendars = schooldays.calendars(document)
    time = calendars.get(schooldays.DISTRICT) or next(iter(calendars.values()), None)
    if time is None:
        return (), (), ()
    first, last = max(first, time.first), min(last, time.last)

    def within(bands: tuple[Period, ...]) -> tuple[Band, ...]:
        return tuple(
            Band(each.name, each.first, each.last, time.is_assumed(each.first))
            for each in bands
            if each.last >= first and each.first <= last
        )

    weeks = tuple(Week(week.number, week.first) for week in time.weeks(first, last))
    return within(time.periods), within(time.breaks), weeks


def _years(document: Document, first: date, last: date) -> tuple[Band, ...]:
    """The school years that have a day between two dates; those nobody has published yet are assumed."""
    by_group = schooldays.school_years(document)
    known = by_group.get(schooldays.DISTRICT) or next(iter(by_group.values()), ())
    years = covering(known, last) if known else ()
    return tuple(
        Band(year.name, year.first_day, year.last_day, year.assumed)
        for year in years
        if year.last_day >= first and year.first_day <= last
    )


def _critical_days(document: Document, plan: Plan) -> int:
    office = schooldays.calendars(document).get(schooldays.OFFICE)
    critical = [each for each in plan if each.critical and not each.task.orphaned]
    if office is None or not critical:
        return 0
    return office.school_days_between(min(each.start for each in critical), max(each.finish for each in critical))
