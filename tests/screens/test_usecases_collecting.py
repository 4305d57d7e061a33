"""The list of use cases by hand: several at once, two joined after a look at what follows, the catalogue filtered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.usecases.collecting import write_use_case
from roadmap_desktop.journey.usecases.facts import use_cases
from roadmap_desktop.journey.usecases.voting import give, voting
from roadmap_desktop.language import Language
from roadmap_desktop.rules.voting import Way
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.usecases.collect import CollectStep
from roadmap_desktop.store.document import Document

Show = Callable[[type[Step]], Any]
SAY = Language("en").say


def test_several_are_added_at_once_after_they_are_counted(document: Document, show_step: Show, qtbot: QtBot) -> None:
    write_use_case(document, "Own idea")
    step = show_step(CollectStep)
    qtbot.mouseClick(step.several_button, Qt.MouseButton.LeftButton)
    assert not step.ours.isVisible()
    step.several.lines_field.setPlainText("Bus routes\nSort tickets\nown idea")
    assert step.several.counted.plain() == (
        "2 new use cases. 1 of them is in the catalogue. On the list already: own idea."
    )
    step.several.lines_level.choose("support")
    qtbot.mouseClick(step.several.take_button, Qt.MouseButton.LeftButton)
    assert [(SAY(each.name), each.level) for each in use_cases(document)][1:] == [
        ("Bus routes", "district"),
        ("Sort tickets", "support"),
    ]
    assert step.ours.isVisible()
    assert not step.several.isVisible()


def test_lines_that_were_typed_stay_while_one_looks_at_the_list(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    write_use_case(document, "Own idea")
    step = show_step(CollectStep)
    qtbot.mouseClick(step.several_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(step.several.lines_field, "Sort tickets")
    qtbot.mouseClick(step.several.leave_button, Qt.MouseButton.LeftButton)
    assert step.ours.isVisible()
    qtbot.mouseClick(step.several_button, Qt.MouseButton.LeftButton)
    assert step.several.lines_field.toPlainText() == "Sort tickets"


def test_two_are_joined_after_a_look_at_what_follows(document: Document, show_step: Show, qtbot: QtBot) -> None:
    first, second = (write_use_case(document, name) for name in ("Draft bus notices", "Write bus notices"))
    give(document, Way.DOTS, second, "3")
    step = show_step(CollectStep)
    step.ours.select(first)
    step.panel.join.click()
    assert step.joined.preview.plain().startswith("3 votes are added to it.")
    qtbot.mouseClick(step.joined.take_button, Qt.MouseButton.LeftButton)
    assert [(row.uuid, row.value) for row in voting(document, Way.DOTS).rows] == [(first, 3)]
    assert step.ours.isVisible()


def test_the_catalogue_is_filtered_by_risk_data_class_and_who_uses_it(show_step: Show) -> None:
    step = show_step(CollectStep)
    step.risk.setCurrentIndex(step.risk.findData("H"))
    step.users.setCurrentIndex(step.users.findData(True))
    step.data.setCurrentIndex(step.data.findData(2))
    rows = step.catalogue.rows()
    assert rows
    assert {(row.risk, row.student_facing, row.data_class) for row in rows} == {("H", True, 2)}
    step.refresh()
    assert step.data.currentData() == 2


def test_lines_that_stand_there_when_the_step_is_left_are_on_the_list(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    write_use_case(document, "Own idea")
    step = show_step(CollectStep)
    qtbot.mouseClick(step.several_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(step.several.lines_field, "Sort tickets")
    step.hide()
    assert [SAY(each.name) for each in use_cases(document)] == ["Own idea", "Sort tickets"]
