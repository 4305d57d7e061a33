"""The line under the header in which something is parked or an action is noted without leaving the step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from roadmap_desktop.journey.beside.actions import add_action
from roadmap_desktop.journey.beside.origin import origin_of
from roadmap_desktop.journey.beside.parking import park
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight


@dataclass(frozen=True, slots=True)
class Jot:
    """What can be jotted down: what the line is called, its button, and the move."""

    name: Words
    button: Words
    move: Callable[[Document, str, Target], str]


JOTS: dict[str, Jot] = {
    "park": Jot(message("Park for later"), message("Park it"), park),
    "action": Jot(message("Note an action"), message("Note it"), add_action),
}


class Jotting(QWidget):
    """Enter keeps what was typed with the place it came from, Escape gives up; ``finished`` says the line is gone."""

    finished = Signal()

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting, self._jot, self._place = sitting, JOTS["park"], Target("")
        self.label, self.text = QLabel(self), QLineEdit(self)
        self.label.setProperty("role", "label")
        self.label.setBuddy(self.text)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "hint")
        self.keep_button = Button(self, pressed=self.keep)
        self.close_button = Button(self, words=message("Close"), weight=Weight.PLAIN, pressed=self.give_up)
        self.text.returnPressed.connect(self.keep)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (16, 7, 16, 8)))
        layout.setSpacing(theme.px(12))
        for widget in (self.label, self.text, self.hint, self.keep_button, self.close_button):
            layout.addWidget(widget, 1 if widget is self.text else 0)
        self.hide()

    def begin(self, kind: str, place: Target) -> None:
        """Opens the line for a kind of JOTS at a place; what was typed before stays."""
        self._jot, self._place = JOTS[kind], place
        say = self._sitting.say
        self.label.setText(say(self._jot.name))
        self.text.setAccessibleName(say(self._jot.name))
        where = origin_of(place.stage, place.step)
        self.hint.setText("" if where is None else say(message("from {place}", place=where.words)))
        self.keep_button.say(self._jot.button)
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Makes the move; where it is refused the line stays with what was typed."""
        jot, place, typed = self._jot, self._place, self.text.text()
        if self._sitting.attempt(lambda: jot.move(self._sitting.document, typed, place)) is not None:
            self.give_up()

    def give_up(self) -> None:
        """Closes the line."""
        self.text.clear()
        self.hide()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is still in the line when the workshop is closed is kept."""
        super().hideEvent(event)
        if self.text.text().strip():
            self.keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of what can be acted on, and a hairline below."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.tint))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour(worn.line))
