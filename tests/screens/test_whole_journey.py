"""The whole journey in one window, by mouse and keyboard: a new workshop to paper, with a restart in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.app import main_window
from roadmap_desktop.journey.guardrails.gates import gate
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.pilots.picture import pilots
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.scaling.picture import scaling
from roadmap_desktop.journey.usecases.facts import use_cases
from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.screens.window import MainWindow, Ways
from roadmap_desktop.store.document import Document
from tests.copied import new_copy
from tests.screens.hands import begin_row, edit_cell
from tests.screens.windows import Chosen

NOW = datetime.fromisoformat("2026-08-12T09:00")
CALENDAR = Path(__file__).parents[1] / "files" / "district" / "calendar.ics"


class Journey:
    """The window and the hands of the person in front of it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.chosen = Chosen(place=folder / "maple.roadmap")
        self.window = self.open()

    def open(self, path: Path | None = None) -> MainWindow:
        ways = Ways(begin=self._begin, sample=self._no_sample, chooser=self.chosen)
        window = main_window(path, theme="light", ways=ways)
        self.qtbot.addWidget(window)
        with self.qtbot.waitExposed(window):
            window.show()
        return window

    @property
    def document(self) -> Document:
        assert self.window.page is not None
        return self.window.page.sitting.document

    def step(self, stage: str, step: str) -> Any:
        """Goes to a step and waits until it is shown."""
        page = self.window.page
        assert page is not None
        page.sitting.go(Target(stage, step))
        found = page.stage_area.step()
        self.qtbot.waitUntil(found.isVisible)
        return found

    def type_into(self, field: QLineEdit, text: str) -> None:
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QPushButton:
        """The visible button of these words, once it is there."""

        def found() -> list[QPushButton]:
            buttons = self.window.findChildren(QPushButton)
            return [each for each in buttons if each.isVisible() and words in (each.text(), each.accessibleName())]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    @staticmethod
    def _begin(path: Path, district: str, state: str) -> Document:
        return new_copy(path, district=district, state=state, clock=lambda: NOW)

    @staticmethod
    def _no_sample() -> Document:
        raise AssertionError("nobody asked for the sample")


@pytest.fixture
def journey(qtbot: QtBot, tmp_path: Path) -> Iterator[Journey]:
    made = Journey(qtbot, tmp_path)
    yield made
    made.window.close()


def prepare(journey: Journey) -> None:
    """District, schools, the real calendar, two people, the agenda."""
    schools = journey.step("prepare", "schools")
    for name in ("Oak Ridge", "Mesa"):
        begin_row(journey.qtbot, schools.schools, name)
        journey.qtbot.waitUntil(lambda name=name: name in [row.name for row in schools.schools.rows()])
    calendar = journey.step("prepare", "calendar")
    calendar.ask = lambda *_: CALENDAR
    journey.click(calendar.import_button)
    field = calendar.preview.import_year_field
    field.setCurrentIndex(field.findData("2026-27"))
    field.activated.emit(field.currentIndex())
    journey.click(calendar.preview.take_button)
    people = journey.step("prepare", "participants")
    begin_row(journey.qtbot, people.people, "Ana Ruiz")
    agenda = journey.step("prepare", "agenda")
    journey.click(agenda.templates.findChildren(QPushButton)[0])


def rate(journey: Journey) -> None:
    """Every statement at 4, by single keys."""
    step = journey.step("readiness", "rate")
    journey.qtbot.waitUntil(step.ratings.isVisible)
    journey.qtbot.keyClicks(step.ratings, "4" * 40)
    journey.qtbot.waitUntil(lambda: step.progress_words.text() == "40 of 40")


