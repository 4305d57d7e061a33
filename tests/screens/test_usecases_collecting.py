"""The list of use cases by hand: several at once, two joined after a look at what follows, the catalogue filtered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.usecases.collecting import write_use_case
from roadmap_desktop.journey.usecases.facts import use_cases
from roadmap_desktop.journey.usecases.voting import give, voting
from roadmap_desktop.language import Language
from roadmap_desktop.rules.voting import Way
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.usecases.collect import CollectStep
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.card_face import check_place
from tests.screens.hands import begin_row

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


# Cards and filters


def test_cards_are_walked_by_arrows_and_space_picks(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(CollectStep)
    step.cards.setFocus()
    rows = step.catalogue.rows()
    step.cards.select(rows[0].uuid)
    qtbot.keyClick(step.cards, Qt.Key.Key_Right)
    qtbot.keyClick(step.cards, Qt.Key.Key_Space)
    assert [each.key for each in use_cases(document)] == [rows[1].uuid]
    qtbot.waitUntil(lambda: step.cards.faces()[1].is_ticked)
    qtbot.keyClick(step.cards, Qt.Key.Key_Return)
    assert use_cases(document) == ()


def test_a_click_on_the_box_of_a_card_picks_and_elsewhere_only_selects(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(CollectStep)
    place = step.cards.visualRect(step.cards.model().index(1, 0))
    qtbot.mouseClick(step.cards.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(40, 20))
    assert step.cards.current() == step.catalogue.current() == step.catalogue.rows()[1].uuid
    assert use_cases(document) == ()
    qtbot.mouseClick(step.cards.viewport(), Qt.MouseButton.LeftButton, pos=check_place(place).center())
    assert len(use_cases(document)) == 1


def test_a_card_says_all_that_it_shows_to_those_who_do_not_see_it(document: Document, show_step: Show) -> None:
    step = show_step(CollectStep)
    face = next(each for each in step.cards.faces() if each.uuid == "early-warning")
    assert face.described.startswith("Support · staff only. High risk. Data 3 Sensitive. A flag is a reason to look")


def test_cards_or_table_stays_as_it_was_chosen_with_the_same_use_case(show_step: Show) -> None:
    step = show_step(CollectStep)
    step.cards.select("iep-wording")
    step.drawn_as.choose("table")
    assert step.catalogue.current() == "iep-wording"
    step.shown.choose("ours")
    step.shown.choose("catalogue")
    assert (step.catalogue.isVisible(), step.cards.isVisible()) == (True, False)


def test_our_list_is_filtered_counted_and_cleared_by_one_button(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    for name in ("Sort tickets", "Sort mail", "Draft notices"):
        write_use_case(document, name)
    step = show_step(CollectStep)
    qtbot.keyClicks(step.search, "sort")
    assert (step.counted.text(), len(step.ours.rows())) == ("2 of 3", 2)
    qtbot.keyClicks(step.search, " nothing")
    assert (step.ours.isVisible(), step.none_found.plain()) == (False, "Nothing on our list fits.")
    qtbot.mouseClick(step.clear_button, Qt.MouseButton.LeftButton)
    assert (len(step.ours.rows()), step.clear_button.isVisible()) == (3, False)


def test_each_list_keeps_what_it_is_asked_for(document: Document, show_step: Show) -> None:
    write_use_case(document, "Sort tickets")
    step = show_step(CollectStep)
    step.risk.setCurrentIndex(step.risk.findData("L"))
    step.shown.choose("catalogue")
    assert step.risk.currentIndex() == 0
    step.shown.choose("ours")
    assert step.risk.currentData() == "L"


def test_a_use_case_that_is_written_is_seen_whatever_was_asked_for(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    write_use_case(document, "Sort tickets")
    step = show_step(CollectStep)
    step.search.setText("sort")
    begin_row(qtbot, step.ours, "Draft notices")
    qtbot.waitUntil(lambda: len(step.ours.rows()) == 2)
