"""The workshop file: what is saved is on disk, and every move can be taken back and made again."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from roadmap_desktop.language import message
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.usecases import Criterion
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble

NOON = datetime(2026, 8, 12, 12, 0)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def everything(document: Document) -> dict[str, list[tuple[object, ...]]]:
    """All facts of the file, by kind, in the order of their uuids."""
    return {
        table.name: [tuple(row) for row in document.rows(select(table).order_by(table.c.uuid))]
        for table in fact_tables()
    }


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def document(tmp_path: Path, clock: Clock) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.roadmap", [Workshop(district="Cedar Valley")], clock)
    yield made
    made.close()


def add_school(document: Document, name: str, fold: str = "") -> str:
    with document.change(message("Added {name}", name=name), fold=fold) as session:
        school = School(name=name)
        session.add(school)
    return school.uuid


def rename(document: Document, uuid: str, name: str, fold: str = "") -> None:
    with document.change(message("Renamed {name}", name=name), fold=fold) as session:
        session.get_one(School, uuid).name = name


def fail_half_way(document: Document) -> None:
    with document.change(message("Broke")) as session:
        session.add(School(name="Half"))
        session.flush()
        raise LookupError


def test_a_new_workshop_has_nothing_to_undo(document: Document) -> None:
    assert document.undo_label is None
    assert document.undo() is None


def test_what_is_saved_is_there_when_the_file_is_opened_again(document: Document) -> None:
    add_school(document, "Oak Ridge")
    again = Document.open(document.path, read_only=True)
    assert [row.name for row in again.rows(select(School.name))] == ["Oak Ridge"]
    again.close()


def test_undo_reaches_back_across_a_restart(document: Document) -> None:
    before = everything(document)
    add_school(document, "Oak Ridge")
    document.close()
    again = Document.open(document.path)
    assert again.undo() == message("Added {name}", name="Oak Ridge")
    assert everything(again) == before
    again.close()


def test_a_move_after_an_undo_leaves_nothing_to_redo(document: Document) -> None:
    add_school(document, "Oak Ridge")
    document.undo()
    add_school(document, "Mesa")
    assert document.redo_label is None


def test_a_move_that_fails_changes_neither_facts_nor_history(document: Document) -> None:
    add_school(document, "Oak Ridge")
    before = everything(document)
    with pytest.raises(LookupError):
        fail_half_way(document)
    assert everything(document) == before
    assert document.undo_label == message("Added {name}", name="Oak Ridge")


def test_a_move_that_changes_nothing_is_no_step(document: Document) -> None:
    uuid = add_school(document, "Oak Ridge")
    heard: list[object] = []
    document.subscribe(heard.append)
    rename(document, uuid, "Oak Ridge")
    assert document.undo_label == message("Added {name}", name="Oak Ridge")
    assert heard == []


def test_a_move_that_changes_nothing_leaves_redo_as_it_was(document: Document) -> None:
    uuid = add_school(document, "Oak Ridge")
    add_school(document, "Mesa")
    document.undo()
    rename(document, uuid, "Oak Ridge")
    assert document.redo_label == message("Added {name}", name="Mesa")


def test_changes_do_not_nest(document: Document) -> None:
    with pytest.raises(RuntimeError, match="inside"), document.change(message("Outer")):
        add_school(document, "Inner")


def test_quick_typing_in_one_field_is_one_step(document: Document, clock: Clock) -> None:
    uuid = add_school(document, "Oak Ridge")
    for text in ("Oak", "Oak R", "Oak Ridges"):
        clock.now += timedelta(seconds=1)
        rename(document, uuid, text, fold=f"name:{uuid}")
    document.undo()
    assert [row.name for row in document.rows(select(School.name))] == ["Oak Ridge"]


def test_typing_after_a_pause_is_a_step_of_its_own(document: Document, clock: Clock) -> None:
    uuid = add_school(document, "Oak Ridge")
    rename(document, uuid, "Oak", fold=f"name:{uuid}")
    clock.now += timedelta(minutes=1)
    rename(document, uuid, "Elm", fold=f"name:{uuid}")
    document.undo()
    assert [row.name for row in document.rows(select(School.name))] == ["Oak"]


def test_listeners_hear_kinds_and_ids_of_moves_undo_and_redo(document: Document) -> None:
    heard: list[tuple[frozenset[str], frozenset[str]]] = []
    document.subscribe(lambda change: heard.append((change.kinds, change.ids)))
    uuid = add_school(document, "Oak Ridge")
    document.undo()
    document.redo()
    assert heard == [(frozenset({"school"}), frozenset({uuid}))] * 3


def test_removing_a_table_and_undoing_it_seats_everybody_again(document: Document) -> None:
    with document.change(message("Seated")) as session:
        table = Table(name="1")
        session.add_all([table, *(Participant(name=name, table=table.uuid) for name in "ABC")])
    before = everything(document)
    with document.change(message("Removed a table")) as session:
        session.execute(delete(Table))
    assert everything(document) != before
    document.undo()
    assert everything(document) == before


@pytest.mark.parametrize("weight", [0.1 + 0.2, 1 / 3, 1e-17, 2.0, 12345678.123456789])
def test_numbers_come_back_to_the_last_bit(document: Document, weight: float) -> None:
    with document.change(message("Added")) as session:
        session.add(Criterion(name="Reach", weight=weight))
    with document.change(message("Removed")) as session:
        session.execute(delete(Criterion))
    document.undo()
    assert [row.weight for row in document.rows(select(Criterion.weight))] == [weight]


def test_what_is_remembered_is_forgotten_when_its_kind_changes(document: Document) -> None:
    def schools() -> int:
        return document.remembered("schools", ("school",), lambda: len(document.rows(select(School.uuid))))

    assert schools() == 0
    add_school(document, "Oak Ridge")
    assert schools() == 1
    document.undo()
    assert schools() == 0


def test_a_reader_in_another_thread_changes_nothing(document: Document) -> None:
    reader = document.reader()
    with pytest.raises(FileTrouble):
        add_school(reader, "Oak Ridge")
    reader.close()


@given(
    st.lists(
        st.tuples(st.sampled_from(["add", "rename", "remove", "undo", "redo"]), st.integers(0, 5)),
        max_size=25,
    )
)
@settings(max_examples=15, deadline=None)
def test_undoing_all_and_redoing_all_gives_every_state_again(moves: list[tuple[str, int]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        document = Document.create(Path(folder) / "a.roadmap", [Workshop(district="A")], Clock())
        for move, which in moves:
            schools = [row.uuid for row in document.rows(select(School.uuid).order_by(School.uuid))]
            if move == "add":
                add_school(document, f"School {which}")
            elif move == "rename" and schools:
                rename(document, schools[which % len(schools)], f"Name {which}")
            elif move == "remove" and schools:
                with document.change(message("Removed")) as session:
                    session.execute(delete(School).where(School.uuid == schools[which % len(schools)]))
            elif move in ("undo", "redo"):
                getattr(document, move)()
        while document.redo():
            pass
        states = [everything(document)]
        while document.undo():
            states.append(everything(document))
        assert states[-1]["school"] == []
        for state in reversed(states[:-1]):
            document.redo()
            assert everything(document) == state
        document.close()
