"""The history as it is read: listed a few at a time, looked at before one goes, gone to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmap_desktop.journey.keeping.history import StageCount, go_to_point, lines, point, standing
from roadmap_desktop.journey.prepare.district import name_district
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import new_workshop, workshop
from roadmap_desktop.language import message
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.history import START, State

NOON = datetime(2026, 8, 12, 12, 0)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A new workshop whose clock moves a minute with each look."""
    times = iter(NOON + timedelta(minutes=number) for number in range(10_000))
    made = new_workshop(tmp_path / "maple.roadmap", district="Maple", state="FL", clock=lambda: next(times))
    yield made
    made.close()


def name(document: Document, *names: str) -> None:
    for each in names:
        name_district(document, each)


def test_a_new_workshop_has_no_history(document: Document) -> None:
    assert standing(document).is_empty
    assert [line.step for line in lines(document, 10)] == [START]


def test_steps_come_newest_first_and_end_at_the_point_before_all_of_them(document: Document) -> None:
    name(document, "Oak", "Elm", "Ash")
    newest = lines(document, 2)
    assert [(line.step, line.is_present) for line in newest] == [(3, True), (2, False)]
    assert [(line.step, line.at is None) for line in lines(document, 2, before=2)] == [(1, False), (START, True)]


def test_a_point_says_which_steps_are_taken_back_and_how_much_differs_by_stage(document: Document) -> None:
    name(document, "Oak", "Elm")
    with document.change(message("Added a use case")) as session:
        session.add(UseCase(name="Bus routes"))
    looked = point(document, 1)
    assert looked is not None
    assert (looked.can_go, looked.is_back, looked.steps, looked.labels[0]) == (
        True,
        True,
        2,
        message("Added a use case"),
    )
    assert [(each.stage, each.count) for each in looked.changes] == [("prepare", 1), ("usecases", 1)]


def test_after_going_back_one_can_come_back(document: Document) -> None:
    name(document, "Oak", "Elm", "Ash")
    go_to_point(document, 1)
    assert (workshop(document).district, standing(document).undone) == ("Oak", 2)
    looked = point(document, 3)
    assert looked is not None
    assert (looked.can_go, looked.is_back, looked.steps) == (True, False, 2)
    go_to_point(document, 3)
    assert workshop(document).district == "Ash"


def test_at_the_beginning_the_workshop_is_as_it_was_made(document: Document) -> None:
    name(document, "Oak", "Elm")
    go_to_point(document, START)
    assert workshop(document).district == "Maple"
    assert lines(document, 10)[-1].is_present


def test_a_step_left_behind_can_be_looked_at_and_nothing_leads_there(document: Document) -> None:
    name(document, "Oak")
    document.undo()
    name(document, "Elm")
    looked = point(document, 1)
    assert looked is not None
    assert (looked.line.state, looked.can_go) == (State.LEFT, False)
    assert looked.changes == (StageCount("prepare", message("Prepare"), 1),)
    with pytest.raises(Refused, match="Nothing leads back"):
        go_to_point(document, 1)


def test_a_step_that_is_not_kept_any_more_is_refused(document: Document) -> None:
    name(document, "Oak", "Elm", "Ash")
    document.trim(most_steps=1)
    assert point(document, 1) is None
    with pytest.raises(Refused):
        go_to_point(document, 1)
    assert workshop(document).district == "Ash"
