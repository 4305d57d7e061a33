"""The head of a column: the wave's name, its dates, and what does not hold yet; chosen, the inspector shows it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.scaling.picture import WaveRow
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.shapes import Shape, plate
from roadmap_desktop.widgets.speech import say, spoken
from roadmap_desktop.widgets.tone import Tone

_SIDE, _ABOVE, _GAP = 12, 9, 5
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


class WaveHead(QAbstractButton):
    """``reached`` tells that it was clicked or got the focus, ``opened`` Enter, ``removed`` Delete."""

    reached = Signal()
    opened = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._dates = "", ""
        self._pill: tuple[str, Tone, Shape | None] = ("", Tone.PLAIN, None)
        self._is_chosen = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.reached)

    def present(self, wave: WaveRow) -> None:
        """Shows a wave."""
        pill: tuple[Words, Tone, Shape | None] = ("", Tone.PLAIN, None)
        if missing := len(wave.open_gates):
            pill = (plural("{n} condition open", "{n} conditions open", missing), Tone.WARN, None)
        elif wave.gates:
            pill = (message("all conditions hold"), Tone.GOOD, Shape.TICK)
        self._write(wave.name, span_in_words(wave.start, wave.finish), pill)

    def present_unplaced(self, schools: int) -> None:
        """Shows the column of schools that are in no wave; there is nothing to choose then."""
        count = plural("{n} school", "{n} schools", schools) if schools else ""
        self._write(say(message("In no wave")), count, ("", Tone.PLAIN, None))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(False)

    def choose(self, *, chosen: bool) -> None:
        """Tints it where its wave is what the inspector shows."""
        self._is_chosen = chosen
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        inner = width - 2 * theme.px(_SIDE)
        height = _height(self._name, inner, tokens.BODY, bold=True) + _height(self._dates, inner, tokens.SMALL)
        if self._pill[0]:
            height += theme.px(_GAP) + pill_size(self._pill[0], self._pill[2]).height()
        return height + 2 * theme.px(_ABOVE)

    def sizeHint(self) -> QSize:
        """Room for its pill."""
        width = pill_size(self._pill[0], self._pill[2]).width() + 2 * theme.px(_SIDE)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Its pill is never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The inspector follows the focus."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to its fields, Delete removes the wave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, dates, pill; on tint where it is chosen."""
        worn, painter = theme.worn(), QPainter(self)
        if self._is_chosen:
            plate(painter, QRectF(self.rect()).adjusted(1, 1, -1, 0), tokens.CARD_RADIUS, theme.colour(worn.tint))
        left, width, top = theme.px(_SIDE), self.width() - 2 * theme.px(_SIDE), theme.px(_ABOVE)
        for words, size, bold, ink in (
            (self._name, tokens.BODY, True, worn.ink),
            (self._dates, tokens.SMALL, False, worn.ink2),
        ):
            height = _height(words, width, size, bold=bold)
            painter.setFont(theme.font(size, bold=bold))
            painter.setPen(theme.colour(ink))
            painter.drawText(QRect(left, top, width, height), _WRAP, words)
            top += height
        words, tone, shape = self._pill
        if words:
            pill = pill_size(words, shape)
            place = QRectF(left, top + theme.px(_GAP), min(pill.width(), width), pill.height())
            paint_pill(painter, place, words, tone, shape)

    def _write(self, name: str, dates: Words, pill: tuple[Words, Tone, Shape | None]) -> None:
        self._name, self._dates = name, say(dates)
        self._pill = (say(pill[0]), pill[1], pill[2])
        self.setText(name)
        parts = (self._name, self._dates, self._pill[0])
        self.setAccessibleName(spoken().listing([part for part in parts if part]))
        self.updateGeometry()
        self.update()


def span_in_words(first: date | None, last: date | None) -> Words:
    """From when to when; the year once where it is the same."""
    if first is None or last is None:
        return message("no dates yet")
    if first.year == last.year:
        return message("{first:short} to {last}", first=first, last=last)
    return message("{first} to {last}", first=first, last=last)


def _height(words: str, width: int, size: float, *, bold: bool = False) -> int:
    if not words:
        return 0
    metrics = QFontMetrics(theme.font(size, bold=bold))
    return metrics.boundingRect(0, 0, max(1, width), 10_000, _WRAP, words).height()