def choose(journey: Journey) -> None:
    """One use case of the catalogue, measured and chosen for a pilot."""
    collect = journey.step("usecases", "collect")
    collect.catalogue.select("lesson-planning")
    journey.qtbot.keyClick(collect.catalogue.grid, Qt.Key.Key_Return)
    outcomes = journey.step("usecases", "outcomes")
    (case,) = use_cases(journey.document)
    outcomes.arrive(case.uuid)
    for field, text in (
        (outcomes.measure_field, "Hours of planning"),
        (outcomes.baseline_field, "7.5"),
        (outcomes.target_field, "6.5"),
        (outcomes.unit_field, "hours"),
        (outcomes.source_field, "Teacher log"),
        (outcomes.collector_field, "Ana Ruiz"),
        (outcomes.due_field, "Dec 18, 2026"),
    ):
        journey.type_into(field, text)
    decide = journey.step("usecases", "decide")
    decide.arrive(case.uuid)
    decide.choice.choose(Choice.PILOT.value)
    decide.reason.setFocus()
    journey.qtbot.keyClicks(decide.reason, "It saves time.")
    journey.click(decide.decide)
    assert use_cases(journey.document)[0].choice is Choice.PILOT


def adopt_and_staff(journey: Journey) -> None:
    """Adopts what the gate asks for by one key, and fills a seat."""
    holds = journey.step("guardrails", "holds")
    case = use_cases(journey.document)[0].uuid
    for line in gate(journey.document, [case]).open:
        holds.guardrails.select(line.guardrail)
        journey.qtbot.keyClick(holds.guardrails.grid, Qt.Key.Key_3)
    assert gate(journey.document, [case]).open == ()
    seats = journey.step("team", "seats")
    edit_cell(journey.qtbot, seats.seats, seats.seats.rows()[0].uuid, "holder", "Ana Ruiz")


def plan_pilot(journey: Journey) -> None:
    """Plans the pilot until nothing is missing."""
    question = journey.step("pilots", "question")
    journey.click(question.empty.button())
    journey.qtbot.waitUntil(question.body.isVisible)
    journey.type_into(question.owner_field, "Ana Ruiz")
    question.question_field.setFocus()
    journey.qtbot.keyClicks(question.question_field, "Does it save time?")
    sites = journey.step("pilots", "sites")
    sites.schools.grid.setFocus()
    sites.schools.grid.setCurrentIndex(sites.schools.grid.model().index(0, 3))
    journey.qtbot.keyClick(sites.schools.grid, Qt.Key.Key_Space)
    time = journey.step("pilots", "schooltime")
    journey.type_into(time.decides_after_field, "5")
    journey.type_into(time.decider_field, "Cabinet")
    success = journey.step("pilots", "success")
    journey.click(success.outcomes_button)
    checkins = journey.step("pilots", "checkins")
    journey.type_into(checkins.stopper_field, "Ana Ruiz")
    assert pilots(journey.document)[0].missing == ()


def test_from_a_new_workshop_to_paper_in_hand(journey: Journey, tmp_path: Path) -> None:
    journey.click(journey.button("New workshop"))
    journey.type_into(journey.window.focusWidget(), "Maple County")  # type: ignore[arg-type]
    journey.qtbot.waitUntil(lambda: journey.window.page is not None)
    prepare(journey)
    rate(journey)
    choose(journey)

    journey.window.close()
    journey.window = journey.open(tmp_path / "maple.roadmap")
    assert journey.window.page is not None
    assert (journey.window.page.place.stage, journey.window.page.place.step) == ("usecases", "decide")

    adopt_and_staff(journey)
    plan_pilot(journey)
    waves = journey.step("scaling", "waves")
    journey.click(waves.empty.button())
    assert len(scaling(journey.document).waves) >= 1
    reviews = journey.step("monitoring", "reviews")
    journey.click(reviews.empty.button())
    journey.step("roadmap", "timeline")
    assert planned(journey.document).trouble is None
    assert any(key.startswith("run:") for key in planned(journey.document).tasks)

    handouts = journey.step("handouts", "preview")
    handouts.places = type("Places", (), {"folder": lambda *_: tmp_path / "out", "file": lambda *_: None})()
    journey.click(journey.button("Save everything"))
    journey.qtbot.waitUntil(lambda: handouts.told.plain().startswith("Saved 5 handouts"), timeout=60_000)
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 5
    handouts.wait()
