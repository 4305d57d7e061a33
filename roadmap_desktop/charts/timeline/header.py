"""The header of the timeline: grading periods on the first row, their weeks on the second, today's word."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import plate
from roadmap_desktop.charts.timeline.bands_item import WEEK_ROOM
from roadmap_desktop.charts.timeline.calendar import Stretch, pauses, periods, weeks
from roadmap_desktop.charts.timeline.hatch import hatch
from roadmap_desktop.charts.timeline.plot import Plot
from roadmap_desktop.language import message

HEIGHT = 44.0
_FIRST_ROW = 25.0
_PAD = 7.0


class Header(QWidget):
    """Synchronised with the view; its left part lies over the lanes' names. Pointing at a break names it."""

    def __init__(self, parent: QWidget, plot: Plot, left: float) -> None:
        super().__init__(parent)
        self.plot, self._left = plot, left
        self._named: dict[tuple[int, date, bool], tuple[str, float]] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def take(self, plot: Plot) -> None:
        """Shows another plot."""
        self.plot, self._named = plot, {}
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both rows."""
        look = self.plot.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(look.theme.sunk))
        painter.translate(self._left, 0)
        painter.setClipRect(QRectF(0, 0, self.plot.view.width, self.height()))
        self._paint_periods(painter)
        self._paint_pauses(painter)
        self._paint_weeks(painter, self._paint_today(painter))

    def stretch_at(self, x: float) -> Stretch | None:
        """The break, or else the period, at a place of the view."""
        found = self.plot.view.day(x)
        stretches = (*pauses(self.plot.picture), *periods(self.plot.picture, self.plot.look.language))
        return next((each for each in stretches if each.first <= found < each.last), None)

    def event(self, event: QEvent) -> bool:
        """Names what is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.stretch_at(event.pos().x() - self._left)
            text = self.plot.look.say(found.words()) if found is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _paint_periods(self, painter: QPainter) -> None:
        look = self.plot.look
        font = look.font(tokens.SMALL, bold=True)
        height = look.px(_FIRST_ROW)
        for each in periods(self.plot.picture, look.language):
            box = self._box(each, height)
            if box.isEmpty():
                continue
            painter.fillRect(box, look.colour(look.theme.line))
            painter.fillRect(box.adjusted(1, 0, -1, -1), look.colour(look.theme.surface))
            if not each.is_assumed:
                self._write(painter, box, look.say(each.name), font, look.theme.ink)
                continue
            words, quiet = message("{name} (assumed)", name=each.name), look.font(tokens.SMALL)
            if not self._write(painter, box, look.say(words), quiet, look.theme.ink2):
                self._write(painter, box, look.say(each.name), quiet, look.theme.ink2)

    def _paint_pauses(self, painter: QPainter) -> None:
        look = self.plot.look
        found = [(each, self._box(each, self.height())) for each in pauses(self.plot.picture)]
        hatch(painter, look, [box for _, box in found if not box.isEmpty()], self.plot.view.x(0))
        for each, box in found:
            box.setHeight(look.px(_FIRST_ROW))
            self._write(painter, box, look.say(each.name), look.font(tokens.SMALL), look.theme.ink2)

    def _paint_today(self, painter: QPainter) -> QRectF:
        """Today's word on its line; gives the room it takes."""
        look, x = self.plot.look, self.plot.view.x(self.plot.today)
        font, text = look.font(tokens.LABEL, bold=True), look.say(message("today"))
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(text) + 2 * look.px(_PAD), look.px(16)
        if not 0 <= x <= self.plot.view.width:
            return QRectF()
        left = min(max(x - width / 2, 0.0), self.plot.view.width - width)
        box = QRectF(left, look.px(_FIRST_ROW) + (self.height() - look.px(_FIRST_ROW) - height) / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(x - 0.75, box.top(), 1.5, self.height() - box.top()), look.colour(look.theme.bad))
        plate(painter, box, height / 2, look.colour(look.theme.bad))
        painter.setFont(font)
        painter.setPen(look.colour(look.theme.surface))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box

    def _paint_weeks(self, painter: QPainter, today: QRectF) -> None:
        look, plot = self.plot.look, self.plot
        font = look.font(tokens.LABEL)
        ends = [end.last for end in periods(plot.picture, look.language)]
        taken = -1.0
        dated = plot.view.per_day * 7 >= look.px(2.4 * WEEK_ROOM)
        for number, first in weeks(plot.picture, plot.view.per_day, look.px(WEEK_ROOM)):
            text, width = self._week(number, first, is_dated=dated)
            left = plot.x_of(first) + look.px(3)
            right = left + width
            until = min((plot.view.x(end) for end in ends if plot.view.x(end) > left), default=plot.view.width)
            box = QRectF(left, look.px(_FIRST_ROW), right - left + 1, self.height() - look.px(_FIRST_ROW))
            if left < max(taken, 0.0) or right > min(until, plot.view.width) or box.intersects(today):
                continue
            taken = right + look.px(4)
            painter.setFont(font)
            painter.setPen(look.colour(look.theme.ink3))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _week(self, number: int, first: date, *, is_dated: bool) -> tuple[str, float]:
        """The name of a week and its width in pixels, worked out once."""
        key = (number, first, is_dated)
        if key not in self._named:
            look = self.plot.look
            words = message("wk {n}, {day:short}", n=number, day=first) if is_dated else message("wk {n}", n=number)
            text = look.say(words)
            self._named[key] = (text, QFontMetricsF(look.font(tokens.LABEL)).horizontalAdvance(text))
        return self._named[key]

    def _box(self, each: Stretch, height: float) -> QRectF:
        """The part of a stretch that is in view."""
        view = self.plot.view
        left, right = max(view.x(each.first), -2.0), min(view.x(each.last), view.width + 2.0)
        return QRectF(left, 0, max(right - left, 0.0), height)

    def _write(self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: str) -> bool:
        """Writes a name into what is seen of its box; False where there is no room for all of it."""
        look = self.plot.look
        inside = QRectF(max(box.left(), 0.0), box.top(), 0, box.height())
        inside.setRight(min(box.right(), self.plot.view.width))
        inside = inside.adjusted(look.px(_PAD), 0, -2, 0)
        if inside.width() < QFontMetricsF(font).horizontalAdvance(text):
            return False
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return True
