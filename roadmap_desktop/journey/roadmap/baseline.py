"""The baseline: the dates as they were when the room agreed on them, beside today's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import delete, select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.plan import KINDS, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.roadmap import Baseline
from roadmap_desktop.store.document import Document


def baseline(document: Document) -> Mapping[str, tuple[date, date]]:
    """Start and finish of each task when the baseline was set, by task key; empty before that."""
    rows = document.rows(select(Baseline.task, Baseline.start, Baseline.finish))
    return {row.task: (row.start, row.finish) for row in rows}


def days_later(document: Document, key: str) -> int | None:
    """How many office days a task finishes after its baseline, negative for earlier; None without a baseline."""
    return _slips(document).get(key)


def slipped_days(document: Document) -> int:
    """The largest slip of any task against the baseline, in office days; 0 where nothing is later."""
    return max([0, *_slips(document).values()])


def set_baseline(document: Document, *, origin: object | None = None) -> None:
    """Keeps today's dates as the baseline, in place of an earlier one.

    Raises:
        Refused: there are no dates to keep.
    """
    plan = planned(document)
    if not plan.tasks:
        raise Refused(
            plan.trouble or message("There is nothing on the roadmap yet."),
            message("Fill in the stages before; their tasks appear here."),
        )
    now = document.now()
    rows = [
        Baseline(
            uuid=natural_uuid(document.workshop_uuid, "baseline", each.task.key),
            task=each.task.key,
            start=each.start,
            finish=each.finish,
            at=now,
        )
        for each in plan
    ]
    with document.change(message("Set the baseline"), origin=origin) as session:
        session.execute(delete(Baseline))
        session.add_all(rows)


def _slips(document: Document) -> Mapping[str, int]:
    return document.remembered("slips", (*KINDS, "baseline"), lambda: _count_slips(document))


def _count_slips(document: Document) -> dict[str, int]:
    with document.read():
        plan = planned(document)
        before = baseline(document)
        office = schooldays.calendars(document).get(schooldays.OFFICE)
    if office is None:
        return {}
    slips = {}
    for each in plan:
        if (dates := before.get(each.task.key)) is not None:
            later = office.school_days_between(dates[1], each.finish) - 1
            earlier = office.school_days_between(each.finish, dates[1]) - 1
            slips[each.task.key] = max(later, 0) or -max(earlier, 0)
    return slips
