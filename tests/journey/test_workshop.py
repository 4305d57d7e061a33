"""Making a new workshop."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_desktop.catalogue.phrases import every_phrase
from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.journey.workshop import new_workshop, workshop
from roadmap_desktop.model.guardrails import Guardrail, Law
from roadmap_desktop.model.monitoring import Indicator
from roadmap_desktop.model.readiness import Dimension, Level, Statement
from roadmap_desktop.model.roadmap import Phase
from roadmap_desktop.model.team import Responsibility, Seat, WorkItem
from roadmap_desktop.model.usecases import Criterion, UseCase
from roadmap_desktop.store.document import Document


@pytest.mark.parametrize(
    ("kind", "number"),
    [(Dimension, 8), (Statement, 40), (Level, 5), (Guardrail, 23), (Criterion, 7), (WorkItem, 14), (Phase, 5)],
)
def test_a_new_workshop_holds_the_whole_catalogue(document: Document, kind: type, number: int) -> None:
    assert count(document, kind) == number


def test_a_new_workshop_has_seats_indicators_and_suggested_letters(document: Document) -> None:
    assert all(count(document, kind) for kind in (Seat, Indicator, Responsibility, Law))


def test_a_new_workshop_leaves_the_use_cases_to_the_room_but_keeps_their_words(document: Document) -> None:
    assert count(document, UseCase) == 0
    assert any(key.startswith("usecase.") for key in phrases(document))


def test_every_phrase_of_the_catalogue_is_kept_in_the_file(document: Document) -> None:
    assert {key: phrase.texts for key, phrase in phrases(document).items()} == {
        phrase.key: phrase.texts for phrase in every_phrase()
    }


def test_statements_keep_their_floors(document: Document) -> None:
    assert count(document, Statement, Statement.floor.is_not(None), Statement.floor_when != "") > 0


def test_laws_are_known_by_the_keys_of_their_words(document: Document) -> None:
    assert count(document, Law, Law.key == "") == 0


def test_a_new_workshop_has_nothing_to_undo(document: Document) -> None:
    assert document.undo_label is None


def test_a_new_workshop_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "new.roadmap"
    new_workshop(path, district="  Maple   County ", state="fl", year="2026–2027").close()
    again = Document.open(path)
    picture = workshop(again)
    again.close()
    assert (picture.district, picture.state, picture.year) == ("Maple County", "FL", "2026-27")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"district": "  "}, "district"),
        ({"district": "Maple", "state": "ZZ"}, "state"),
        ({"district": "Maple", "year": "2026-28"}, "year"),
        ({"district": "Maple", "year": "next"}, "year"),
    ],
)
def test_wrong_facts_are_refused_beside_their_field(tmp_path: Path, facts: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as refused:
        new_workshop(tmp_path / "new.roadmap", **facts)
    assert refused.value.field == field
    assert not list(tmp_path.iterdir())


def test_a_new_workshop_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.roadmap"
    path.write_text("something dear")
    with pytest.raises(Refused):
        new_workshop(path, district="Maple County")
    assert path.read_text() == "something dear"
