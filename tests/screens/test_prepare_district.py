"""Prepare, District: typed and answered beside the field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare import district
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.screens.prepare.district import DistrictStep
from roadmap_desktop.store.document import Document

Show = Callable[[type[DistrictStep]], DistrictStep]


@pytest.fixture
def step(show_step: Show) -> DistrictStep:
    return show_step(DistrictStep)


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_what_is_typed_is_saved_when_the_field_is_left(step: DistrictStep, document: Document, qtbot: QtBot) -> None:
    retype(qtbot, step.district_field, "Cedar Valley")
    retype(qtbot, step.facilitator_field, "R. Ito")
    retype(qtbot, step.year_field, "2026-27")
    retype(qtbot, step.start_field, "8:30")
    retype(qtbot, step.day_field, "8/20/2026")
    found = workshop(document)
    assert (found.district, found.facilitator, found.year) == ("Cedar Valley", "R. Ito", "2026-27")
    assert (found.starts_at, found.held_on) == (time(8, 30), date(2026, 8, 20))


def test_the_time_is_shown_as_it_was_understood(step: DistrictStep, qtbot: QtBot) -> None:
    retype(qtbot, step.start_field, "1:00")
    step.facilitator_field.setFocus()
    qtbot.waitUntil(lambda: step.start_field.text().replace("\u202f", " ") == "1:00 PM")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [("district", " ", "needs the name"), ("year", "2026-28", "not a school year"), ("start", "dawn", "not a time")],
)
def test_wrong_input_is_answered_beside_its_field(
    step: DistrictStep, document: Document, qtbot: QtBot, name: str, text: str, reason: str
) -> None:
    before = workshop(document)
    retype(qtbot, getattr(step, f"{name}_field"), text)
    assert reason in getattr(step, f"{name}_row").complaint()
    assert workshop(document) == before


def test_the_state_is_chosen_by_its_name(step: DistrictStep, document: Document, qtbot: QtBot) -> None:
    step.state_field.setFocus()
    qtbot.keyClicks(step.state_field, "Tex")
    step.state_field.activated.emit(step.state_field.currentIndex())
    assert workshop(document).state == "TX"


def test_the_paper_is_chosen(step: DistrictStep, document: Document) -> None:
    step.paper_field.choose("a4")
    assert workshop(document).paper == "a4"


def test_undo_is_seen_in_the_field(step: DistrictStep, document: Document, qtbot: QtBot) -> None:
    district.name_facilitator(document, "R. Ito")
    qtbot.waitUntil(lambda: step.facilitator_field.text() == "R. Ito")
    document.undo()
    qtbot.waitUntil(lambda: step.facilitator_field.text() == "")
