"""What the room sees on the projector: never who said what, and revealed step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.prepare.agenda import agenda as agendas
from roadmap_desktop.journey.prepare.agenda import templates
from roadmap_desktop.journey.prepare.agendaitems import use_template
from roadmap_desktop.journey.prepare.running import start_day
from roadmap_desktop.journey.readiness.rating import rate_statement
from roadmap_desktop.journey.room import agenda, readiness, roadmap, usecases
from roadmap_desktop.journey.room.slides import (
    AgendaSlide,
    DisputeSlide,
    ProfileSlide,
    RevealSlide,
    RoadmapSlide,
    StatementSlide,
    TitleSlide,
)
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Language, Message, Phrase, message
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.store.document import Document
from tests.copied import new_copy, sample_copy

NOW = datetime.fromisoformat("2026-11-18T10:00")
VIEWS = (
    agenda.title,
    agenda.pages,
    readiness.statements,
    readiness.picture,
    readiness.disputes,
    usecases.reveal,
    roadmap.phases,
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    made = sample_copy(tmp_path_factory.mktemp("room") / "sample.roadmap", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    made = new_copy(tmp_path / "maple.roadmap", district="Maple", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def moments() -> list[datetime]:
    """What time it is; the test moves it on."""
    return [NOW]


@pytest.fixture
def begun(tmp_path: Path, moments: list[datetime]) -> Iterator[Document]:
    """A workshop with an agenda that has just been started."""
    made = new_copy(tmp_path / "oak.roadmap", district="Oak", clock=lambda: moments[0])
    use_template(made, templates()[0].key)
    start_day(made)
    yield made
    made.close()


def begun_minutes(document: Document) -> int:
    return agendas(document).rows[0].minutes


def words_in(thing: object) -> Iterator[str]:
    """Every word that a picture holds."""
    if isinstance(thing, str | Message | Phrase):
        yield Language("en").say(thing)
    elif isinstance(thing, tuple):
        for each in thing:
            yield from words_in(each)
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from words_in(getattr(thing, each.name))


def everything(document: Document) -> str:
    found = (view(document, stage.key) for view in VIEWS for stage in STAGES)
    return "\n".join(word for slides in found for word in words_in(slides))


def rated(document: Document, people: int) -> ProfileSlide:
    """The first page of the profile after so many people answered the first statement."""
    statement = document.rows(select(Statement.uuid).order_by(Statement.number))[0].uuid
    for number in range(people):
        person = Participant(name=f"Person {number}")
        with document.change(message("Added")) as session:
            session.add(person)
        rate_statement(document, statement, Who(VoiceKind.PERSON, person.uuid), number % 5)
    slide = readiness.picture(document, "readiness")[0]
    assert isinstance(slide, ProfileSlide)
    return slide


def test_no_participant_is_named_in_any_picture(sample: Document) -> None:
    names = [row.name for row in sample.rows(select(Participant.name)) if row.name]
    seen = everything(sample)
    assert names
    assert [name for name in names if name in seen] == []


def test_no_note_of_an_answer_is_in_any_picture(sample: Document) -> None:
    notes = {row.note for row in sample.rows(select(Rating.note)) if row.note}
    seen = everything(sample)
    assert [note for note in notes if note in seen] == []


def test_no_perspective_is_in_any_picture(sample: Document) -> None:
    perspectives = ("Staff association", "Special education and language support", "Legal and compliance")
    seen = everything(sample)
    assert [name for name in perspectives if name in seen] == []


def test_fewer_than_four_answers_are_not_shown(empty: Document) -> None:
    line = rated(empty, 3).lines[0]
    assert (line.n, line.marks, line.median) == (3, (), None)


def test_four_answers_are_shown_as_marks_with_their_median(empty: Document) -> None:
    line = rated(empty, 4).lines[0]
    assert (line.marks, line.median) == ((0.0, 1.0, 2.0, 3.0), 1.5)


def test_a_statement_that_few_answered_is_never_called_disputed(empty: Document) -> None:
    rated(empty, 3)
    assert all(isinstance(slide, TitleSlide) for slide in readiness.disputes(empty, "readiness"))


def test_each_statement_is_a_screen_with_its_place_and_three_cues(sample: Document) -> None:
    slides = [slide for slide in readiness.statements(sample, "readiness") if isinstance(slide, StatementSlide)]
    assert [slide.place for slide in slides] == list(range(1, slides[0].of + 1))
    assert {tuple(cue.level for cue in slide.cues) for slide in slides} == {(0, 2, 4)}


def test_a_statement_is_found_by_its_uuid(sample: Document) -> None:
    rows = sample.rows(select(Statement.uuid).order_by(Statement.number))
    assert readiness.place_of(sample, rows[11].uuid) == 11
    assert readiness.place_of(sample, "nobody") is None


def test_after_the_profile_come_the_statements_with_the_least_agreement(sample: Document) -> None:
    profile, *disputes = readiness.picture(sample, "readiness")
    assert isinstance(profile, ProfileSlide)
    shown = [slide for slide in disputes if isinstance(slide, DisputeSlide)]
    assert [slide.place for slide in shown] == [1, 2, 3]
    assert sum(count.n for count in shown[0].counts) == 21


def test_the_ranking_is_uncovered_one_place_at_a_time(sample: Document) -> None:
    slides = [slide for slide in usecases.reveal(sample, "usecases") if isinstance(slide, RevealSlide)]
    assert [slide.shown for slide in slides] == [0, 1, 2, 3, 4, 5]
    assert [slide.is_whole for slide in slides] == [False] * 5 + [True]


def test_the_sentence_counts_the_places_that_hold_in_95_of_100(sample: Document) -> None:
    slide = usecases.reveal(sample, "usecases")[0]
    assert isinstance(slide, RevealSlide)
    sure = sum((place.share or 0) >= 0.95 for place in slide.places if place.is_first)
    assert (sure, Language("en").say(slide.said)) == (2, "Of the first three, two are sure.")


def test_the_title_says_what_comes_now_and_next(sample: Document) -> None:
    slide = agenda.title(sample, "guardrails")[0]
    assert isinstance(slide, TitleSlide)
    said = [Language("en").say(words) for words in (slide.title, slide.now, slide.then)]
    assert said == ["Guardrails", "Guardrails with evidence, 30 min", "Lunch, 45 min"]


def test_once_the_day_was_started_the_clock_says_what_comes_now(begun: Document) -> None:
    slide = agenda.title(begun, "team")[0]
    assert isinstance(slide, TitleSlide)
    assert Language("en").say(slide.now).startswith("Welcome")
    page = agenda.pages(begun, "prepare")[0]
    assert isinstance(page, AgendaSlide)
    assert [line.is_now for line in page.lines][:3] == [True, False, False]


def test_no_time_is_left_before_somebody_started_the_day(sample: Document, begun: Document) -> None:
    assert agenda.time_left(sample) is None
    assert agenda.time_left(begun) == timedelta(minutes=begun_minutes(begun))


def test_an_item_that_is_over_has_nothing_left(begun: Document, moments: list[datetime]) -> None:
    moments[0] += timedelta(hours=2)
    assert agenda.time_left(begun) == timedelta()


def test_a_day_that_ran_yesterday_runs_no_more(begun: Document, moments: list[datetime]) -> None:
    moments[0] += timedelta(days=1)
    assert agenda.time_left(begun) is None


def test_the_day_is_shown_page_by_page(sample: Document) -> None:
    slides = [slide for slide in agenda.pages(sample, "prepare") if isinstance(slide, AgendaSlide)]
    assert [(slide.page, len(slide.lines)) for slide in slides] == [(1, 7), (2, 7), (3, 4)]


def test_the_roadmap_shows_phases_and_milestones_to_come(sample: Document) -> None:
    (slide,) = roadmap.phases(sample, "roadmap")
    assert isinstance(slide, RoadmapSlide)
    assert len(slide.phases) == 5
    assert all(day >= NOW.date() for phase in slide.phases for _, day in phase.milestones)


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_workshop_has_a_screen_for_every_view(view: object, empty: Document) -> None:
    assert callable(view)
    assert len(view(empty, "usecases")) >= 1
