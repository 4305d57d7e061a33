"""The history of a workshop: read a few steps at a time, gone to at any point, kept within its bounds."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, event, select

from roadmap_desktop.language import message
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store import history
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.history import START, KindCount, State
from tests.store.test_document import Clock, add_school, everything, rename


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.roadmap", [Workshop(district="Cedar Valley")], Clock())
    yield made
    made.close()


def listed(document: Document) -> list[tuple[int, str]]:
    """Ids and states of all steps, the newest first."""
    with document.read() as connection:
        return [(step.id, step.state.value) for step in history.steps(connection, limit=1000)]


def schools(document: Document) -> list[str]:
    return sorted(row.name for row in document.rows(select(School.name)))


def test_steps_are_read_newest_first_and_a_few_at_a_time(document: Document) -> None:
    for name in "ABCDE":
        add_school(document, name)
    with document.read() as connection:
        newest = history.steps(connection, limit=2)
        older = history.steps(connection, limit=2, before=newest[-1].id)
    assert [step.id for step in (*newest, *older)] == [5, 4, 3, 2]
    assert newest[0].label == message("Added {name}", name="E")


def test_going_back_takes_several_steps_at_once_and_one_can_come_back(document: Document) -> None:
    states = [everything(document)]
    for name in "ABCD":
        add_school(document, name)
        states.append(everything(document))
    assert document.go_to(2)
    assert everything(document) == states[2]
    assert listed(document) == [(4, "undone"), (3, "undone"), (2, "done"), (1, "done")]
    assert document.go_to(4)
    assert everything(document) == states[4]


def test_going_somewhere_is_one_change_that_names_all_kinds_and_ids(document: Document) -> None:
    uuid = add_school(document, "A")
    with document.change(message("Seated")) as session:
        table = Table(name="1")
        session.add(table)
    heard: list[Change] = []
    document.subscribe(heard.append)
    document.go_to(START)
    assert [(change.kinds, change.ids) for change in heard] == [
        (frozenset({"school", "room_table"}), frozenset({uuid, table.uuid}))
    ]


def test_the_beginning_of_the_history_is_a_point_too(document: Document) -> None:
    before = everything(document)
    add_school(document, "A")
    assert document.go_to(START)
    assert everything(document) == before
    assert document.redo_label == message("Added {name}", name="A")


def test_going_where_one_is_changes_nothing(document: Document) -> None:
    add_school(document, "A")
    heard: list[Change] = []
    document.subscribe(heard.append)
    assert not document.go_to(1)
    assert heard == []


def test_no_way_leads_to_a_step_that_was_left_behind_but_what_it_changed_is_known(document: Document) -> None:
    add_school(document, "A")
    document.undo()
    add_school(document, "B")
    assert listed(document) == [(2, "done"), (1, "left")]
    assert not document.go_to(1)
    with document.read() as connection:
        assert history.way_to(connection, 1) is None
        assert history.counts_of(connection, 1) == (KindCount("school", 1, 0, 0),)


def test_what_would_change_is_counted_net_of_what_comes_and_goes(document: Document) -> None:
    kept = add_school(document, "A")
    gone = add_school(document, "B")
    rename(document, kept, "C")
    with document.change(message("Removed")) as session:
        session.delete(session.get_one(School, gone))
    add_school(document, "D")
    with document.read() as connection:
        way = history.way_to(connection, 1, names=2)
        assert way is not None
        assert (way.state, way.steps, way.labels[1]) == (State.DONE, 4, message("Removed"))
        assert history.counts_to(connection, 1, way) == (KindCount("school", 0, 1, 1),)


def test_parts_come_back_with_their_owner(document: Document) -> None:
    with document.change(message("Seated")) as session:
        table = Table(name="1")
        session.add_all([table, *(Participant(name=name, table=table.uuid) for name in "ABC")])
    before = everything(document)
    with document.change(message("Removed")) as session:
        session.delete(session.get_one(Table, table.uuid))
    add_school(document, "D")
    document.go_to(1)
    assert everything(document) == before


def test_rows_that_exchange_what_only_one_may_have_are_brought_back(document: Document) -> None:
    with document.change(message("Began")) as session:
        wave, first, second = Wave(name="1"), School(name="A"), School(name="B")
        places = [WaveSchool(school=first.uuid, wave=wave.uuid), WaveSchool(school=second.uuid, wave=wave.uuid)]
        session.add_all([wave, first, second, *places])
    before = everything(document)
    third = add_school(document, "C")
    for place, school in ((0, third), (1, first.uuid), (0, second.uuid)):
        with document.change(message("Changed places")) as session:
            session.get_one(WaveSchool, places[place].uuid).school = school
    document.go_to(1)
    assert everything(document) == before


def test_rows_that_changed_places_in_one_move_are_brought_back_and_again(document: Document) -> None:
    with document.change(message("Began")) as session:
        wave, first, second = Wave(name="1"), School(name="A"), School(name="B")
        places = [WaveSchool(school=first.uuid, wave=wave.uuid), WaveSchool(school=second.uuid, wave=wave.uuid)]
        session.add_all([wave, first, second, *places])
    before = everything(document)
    with document.change(message("Changed places")) as session:
        session.execute(delete(WaveSchool))
        for place, school in zip(places, (second, first), strict=True):
            session.add(WaveSchool(uuid=place.uuid, school=school.uuid, wave=wave.uuid))
    after = everything(document)
    document.undo()
    assert everything(document) == before
    document.redo()
    assert everything(document) == after


def statements_of(document: Document, move: Callable[[], object]) -> int:
    """How many statements a move sends to the file."""
    sent: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        move()
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    return len(sent)


def test_taking_back_a_large_move_and_making_it_again_asks_no_more_than_a_small_one(document: Document) -> None:
    with document.change(message("Seated")) as session:
        session.add(table := Table(name="1"))
    sent = []
    for people in (1, 200):
        with document.change(message("Imported")) as session:
            session.add_all([Participant(name=str(each), table=table.uuid) for each in range(people)])
        sent.append([statements_of(document, move) for move in (document.undo, document.redo)])
    assert sent[0] == sent[1]


def test_what_another_program_added_to_a_row_loses_only_its_reference_when_that_row_is_taken_back(
    document: Document,
) -> None:
    school = add_school(document, "A")
    with sqlite3.connect(document.path) as connection:
        columns = [(row[1], row[2]) for row in connection.execute("PRAGMA table_info(participant)")]
        values = {"uuid": "x", "name": "Ana", "school": school, "position": 0, "table": None}
        row = [values.get(name, 0 if kind == "BOOLEAN" else "") for name, kind in columns]
        connection.execute(f"INSERT INTO participant VALUES ({', '.join('?' * len(row))})", row)
    connection.close()
    document.undo()
    assert [(row.name, row.school) for row in document.rows(select(Participant.name, Participant.school))] == [
        ("Ana", None)
    ]
    document.check()


@given(st.lists(st.tuples(st.sampled_from(["add", "rename", "undo", "go"]), st.integers(0, 9)), max_size=15))
@settings(max_examples=10, deadline=None)
def test_every_point_is_the_state_it_was_whatever_the_way(moves: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        document = Document.create(Path(folder) / "a.roadmap", [Workshop(district="A")], Clock())
        known = {START: everything(document)}
        for move, which in moves:
            found = [row.uuid for row in document.rows(select(School.uuid).order_by(School.uuid))]
            if move == "add":
                add_school(document, f"School {which}")
            elif move == "rename" and found:
                rename(document, found[which % len(found)], f"Name {which}")
            elif move == "undo":
                document.undo()
            elif move == "go":
                document.go_to(which)
            with document.read() as connection:
                here = history.present(connection)
            assert everything(document) == known.setdefault(here, everything(document))
        document.close()


def test_the_oldest_steps_go_first_and_the_facts_stay(document: Document) -> None:
    for name in "ABCDE":
        add_school(document, name)
    before = everything(document)
    assert not document.trim(most_steps=2)
    assert [step for step, _ in listed(document)] == [5, 4]
    assert everything(document) == before
    document.go_to(START)
    assert schools(document) == ["A", "B", "C"]


def test_what_belongs_to_a_step_goes_with_it(document: Document) -> None:
    for name in "ABC":
        add_school(document, name)
    document.trim(most_steps=1)
    with sqlite3.connect(document.path) as connection:
        assert connection.execute("SELECT DISTINCT step FROM history").fetchall() == [(3,)]


def test_the_newest_step_stays_whatever_its_size(document: Document) -> None:
    add_school(document, "A")
    add_school(document, "B" * 200_000)
    document.trim(most_bytes=1000)
    assert listed(document) == [(2, "done")]
    document.undo()
    assert schools(document) == ["A"]


def test_steps_that_can_be_made_again_are_not_taken_away(document: Document) -> None:
    for name in "ABCD":
        add_school(document, name)
    document.go_to(2)
    document.trim(most_steps=0)
    assert [step for step, _ in listed(document)] == [4, 3, 2]
    document.go_to(4)
    assert schools(document) == ["A", "B", "C", "D"]


def test_a_long_history_is_trimmed_in_parts(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap_desktop.store.trimming.AT_A_TIME", 2)
    for name in "ABCDE":
        add_school(document, name)
    assert document.trim(most_steps=2)
    assert not document.trim(most_steps=2)
    assert [step for step, _ in listed(document)] == [5, 4]
