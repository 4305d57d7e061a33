"""A pilot in school time, drawn: preparation, run, breaks, the day of decision."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Property, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.pilots.schooltime import SchoolTimePicture
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say

_BAR, _BREAK, _DIAMOND, _PLAIN, _NAMED = 14, 20, 8, 28, 50


class TimeStrip(QWidget):
    """Nothing where there are no dates; ``named`` adds the names of the grading periods below.

    What it shows is said by the picture's sentence, which is also its accessible description.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: SchoolTimePicture | None = None
        self._named = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, picture: SchoolTimePicture | None) -> None:
        """Draws these dates."""
        self._shown = picture
        self.setAccessibleName(say(picture.sentence) if picture else "")
        self.setVisible(picture is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(200), theme.px(_NAMED if self._named else _PLAIN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the two bars, the breaks over them, the diamond."""
        if self._shown is None:
            return
        shown, worn, painter = self._shown, theme.worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate(painter, self._span(shown, shown.first, shown.last), 3, theme.colour(worn.sunk))
        accent = theme.colour(worn.accent)
        painter.fillRect(self._span(shown, shown.prepare, shown.start), theme.colour(worn.accent, 0.35))
        painter.fillRect(self._span(shown, shown.start, shown.finish), accent)
        taller = theme.px(_BREAK - _BAR) / 2
        for pause in shown.breaks:
            place = self._span(shown, max(pause.first, shown.first), min(pause.last, shown.last))
            painter.fillRect(place.adjusted(0, -taller, 0, taller), theme.colour(worn.line))
        if self._named:
            self._name_periods(painter, shown)
        if shown.decision is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(worn.surface))
            painter.drawPolygon(self._diamond(shown, shown.decision, theme.px(_DIAMOND) + 2))
            painter.setBrush(accent)
            painter.drawPolygon(self._diamond(shown, shown.decision, theme.px(_DIAMOND)))

    def _name_periods(self, painter: QPainter, shown: SchoolTimePicture) -> None:
        worn, font = theme.worn(), theme.font(tokens.SMALL)
        painter.setFont(font)
        for period in shown.periods:
            place = self._span(shown, max(period.first, shown.first), min(period.last, shown.last))
            painter.fillRect(QRectF(place.left(), 0, 1, theme.px(_PLAIN) + 4), theme.colour(worn.line))
            room = QRectF(place.left(), theme.px(_PLAIN), place.width(), self.height() - theme.px(_PLAIN))
            if QFontMetrics(font).horizontalAdvance(period.name) <= room.width():
                painter.setPen(theme.colour(worn.ink3))
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, period.name)

    def _x(self, shown: SchoolTimePicture, days: int) -> float:
        return self.width() * days / max((shown.last - shown.first).days + 1, 1)

    def _span(self, shown: SchoolTimePicture, first: date, last: date) -> QRectF:
        """The place of these days, the last one whole."""
        left = self._x(shown, (first - shown.first).days)
        right = self._x(shown, (last - shown.first).days + 1)
        top = (theme.px(_PLAIN) - theme.px(_BAR)) / 2
        return QRectF(left, top, max(right - left, 2.0), theme.px(_BAR))

    def _diamond(self, shown: SchoolTimePicture, day: date, size: float) -> QPolygonF:
        x = min(max(self._x(shown, (day - shown.first).days), size), self.width() - size)
        y = theme.px(_PLAIN) / 2
        return QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)])

    def _is_named(self) -> bool:
        return self._named

    def _take_named(self, named: bool) -> None:
        self._named = named
        self.updateGeometry()

    named = Property(bool, _is_named, _take_named)
