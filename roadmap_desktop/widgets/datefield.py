"""A field for a day: typed as people write dates, shown as the language writes them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.widgets.pausing import PAUSE_MS
from roadmap_desktop.widgets.speech import say, spoken
from roadmap_desktop.widgets.typed_day import NotADay, may_be_complete, read_day

_EXAMPLE = date(2026, 10, 12)


class DateField(QLineEdit):
    """``chosen`` carries the new day, or None when it was emptied; ``misread`` the reason and the remedy.

    The arrow keys up and down go a day on or back.
    """

    chosen = Signal(object)  # date | None
    misread = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self.setPlaceholderText(say(message("such as {day}", day=_EXAMPLE)))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._so_far)
        self.textEdited.connect(lambda _: self._pause.start())
        self.editingFinished.connect(self._finished)

    def day(self) -> date | None:
        """The day shown last that could be read; None when empty."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Shows the day, unless the person is typing here."""
        if self.hasFocus() and self.isModified():
            return
        self._day = day
        self.setText(spoken().date(day) if day else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go a day on or back."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step and self._day and not self.isReadOnly():
            self._choose(self._day + timedelta(days=step))
            return
        super().keyPressEvent(event)

    def _so_far(self) -> None:
        """A day that can be read is told after a pause in typing; the text is left as it is until the field is."""
        with suppress(NotADay):
            if self.text() and not may_be_complete(self.text()):
                return
            self._tell(read_day(self.text(), spoken()))

    def _finished(self) -> None:
        self._pause.stop()
        if not self.isModified():
            return
        try:
            day = read_day(self.text(), spoken())
        except NotADay as problem:
            self.misread.emit(say(problem.reason), say(problem.remedy))
            return
        self._choose(day)

    def _choose(self, day: date | None) -> None:
        self.setModified(False)
        self.setText(spoken().date(day) if day else "")
        self._tell(day)

    def _tell(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.chosen.emit(day)
