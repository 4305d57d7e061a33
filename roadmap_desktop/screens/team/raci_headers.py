"""The two headers of the RACI grid: seats written upwards, work with what it lacks."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.screens.team.raci_model import RaciModel
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

_SHORTEST, _LONGEST, _PAD, _WRAP = 72, 240, 8, Qt.TextFlag.TextWordWrap.value


class SeatHeader(QHeaderView):
    """The seats, each written from below upwards over as many lines as its column is wide."""

    def __init__(self, model: RaciModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._seats = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its names need in columns of the present width."""
        return QSize(super().sizeHint().width(), self.wanted())

    def wanted(self) -> int:
        """The least height at which every name fits into its column, in pixels."""
        width = self.sectionSize(0) if self.count() else 0
        return next(
            (high for high in range(theme.px(_SHORTEST), theme.px(_LONGEST), 4) if self._fits(high, width)),
            theme.px(_LONGEST),
        )

    def _fits(self, high: int, width: int) -> bool:
        metrics = QFontMetrics(theme.font(tokens.LABEL, bold=True))
        room = high - theme.px(_PAD)
        for seat in self._seats.seats:
            name = say(seat.name)
            rect = metrics.boundingRect(0, 0, room, 10_000, _WRAP, name)
            if rect.height() > width - 2 or rect.width() > room:
                return False
        return True

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draws the name; that of an open seat lighter."""
        worn = theme.worn()
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(worn.line))
        seat = self._seats.seats[section]
        painter.setFont(theme.font(tokens.LABEL, bold=bool(seat.holders), italic=not seat.holders))
        painter.setPen(theme.colour(worn.ink2 if seat.holders else worn.ink3))
        painter.translate(rect.left(), rect.bottom() - theme.px(6))
        painter.rotate(-90)
        place = QRectF(0, 1, rect.height() - theme.px(_PAD), rect.width() - 2)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value | _WRAP, say(seat.name)
        )
        painter.restore()


class WorkHeader(QHeaderView):
    """The rows of work; what a row lacks stands in a pill at its right."""

    def __init__(self, model: RaciModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._work = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for the widest name with its pill."""
        return QSize(self.wanted(), super().sizeHint().height())

    def wanted(self) -> int:
        """The width that shows every row whole, in pixels."""
        metrics = QFontMetrics(theme.font(tokens.CONTROL, bold=True))
        widths = [
            metrics.horizontalAdvance(say(row.name))
            + (pill_size(say(row.lacks), Shape.CROSS).width() + theme.px(_PAD) if row.lacks else 0)
            for row in self._work.rows
        ]
        return max(widths, default=0) + 2 * theme.px(_PAD)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draws name and pill, on the tint where the row is the current one."""
        worn = theme.worn()
        row = self._work.rows[section]
        painter.save()
        view = self.parentWidget()
        if isinstance(view, QWidget) and getattr(view, "current_row", lambda: -1)() == section:
            painter.fillRect(rect, theme.colour(worn.tint))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(worn.line))
        place = QRectF(rect).adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        painter.setFont(theme.font(tokens.CONTROL, bold=True))
        painter.setPen(theme.colour(worn.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, say(row.name))
        if row.lacks:
            words = say(row.lacks)
            size = pill_size(words, Shape.CROSS)
            top = round(place.center().y() - size.height() / 2)
            pill = QRectF(place.right() - size.width(), top, size.width(), size.height())
            paint_pill(painter, pill, words, Tone.BAD, Shape.CROSS)
        painter.restore()
