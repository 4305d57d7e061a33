"""The agenda clock in the header: the item the room is at, how much of its time is used, and what is left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say

_BAR, _BAR_HEIGHT, _GAP, _MOST_TITLE = 150, 6, 10, 260


class AgendaClock(QAbstractButton):
    """A button that leads to the agenda as it runs, without one to planning it; ``ticked`` comes once a second.

    Its words, and so what a screen reader says, change once a minute; the bar moves between.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._words = ""
        self._share: float | None = None
        self._is_over = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self.ticked)
        self.hide()

    def present(self, title: Words, words: Words, share: float | None, *, is_over: bool) -> None:
        """Shows an item and its time; ``share`` is how much of it is used (0 to 1), None where nothing runs.

        Without an item it is only the words, as those of a link.
        """
        said = (say(title), say(words))
        if said != (self._title, self._words):
            self._title, self._words = said
            name = message("Agenda: {item}, {time}", item=said[0], time=said[1]) if said[0] else said[1]
            self.setAccessibleName(say(name))
            self.setToolTip(said[0])
            self.updateGeometry()
        self._share, self._is_over = share, is_over
        self.update()
        self.show()

    def words(self) -> str:
        """The time as it is said."""
        return self._words

    def sizeHint(self) -> QSize:
        """As wide as title, bar and words."""
        width = self._title_width() + self._width_of(self._words, bold=True)
        bar = 0 if self._share is None else theme.px(_BAR + _GAP)
        return QSize(width + bar + theme.px(2 * 8), theme.px(tokens.FIELD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, bar and words in one line."""
        worn = theme.worn()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            plate(painter, QRectF(self.rect()), theme.px(6), theme.colour(worn.sunk))
        left = theme.px(8)
        centred = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(tokens.CONTROL))
        painter.setPen(theme.colour(worn.ink2))
        room = QRect(left, 0, self._title_width(), self.height())
        title = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, room.width() - theme.px(_GAP)
        )
        painter.drawText(room, centred, title)
        left += room.width()
        if self._share is not None:
            self._paint_bar(painter, left, self._share)
            left += theme.px(_BAR + _GAP)
        painter.setFont(theme.font(tokens.CONTROL, bold=True))
        painter.setPen(theme.colour(worn.warn if self._is_over else worn.ink if self._title else worn.accent))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), centred, self._words)

    def showEvent(self, event: QShowEvent) -> None:
        """Runs while it is seen."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stands still while nobody sees it."""
        super().hideEvent(event)
        self._second.stop()

    def _paint_bar(self, painter: QPainter, left: int, share: float) -> None:
        worn = theme.worn()
        height = theme.px(_BAR_HEIGHT)
        track = QRectF(left, (self.height() - height) / 2, theme.px(_BAR), height)
        plate(painter, track, height / 2, theme.colour(worn.line))
        used = QRectF(track)
        used.setWidth(track.width() * share)
        if share > 0:
            plate(painter, used, height / 2, theme.colour(worn.warn if self._is_over else worn.accent))

    def _title_width(self) -> int:
        """With the gap behind it; nothing without a title."""
        if not self._title:
            return 0
        return min(theme.px(_MOST_TITLE), self._width_of(self._title, bold=False)) + theme.px(_GAP)

    @staticmethod
    def _width_of(text: str, *, bold: bool) -> int:
        return QFontMetrics(theme.font(tokens.CONTROL, bold=bold)).horizontalAdvance(text) + 2
