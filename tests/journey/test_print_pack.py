"""The print pack: how many of each paper follow from people and tables, and from what a person says."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.handouts.print_pack import Kind, change_copies, print_pack
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.store.document import Document


def copies(document: Document) -> dict[Kind, int]:
    return {row.kind: row.copies for row in print_pack(document).rows}


def test_papers_are_counted_by_people_and_tables(document: Document) -> None:
    for name, table in (("Ana", "Blue"), ("Ben", "Blue"), ("Cy", "Red")):
        add_participant(document, name, table=table)
    assert list(copies(document).items()) == [
        (Kind.WORKSHEET, 3),
        (Kind.WALL_AGENDA, 1),
        (Kind.SEATING, 1),
        (Kind.TABLE_WORKSHEET, 2),
        (Kind.BALLOT, 3),
        (Kind.SIGNS, 1),
    ]


def test_a_number_of_ones_own_stays_until_it_is_emptied(document: Document) -> None:
    change_copies(document, Kind.BALLOT, "30")
    add_participant(document, "Ana")
    assert (copies(document)[Kind.BALLOT], copies(document)[Kind.WORKSHEET]) == (30, 1)
    change_copies(document, Kind.BALLOT, " ")
    assert copies(document)[Kind.BALLOT] == 1
    document.undo()
    assert copies(document)[Kind.BALLOT] == 30


def test_before_anybody_is_seated_there_is_no_seating_list(document: Document) -> None:
    assert (copies(document)[Kind.SEATING], copies(document)[Kind.SIGNS]) == (0, 0)


@pytest.mark.parametrize("typed", ["many", "-1", "1000", "2.5"])
def test_what_is_no_number_of_copies_is_refused(document: Document, typed: str) -> None:
    with pytest.raises(Refused, match="not a number of copies"):
        change_copies(document, Kind.BALLOT, typed)
