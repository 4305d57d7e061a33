"""After an answer the picture is what a fresh reading gives, though only what was touched is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random
from unittest.mock import patch

import pytest
from sqlalchemy import delete, select

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness import columns as ratings
from roadmap_desktop.journey.readiness.answers_in import take_answers
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.profile import profile
from roadmap_desktop.journey.readiness.rating import begin_round, count_hands, rate_statement
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import message
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.store.document import Document
from tests.journey.test_readiness_answers_in import form

STATEMENTS, PEOPLE = 12, 5


@pytest.fixture
def rated(document: Document) -> Document:
    """Everybody has answered, and the picture was looked at."""
    people = [add_participant(document, f"Person {number}") for number in range(PEOPLE)]
    for place in range(STATEMENTS):
        for person in people:
            rate_statement(document, statement(document, place), Who(VoiceKind.PERSON, person), place % 5)
    profile(document)
    return document


@pytest.fixture
def read() -> Iterator[list[int]]:
    """How many rows of ratings each reading of them gave."""
    counted: list[int] = []
    whole = Document.plain_rows

    def counting(document: Document, query: object) -> object:
        rows = whole(document, query)  # type: ignore[arg-type,var-annotated]
        counted.append(len(rows))
        return rows

    with patch.object(Document, "plain_rows", counting):
        yield counted


def statement(document: Document, place: int) -> str:
    return instrument(document).statements[place].uuid


def somebody(document: Document) -> Who:
    return Who(VoiceKind.PERSON, str(document.rows(select(Rating.participant).limit(1))[0].participant))


def is_as_read_anew(document: Document) -> bool:
    reader = document.reader()
    try:
        return profile(document) == profile(reader)
    finally:
        reader.close()


def test_after_an_answer_only_that_answer_is_read(rated: Document, read: list[int]) -> None:
    rate_statement(rated, statement(rated, 3), somebody(rated), 1)
    profile(rated)
    assert read == [1]
    assert is_as_read_anew(rated)


def test_without_a_change_nothing_is_read(rated: Document, read: list[int]) -> None:
    profile(rated)
    assert read == []


def test_any_day_of_answers_leaves_the_picture_that_a_fresh_reading_gives(rated: Document) -> None:
    chance = Random(7)
    who = somebody(rated)

    def answer() -> None:
        level = chance.choice((0, 1, 2, 3, 4, None))
        rate_statement(rated, statement(rated, chance.randrange(STATEMENTS)), who, level)

    moves: list[Callable[[], object]] = [
        answer,
        answer,
        rated.undo,
        rated.redo,
        lambda: count_hands(rated, statement(rated, 2), {1: chance.randrange(4), 3: chance.randrange(4)}),
        lambda: begin_round(rated),
        lambda: add_participant(rated, "Somebody new"),
    ]
    for _ in range(60):
        with suppress(Refused):  # no round begins before the last one has an answer
            chance.choice(moves)()
        if chance.random() < 0.7:
            assert is_as_read_anew(rated)


def test_people_known_from_a_form_alone_come_and_go(rated: Document) -> None:
    take_answers(rated, form(rated, (4, 1), (2, 1)))
    assert is_as_read_anew(rated)
    with rated.change(message("Took the form's answers away")) as session:
        session.execute(delete(Rating).where(Rating.respondent.is_not(None)))
    assert is_as_read_anew(rated)
    rated.undo()
    assert is_as_read_anew(rated)


def test_an_answer_written_in_another_row_is_counted_once(rated: Document) -> None:
    uuid = rated.rows(select(Rating.uuid).limit(1))[0].uuid
    with rated.change(message("Wrote it again")) as session:
        session.connection().exec_driver_sql(
            "INSERT OR REPLACE INTO rating SELECT * FROM rating WHERE uuid = ?", (uuid,)
        )
        session.connection().exec_driver_sql("UPDATE rating SET level = 4 WHERE uuid = ?", (uuid,))
    assert is_as_read_anew(rated)


def test_a_great_many_answers_at_once_are_read_as_a_whole(rated: Document, read: list[int]) -> None:
    with patch("roadmap_desktop.store.following.MOST_TOUCHED", 3), patch.object(ratings, "renewed") as renewed:
        with rated.change(message("Rated everything the same")) as session:
            for rating in session.scalars(select(Rating)):
                rating.level = 2
        profile(rated)
    assert not renewed.called
    assert read == [STATEMENTS * PEOPLE]
