"""Buttons, pills, empty states and the ring of the focus."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import tokens
from roadmap_desktop.language import message
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.focus_ring import FocusRing
from roadmap_desktop.widgets.keycap import key_words
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.pill import Pill
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone


def colours(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_keys_are_written_with_spaces_between_them() -> None:
    assert key_words(QKeySequence("Ctrl+N")) == "Ctrl N"
    assert key_words(QKeySequence("B")) == "B"


def test_a_button_is_as_wide_as_its_words_marks_and_key(qtbot: QtBot) -> None:
    bare = Button(words=message("New workshop"))
    keyed = Button(words=message("New workshop"), key="Ctrl+N")
    marked = Button(words=message("New workshop"), key="Ctrl+N", after=Shape.RIGHT)
    for button in (bare, keyed, marked):
        qtbot.addWidget(button)
    assert bare.sizeHint().width() < keyed.sizeHint().width() < marked.sizeHint().width()


def test_a_button_says_its_words_even_with_an_ampersand(qtbot: QtBot) -> None:
    button = Button(words="Oak & Elm")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Oak & Elm"
    assert button.shortcut().isEmpty()


def test_the_primary_button_is_filled_and_the_others_are_not(qtbot: QtBot) -> None:
    button = Button(words=message("Go on"), weight=Weight.PRIMARY)
    qtbot.addWidget(button)
    corner = QPoint(8, button.sizeHint().height() // 2)
    button.resize(button.sizeHint())
    assert button.grab().toImage().pixelColor(corner).name().upper() == tokens.LIGHT.accent
    button.setProperty("weight", "outlined")
    assert button.grab().toImage().pixelColor(corner).name().upper() == tokens.LIGHT.surface


def test_a_button_is_pressed_by_its_own_key(qtbot: QtBot) -> None:
    pressed: list[str] = []
    window = QMainWindow()
    button = Button(window, words=message("Make this a barrier"), pressed=lambda: pressed.append("barrier"))
    button.setShortcut("B")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: pressed == ["barrier"])


@pytest.mark.parametrize("tone", list(Tone))
def test_a_pill_stands_on_the_ground_of_its_tone(tone: Tone, qtbot: QtBot) -> None:
    pill = Pill(words=message("room is split"), tone=tone)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    assert tone.ground(tokens.LIGHT).upper() in colours(pill)
    assert pill.text() == "room is split"


def test_words_of_a_button_that_wraps_stand_in_two_lines_where_it_is_narrow(qtbot: QtBot) -> None:
    button = Button(words=message("Decide: pilot, later, parked, no"), weight=Weight.PRIMARY)
    qtbot.addWidget(button)
    button.let_wrap()
    one, whole = button.heightForWidth(button.sizeHint().width()), button.sizeHint().width()
    assert button.minimumSizeHint().width() < whole * 2 // 3
    assert button.heightForWidth(whole * 2 // 3) > one == button.sizeHint().height()


def test_a_pill_without_words_is_not_there(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    pill = Pill(frame, words=message("sample"))
    frame.show()
    pill.present("")
    assert not pill.isVisible()


def test_a_paragraph_shows_markup_of_a_workshop_as_it_was_typed(qtbot: QtBot) -> None:
    paragraph = Paragraph(words="<b>not bold</b> & plain")
    qtbot.addWidget(paragraph)
    assert paragraph.plain() == paragraph.accessibleName() == "<b>not bold</b> & plain"
    assert "<b>" not in paragraph.text()


def test_an_empty_state_begins_with_its_button(qtbot: QtBot) -> None:
    empty = EmptyState(sentence=message("Schools are listed here."), button=message("Add a school"))
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.begun):
        qtbot.mouseClick(empty.button(), Qt.MouseButton.LeftButton)
    assert empty.button().accessibleName() == "Add a school"


def test_what_has_the_focus_has_a_ring_one_pixel_away(qtbot: QtBot) -> None:
    window = QMainWindow()
    inside = QWidget()
    window.setCentralWidget(inside)
    layout = QHBoxLayout(inside)
    first, second = QLineEdit(), QLineEdit()
    layout.addWidget(first)
    layout.addWidget(second)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for field in (first, second):
        field.setFocus()
        place = field.rect().translated(field.mapTo(window, QPoint(0, 0)))
        assert ring.isVisible()
        assert ring.geometry() == place.adjusted(-4, -4, 4, 4)


def test_the_ring_goes_with_a_control_that_is_taken_away(qtbot: QtBot) -> None:
    window = QMainWindow()
    field = QLineEdit()
    window.setCentralWidget(field)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    field.hide()
    assert not ring.isVisible()


@dataclass(frozen=True)
class Line:
    uuid: str


def test_a_cell_that_is_scrolled_out_of_view_has_no_ring(qtbot: QtBot) -> None:
    window = QMainWindow()
    sheet = Sheet()
    sheet.declare([Column("name", message("School"), lambda row: row.uuid)], name=message("Schools"))
    sheet.present([Line(str(number)) for number in range(60)])
    window.setCentralWidget(sheet)
    window.resize(300, 240)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    sheet.grid.setFocus()
    sheet.grid.setCurrentIndex(sheet.grid.model().index(0, 0))
    assert ring.isVisible()
    sheet.grid.scrollToBottom()
    assert not ring.isVisible()
