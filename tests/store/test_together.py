"""Several changes made as one are one transaction and one step of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.document import Document


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.roadmap", [Workshop(district="Cedar Valley")])
    yield made
    made.close()


def add_school(document: Document, name: str) -> None:
    with document.change(message("Added {name}", name=name)) as session:
        session.add(School(name=name))
        session.flush()
        if not name[0].isupper():
            raise ValueError(name)


def names(document: Document) -> set[str]:
    return {row.name for row in document.rows(select(School.name))}


def add_together(document: Document, *wanted: str) -> None:
    with document.together(message("Pasted")):
        for name in wanted:
            try:
                add_school(document, name)
            except ValueError:
                continue


def add_carelessly(document: Document, *wanted: str) -> None:
    with document.together(message("Pasted")):
        for name in wanted:
            add_school(document, name)


def test_changes_made_together_are_told_once_and_taken_back_by_one_undo(document: Document) -> None:
    heard: list[Change] = []
    document.subscribe(heard.append)
    add_together(document, "Elm", "Oak")
    assert [each.label for each in heard] == [message("Pasted")]
    assert document.undo() == message("Pasted")
    assert names(document) == set()
    document.redo()
    assert names(document) == {"Elm", "Oak"}


def test_a_part_that_is_refused_leaves_nothing_and_the_others_stand(document: Document) -> None:
    add_together(document, "Elm", "oak", "Ash")
    assert names(document) == {"Elm", "Ash"}
    document.undo()
    assert names(document) == set()


def test_what_one_part_changed_is_read_by_the_next(document: Document) -> None:
    with document.together(message("Pasted")):
        add_school(document, "Elm")
        assert names(document) == {"Elm"}


def test_an_error_that_nobody_catches_takes_every_part_back(document: Document) -> None:
    with pytest.raises(ValueError, match="oak"):
        add_carelessly(document, "Elm", "oak")
    assert (names(document), document.undo_label) == (set(), None)


def test_parts_that_are_all_refused_are_no_step(document: Document) -> None:
    add_together(document, "oak", "elm")
    assert document.undo_label is None
    add_school(document, "Elm")  # and a change of its own can begin again
    assert names(document) == {"Elm"}


def test_what_is_remembered_between_parts_is_read_again_once_it_was_touched(document: Document) -> None:
    read: list[int] = []

    def counted() -> int:
        read.append(len(names(document)))
        return read[-1]

    with document.together(message("Pasted")):
        found = [document.remembered("schools", ("school",), counted) for _ in range(2)]
        add_school(document, "Elm")
        found += [document.remembered("schools", ("school",), counted) for _ in range(2)]
        add_school(document, "Oak")
        found.append(document.remembered("schools", ("school",), counted))
    assert (found, read) == ([0, 0, 1, 1, 2], [0, 1, 2])
    document.undo()
    assert document.remembered("schools", ("school",), counted) == 0
