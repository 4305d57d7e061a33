"""What differs between two files of a workshop, and going back to one of them."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from roadmap_desktop.language import message
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.roadmap import Phase
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.copying import looked_at
from roadmap_desktop.store.difference import Changed, KindDifference, differences
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.returning import take_way_back, way_back
from roadmap_desktop.store.trouble import FileTrouble

BACK = message("Went back")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.roadmap", [Workshop(district="Cedar Valley")])
    yield made
    made.close()


def everything(document: Document) -> dict[str, list[tuple[object, ...]]]:
    return {
        table.name: [tuple(row) for row in document.rows(select(table).order_by(table.c.uuid))]
        for table in fact_tables()
    }


def put(document: Document, *facts: object) -> None:
    with document.change(message("Put")) as session:
        session.add_all(facts)


def copy_of(document: Document) -> Path:
    return Path(shutil.copyfile(document.path, document.path.with_name("copy.roadmap")))


def differing(one: Path, other: Path) -> tuple[KindDifference, ...]:
    with closing(looked_at(one)) as here, closing(looked_at(other)) as there:
        return differences(here, there)


def test_a_file_and_its_copy_do_not_differ(document: Document) -> None:
    put(document, School(name="Oak Ridge"))
    assert differing(document.path, copy_of(document)) == ()


def test_each_fact_that_was_added_removed_or_changed_is_named(document: Document) -> None:
    put(document, School(uuid="stays", name="Oak Ridge"), School(uuid="goes", name="Mesa"))
    copy = copy_of(document)
    with document.change(message("Changed")) as session:
        session.get_one(School, "stays").name = "Elm"
        session.delete(session.get_one(School, "goes"))
        session.add(School(uuid="comes", name="Sage"))
    changed = (Changed("stays", ("name",)),)
    assert differing(document.path, copy) == (KindDifference("school", ("comes",), ("goes",), changed),)
    assert differing(copy, document.path) == (KindDifference("school", ("goes",), ("comes",), changed),)


def test_a_file_of_an_older_version_is_compared_by_what_both_have(document: Document) -> None:
    put(document, School(uuid="one", name="Oak Ridge"))
    copy = copy_of(document)
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript("DROP TABLE room_table; ALTER TABLE school DROP COLUMN name")
    put(document, Table(uuid="t", name="1"))
    assert differing(document.path, copy) == (KindDifference("room_table", ("t",), (), ()),)


def test_going_back_is_one_step_and_undo_brings_back_the_present(document: Document) -> None:
    put(document, School(uuid="one", name="Oak Ridge"))
    then, copy = everything(document), copy_of(document)
    with document.change(message("Changed")) as session:
        session.get_one(School, "one").name = "Elm"
        session.add(School(name="Sage"))
    now = everything(document)
    take_way_back(document, way_back(document, copy), BACK)
    assert everything(document) == then
    assert document.undo() == BACK
    assert everything(document) == now


def test_going_back_to_what_is_there_already_is_no_step(document: Document) -> None:
    put(document, School(name="Oak Ridge"))
    take_way_back(document, way_back(document, copy_of(document)), BACK)
    assert document.undo_label == message("Put")


def test_parts_that_moved_to_another_owner_and_their_own_parts_come_along(document: Document) -> None:
    put(document, School(uuid="s", name="Oak"), Wave(uuid="a", name="A"), WaveSchool(uuid="x", wave="a", school="s"))
    then, copy = everything(document), copy_of(document)
    put(document, Wave(uuid="b", name="B"))
    with document.change(message("Moved")) as session:
        session.get_one(WaveSchool, "x").wave = "b"
        session.flush()
        session.execute(delete(Wave).where(Wave.uuid == "a"))
    now = everything(document)
    take_way_back(document, way_back(document, copy), BACK)
    assert everything(document) == then
    document.undo()
    assert everything(document) == now


def test_names_that_two_rows_exchanged_are_exchanged_back(document: Document) -> None:
    put(document, Phase(uuid="a", key="one", name="A", position=1), Phase(uuid="b", key="two", name="B", position=2))
    then, copy = everything(document), copy_of(document)
    for key, uuid in (("", "a"), ("one", "b"), ("two", "a")):
        with document.change(message("Renamed")) as session:
            session.get_one(Phase, uuid).key = key
    take_way_back(document, way_back(document, copy), BACK)
    assert everything(document) == then


def test_a_copy_of_another_version_is_refused(document: Document) -> None:
    copy = copy_of(document)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("ALTER TABLE school DROP COLUMN name")
    with pytest.raises(FileTrouble):
        take_way_back(document, way_back(document, copy), BACK)


moves = st.lists(
    st.tuples(st.sampled_from(["table", "seat", "rename", "leave", "clear"]), st.integers(0, 4)), max_size=12
)


def make(document: Document, move: str, which: int) -> None:
    with document.change(message("Moved")) as session:
        person, table = session.get(Participant, f"p{which}"), session.get(Table, f"t{which}")
        if move == "table" and table is None:
            session.add(Table(uuid=f"t{which}", name=str(which)))
        elif move == "seat" and person is None:
            session.add(Participant(uuid=f"p{which}", name="Ana", table=f"t{which}" if table else None))
        elif move == "rename" and person is not None:
            person.name += "."
        elif move == "leave" and person is not None:
            session.delete(person)
        elif move == "clear" and table is not None:
            session.execute(delete(Table).where(Table.uuid == table.uuid))


@given(moves, moves)
@settings(max_examples=15)
def test_from_any_state_one_can_go_back_to_any_earlier_one(
    before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        document = Document.create(Path(folder) / "a.roadmap", [Workshop(district="A")])
        for move in before:
            make(document, *move)
        then, copy = everything(document), copy_of(document)
        for move in after:
            make(document, *move)
        now = everything(document)
        take_way_back(document, way_back(document, copy), BACK)
        assert everything(document) == then
        if then != now:
            document.undo()
        assert everything(document) == now
        document.close()
