"""The first half of the day in the window, as a facilitator types it; at the end the file holds what was typed."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.agendaitems import use_template
from roadmap_desktop.journey.prepare.people import add_people
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.journey.prepare.running import day
from roadmap_desktop.journey.readiness.barriers import barriers
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.workshop_page import WorkshopPage
from tests.copied import new_copy
from tests.journey.test_running import Wall
from tests.screens.hands import edit_cell, focused

STATEMENTS, PEOPLE, TABLES, AGAIN = 40, 24, 4, 5
PERSPECTIVES = ("teacher", "school_leadership", "family", "board")
TYPED = {"d": ("dont_know", None), "x": ("not_applicable", None)} | {str(n): ("level", n) for n in range(5)}
Held = dict[tuple[int, int, str], tuple[str, int | None]]
"""By round, statement's number and rater: the kind of answer and the level."""


class HalfDay:
    """The window, the clock on the wall, and the hands of the person at the laptop."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.wall, self.path = qtbot, Wall(), folder / "maple.roadmap"
        document = new_copy(self.path, district="Maple", clock=self.wall)
        use_template(document, agenda(document).templates[0].key)
        with document.change(message("Set the start")) as session:
            session.get_one(Workshop, document.workshop_uuid).starts_at = time(9)
        add_people(document, [self._person(place) for place in range(PEOPLE)])
        self.document, self.typed = document, Held()
        self.page = WorkshopPage(Sitting(document, Language("en")), Target("readiness", "rate"))
        self.page.resize(1366, 768)
        qtbot.addWidget(self.page, before_close_func=lambda page: (page.hide(), page.sitting.close()))
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def step(self, stage: str, step: str) -> Any:
        self.page.sitting.go(Target(stage, step))
        found = self.page.stage_area.step()
        self.qtbot.waitUntil(found.isVisible)
        return found

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(focused(), key)

    def click(self, words: str) -> None:
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        """The visible button that says so, once it is there."""

        def shown() -> list[QAbstractButton]:
            buttons = self.page.findChildren(QAbstractButton)
            return [each for each in buttons if each.isVisible() and words in f"{each.text()}|{each.accessibleName()}"]

        self.qtbot.waitUntil(lambda: bool(shown()))
        return shown()[0]

    def ballots(self, raters: list[str], statements: int, *, turn: int = 1) -> None:
        """Types a ballot for each, from the first statement on, and goes on by N."""
        step = self.step("readiness", "rate")
        step.rater_choice.setCurrentIndex(0)
        step.ratings.setFocus()
        random_answers = random.Random(f"{turn} {len(raters)}")
        for place, rater in enumerate(raters):
            keys = random_answers.choices("01234dx", k=statements)
            self.qtbot.keyClicks(focused(), "".join(keys))
            for number, key in enumerate(keys, 1):
                self.typed[turn, number, rater] = TYPED[key]
            if place + 1 < len(raters):
                self.press(Qt.Key.Key_N)

    @staticmethod
    def _person(place: int) -> dict[PersonField, str]:
        return {
            PersonField.NAME: f"Person {place:02}",
            PersonField.PERSPECTIVE: PERSPECTIVES[place % 4],
            PersonField.TABLE: f"Table {place % TABLES + 1}",
        }


@pytest.fixture
def half_day(qtbot: QtBot, tmp_path: Path) -> HalfDay:
    return HalfDay(qtbot, tmp_path)


def held(path: Path) -> Held:
    """The ratings of people and tables in the file, read by another library."""
    query = """
        SELECT r.round, s.number, coalesce(p.name, t.name), r.answer, r.level FROM rating r
        JOIN statement s ON s.uuid = r.statement
        LEFT JOIN participant p ON p.uuid = r.participant LEFT JOIN room_table t ON t.uuid = r."table"
        WHERE p.uuid IS NOT NULL OR t.uuid IS NOT NULL
    """
    with closing(sqlite3.connect(path)) as connection:
        return {(turn, number, name): (kind, level) for turn, number, name, kind, level in connection.execute(query)}


def asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_forty_answers_typed_with_no_other_key_are_on_disk(half_day: HalfDay) -> None:
    half_day.ballots(["Person 00"], STATEMENTS)
    assert len(half_day.typed) == STATEMENTS
    assert held(half_day.path) == half_day.typed


def show_hands(script: HalfDay) -> None:
    """Hands for two statements, counted level by level."""
    step = script.step("readiness", "rate")
    step.kind_choice.choose("room")
    script.qtbot.waitUntil(step.hands.isVisible)
    for row, column, count in ((0, "0", "7"), (0, "3", "12"), (1, "dont_know", "5")):
        edit_cell(script.qtbot, step.hands, step.hands.rows()[row].uuid, column, count)


def run_late(script: HalfDay) -> None:
    """The agenda is started; its first item takes too long, and the new times are taken."""
    script.page.header.clock.click()
    script.click("Start the agenda")
    script.press(Qt.Key.Key_Escape)
    before = day(script.document)
    script.wall.after(40)
    script.page.header.clock.ticked.emit()
    assert "late" in script.page.messages.texts()[0]
    script.click("See new times")
    script.click("Take the new times")
    after = day(script.document)
    assert before is not None
    assert after is not None
    assert after.ends() == before.ends()
    assert [each.item.minutes for each in after.items] != [each.item.minutes for each in before.items]


def own_a_barrier(script: HalfDay) -> None:
    """What the picture offers first becomes a barrier, with an owner and a date."""
    picture = script.step("readiness", "picture")
    script.button("a barrier")
    script.qtbot.keyClick(picture, Qt.Key.Key_B)
    script.qtbot.waitUntil(lambda: len(barriers(script.document).rows) == 1)
    step = script.step("readiness", "barriers")
    for column, text in (("action", "Ask the board"), ("owner", "Person 03"), ("due", "2026-12-01")):
        edit_cell(script.qtbot, step.barriers, step.barriers.rows()[0].uuid, column, text)


@pytest.mark.slow
def test_the_half_day_is_on_disk_as_it_was_typed(half_day: HalfDay) -> None:
    people = [f"Person {place:02}" for place in range(PEOPLE)]
    half_day.ballots(people, STATEMENTS)
    half_day.step("readiness", "rate").kind_choice.choose("table")
    half_day.ballots([f"Table {number}" for number in range(1, TABLES + 1)], AGAIN)
    show_hands(half_day)
    run_late(half_day)
    half_day.step("readiness", "picture")
    half_day.click("Rate again after discussion")
    half_day.step("readiness", "rate").kind_choice.choose("person")
    half_day.ballots(people, AGAIN, turn=2)
    own_a_barrier(half_day)
    assert len(half_day.typed) == PEOPLE * (STATEMENTS + AGAIN) + TABLES * AGAIN
    assert held(half_day.path) == half_day.typed
    hands = 'SELECT level, answer, count FROM rating WHERE participant IS NULL AND "table" IS NULL ORDER BY count'
    assert asked(half_day.path, hands) == [(None, "dont_know", 5), (0, "level", 7), (3, "level", 12)]
    assert asked(half_day.path, "SELECT action, owner, due FROM barrier") == [
        ("Ask the board", "Person 03", "2026-12-01")
    ]
