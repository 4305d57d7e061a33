"""A workshop on the start page: district, what waits in it, and when it was open last."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

_HEIGHT, _SIDE = 69, 19


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says."""

    name: Words
    line: Words
    when: Words
    mark: Words = ""
    is_urgent: bool = False


class RecentCard(QAbstractButton):
    """Clicked it opens the workshop; Delete takes it off the list (signal ``forgotten``)."""

    forgotten = Signal()

    def __init__(self, words: CardWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        parts = [say(each) for each in (words.name, words.mark, words.line, words.when)]
        self.setText(parts[0].replace("&", "&&"))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription(say(message("Delete takes it off this list; the file stays")))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(theme.px(320), theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes it off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card with its two lines and the time on the right."""
        worn = theme.worn()
        painter = QPainter(self)
        ground = worn.tint if self.underMouse() else worn.surface
        plate(painter, QRectF(self.rect()), tokens.CARD_RADIUS, theme.colour(ground), theme.colour(worn.line))
        side = theme.px(_SIDE)
        inside = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        when = say(self._words.when)
        room = inside.width() - QFontMetrics(theme.font(tokens.SMALL)).horizontalAdvance(when) - side
        self._paint_name(painter, QRectF(inside.left(), theme.px(13), room, theme.px(22)))
        line = QRectF(inside.left(), theme.px(35), room, theme.px(20))
        self._write(painter, line, say(self._words.line), worn.bad if self._words.is_urgent else worn.ink3)
        painter.setPen(theme.colour(worn.ink3))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, when)

    def _paint_name(self, painter: QPainter, place: QRectF) -> None:
        name = say(self._words.name)
        painter.setFont(theme.font(tokens.BODY + 1, bold=True))
        painter.setPen(theme.colour(theme.worn().ink))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if mark := say(self._words.mark):
            size = pill_size(mark)
            left = place.left() + painter.fontMetrics().horizontalAdvance(shown) + theme.px(6)
            top = place.center().y() - size.height() / 2
            paint_pill(painter, QRectF(left, top, size.width(), size.height()), mark, Tone.PLAIN)

    @staticmethod
    def _write(painter: QPainter, place: QRectF, text: str, ink: str) -> None:
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(theme.colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
