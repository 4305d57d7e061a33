"""Roadmap: what if a task started a grading period later is told before it is done, and is then just so."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap import edits, whatif
from roadmap_desktop.language import Language
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document
from tests.journey.test_roadmap import add_calendar, add_pilot

SAY = Language("en").say


@pytest.fixture
def run(document: Document) -> str:
    """The key of a pilot's run."""
    add_calendar(document)
    return task_key(Part.RUN, add_pilot(document))


def days_of(document: Document) -> dict[str, tuple[date, date]]:
    return {each.task.key: (each.start, each.finish) for each in planned(document)}


def test_it_tells_every_date_that_taking_it_then_changes(document: Document, run: str) -> None:
    before, stood = days_of(document), document.undo_label
    found = whatif.a_period_later(document, run)
    assert found is not None
    assert (days_of(document), document.undo_label) == (before, stood)
    whatif.take(document, found)
    after = days_of(document)
    assert found.days == {key: after[key] for key in after if after[key] != before[key]}
    document.undo()
    assert (days_of(document), document.undo_label) == (before, stood)


def test_it_starts_on_the_first_school_day_of_the_next_grading_period(document: Document, run: str) -> None:
    found = whatif.a_period_later(document, run)
    assert found is not None
    again = planned(document).tasks[run].start
    assert found.start > again
    whatif.take(document, found)
    assert whatif.a_period_later(document, run) != found


def test_work_that_has_begun_is_not_asked_about(document: Document, run: str) -> None:
    edits.edit_task(document, run, "progress", 10)
    assert whatif.a_period_later(document, run) is None
    assert whatif.a_period_later(document, "gone") is None


def test_the_inspector_lists_what_differs_and_how_the_roadmap_ends(document: Document, run: str) -> None:
    found = whatif.a_period_later(document, run)
    assert found is not None
    said = whatif.what_if_inspection(document, found)
    assert len(said.sections[0].lines) == len(found.days) > 1
    assert "becomes" in SAY(said.sections[0].lines[0].text)
    assert SAY(said.text).startswith("Nothing is changed yet. The roadmap still ends on Jan 12, 2027")


def test_where_the_end_moves_with_it_the_inspector_says_so(document: Document, run: str) -> None:
    edits.move_task(document, run, date(2027, 1, 11))
    found = whatif.a_period_later(document, run)
    assert found is not None
    assert "The roadmap would end on" in SAY(whatif.what_if_inspection(document, found).text)
