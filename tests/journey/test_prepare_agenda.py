"""Prepare, the agenda."""

from __future__ import annotations

from datetime import time

import pytest

from roadmap_desktop.catalogue.agendas import agendas
from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.agendaitems import (
    ItemField,
    add_item,
    change_item,
    lengthen_item,
    move_item,
    place_item,
    remove_items,
    resize_item,
    use_template,
)
from roadmap_desktop.journey.prepare.district import set_start
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

SAY = Language("en").say


@pytest.mark.parametrize("entry", agendas(), ids=lambda entry: entry.key)
def test_each_template_is_taken_whole(document: Document, entry) -> None:
    use_template(document, entry.key)
    found = agenda(document)
    titles = [SAY(item.name) for session in entry.sessions for item in session.items]
    assert [SAY(row.title) for row in found.rows] == titles
    assert [session.minutes for session in found.sessions] == [session.minutes for session in entry.sessions]


def test_times_follow_from_the_start_of_the_workshop(document: Document) -> None:
    add_item(document, "Welcome", 15)
    add_item(document, "Rate", 30)
    assert agenda(document).rows[0].start is None
    set_start(document, "8:30 am")
    found = agenda(document)
    assert [(row.start, row.end) for row in found.rows] == [(time(8, 30), time(8, 45)), (time(8, 45), time(9, 15))]
    assert (found.minutes, found.sessions[0].end) == (45, time(9, 15))


def test_each_session_starts_at_the_start(document: Document) -> None:
    first = add_item(document, "Welcome", 15)
    second = add_item(document, "Rate", 30)
    set_start(document, "13:00")
    change_item(document, second, ItemField.SESSION, "2")
    assert [(row.uuid, row.start) for row in agenda(document).rows] == [(first, time(13, 0)), (second, time(13, 0))]


def test_an_item_is_moved_up_and_down_and_into_the_next_session(document: Document) -> None:
    one, two, three = (add_item(document, title) for title in ("One", "Two", "Three"))
    change_item(document, three, ItemField.SESSION, "2")
    move_item(document, one, 1)
    assert [row.uuid for row in agenda(document).rows] == [two, one, three]
    move_item(document, one, 1)
    assert [(row.uuid, row.session) for row in agenda(document).rows] == [(two, 1), (one, 2), (three, 2)]
    move_item(document, two, -1)
    assert agenda(document).rows[0].uuid == two


def test_an_item_is_put_anywhere_at_once_and_each_time_is_a_step(document: Document) -> None:
    one, two, three = (add_item(document, title) for title in ("One", "Two", "Three"))
    change_item(document, three, ItemField.SESSION, "2")
    place_item(document, two, 2, 1)
    place_item(document, two, 2, 0)
    assert [(row.uuid, row.session) for row in agenda(document).rows] == [(one, 1), (two, 2), (three, 2)]
    document.undo()
    assert [(row.uuid, row.session) for row in agenda(document).rows] == [(one, 1), (three, 2), (two, 2)]
    document.undo()
    assert [(row.uuid, row.session) for row in agenda(document).rows] == [(one, 1), (two, 1), (three, 2)]


def test_each_drag_of_an_edge_is_a_step_and_quick_keys_are_one(document: Document) -> None:
    uuid = add_item(document, "One", 12)
    resize_item(document, uuid, 20)
    resize_item(document, uuid, 30)
    document.undo()
    assert agenda(document).minutes == 20
    lengthen_item(document, uuid, 1)
    lengthen_item(document, uuid, 1)
    assert agenda(document).minutes == 30
    document.undo()
    assert agenda(document).minutes == 20


def test_an_item_is_added_after_the_one_that_is_selected(document: Document) -> None:
    one = add_item(document, "One")
    add_item(document, "Three")
    add_item(document, "Two", after=one)
    assert [row.title for row in agenda(document).rows] == ["One", "Two", "Three"]


def test_a_title_of_the_room_takes_the_place_of_the_templates(document: Document) -> None:
    use_template(document, "half-day")
    change_item(document, agenda(document).rows[0].uuid, ItemField.TITLE, "Coffee and hello")
    assert agenda(document).rows[0].title == "Coffee and hello"


@pytest.mark.parametrize(
    ("field", "text"),
    [(ItemField.TITLE, " "), (ItemField.MINUTES, "0"), (ItemField.MINUTES, "an hour"), (ItemField.SESSION, "0")],
)
def test_what_an_item_can_not_be_is_refused_beside_its_field(document: Document, field: ItemField, text: str) -> None:
    uuid = add_item(document, "Welcome", 15)
    before = agenda(document)
    with pytest.raises(Refused) as refused:
        change_item(document, uuid, field, text)
    assert refused.value.field == field
    assert agenda(document) == before


def test_another_template_and_removed_items_come_back_by_undo(document: Document) -> None:
    use_template(document, "half-day")
    before = agenda(document)
    remove_items(document, [row.uuid for row in before.rows[:3]])
    use_template(document, "full-day")
    document.undo()
    document.undo()
    assert agenda(document) == before


def test_an_unknown_template_is_refused(document: Document) -> None:
    with pytest.raises(Refused):
        use_template(document, "fortnight")
