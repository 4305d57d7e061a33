"""How Prepare stands, and what its moves say of things that are gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.agendaitems import ItemField, change_item, move_item, remove_items, use_template
from roadmap_desktop.journey.prepare.calendarlist import take_calendar
from roadmap_desktop.journey.prepare.people import add_participant, add_people, change_participant, remove_participants
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.journey.prepare.schoolfields import SchoolField
from roadmap_desktop.journey.prepare.schools import add_school, add_schools, change_school, remove_schools
from roadmap_desktop.journey.prepare.spans import add_spans, change_span, remove_spans
from roadmap_desktop.journey.prepare.standing import standing
from roadmap_desktop.journey.prepare.years import add_year, remove_year
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.standing import State
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

SAY = Language("en").say


def test_the_rail_says_what_is_missing_until_all_is_set(document: Document) -> None:
    lines = [SAY(standing(document).line)]
    add_school(document, "Cedar")
    lines.append(SAY(standing(document).line))
    add_year(document, "2026-27", date(2026, 8, 10), date(2027, 5, 28))
    lines.append(SAY(standing(document).line))
    add_participant(document, "Ana")
    lines.append(SAY(standing(document).line))
    use_template(document, "half-day")
    assert lines == ["no schools yet", "no school calendar yet", "no participants yet", "no agenda yet"]
    assert (standing(document).state, SAY(standing(document).line)) == (State.DONE, "1 school, 1 person")


@pytest.mark.parametrize(
    "move",
    [
        lambda document: change_school(document, "gone", SchoolField.NAME, "Cedar"),
        lambda document: remove_schools(document, ["gone"]),
        lambda document: change_participant(document, "gone", PersonField.NAME, "Ana"),
        lambda document: remove_participants(document, ["gone"]),
        lambda document: change_item(document, "gone", ItemField.TITLE, "Welcome"),
        lambda document: move_item(document, "gone", 1),
        lambda document: remove_year(document, "gone"),
        lambda document: change_span(
            document, add_year(document, "2026-27", date(2026, 8, 10), date(2027, 5, 28)), "gone", name="Break"
        ),
        lambda document: take_calendar(document, {}),
    ],
)
def test_what_is_gone_is_refused_in_plain_words(document: Document, move: Callable[[Document], object]) -> None:
    with pytest.raises(Refused):
        move(document)


def test_nothing_to_add_or_remove_is_no_step_of_undo(document: Document) -> None:
    add_schools(document, [])
    add_people(document, [])
    for remove in (remove_schools, remove_participants, remove_items, remove_spans):
        remove(document, [])
    assert document.undo_label is None


def test_adding_no_entries_leaves_the_year_as_it_is(document: Document) -> None:
    year = add_year(document, "2026-27", date(2026, 8, 10), date(2027, 5, 28))
    label = document.undo_label
    add_spans(document, year, [])
    assert document.undo_label == label


def test_an_item_takes_another_stage_or_is_a_break_and_the_ends_stay(document: Document) -> None:
    use_template(document, "half-day")
    first, last = agenda(document).rows[0], agenda(document).rows[-1]
    change_item(document, first.uuid, ItemField.STAGE, "readiness")
    assert agenda(document).rows[0].stage == "readiness"
    change_item(document, first.uuid, ItemField.STAGE, "break")
    change_item(document, last.uuid, ItemField.STAGE, "")
    move_item(document, first.uuid, -1)
    move_item(document, last.uuid, 1)
    rows = agenda(document).rows
    assert (rows[0].uuid, rows[0].stage, rows[0].kind) == (first.uuid, "", "break")
    assert (rows[-1].uuid, rows[-1].stage) == (last.uuid, "")
