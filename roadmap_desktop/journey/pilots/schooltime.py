"""A pilot in school time: the weeks it takes, the breaks it runs over, the week of its decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from roadmap_desktop.journey.plan import PlannedTask, calendar_of
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.length import WEEK
from roadmap_desktop.rules.schoolyear import Period
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.schooltime import SchoolTime

MARGIN = timedelta(weeks=2)
"""What is shown before and after where no grading period reaches further."""


@dataclass(frozen=True, slots=True)
class SchoolTimePicture:
    """The dates of a pilot (inclusive) among the grading periods and breaks from ``first`` to ``last``."""

    first: date
    last: date
    prepare: date
    start: date
    finish: date
    decision: date | None
    periods: tuple[Period, ...]
    breaks: tuple[Period, ...]
    sentence: Words


def school_time(
    document: Document, prepare: PlannedTask, run: PlannedTask, decide: PlannedTask | None, *, is_decided: bool
) -> SchoolTimePicture | None:
    """A pilot's tasks in school time; None without a school calendar."""
    time = calendar_of(document, run.task)
    work = calendar_of(document, prepare.task)
    if time is None or work is None:
        return None
    decision = decide.start if decide else None
    end = max(run.finish, decision or run.finish)
    first, last = _around(time, min(prepare.start, run.start), end)
    pauses = tuple(each for each in time.breaks if each.last >= first and each.first <= last)
    during = tuple(each.name for each in pauses if each.last >= run.start and each.first <= run.finish)
    sentence = _sentence(
        _how_long(work, prepare.start, prepare.finish),
        _how_long(time, run.start, run.finish),
        during,
        _decision(time, decision, is_decided=is_decided),
    )
    return SchoolTimePicture(
        first=first,
        last=last,
        prepare=prepare.start,
        start=run.start,
        finish=run.finish,
        decision=decision,
        periods=tuple(each for each in time.periods if each.last >= first and each.first <= last),
        breaks=pauses,
        sentence=sentence,
    )


def _around(time: SchoolTime, first: date, last: date) -> tuple[date, date]:
    """The grading periods that hold these days, whole; where there are none, a little on each side."""
    before, after = time.period_of(first), time.period_of(last)
    return before.first if before else first - MARGIN, after.last if after else last + MARGIN


def _how_long(time: SchoolTime, first: date, last: date) -> Words:
    """The length in weeks of five school days, to the nearest; less than a week in school days."""
    days = time.school_days_between(first, last)
    if days < WEEK:
        return plural("{n} school day", "{n} school days", days)
    weeks = round(days / WEEK)
    return plural("{n} week", "{n} weeks", weeks)


def _decision(time: SchoolTime, day: date | None, *, is_decided: bool) -> Words:
    if day is None:
        return message("no decision date yet")
    week = time.week_of(day)
    when: Words = message("on {day}", day=day)
    if week is not None:
        when = message("in week {week} of {period}", week=week.number, period=week.period.name)
    return message("decided {when}", when=when) if is_decided else message("decide {when}", when=when)


def _sentence(prepare: Words, run: Words, breaks: tuple[Words, ...], decision: Words) -> Words:
    if not breaks:
        return message("{prepare} to prepare, {run} to run, {decision}.", prepare=prepare, run=run, decision=decision)
    return message(
        "{prepare} to prepare, {run} to run, over {breaks}, {decision}.",
        prepare=prepare,
        run=run,
        breaks=breaks,
        decision=decision,
    )
