"""Roadmap: what if a task began later or a break lay elsewhere is told before it is done, and is then just so."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap import comparing, edits, whatif
from roadmap_desktop.journey.roadmap.whatif import BreakMoved, Later, Scenario
from roadmap_desktop.journey.schooldays import calendars
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


@pytest.fixture
def pause(document: Document, run: str) -> BreakMoved:
    """The winter break a week earlier, while the pilot runs."""
    edits.move_task(document, run, date(2026, 12, 14))
    name, first = whatif.breaks_ahead(document)[0]
    return BreakMoved(name, first, -1)


def days_of(document: Document) -> dict[str, tuple[date, date]]:
    return {each.task.key: (each.start, each.finish) for each in planned(document)}


def taken_differs_as_told(document: Document, scenario: Scenario) -> bool:
    """Tells, takes, compares, and undoes; whether that is one step which leaves everything as it was."""
    before, stood = days_of(document), document.undo_label
    found = whatif.outcome_of(document, scenario)
    assert found is not None
    assert (days_of(document), document.undo_label) == (before, stood)
    whatif.take(document, scenario)
    after = days_of(document)
    document.undo()
    told = {key: after[key] for key in after if after[key] != before[key]}
    return found.days == told and (days_of(document), document.undo_label) == (before, stood)


def test_a_task_that_starts_later_moves_what_it_told(document: Document, run: str) -> None:
    assert taken_differs_as_told(document, Scenario("A", Later(run)))


def test_a_break_that_is_moved_moves_what_it_told(document: Document, pause: BreakMoved) -> None:
    office = calendars(document)["office"]
    assert taken_differs_as_told(document, Scenario("A", pause))
    assert calendars(document)["office"].last == office.last


def test_it_starts_on_the_first_school_day_of_a_later_grading_period(document: Document, run: str) -> None:
    found = whatif.outcome_of(document, Scenario("A", Later(run)))
    assert found is not None
    assert found.days[run][0] > planned(document).tasks[run].start
    assert whatif.outcome_of(document, Scenario("A", Later(run, 40))) is None


def test_work_that_has_begun_is_not_asked_about(document: Document, run: str) -> None:
    edits.edit_task(document, run, "progress", 10)
    assert not whatif.can_be_later(document, run)
    assert not whatif.can_be_later(document, "gone")


def test_two_are_kept_under_their_marks_and_a_third_is_refused(document: Document, run: str, pause: BreakMoved) -> None:
    two = whatif.with_another(document, whatif.with_another(document, (), Later(run)), pause)
    assert [each.mark for each in two] == ["A", "B"]
    with pytest.raises(Refused, match="Two what-ifs"):
        whatif.with_another(document, two, Later(run))
    assert [each.mark for each in whatif.with_another(document, two[1:], Later(run))] == ["A", "B"]


def test_a_break_cannot_be_moved_out_of_its_year(document: Document, pause: BreakMoved) -> None:
    with pytest.raises(Refused, match="can't be moved there"):
        whatif.with_another(document, (), BreakMoved(pause.name, pause.first, 52))


def test_two_beside_the_plan_differ_in_a_short_table(document: Document, run: str, pause: BreakMoved) -> None:
    two = whatif.with_another(document, whatif.with_another(document, (), Later(run)), pause)
    found = comparing.comparison(document, whatif.outcomes(document, two))
    measures = {each.uuid: [SAY(words) for words in (each.now, *each.then)] for each in found.measures}
    assert measures["tasks"] == ["", *(str(len(each.days)) for each in found.outcomes)]
    assert measures["last"][0].endswith(", 2027")
    assert set(measures) == {"tasks", "last", "decision", "decisions", "late"}
    moved = set(found.outcomes[0].days) | set(found.outcomes[1].days)
    assert {each.uuid for each in found.differences} == moved
    assert SAY(comparing.compared_inspection(found.outcomes).text).startswith("Nothing is changed yet. They are kept")


def test_each_is_called_by_what_it_is_about_or_by_its_own_name(document: Document, run: str, pause: BreakMoved) -> None:
    assert SAY(whatif.name_of(document, Later(run, 2))).endswith("1 school, 2 grading periods later")
    assert SAY(whatif.name_of(document, pause)) == "Winter break, 1 week earlier"
    found = whatif.outcome_of(document, Scenario("B", pause, "A short fall"))
    assert found is not None
    assert SAY(comparing.sentence(document, found)).startswith("B, A short fall: ")
