"""The line at the foot of an open workshop: saved and when, the last move, undo; facts about the room on the right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.status_button import StatusButton


@dataclass(frozen=True, slots=True)
class Status:
    """What the line shows."""

    saved_at: datetime
    last_move: Words
    can_undo: bool
    can_redo: bool
    is_read_only: bool
    facts: Words


class Saving(Enum):
    """How it stands with what the person typed or chose last."""

    SAVED = "saved"
    WAITING = "waiting"
    FAILED = "failed"


class StatusLine(QWidget):
    """Signals ``undone`` and ``redone`` when their buttons are pressed."""

    undone = Signal()
    redone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(tokens.STATUS))
        self._status: Status | None = None
        self._saving = Saving.SAVED
        self._dot = _Dot(self)
        self._saved, self._move, self._facts = (_hint(self) for _ in range(3))
        self._undo = StatusButton(self, message("Undo"), Shape.UNDO, QKeySequence.StandardKey.Undo)
        self._redo = StatusButton(self, message("Redo"), Shape.REDO, QKeySequence.StandardKey.Redo)
        self._undo.clicked.connect(self.undone)
        self._redo.clicked.connect(self.redone)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), 1, theme.px(16), 0)
        layout.setSpacing(theme.px(16))
        for widget in (self._dot, self._saved, self._move, self._undo, self._redo):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._facts)

    def present(self, status: Status) -> None:
        """Shows the status."""
        self._status = status
        self._show_saving()
        self._move.setText(say(status.last_move))
        self._move.setVisible(bool(self._move.text()))
        self._undo.setVisible(status.can_undo)
        self._redo.setVisible(status.can_redo)
        self._facts.setText(say(status.facts))

    def tell(self, saving: Saving) -> None:
        """Says whether all is saved, so that "Saved" stands there only when it is."""
        if saving is not self._saving:
            self._saving = saving
            self._show_saving()

    def _show_saving(self) -> None:
        worn, status = theme.worn(), self._status
        if status is None:
            return
        hue, words = worn.good, message("Saved {time}", time=f"{status.saved_at:%H:%M:%S}")
        if self._saving is Saving.FAILED:
            hue, words = worn.warn, message("Not saved")
        elif status.is_read_only:
            hue, words = worn.warn, message("Open for reading only")
        elif self._saving is Saving.WAITING:
            hue, words = worn.ink3, message("Not saved yet")
        self._dot.paint_in(hue)
        failed = self._saving is Saving.FAILED
        if bool(self._saved.property("failed")) is not failed:
            self._saved.setProperty("failed", failed)
            self._saved.setStyleSheet(f"color: {worn.warn}; font-weight: bold;" if failed else "")
        if self._saved.text() != say(words):
            self._saved.setText(say(words))
            QAccessible.updateAccessibility(QAccessibleEvent(self._saved, QAccessible.Event.NameChanged))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface with a hairline above."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.surface))
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.colour(worn.line))


class _Dot(QWidget):
    """The dot before "Saved"; the word says the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hue = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paint_in(self, hue: str) -> None:
        """Takes the colour."""
        self._hue = hue
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the mark with its room."""
        return QSize(theme.px(10), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dot."""
        if self._hue:
            side = theme.px(18)
            place = QRectF((self.width() - side) / 2, 0, side, self.height())
            draw(QPainter(self), Shape.DOT, place, theme.colour(self._hue))


def _hint(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "hint")
    return label
