"""Prepare, the tables of the room."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.prepare.balancing import Wish, balance, take_balance, wished_tables
from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.people import add_people
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.journey.prepare.seating import add_table, name_table, pin, remove_table, sit, swap
from roadmap_desktop.journey.prepare.tables import tables, without_teacher
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.showing.prepare import shown
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

SAY = Language("en").say


@pytest.fixture
def room(document: Document) -> Document:
    """Four teachers at table 1, two board members at table 2, two parents without a table."""
    people = [(f"Teacher {n}", "teacher", "1") for n in range(4)] + [(f"Board {n}", "board", "2") for n in (0, 1)]
    people += [(f"Parent {n}", "family", "") for n in (0, 1)]
    keys = (PersonField.NAME, PersonField.PERSPECTIVE, PersonField.TABLE)
    add_people(document, [dict(zip(keys, each, strict=True)) for each in people])
    return document


def uuid(document: Document, name: str) -> str:
    return next(each.uuid for each in tables(document).people if each.name == name)


def at(document: Document) -> dict[str, list[str]]:
    return {card.name: [each.name for each in card.people] for card in tables(document).tables}


def test_a_table_says_whose_voice_it_lacks(room: Document) -> None:
    first, second = tables(room).tables
    assert [SAY(words) for words in first.absent] == ["no parent", "no student"]
    assert [SAY(words) for words in second.absent] == ["no teacher", "no parent", "no student"]
    assert without_teacher((first, second)) == ("2",)
    assert [each.name for each in tables(room).waiting] == ["Parent 0", "Parent 1"]


def test_a_person_sits_elsewhere_in_one_step_and_an_emptied_table_stays(room: Document) -> None:
    two = tables(room).tables[1].uuid
    for name in ("Board 0", "Board 1"):
        sit(room, uuid(room, name), "")
    assert at(room)["2"] == []
    sit(room, uuid(room, "Parent 0"), two)
    assert at(room)["2"] == ["Parent 0"]
    room.undo()
    assert at(room)["2"] == []


def test_two_people_change_places_and_undo_brings_both_back(room: Document) -> None:
    before = at(room)
    swap(room, uuid(room, "Teacher 0"), uuid(room, "Board 1"))
    assert at(room) == {"1": ["Teacher 1", "Teacher 2", "Teacher 3", "Board 1"], "2": ["Teacher 0", "Board 0"]}
    room.undo()
    assert at(room) == before


def test_nothing_changes_while_a_balance_is_only_looked_at(room: Document) -> None:
    before = tables(room)
    found = balance(room, Wish(2))
    assert [len(card.people) for card in found.cards] == [4, 4]
    assert without_teacher(found.cards) == ()
    assert {SAY(person.came_from) for person, _ in found.moves} <= {"1", "2", "no table"}
    assert tables(room) == before


def test_a_balance_is_taken_as_it_was_shown_in_one_step(room: Document) -> None:
    before = at(room)
    found = balance(room, Wish(3))
    take_balance(room, found)
    assert at(room) == {card.name: [each.name for each in card.people] for card in found.cards}
    assert list(at(room)) == ["1", "2", "Table 1"]
    room.undo()
    assert at(room) == before


def test_who_stays_is_not_moved_unless_that_is_wished(room: Document) -> None:
    for number in range(4):
        pin(room, uuid(room, f"Teacher {number}"), pinned=True)
    assert len(balance(room, Wish(2)).cards[0].people) == 4
    assert without_teacher(balance(room, Wish(2)).cards) == ("2",)
    assert without_teacher(balance(room, Wish(2, keep_pinned=False)).cards) == ()


def test_fewer_tables_leave_the_one_where_somebody_stays(room: Document) -> None:
    pin(room, uuid(room, "Board 0"), pinned=True)
    take_balance(room, balance(room, Wish(1)))
    assert list(at(room)) == ["2"]


def test_a_balanced_room_has_nothing_to_take(room: Document) -> None:
    take_balance(room, balance(room, Wish(2)))
    again = balance(room, Wish(2))
    assert again.moves == ()
    with pytest.raises(Refused):
        take_balance(room, again)


def test_without_tables_they_are_proposed_for_about_six_people(document: Document) -> None:
    add_people(document, [{PersonField.NAME: f"P{number}"} for number in range(18)])
    assert wished_tables(tables(document)) == 3
    take_balance(document, balance(document, Wish(3)))
    assert [len(people) for people in at(document).values()] == [6, 6, 6]
    assert participants(document).without_table == 0


def test_tables_are_added_named_and_removed(room: Document) -> None:
    made = add_table(room)
    name_table(room, made, "By the window")
    assert list(at(room)) == ["1", "2", "By the window"]
    for wrong in ("", "1"):
        with pytest.raises(Refused):
            name_table(room, made, wrong)
    remove_table(room, made)
    assert list(at(room)) == ["1", "2"]


def test_what_can_not_be_is_refused_and_changes_nothing(room: Document) -> None:
    before = at(room)
    for move in (
        lambda: remove_table(room, tables(room).tables[0].uuid),
        lambda: pin(room, uuid(room, "Parent 0"), pinned=True),
        lambda: sit(room, "nobody", ""),
        lambda: sit(room, uuid(room, "Parent 0"), "nowhere"),
        lambda: balance(room, Wish(0)),
    ):
        with pytest.raises(Refused):
            move()
    assert at(room) == before


def test_other_programs_read_what_each_table_has_and_no_names(room: Document) -> None:
    found = shown(room, Language("en"))["seating"]
    assert found == [
        {"table": "1", "people": 4, "perspectives": {"teacher": 4}, "has_teacher": True},
        {"table": "2", "people": 2, "perspectives": {"board": 2}, "has_teacher": False},
    ]
