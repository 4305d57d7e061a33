"""The frame of the window, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Language, message
from roadmap_desktop.screens.places import PLACES
from roadmap_desktop.screens.sitting import Action, Notice
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.recent import RecentWorkshops
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.inspection_line import InspectionLine
from tests.screens.windows import NamingStep, a_window, a_workshop, listed

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAY = Language("en").say


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    return a_window(qtbot, a_workshop(tmp_path))


@pytest.fixture
def page(window: MainWindow) -> WorkshopPage:
    assert window.page is not None
    return window.page


def naming(page: WorkshopPage) -> NamingStep:
    step = page.stage_area.step()
    assert isinstance(step, NamingStep)
    return step


def button(page: WorkshopPage, name: str) -> QAbstractButton:
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    return next(each for each in shown if each.accessibleName() == name)


def said(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def stages_heard(page: WorkshopPage) -> list[str]:
    return [page.rail.entry(stage.key).accessibleName() for stage in STAGES]


def test_it_says_whose_workshop_it_is_and_in_which_file(window: MainWindow, page: WorkshopPage) -> None:
    assert page.header.accessibleName() == "Maple, file maple.roadmap"
    assert window.windowTitle() == "Maple · Roadmap Desktop"


def test_the_rail_tells_of_each_stage_how_it_stands(page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.standings()) == len(STAGES))
    assert stages_heard(page)[0] == "1, Prepare, open, no schools yet"
    assert stages_heard(page)[9].startswith("10, Handouts")


@pytest.mark.parametrize("number", range(10))
def test_each_stage_is_one_key_away(number: int, window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + (number + 1) % 10), CTRL)
    assert page.place == Target(STAGES[number].key, STAGES[number].steps[0].key)


def test_a_click_in_the_rail_goes_to_a_stage(page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.rail.entry("team"), Qt.MouseButton.LeftButton)
    assert page.place.stage == "team"
    assert page.rail.entry("team").isChecked()


def test_arrow_keys_go_through_the_rail_and_enter_goes_there(page: WorkshopPage, qtbot: QtBot) -> None:
    page.rail.entry("prepare").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.place.stage == "prepare"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.place.stage == "readiness"


def test_forward_leads_through_the_whole_journey_and_back_returns(page: WorkshopPage) -> None:
    seen = [page.place]
    while len(seen) < len(PLACES):
        page.stage_area.findChildren(QPushButton)[1].click()
        seen.append(page.place)
    assert tuple(seen) == PLACES
    for place in reversed(PLACES[:-1]):
        page.stage_area.findChildren(QPushButton)[0].click()
        assert page.place == place


def test_back_and_forward_name_where_they_lead(page: WorkshopPage) -> None:
    page.go(PLACES[PLACES.index(Target("readiness", "rate")) - 1])
    assert button(page, "Agenda").isVisible()
    assert button(page, "Readiness: Rate").isVisible()


def test_steps_are_reached_by_their_words_and_by_keys(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    page.stage_area.tabs().setCurrentIndex(2)
    assert page.place == Target("prepare", "calendar")
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert page.place == Target("prepare", "participants")
    qtbot.keyClick(window, Qt.Key.Key_PageUp, CTRL)
    assert page.place == Target("prepare", "calendar")


def test_a_step_says_what_is_missing_beside_the_title(page: WorkshopPage, qtbot: QtBot) -> None:
    assert "no facilitator" in said(page.stage_area)
    naming(page).rename("Ana Ruiz")
    qtbot.waitUntil(lambda: "no facilitator" not in said(page.stage_area))


def test_a_move_is_named_with_undo_and_undo_takes_it_back(page: WorkshopPage, qtbot: QtBot) -> None:
    naming(page).rename("Ana Ruiz")
    qtbot.waitUntil(lambda: "Named the facilitator" in said(page.status_line))
    qtbot.mouseClick(button(page, "Undo"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Undid: Named the facilitator" in said(page.status_line))
    assert naming(page).picture() == ""


def test_undo_and_redo_have_their_keys(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    naming(page).rename("Ana Ruiz")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert naming(page).picture() == ""
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert naming(page).picture() == "Ana Ruiz"


def test_undo_is_not_offered_where_there_is_nothing_to_undo(page: WorkshopPage) -> None:
    offered = [each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert "Undo" not in offered


def test_what_is_being_typed_is_saved_when_the_step_is_left(page: WorkshopPage, qtbot: QtBot) -> None:
    naming(page).field.setFocus()
    qtbot.keyClicks(naming(page).field, "Ana")
    page.go(Target("team"))
    assert naming(page).picture() == "Ana"


def test_what_is_being_typed_is_saved_when_the_window_is_closed(tmp_path: Path, qtbot: QtBot) -> None:
    path = a_workshop(tmp_path)
    window = a_window(qtbot, path)
    assert window.page is not None
    naming(window.page).field.setFocus()
    qtbot.keyClicks(naming(window.page).field, "Ana")
    window.close()
    again = a_window(qtbot, path)
    assert again.page is not None
    assert naming(again.page).picture() == "Ana"


def test_after_a_restart_the_person_is_where_she_was(tmp_path: Path, qtbot: QtBot) -> None:
    path = a_workshop(tmp_path)
    first = a_window(qtbot, path)
    assert first.page is not None
    first.page.go(Target("pilots", "success"))
    first.close()
    again = a_window(qtbot, path)
    assert again.page is not None
    assert again.page.place == Target("pilots", "success")


def test_each_workshop_keeps_its_own_place(tmp_path: Path, qtbot: QtBot) -> None:
    maple, oak = a_workshop(tmp_path), a_workshop(tmp_path, "oak")
    window = a_window(qtbot, maple)
    for path, stage in ((maple, "team"), (oak, "pilots")):
        window.open(path)
        assert window.page is not None
        window.page.go(Target(stage))
    window.open(maple)
    assert window.page is not None
    assert (window.page.place.stage, window.page.header.accessibleName()) == ("team", "Maple, file maple.roadmap")


def test_the_inspector_says_what_the_stage_feeds_while_nothing_is_selected(page: WorkshopPage) -> None:
    shown = page.inspector.inspection()
    assert shown is not None
    assert (shown.kicker, shown.sections[0].lines[0].text) == (STAGES[0].name, STAGES[0].feeds)


def test_the_inspector_answers_about_what_is_selected_and_leads_there(page: WorkshopPage, qtbot: QtBot) -> None:
    naming(page).select()
    line = next(each for each in page.inspector.findChildren(InspectionLine) if each.line.target is not None)
    assert line.accessibleName() == "missing: No owner"
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert (page.place, naming(page).arrived) == (Target("team", "seats"), ["s1"])


def test_what_can_be_done_is_at_the_foot_of_the_inspector(page: WorkshopPage, qtbot: QtBot) -> None:
    step = naming(page)
    step.select()
    qtbot.waitUntil(lambda: page.inspector.findChild(Button) is not None)
    qtbot.mouseClick(page.inspector.findChild(Button), Qt.MouseButton.LeftButton)
    assert step.acted == ["away"]


def test_there_is_one_primary_button_a_screen(page: WorkshopPage, qtbot: QtBot) -> None:
    def primaries() -> list[str]:
        shown = [each for each in page.findChildren(QPushButton) if each.isVisible()]
        return [each.accessibleName() for each in shown if each.property("weight") == "primary"]

    assert primaries() == ["Schools"]
    naming(page).select()
    qtbot.waitUntil(lambda: primaries() == ["Take away"])
    page.go(Target("handouts"))
    qtbot.waitUntil(lambda: primaries() == [])


def test_the_inspector_folds_away_with_f9(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not page.inspector.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert page.inspector.isVisible()


def test_f6_goes_round_the_parts_of_the_window(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    parts = (page.rail, page.stage_area.tabs(), page.stage_area.step(), page.rail)
    for part in parts:
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert part is focused or part.isAncestorOf(focused)


@pytest.mark.parametrize(("width", "rail"), [(1366, 212), (1100, 60)])
def test_in_a_narrow_window_the_rail_shows_only_rings(
    width: int, rail: int, window: MainWindow, page: WorkshopPage, qtbot: QtBot
) -> None:
    window.resize(width, 768)
    qtbot.waitUntil(lambda: page.rail.width() == rail)


def test_a_message_stays_until_it_is_dealt_with_and_takes_no_focus(page: WorkshopPage, qtbot: QtBot) -> None:
    naming(page).field.setFocus()
    done: list[str] = []
    notice = Notice(
        "The file can't be written.",
        "All is safe.",
        "Copy it.",
        Action(message("Try again"), lambda: done.append("tried")),
    )
    page.sitting.noticed.emit(notice)
    page.sitting.noticed.emit(notice)
    assert page.messages.texts() == ("The file can't be written. All is safe. Copy it.",)
    assert QApplication.focusWidget() is naming(page).field
    qtbot.mouseClick(button(page, "Try again"), Qt.MouseButton.LeftButton)
    assert (done, page.messages.texts(), page.messages.isVisible()) == (["tried"], (), False)


def test_the_menu_bar_is_shown_by_alt_alone(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.menuBar().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert window.menuBar().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert not window.menuBar().isVisible()


def test_a_shortcut_with_alt_shows_no_menu_bar(window: MainWindow, qtbot: QtBot) -> None:
    made = QShortcut(QKeySequence("Alt+Down"), window)
    with qtbot.waitSignal(made.activated):
        qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not window.menuBar().isVisible()


def test_every_command_is_in_a_menu(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    commands = [action.text() for menu in menus for action in menu.actions() if action.text()]
    assert commands[:8] == [
        "&New workshop",
        "&Open a file",
        "Look at the &sample district",
        "&Merge a copy",
        "&Take in a packet",
        "&Close the workshop",
        "&Quit",
        "&Undo",
    ]
    assert [SAY(stage.name) for stage in STAGES] == commands[11:21]


def test_closing_the_workshop_leads_to_the_start_page_where_it_is_listed(
    window: MainWindow, page: WorkshopPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(page.standings()) == len(STAGES))
    window.close_workshop()
    assert (window.page, window.start.isVisible()) == (None, True)
    assert listed(window)[0].accessibleName().startswith("Maple, 0 of 10 stages")


def test_a_file_dropped_on_the_window_is_opened(window: MainWindow, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(a_workshop(tmp_path, "oak")))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert window.windowTitle() == "Oak · Roadmap Desktop"


def test_trouble_with_a_file_is_told_and_the_open_workshop_stays(
    window: MainWindow, page: WorkshopPage, tmp_path: Path
) -> None:
    (tmp_path / "broken.roadmap").write_text("no workshop")
    window.open(tmp_path / "broken.roadmap")
    assert window.page is page
    assert len(page.messages.texts()) == 1


def nameless(part: QAccessibleInterface) -> list[str]:
    """What a screen reader would stop at without a word for it."""
    if part.state().invisible:  # type: ignore[attr-defined]
        return []
    stops = bool(part.state().focusable)  # type: ignore[attr-defined]
    found = [str(part.object())] if stops and not part.text(QAccessible.Text.Name) else []
    children = (part.child(place) for place in range(part.childCount()))
    return [*found, *(name for child in children if child is not None for name in nameless(child))]


def test_a_screen_reader_has_a_word_for_everything_it_stops_at(
    window: MainWindow, page: WorkshopPage, qtbot: QtBot
) -> None:
    naming(page).select()
    page.sitting.noticed.emit(Notice("The file can't be written."))
    qtbot.waitUntil(lambda: page.messages.isVisible() and page.inspector.findChild(Button).isVisible())
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    assert nameless(root) == []


def test_the_recent_list_knows_what_waits(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.standings()) == len(STAGES))
    page.go(Target("prepare", "schools"))
    (recent,) = RecentWorkshops().all()
    assert SAY(recent.line) == "0 of 10 stages · no schools yet"
    assert (recent.stage, recent.step, recent.is_urgent) == ("prepare", "schools", False)
