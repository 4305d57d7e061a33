"""A person at a table as a chip: the name, for whom they speak in words and in a hue, and whether they stay."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.prepare.tables import Seated
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say, spoken

PERSON = "application/x-roadmap-person"
"""What a drag of a person carries: their uuid."""
HUES: Mapping[str, str] = {
    "district_leadership": "pilots",
    "board": "pilots",
    "school_leadership": "scaling",
    "teacher": "readiness",
    "instruction": "monitoring",
    "special_education": "usecases",
    "technology": "prepare",
    "legal": "prepare",
    "operations": "prepare",
    "staff_association": "monitoring",
    "family": "guardrails",
    "student": "team",
}
"""The stage whose hue a perspective borrows; related voices share one, and the words stand beside it."""
_SIDE, _ABOVE, _DOT, _RADIUS = 9, 5, 8, 9
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


class Look(Enum):
    """How a chip stands out: at rest, chosen, picked up, or the one whose place would be taken."""

    RESTING = auto()
    CHOSEN = auto()
    HELD = auto()
    TARGET = auto()


class PersonChip(QAbstractButton):
    """``reached`` tells that it got the focus, ``keyed`` passes on a key; the board decides what a key means."""

    reached = Signal()
    left = Signal()
    asked = Signal(QPoint)
    key_pressed = Signal(object)  # QKeyEvent, accepted by whoever used it

    def __init__(self, parent: QWidget, person: Seated) -> None:
        super().__init__(parent)
        self.person = person
        self.look = Look.RESTING
        self.is_movable = True
        self._pressed_at: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, person: Seated, table: Words, *, movable: bool) -> None:
        """Shows a person; in a balance that is only shown they can't be moved."""
        self.person, self.is_movable = person, movable
        self.setText(person.name.replace("&", "&&"))
        parts = [person.name, *self._lines(), table]
        self.setAccessibleName(spoken().listing([each for each in map(say, parts) if each]))
        hint = message("Space picks up, P lets this person stay at the table") if movable else ""
        self.setAccessibleDescription(say(hint))
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def wear(self, look: Look) -> None:
        """Takes another look."""
        if look is not self.look:
            self.look = look
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        inner = width - theme.px(2 * _SIDE + _DOT + 7)
        height = _height(self.person.name, inner, tokens.CONTROL, bold=True)
        height += sum(_height(say(line), inner, tokens.KEY) for line in self._lines())
        return max(theme.px(tokens.TARGET), height + theme.px(2 * _ABOVE))

    def sizeHint(self) -> QSize:
        """A common name in one line."""
        width = theme.px(160)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """It may be narrower, and higher then."""
        return QSize(theme.px(110), theme.px(tokens.TARGET))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that it is the one now."""
        super().focusInEvent(event)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that it is no longer."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key goes to the board first."""
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted() and event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The board has heard the key when it went down."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag may begin."""
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begins a drag once the mouse went far enough."""
        begun = self._pressed_at
        far = begun is not None and (event.position().toPoint() - begun).manhattanLength()
        if begun is None or not self.is_movable or far < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self._pressed_at = None
        self.setDown(False)
        drag = QDrag(self)
        carried = QMimeData()
        carried.setData(PERSON, self.person.uuid.encode())
        drag.setMimeData(carried)
        drag.setPixmap(self.grab())
        drag.setHotSpot(begun)
        drag.exec(Qt.DropAction.MoveAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what can be done with the person."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.asked.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground in the hue of the perspective, a dot of it, the words; held it has a broken edge."""
        worn, painter = theme.worn(), QPainter(self)
        hue = worn.stage(HUES.get(self.person.perspective, "prepare"))
        place, radius = QRectF(self.rect()), theme.px(_RADIUS)
        plate(painter, place, radius, theme.colour(worn.surface))
        plate(painter, place, radius, theme.colour(hue, 0.12), theme.colour(hue, 0.45))
        if self.look is not Look.RESTING:
            style = Qt.PenStyle.DashLine if self.look is Look.HELD else Qt.PenStyle.SolidLine
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(theme.colour(worn.tint) if self.look is Look.TARGET else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(worn.accent), theme.px(2), style))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius)
        side, dot = theme.px(_SIDE), theme.px(_DOT)
        first = QFontMetrics(theme.font(tokens.CONTROL, bold=True)).height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(hue))
        painter.drawEllipse(QRectF(side, theme.px(_ABOVE) + (first - dot) / 2, dot, dot))
        self._paint_words(painter, side + dot + theme.px(7))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        worn, top = theme.worn(), theme.px(_ABOVE)
        width = self.width() - left - theme.px(_SIDE)
        lines = [(self.person.name, tokens.CONTROL, True, worn.ink)]
        lines += [(say(line), tokens.KEY, False, worn.ink2) for line in self._lines()]
        if self.person.came_from:
            lines[-1] = (*lines[-1][:2], True, worn.ink)
        for words, size, bold, ink in lines:
            height = _height(words, width, size, bold=bold)
            painter.setFont(theme.font(size, bold=bold))
            painter.setPen(theme.colour(ink))
            painter.drawText(QRect(left, top, width, height), _WRAP, words)
            top += height

    def _lines(self) -> list[Words]:
        """What stands below the name."""
        perspective = self.person.perspective_words or message("no perspective yet")
        lines: list[Words] = [perspective]
        if self.person.pinned and not self.person.came_from:
            lines = [message("{perspective} · stays here", perspective=perspective)]
        if self.person.came_from:
            lines.append(message("from {table}", table=self.person.came_from))
        return lines


def _height(words: str, width: int, size: float, *, bold: bool = False) -> int:
    metrics = QFontMetrics(theme.font(size, bold=bold))
    return metrics.boundingRect(0, 0, max(1, width), 10_000, _WRAP, words or " ").height()
