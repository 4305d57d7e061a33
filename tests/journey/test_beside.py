"""Beside the stages: what is parked and who does what keep where they came from."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_desktop.handouts.full_roadmap import full_roadmap
from roadmap_desktop.handouts.pieces import ListOf, Table
from roadmap_desktop.journey.beside.actions import ActionField, actions, add_action, edit_action, remove_actions
from roadmap_desktop.journey.beside.counts import beside_counts
from roadmap_desktop.journey.beside.parking import make_action, park, parking_lot, unpark, word_parked
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

PICTURE = Target("readiness", "picture")


def test_what_is_parked_keeps_its_stage_step_and_time(document: Document) -> None:
    park(document, "Phones in classrooms", PICTURE)
    (row,) = parking_lot(document)
    assert row.origin is not None
    assert (row.text, row.origin.target, row.at) == ("Phones in classrooms", PICTURE, document.now())
    assert Language("en").say(row.origin.words) == "Readiness: Picture"


def test_parking_is_one_step_of_undo(document: Document) -> None:
    park(document, "Phones in classrooms", PICTURE)
    document.undo()
    assert parking_lot(document) == ()


def test_something_parked_becomes_an_action_with_the_same_origin(document: Document) -> None:
    uuid = make_action(document, park(document, "Ask the union", PICTURE))
    (row,) = actions(document)
    assert (row.uuid, row.text, row.origin and row.origin.target) == (uuid, "Ask the union", PICTURE)
    assert parking_lot(document) == ()


def test_an_action_is_late_when_its_day_has_passed_and_it_is_not_done(document: Document) -> None:
    uuid = add_action(document, "Book the bus", owner="Ana")
    edit_action(document, uuid, ActionField.DUE, "2026-08-01")
    assert actions(document)[0].late
    edit_action(document, uuid, ActionField.DONE, "yes")
    assert not actions(document)[0].late


def test_what_is_to_be_done_comes_first_by_its_day(document: Document) -> None:
    done, later, sooner, undated = (add_action(document, text) for text in ("a", "b", "c", "d"))
    edit_action(document, done, ActionField.DONE, "yes")
    for uuid, day in ((later, "2026-10-01"), (sooner, "2026-09-01")):
        edit_action(document, uuid, ActionField.DUE, day)
    assert [row.uuid for row in actions(document)] == [sooner, later, undated, done]
    assert actions(document)[0].due == date(2026, 9, 1)


def test_the_rail_counts_what_is_parked_to_be_done_and_decided(document: Document) -> None:
    park(document, "One")
    park(document, "Two")
    edit_action(document, add_action(document, "Done already"), ActionField.DONE, "yes")
    add_action(document, "To do")
    assert Language("en").say(beside_counts(document).words) == "parking lot 2 · actions 1 · decisions 0"


@pytest.mark.parametrize("move", [park, add_action])
def test_nothing_typed_is_refused(document: Document, move: object) -> None:
    assert callable(move)
    with pytest.raises(Refused):
        move(document, "  ")


def test_what_is_gone_cant_be_changed(document: Document) -> None:
    parked, action = park(document, "One"), add_action(document, "Two")
    unpark(document, [parked])
    remove_actions(document, [action])
    for move in (lambda: word_parked(document, parked, "x"), lambda: make_action(document, parked)):
        with pytest.raises(Refused):
            move()
    with pytest.raises(Refused):
        edit_action(document, action, ActionField.TEXT, "x")


def test_the_full_roadmap_prints_actions_by_owner_and_what_was_parked(document: Document) -> None:
    for owner in ("", "Zoe", "Ana"):
        add_action(document, "Something", owner=owner)
    park(document, "Phones", PICTURE)
    pieces = full_roadmap(document, Language("en")).pieces
    (table,) = (each for each in pieces if isinstance(each, Table) and each.origin == "actions")
    assert [row[0] for row in table.rows] == ["Ana", "Zoe", "nobody yet"]
    (parked,) = (each for each in pieces if isinstance(each, ListOf) and each.origin == "parked")
    assert [item.words for item in parked.items] == ["Phones (from Readiness: Picture)"]
