"""Prepare, a list of people: who is new, who is here, who is left out; taken in one step."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.prepare.peoplelist import PeopleTaken, Verdict, judged, take_people
from roadmap_desktop.journey.prepare.personfields import PersonField as F
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.store.document import Document

LINES = (
    (2, {F.NAME: "Ana Ruiz", F.ROLE: "Principal", F.TABLE: "2", F.SCHOOL: "Cedar"}),
    (3, {F.NAME: "Bo Lee", F.PERSPECTIVE: "Parent", F.SCHOOL: "Hogwarts"}),
    (4, {F.NAME: "bo  lee", F.PERSPECTIVE: "Board"}),
    (5, {F.NAME: "", F.PERSPECTIVE: "Board"}),
    (6, {F.NAME: "Cy", F.PERSPECTIVE: "Wizards"}),
)


@pytest.fixture
def room(document: Document) -> Document:
    add_school(document, "Cedar Middle School")
    add_participant(document, "Ana Ruiz", role="Teacher", table="1")
    return document


def test_each_line_says_what_it_is_taken_for(room: Document) -> None:
    found = judged(room, LINES)
    new, known, twice, nameless = Verdict.NEW, Verdict.KNOWN, Verdict.TWICE, Verdict.NAMELESS
    assert [each.verdict for each in found] == [known, new, twice, nameless, new]
    assert [each.perspective for each in found] == ["school_leadership", "family", "board", "board", ""]
    assert [each.unclear for each in found] == [(), ("Hogwarts",), (), (), ("Wizards",)]
    assert found[0].school == "Cedar Middle School"


def test_what_a_person_says_a_word_means_holds_for_every_line(room: Document) -> None:
    assert judged(room, LINES, {"Wizards": "technology"})[-1].perspective == "technology"


def test_a_list_is_taken_in_one_step_and_again_changes_nothing(room: Document) -> None:
    before = participants(room)
    assert take_people(room, judged(room, LINES), source="room.csv") == PeopleTaken(added=2, updated=1, unchanged=0)
    rows = {row.name: (row.role, row.perspective, row.table, row.school) for row in participants(room).rows}
    assert rows == {
        "Ana Ruiz": ("Principal", "school_leadership", "2", "Cedar Middle School"),
        "Bo Lee": ("", "family", "", ""),
        "Cy": ("", "", "", ""),
    }
    assert take_people(room, judged(room, LINES)) == PeopleTaken(added=0, updated=0, unchanged=3)
    room.undo()
    assert participants(room) == before


def test_a_list_of_nobody_is_refused(room: Document) -> None:
    with pytest.raises(Refused):
        take_people(room, judged(room, LINES[3:4]))
