"""The start page: three ways in, and the workshops that were open last with what waits in each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.states import STATES
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.form import load
from roadmap_desktop.screens.messages import MessageStrip
from roadmap_desktop.store.recent import Recent
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.recent_card import CardWords, RecentCard
from roadmap_desktop.widgets.speech import say

LEFT = 440
"""Width of the side with the three ways in, in pixels at normal text size."""


class StartPage(QWidget):
    """``begun`` carries district and state; ``picked`` and ``forgotten`` a workshop of the list."""

    form: ClassVar[str] = "start"
    begun = Signal(str, str)
    opening = Signal()
    sampling = Signal()
    picked = Signal(object)  # Recent
    forgotten = Signal(object)  # Recent

    ways: QFrame
    new_button: Button
    open_button: Button
    sample_button: Button
    pages: QStackedWidget
    recent_page: QWidget
    recent_none: Paragraph
    new_page: QWidget
    district_row: Labelled
    district_field: QLineEdit
    state_row: Labelled
    state_field: QComboBox
    begin_button: Button
    back_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self.messages = MessageStrip(self)
        self._cards: list[RecentCard] = []
        self._rows = self.findChild(QVBoxLayout, "recent_rows")
        self.ways.setFixedWidth(theme.px(LEFT))
        self.state_field.addItem(say(message("No state")), "")
        for letters, name in STATES.items():
            self.state_field.addItem(say(name), letters)
        for field in (self.district_field, self.state_field):
            field.setMaximumWidth(theme.px(420))
        self._connect()
        self.show_recent()

    def present(self, recent: Sequence[Recent], today: date) -> None:
        """Lists the workshops."""
        self.show_recent()
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(each, today) for each in recent]
        self.recent_none.setVisible(not self._cards)

    def show_recent(self) -> None:
        """Shows the list, the three ways in beside it."""
        self.pages.setCurrentWidget(self.recent_page)
        self.new_button.setProperty("weight", Weight.PRIMARY.value)

    def ask_for_new(self) -> None:
        """Asks district and state, in the place of the list."""
        self.district_row.clear()
        self.district_field.clear()
        self.pages.setCurrentWidget(self.new_page)
        self.new_button.setProperty("weight", Weight.OUTLINED.value)
        self.district_field.setFocus()

    def complain(self, refused: Refused) -> None:
        """Shows beside its field why a workshop was not made."""
        row = self.state_row if refused.field == "state" else self.district_row
        row.complain(say(refused.reason), say(refused.remedy))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the questions."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self.pages.currentWidget() is self.new_page:
            self.show_recent()
            self.new_button.setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, and the sunk ground of the left side."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.paper))
        painter.fillRect(QRect(0, 0, self.ways.width(), self.height()), theme.colour(worn.sunk))

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.ask_for_new)
        self.open_button.clicked.connect(self.opening)
        self.sample_button.clicked.connect(self.sampling)
        self.back_button.clicked.connect(self.show_recent)
        self.begin_button.clicked.connect(self._begin)
        self.district_field.returnPressed.connect(self._begin)

    def _begin(self) -> None:
        if not self.district_field.text().strip():
            self.district_row.complain(
                say(message("A workshop needs the name of its district.")),
                say(message("Type the name as it should stand on paper.")),
            )
            self.district_field.setFocus()
            return
        self.begun.emit(self.district_field.text(), self.state_field.currentData())

    def _card(self, recent: Recent, today: date) -> RecentCard:
        words = CardWords(
            name=recent.district,
            line=recent.line if recent.path.exists() else message("not found: {place}", place=str(recent.path)),
            when=_when(recent.opened, today),
            mark=message("sample") if recent.is_sample else "",
            is_urgent=recent.is_urgent,
        )
        card = RecentCard(words, self.recent_page)
        card.clicked.connect(lambda: self.picked.emit(recent))
        card.forgotten.connect(lambda: self.forgotten.emit(recent))
        if isinstance(self._rows, QVBoxLayout):
            self._rows.addWidget(card)
        card.show()
        return card


def _when(opened: datetime, today: date) -> Words:
    if opened.date() == today:
        return message("today {time}", time=opened.time())
    if opened.year == today.year:
        return message("{day:short}", day=opened.date())
    return message("{day}", day=opened.date())
