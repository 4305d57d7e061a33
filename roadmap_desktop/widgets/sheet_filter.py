"""The line above a sheet: what is typed there leaves only the rows that say it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say


class SheetFilter(QWidget):
    """``changed`` tells that other rows are wanted, ``left`` that the person goes on in the rows.

    Every word typed must stand somewhere in a row, in any column, in capitals or not, with its accents or not.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = _Field(self)
        words = say(message("Show only lines with these words"))
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setClearButtonEnabled(True)
        self.field.setProperty("seeks", True)
        self._count = Paragraph(self, role="hint")
        self._count.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, theme.px(4))
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.field.escaped.connect(self.put_away)
        self.field.descended.connect(self.left)
        self.hide()

    def open(self) -> None:
        """Shows the line and goes there."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def put_away(self) -> None:
        """Shows all rows again."""
        self.hide()
        self.field.clear()
        self.left.emit()

    def is_on(self) -> bool:
        """Whether some rows may be left out."""
        return bool(self.field.text().strip())

    def rows(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> tuple[Any, ...]:
        """The rows that say every word typed."""
        wanted = _folded(self.field.text()).split()
        found = tuple(row for row in rows if all(word in _words(columns, row) for word in wanted)) if wanted else rows
        return tuple(found)

    def tell(self, number: int, every: int) -> None:
        """Says how many rows are shown of how many."""
        self._count.say(message("{n} of {all}", n=number, all=every) if self.is_on() else "")


class _Field(QLineEdit):
    """Escape puts the filter away, Down and Enter go on in the rows."""

    escaped = Signal()
    descended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.descended.emit()
        else:
            super().keyPressEvent(event)


def _words(columns: Sequence[Column[Any]], row: Any) -> str:
    texts = (column.text(row) for column in columns)
    return _folded(" ".join(f"{text.first} {text.second}" for text in texts))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
