"""The foot of the rail: what is kept beside the stages, and how much of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.ring import DIAMETER
from roadmap_desktop.widgets.speech import say

_LEFT, _TEXT, _RIGHT, _ABOVE = 18, 52, 8, 8


class RailFoot(QAbstractButton):
    """Leads to the pages beside the stages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self._is_folded = False
        self.setText(say(message("Beside")))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.present("")

    def present(self, line: Words) -> None:
        """Shows how much there is."""
        self._line = say(line)
        self.setAccessibleName(", ".join(part for part in (self.text(), self._line) if part))
        self._hint()
        self.updateGeometry()
        self.update()

    def fold(self, *, is_folded: bool) -> None:
        """Shows the sign alone, with its words as a hint of the mouse."""
        self._is_folded = is_folded
        self._hint()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """High enough for the name and its line, which may wrap."""
        below = 0 if self._is_folded else self._line_rect().height() + theme.px(4)
        return QSize(theme.px(_TEXT), theme.px(_ABOVE + DIAMETER + 10) + below)

    def focus_rect(self) -> QRect:
        """The ring lies inside, as in the rail."""
        return self.rect().adjusted(6, 4, -6, -4)

    def event(self, event: QEvent) -> bool:
        """Redraws when the mouse comes and goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign on its plate, name and line."""
        worn, painter = theme.worn(), QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour(worn.surface, 0.5))
        self._paint_sign(painter)
        if self._is_folded:
            return
        name = QRect(theme.px(_TEXT), theme.px(_ABOVE + 1), self.width() - theme.px(_TEXT), theme.px(22))
        painter.setFont(theme.font(tokens.CONTROL, bold=True))
        painter.setPen(theme.colour(worn.ink))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(_small())
        painter.setPen(theme.colour(worn.ink3))
        painter.drawText(self._line_rect(), Qt.TextFlag.TextWordWrap.value, self._line)

    def _paint_sign(self, painter: QPainter) -> None:
        """Four fields on a round plate: a board with notes."""
        worn = theme.worn()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(worn.surface))
        place = QRectF(theme.px(_LEFT), theme.px(_ABOVE), theme.px(DIAMETER), theme.px(DIAMETER))
        painter.drawEllipse(place)
        painter.setBrush(theme.colour(worn.ink2))
        side, gap = theme.px(5), theme.px(2)
        for across in (-1, 0):
            for down in (-1, 0):
                left = place.center().x() + across * side + (across + 0.5) * gap
                top = place.center().y() + down * side + (down + 0.5) * gap
                painter.drawRoundedRect(QRectF(left, top, side, side), 1, 1)

    def _line_rect(self) -> QRect:
        room = theme.px(tokens.RAIL - _TEXT - _RIGHT) - 1
        flags = Qt.TextFlag.TextWordWrap.value
        height = QFontMetrics(_small()).boundingRect(QRect(0, 0, room, 200), flags, self._line or " ").height()
        return QRect(theme.px(_TEXT), theme.px(_ABOVE + 23), room, height)

    def _hint(self) -> None:
        self.setToolTip(self.accessibleName() if self._is_folded else "")


def _small() -> QFont:
    return theme.font(tokens.KEY)
