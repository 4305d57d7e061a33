"""Many use cases written at once, and two similar ones made one: nothing counted is lost, one undo parts them."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases.collecting import UseCaseField, edit_use_case, write_use_case
from roadmap_desktop.journey.usecases.facts import criteria, use_cases
from roadmap_desktop.journey.usecases.joining import alike_first, join_use_cases, joining
from roadmap_desktop.journey.usecases.measuring import edit_outcome
from roadmap_desktop.journey.usecases.scoring import score
from roadmap_desktop.journey.usecases.several import read_several, write_several
from roadmap_desktop.journey.usecases.votes import votes
from roadmap_desktop.journey.usecases.voting import give, voting
from roadmap_desktop.journey.voices import ROOM
from roadmap_desktop.language import Language
from roadmap_desktop.rules.usecases import OutcomePart
from roadmap_desktop.rules.voting import Way
from roadmap_desktop.store.document import Document

SAY = Language("en").say


@pytest.fixture
def pair(document: Document) -> tuple[str, str]:
    """Two use cases with votes and scores; one score of the room is given to both."""
    first, second = write_several(document, "Draft bus notices\nWrite bus notices")
    give(document, Way.DOTS, first, "2")
    give(document, Way.DOTS, second, "3")
    give(document, Way.SLIPS, second, "4")
    asked = criteria(document)
    score(document, first, asked[0].uuid, ROOM, 5)
    score(document, second, asked[0].uuid, ROOM, 1)
    score(document, second, asked[1].uuid, ROOM, 2)
    edit_use_case(document, second, UseCaseField.RISK, "H")
    edit_outcome(document, second, OutcomePart.MEASURE, "Minutes a week")
    return first, second


def test_each_line_is_a_use_case_and_known_ones_come_with_their_risk(document: Document) -> None:
    write_use_case(document, "Own idea")
    text = "- Bus routes\n\n2. New thing\n• new  thing\nown idea\n"
    found = read_several(document, text)
    assert ([name for name, _ in found.new], found.here) == (["Bus routes", "New thing"], ("new thing", "own idea"))
    write_several(document, text, level="classroom")
    assert [(SAY(each.name), each.level, each.risk) for each in use_cases(document)] == [
        ("Own idea", "district", "L"),
        ("Bus routes", "district", "M"),
        ("New thing", "classroom", "L"),
    ]
    document.undo()
    assert len(use_cases(document)) == 1


def test_lines_without_a_new_name_are_refused(document: Document) -> None:
    with pytest.raises(Refused, match="no new use case"):
        write_several(document, "\n  - \n")


def test_votes_add_up_and_scores_follow_where_there_is_none(document: Document, pair: tuple[str, str]) -> None:
    join_use_cases(document, *pair)
    assert [row.value for row in voting(document, Way.DOTS).rows] == [5]
    assert [row.value for row in voting(document, Way.SLIPS).rows] == [4]
    assert votes(document).means[0][:3] == (5.0, 2.0, None)


def test_the_stricter_risk_holds_and_the_outcome_comes_over(document: Document, pair: tuple[str, str]) -> None:
    join_use_cases(document, *pair)
    (found,) = use_cases(document)
    assert (SAY(found.name), found.risk, found.outcome.measure) == ("Draft bus notices", "H", "Minutes a week")


def test_what_joining_does_is_told_before(document: Document, pair: tuple[str, str]) -> None:
    assert [SAY(each) for each in joining(document, *pair).lines] == [
        "7 votes are added to it.",
        "1 score comes over.",
        "1 score was given to both: the one of Draft bus notices stays.",
        "Its outcome comes over.",
        "Of risk and data class the stricter one holds.",
    ]


def test_one_undo_parts_them_again(document: Document, pair: tuple[str, str]) -> None:
    before = use_cases(document), votes(document).means, voting(document, Way.DOTS).rows
    join_use_cases(document, *pair)
    document.undo()
    assert (use_cases(document), votes(document).means, voting(document, Way.DOTS).rows) == before


def test_those_most_alike_are_offered_first(document: Document, pair: tuple[str, str]) -> None:
    write_use_case(document, "Sort tickets")
    assert [SAY(each.name) for each in alike_first(document, pair[0])] == ["Write bus notices", "Sort tickets"]
    with pytest.raises(Refused):
        join_use_cases(document, pair[0], pair[0])
