"""Voting on use cases: counted without names, doubted where it can't be, and each figure taken back by one undo."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.showing.usecases import shown
from roadmap_desktop.journey.usecases.collecting import pick_from_catalogue, remove_use_cases
from roadmap_desktop.journey.usecases.several import write_several
from roadmap_desktop.journey.usecases.voting import clear, count, give, result, since, vote_again, voted, voting
from roadmap_desktop.language import Language
from roadmap_desktop.rules.voting import Way
from roadmap_desktop.store.document import Document

SAY = Language("en").say


def vote(document: Document, *values: str) -> list[str]:
    """Dots for three use cases, in a room of four."""
    for name in ("Ann", "Bo", "Cy", "Di"):
        add_participant(document, name)
    uuids = list(pick_from_catalogue(document, ["writing-feedback", "meeting-notes", "bus-routes"]))
    for uuid, value in zip(uuids, values, strict=True):
        give(document, Way.DOTS, uuid, value)
    return uuids


def test_dots_are_counted_and_the_room_list_says_how_many_voted(document: Document) -> None:
    vote(document, "1", "", "4")
    found = voting(document, Way.DOTS)
    assert [(row.value, row.place) for row in found.rows] == [(1, 2), (0, None), (4, 1)]
    assert (found.voters, found.blanks, found.at) == (4, 0, document.now())
    assert SAY(result(found)) == "Bus routes leads."
    assert voting(document, Way.SLIPS).given == 0


def test_more_dots_than_the_room_has_and_a_tie_are_pointed_out(document: Document) -> None:
    vote(document, "2", "0", "3")
    count(document, Way.DOTS, voters=4, blanks=2)
    said = [SAY(each) for each in voting(document, Way.DOTS).doubts]
    assert said == [
        "5 are given, but 2 who voted have 2 in all.",
        "More than 1 from each: Bus routes.",
        "Bus routes and Feedback on drafts of student writing are as good as equal.",
    ]


def test_a_check_says_whether_the_room_agrees(document: Document) -> None:
    give(document, Way.FIST, "3", "4")
    assert SAY(result(voting(document, Way.FIST))) == "The room agrees: 3.0 fingers on average, 0 under two."
    give(document, Way.FIST, "0", "1")
    found = voting(document, Way.FIST)
    assert (found.voters, found.agreed and found.agreed.agrees) == (5, False)
    document.undo()
    assert voting(document, Way.FIST).voters == 4


def test_a_vote_is_cleared_whole_and_a_use_case_that_goes_takes_its_dots_along(document: Document) -> None:
    uuids = vote(document, "1", "1", "2")
    remove_use_cases(document, uuids[:1])
    assert voting(document, Way.DOTS).given == 3
    clear(document, Way.DOTS)
    assert (voting(document, Way.DOTS).given, voting(document, Way.DOTS).at) == (0, None)
    document.undo()
    assert voting(document, Way.DOTS).given == 3


def test_what_is_no_number_of_votes_is_refused(document: Document) -> None:
    uuids = vote(document, "1", "1", "2")
    for text in ("-1", "many", "2.5", "99999999"):
        with pytest.raises(Refused):
            give(document, Way.DOTS, uuids[0], text)
    with pytest.raises(Refused):
        count(document, Way.DOTS, voters=2, blanks=3)


def test_a_second_vote_keeps_the_first_and_says_what_moved(document: Document) -> None:
    north, south = write_several(document, "North\nSouth")
    with pytest.raises(Refused):
        vote_again(document, Way.DOTS)
    give(document, Way.DOTS, north, "5")
    give(document, Way.DOTS, south, "3")
    vote_again(document, Way.DOTS)
    assert (voting(document, Way.DOTS).given, voting(document, Way.DOTS).at) == (0, None)
    give(document, Way.DOTS, north, "2")
    give(document, Way.DOTS, south, "6")
    assert [[row.value for row in each.rows] for each in voted(document, Way.DOTS)] == [[5, 3], [2, 6]]
    said = Language("en").say(since(voting(document, Way.DOTS)))
    assert said == "Since round 1: North from place 1 to 2 and South from place 2 to 1."
    found = shown(document, Language("en"))["votes"]["dots"]
    assert (found["round"], found["given"]) == (2, {"North": 2, "South": 6})
    assert [(each["round"], each["given"], bool(each["at"])) for each in found["rounds"]] == [
        (1, {"North": 5, "South": 3}, True),
        (2, {"North": 2, "South": 6}, True),
    ]
    assert found["moved"] == [{"name": "North", "before": 1, "now": 2}, {"name": "South", "before": 2, "now": 1}]


def test_clearing_takes_only_the_last_round_and_undo_gives_it_back(document: Document) -> None:
    give(document, Way.FIST, "3", "4")
    vote_again(document, Way.FIST)
    give(document, Way.FIST, "5", "4")
    clear(document, Way.FIST)
    assert [each.given for each in voted(document, Way.FIST)] == [4]
    document.undo()
    assert [each.round for each in voted(document, Way.FIST)] == [1, 2]
