"""A pilot in school time, drawn: preparation, run, breaks, the day of decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmap_desktop.widgets import theme

HEIGHT = 36
BAR = 14


@dataclass(frozen=True, slots=True)
class Strip:
    """The dates of a pilot and the breaks (first and last day) in between."""

    prepare: date
    start: date
    finish: date
    decision: date | None
    breaks: tuple[tuple[date, date], ...]


class TimeStrip(QWidget):
    """Nothing where there are no dates; the sentence beside it says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: Strip | None = None
        self.setFixedHeight(theme.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, strip: Strip | None) -> None:
        """Draws these dates."""
        self._strip = strip
        self.setVisible(strip is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(400), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the two bars, the breaks over them, the diamond."""
        strip = self._strip
        if strip is None:
            return
        worn, painter = theme.worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self._bar(strip.prepare, self._last(strip)), theme.colour(worn.sunk))
        painter.fillRect(self._bar(strip.prepare, strip.start), theme.colour(worn.accent, 0.35))
        painter.fillRect(self._bar(strip.start, strip.finish), theme.colour(worn.accent))
        for first, last in strip.breaks:
            painter.fillRect(self._bar(first, last).adjusted(0, -4, 0, 4), theme.colour(worn.line))
        if strip.decision is not None:
            painter.setBrush(theme.colour(worn.accent))
            painter.drawPolygon(self._diamond(strip.decision))

    def _last(self, strip: Strip) -> date:
        return max(strip.finish, strip.decision or strip.finish)

    def _x(self, day: date) -> float:
        assert self._strip is not None
        first, last = self._strip.prepare, self._last(self._strip)
        room = self.width() - 2 * theme.px(10)
        return theme.px(10) + room * (day - first).days / max((last - first).days, 1)

    def _bar(self, first: date, last: date) -> QRectF:
        top = (self.height() - theme.px(BAR)) / 2
        return QRectF(self._x(first), top, max(self._x(last) - self._x(first), 2.0), theme.px(BAR))

    def _diamond(self, day: date) -> QPolygonF:
        x, y, size = self._x(day), self.height() / 2, theme.px(9)
        return QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)])
