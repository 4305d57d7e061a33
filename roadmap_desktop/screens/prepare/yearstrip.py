"""The school year drawn week by week, so that a person sees at once whether it is right."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.prepare.calendar import SpanRow, YearPicture
from roadmap_desktop.language import message, plural
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.rules.yearweeks import DayKind
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say, spoken

_NAMES, _BAR, _CELL, _GAP, _MONTHS, _WIDEST = 20, 8, 13, 2, 20, 24


class YearStrip(QWidget):
    """Grading periods on top, a column per week, the months below; hovering names the day.

    Filled is a school day, half filled one that ends early, hatched a break, outlined a day off. The sentence of the
    picture is its description; the table below it holds the same.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year: YearPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say(message("The school year, week by week")))

    def show_year(self, year: YearPicture | None) -> None:
        """Draws a year; nothing for None."""
        self._year = year
        self.setAccessibleDescription(say(year.sentence) if year else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its five weekdays, names and months."""
        return QSize(theme.px(640), theme.px(_NAMES + _BAR + 5 * (_CELL + _GAP) + _MONTHS))

    def minimumSizeHint(self) -> QSize:
        """Its height, and enough width for a year."""
        return QSize(theme.px(360), self.sizeHint().height())

    def day_at(self, place: QPointF) -> date | None:
        """The day drawn there; None beside the year's days."""
        if self._year is None:
            return None
        row = int((place.y() - self._top()) // theme.px(_CELL + _GAP))
        column = int(place.x() // self._week_width())
        inside = 0 <= row < 5 and place.y() >= self._top() and 0 <= column < len(self._year.weeks)
        if not inside or self._year.weeks[column].days[row] is DayKind.OUTSIDE:
            return None
        return self._year.weeks[column].monday + timedelta(days=row)

    def event(self, event: QEvent) -> bool:
        """Names the day under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._told(day) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws periods, days and months."""
        if self._year is None:
            return
        painter = QPainter(self)
        painter.setFont(theme.font(tokens.LABEL))
        for period in self._periods(self._year):
            self._paint_period(painter, period)
        for column, week in enumerate(self._year.weeks):
            for row, kind in enumerate(week.days):
                self._paint_day(painter, self._cell(column, row), kind)
        self._paint_months(painter, self._year)

    def _told(self, day: date) -> str:
        names = [span.name for span in self._year.spans if span.first <= day <= span.last] if self._year else []
        when = spoken().date(day, "long")
        return say(message("{day}: {names}", day=when, names=tuple(names))) if names else when

    def _paint_period(self, painter: QPainter, period: SpanRow) -> None:
        worn = theme.worn()
        left, right = self._x(period.first), self._x(period.last + timedelta(days=1)) - theme.px(_GAP)
        line = theme.px(_NAMES) + theme.px(_BAR) / 2 - 1
        painter.setPen(QPen(theme.colour(worn.ink3), 1.5))
        painter.drawLine(QPointF(left, line), QPointF(right, line))
        for end in (left, right):
            painter.drawLine(QPointF(end, line - 3), QPointF(end, line + 3))
        room = right - left - theme.px(4)
        days = plural("{n} day", "{n} days", period.school_days)
        full = say(message("{name} · {days}", name=period.name, days=days))
        fitting = next(
            (text for text in (full, say(days)) if QFontMetrics(painter.font()).horizontalAdvance(text) <= room), ""
        )
        painter.setPen(theme.colour(worn.ink2))
        painter.drawText(QRectF(left, 0, right - left, theme.px(_NAMES)), Qt.AlignmentFlag.AlignVCenter, fitting)

    def _paint_day(self, painter: QPainter, cell: QRectF, kind: DayKind) -> None:
        worn = theme.worn()
        match kind:
            case DayKind.SCHOOL:
                plate(painter, cell, 2, theme.colour(worn.accent, 0.42))
            case DayKind.EARLY:
                plate(painter, cell, 2, theme.colour(worn.accent, 0.14))
                plate(painter, cell.adjusted(0, cell.height() / 2, 0, 0), 2, theme.colour(worn.accent, 0.42))
            case DayKind.OFF:
                plate(painter, cell, 2, theme.colour(worn.surface), theme.colour(worn.ink3))
            case DayKind.BREAK:
                plate(painter, cell, 2, theme.colour(worn.sunk))
                _hatch(painter, cell)

    def _paint_months(self, painter: QPainter, year: YearPicture) -> None:
        from babel.dates import format_date

        painter.setPen(theme.colour(theme.worn().ink3))
        top = self._top() + 5 * theme.px(_CELL + _GAP)
        fridays = (week.monday + timedelta(days=4) for week in year.weeks)
        months = dict.fromkeys((day.year, day.month) for day in (year.first_day, *fridays))
        ends_at = -1.0
        for number, month in months:
            first = max(date(number, month, 1), year.first_day)
            words = format_date(first, "LLL", locale=spoken().code)
            left = self._x(first)
            width = QFontMetrics(painter.font()).horizontalAdvance(words)
            if first <= year.last_day and left >= ends_at:
                painter.drawText(QRectF(left, top, width + 2, theme.px(_MONTHS)), Qt.AlignmentFlag.AlignVCenter, words)
                ends_at = left + width + theme.px(6)

    def _cell(self, column: int, row: int) -> QRectF:
        width = self._week_width()
        tall = theme.px(_CELL)
        return QRectF(column * width, self._top() + row * theme.px(_CELL + _GAP), width - theme.px(_GAP), tall)

    def _x(self, day: date) -> float:
        """Where a day of the week begins, a weekend at its end."""
        if self._year is None:
            return 0.0
        passed = (day - self._year.weeks[0].monday).days
        return (passed // 7 + min(passed % 7, 5) / 5) * self._week_width()

    def _week_width(self) -> float:
        weeks = len(self._year.weeks) if self._year else 1
        return min(self.width() / weeks, float(theme.px(_WIDEST)))

    @staticmethod
    def _top() -> int:
        return theme.px(_NAMES + _BAR)

    @staticmethod
    def _periods(year: YearPicture) -> tuple[SpanRow, ...]:
        return year.of_kind(SpanKind.GRADING_PERIOD) or year.of_kind(SpanKind.TERM)


def _hatch(painter: QPainter, cell: QRectF) -> None:
    painter.save()
    painter.setClipRect(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(theme.worn().ink3), 1))
    step = theme.px(5)
    at = cell.left() - cell.height()
    while at < cell.right():
        painter.drawLine(QPointF(at, cell.bottom()), QPointF(at + cell.height(), cell.top()))
        at += step
    painter.restore()
