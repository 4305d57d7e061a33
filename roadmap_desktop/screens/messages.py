"""The strip under the header: what happened, what is safe, what to do. It stays until it is dealt with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Action, Notice
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say


class MessageStrip(QWidget):
    """Notices below one another, the newest first; the same notice is shown once. It never takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Shows the notice."""
        if any(_words(row.notice) == _words(notice) for row in self._rows):
            return
        row = _Row(notice, self)
        row.closing.clicked.connect(lambda: self._take_away(row))
        for acting, action in row.acting:
            acting.clicked.connect(partial(self._act, row, action))
        self._rows.append(row)
        self._layout.insertWidget(0, row)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Alert))

    def withdraw(self, notice: Notice) -> None:
        """Takes a notice away that is true no longer; nothing where it is not shown."""
        for row in [row for row in self._rows if row.notice == notice]:
            self._take_away(row)

    def clear(self) -> None:
        """Takes all notices away."""
        for row in tuple(self._rows):
            self._take_away(row)

    def texts(self) -> tuple[str, ...]:
        """What the notices say, the oldest first."""
        return tuple(row.accessibleName() for row in self._rows)

    def withdraw_all(self, wanted: Callable[[Notice], bool]) -> None:
        """Takes away the notices that are dealt with."""
        for row in tuple(self._rows):
            if wanted(row.notice):
                self._take_away(row)

    def _act(self, row: _Row, action: Action) -> None:
        """Takes the notice away first, since what is done may tell the same again."""
        self._take_away(row)
        action.perform()

    def _take_away(self, row: _Row) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))


class _Row(QWidget):
    """One notice."""

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        parts = [say(words) for words in (notice.what, notice.safe, notice.remedy)]
        text = " ".join(part for part in parts if part)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (46, 8, 16, 9)))
        layout.setSpacing(theme.px(16))
        layout.addWidget(Paragraph(self, words=text), 1, Qt.AlignmentFlag.AlignVCenter)
        self.acting: list[tuple[Button, Action]] = []
        for action in (notice.action, notice.also):
            if action is not None:
                button = Button(self, words=action.words)
                layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
                self.acting.append((button, action))
        self.closing = Button(self, words=message("Close"), weight=Weight.PLAIN)
        layout.addWidget(self.closing, alignment=Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The warm ground, its hairline and the mark."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.warn_ground))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour(worn.line))
        mark = QRectF(theme.px(16), theme.px(14), theme.px(20), theme.px(20))
        draw(painter, Shape.ALERT, mark, theme.colour(worn.warn), 2.2)


def _words(notice: Notice) -> tuple[object, ...]:
    """What makes two notices the same."""
    actions = [action.words for action in (notice.action, notice.also) if action is not None]
    return (notice.what, notice.safe, notice.remedy, *actions)
