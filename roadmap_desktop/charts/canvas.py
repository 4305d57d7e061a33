"""What all charts share: the look they are painted in, small words on coloured grounds, the sentence that is heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from roadmap_desktop import tokens
from roadmap_desktop.language import Language, Words
from roadmap_desktop.tokens import Theme

_SIDE, _HEIGHT = 9, 20


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, sizes, fonts and language of a chart; given by the window, so that a chart asks nobody.

    ``scale`` is how much larger than normal the system's text is; ``face`` gives a font by size and boldness.
    """

    theme: Theme
    scale: float
    face: Callable[[float, bool], QFont]
    language: Language

    def px(self, length: float) -> float:
        """A length of the design in pixels."""
        return length * self.scale

    def font(self, size: float = tokens.BODY, *, bold: bool = False) -> QFont:
        """The font of a type size of the tokens."""
        return self.face(size, bold)

    def colour(self, value: str, opacity: float = 1.0) -> QColor:
        """A colour of the tokens."""
        made = QColor(value)
        made.setAlphaF(opacity)
        return made

    def say(self, words: Words) -> str:
        """The words in the window's language."""
        return self.language.say(words)


def write(
    painter: QPainter,
    place: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Writes one line in the middle of the place's height; what does not fit ends in an ellipsis."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 0.5)
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def plate(painter: QPainter, place: QRectF, radius: float, fill: QColor) -> None:
    """Paints a rounded ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(place, radius, radius)


def tag_width(look: Look, text: str) -> float:
    """The width of a tag with these words, in pixels."""
    return QFontMetricsF(look.font(tokens.SMALL)).horizontalAdvance(text) + 2 * look.px(_SIDE)


def tag(painter: QPainter, look: Look, left: float, middle: float, text: str, *, ink: str, ground: str) -> None:
    """Paints words on a coloured ground, from ``left`` on, in the middle of a row."""
    height = look.px(_HEIGHT)
    place = QRectF(left, middle - height / 2, tag_width(look, text), height)
    plate(painter, place, height / 2, look.colour(ground))
    inner = place.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
    write(painter, inner, text, look.font(tokens.SMALL), look.colour(ink), Qt.AlignmentFlag.AlignHCenter)
