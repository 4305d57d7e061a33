"""The statements of the instrument in use: edited, added, left out, their floors set."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.profile import profile
from roadmap_desktop.journey.readiness.rating import rate_statement
from roadmap_desktop.journey.readiness.statements import (
    StatementField,
    StatementRow,
    add_statement,
    change_statement,
    leave_out,
    statements,
)
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.showing import readiness
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Language
from roadmap_desktop.rules.readiness import FloorWhen
from roadmap_desktop.store.document import Document

ENGLISH = Language("en")


def first(document: Document) -> StatementRow:
    return statements(document).rows[0]


def test_a_text_of_the_rooms_own_stands_in_the_place_of_the_catalogues(document: Document) -> None:
    change_statement(document, first(document).uuid, StatementField.TEXT, "  We know   what AI is for ")
    assert ENGLISH.say(instrument(document).statements[0].text) == "We know what AI is for"


@pytest.mark.parametrize("text", ["", "   ", "x" * 2_001])
def test_a_statement_without_words_or_with_too_many_is_refused(document: Document, text: str) -> None:
    with pytest.raises(Refused):
        change_statement(document, first(document).uuid, StatementField.TEXT, text)
    with pytest.raises(Refused):
        add_statement(document, text)


def test_a_statement_that_is_left_out_is_not_rated_and_keeps_its_answers(document: Document) -> None:
    uuid = first(document).uuid
    rate_statement(document, uuid, Who(VoiceKind.PERSON, add_participant(document, "Ann")), 3)
    leave_out(document, [uuid])
    assert (first(document).rated, first(document).answers, statements(document).rated) == (False, 1, 39)
    assert profile(document).statement(uuid) is None
    change_statement(document, uuid, StatementField.RATED, "yes")
    line = profile(document).statement(uuid)
    assert line is not None
    assert line.spread.n == 1


def test_an_added_statement_joins_the_dimension_of_the_one_beside_it_and_can_be_rated(document: Document) -> None:
    uuid = add_statement(document, "Our cooks know it too", after=first(document).uuid)
    added = statements(document).rows[-1]
    assert (added.uuid, added.number, added.dimension) == (uuid, 41, first(document).dimension)
    rate_statement(document, uuid, Who(VoiceKind.PERSON, add_participant(document, "Ann")), 4)
    assert profile(document).statements[-1].spread.median == 4


def test_a_statement_moves_to_another_dimension(document: Document) -> None:
    other = statements(document).dimensions[3][0]
    change_statement(document, first(document).uuid, StatementField.DIMENSION, other)
    assert instrument(document).statements[0].dimension == 3


def test_a_floor_is_set_changed_and_taken_away(document: Document) -> None:
    uuid = first(document).uuid
    change_statement(document, uuid, StatementField.FLOOR, "3")
    assert (first(document).floor, first(document).when) == (3, FloorWhen.ANY)
    change_statement(document, uuid, StatementField.WHEN, "students")
    assert first(document).when is FloorWhen.STUDENTS
    change_statement(document, uuid, StatementField.FLOOR, "")
    assert (first(document).floor, first(document).when) == (None, None)
    with pytest.raises(Refused):
        change_statement(document, uuid, StatementField.FLOOR, "9")


def test_a_statement_that_is_not_applicable_here_is_named_and_holds_no_pilot_back(document: Document) -> None:
    row = next(each for each in statements(document).rows if each.floor is not None)
    change_statement(document, row.uuid, StatementField.RATED, "not_applicable")
    picture = statements(document)
    assert ([each.uuid for each in picture.not_applicable], picture.rated) == ([row.uuid], 39)
    assert row.uuid not in {block.statement for block in profile(document).blocks}
    assert readiness.shown(document, Language("en"))["not_applicable"] == [row.key]
    leave_out(document, [row.uuid])
    assert statements(document).not_applicable == ()
    change_statement(document, row.uuid, StatementField.RATED, "yes")
    assert statements(document).rated == 40
