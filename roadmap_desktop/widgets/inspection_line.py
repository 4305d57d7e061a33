"""A line of the inspector: its mark, its words, and where it leads."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.inspection import Line, Mark
from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say

_INDENT, _MARK, _ARROW = 20, 15, 13
_SHAPES = {Mark.HOLDS: Shape.TICK, Mark.OPEN: Shape.CROSS, Mark.LOOK: Shape.ALERT}


class InspectionLine(QAbstractButton):
    """A line; with a target it is a button that leads there, without one it is text that takes no focus."""

    def __init__(self, line: Line, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._number = number
        self._words = say(line.text)
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(self._spoken())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if line.target is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words."""
        layout = self._laid_out(width)
        return round(layout.lineCount() * self._pitch())

    def sizeHint(self) -> QSize:
        """The height at the inspector's width."""
        width = theme.px(tokens.INSPECTOR - 38)
        return QSize(theme.px(120), self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Needs more height where a scroll bar leaves it less width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark, words, and an arrow where the line leads somewhere."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter)
        quiet = self.line.mark is Mark.HOLDS
        painter.setPen(theme.colour(worn.ink2 if quiet else worn.ink))
        layout = self._laid_out(self.width())
        layout.draw(painter, QPointF(self._indent(), 0))
        if self.line.target is not None:
            last = layout.lineAt(layout.lineCount() - 1)
            side = theme.px(_ARROW)
            left = self._indent() + last.naturalTextWidth() + theme.px(5)
            place = QRectF(left, last.y(), side, QFontMetrics(theme.font(tokens.SMALL)).height())
            hue = theme.colour(worn.accent)
            draw(painter, Shape.RIGHT, place, hue, 1.4)
            if self.underMouse():
                painter.fillRect(QRectF(left, place.bottom(), side, 1), hue)

    def _paint_mark(self, painter: QPainter) -> None:
        worn = theme.worn()
        side = theme.px(_MARK)
        place = QRectF(0, 0, side, QFontMetrics(theme.font(tokens.SMALL)).height() + 1)
        hues = {Mark.HOLDS: worn.good, Mark.OPEN: worn.bad, Mark.LOOK: worn.warn}
        if shape := _SHAPES.get(self.line.mark):
            draw(painter, shape, place, theme.colour(hues[self.line.mark]), 1.8)
        elif self.line.mark is Mark.NUMBER:
            ink = theme.colour(worn.ink2)
            painter.setPen(QPen(ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.center(), side / 2 - 0.5, side / 2 - 0.5)
            painter.setFont(theme.font(tokens.LABEL - 2.5))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _indent(self) -> int:
        return 0 if self.line.mark is Mark.NONE else theme.px(_INDENT)

    def _pitch(self) -> float:
        return QFontMetrics(theme.font(tokens.SMALL)).height() * tokens.LEADING

    def _laid_out(self, width: int) -> QTextLayout:
        """The words in lines; the last leaves room for the arrow."""
        layout = QTextLayout(self._words or " ", theme.font(tokens.SMALL))
        room = width - self._indent() - (theme.px(_ARROW + 6) if self.line.target is not None else 0)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, theme.px(60)))
            line.setPosition(QPointF(0, top))
            top += self._pitch()
        layout.endLayout()
        return layout

    def _spoken(self) -> str:
        match self.line.mark:
            case Mark.HOLDS:
                return say(message("holds: {text}", text=self._words))
            case Mark.OPEN:
                return say(message("missing: {text}", text=self._words))
            case Mark.LOOK:
                return say(message("look here: {text}", text=self._words))
        return self._words
