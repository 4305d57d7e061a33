"""What the room's screens are painted on: lengths in parts of the height, type that the back row can read."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from roadmap_desktop.language import Language, Words
from roadmap_desktop.tokens import Theme
from roadmap_desktop.widgets import fonts, theme

HIGH = 1080
"""Lengths of the design are pixels of a screen so high."""

LEAST = HIGH / 28
"""No type is smaller than this, in pixels of the design."""

TEXT, NUMBER, LOUD, SIDE = 40, 58, 78, 80
"""Type of running text, of figures, of the one thought on the screen; and the margin at both sides."""

LEADING = 1.18
"""Distance of two lines in parts of the type's size."""

Flag = Qt.AlignmentFlag


class Board:
    """One painting of one screen."""

    def __init__(self, painter: QPainter, width: int, height: int, worn: Theme, language: Language) -> None:
        if painter.isActive():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter, self.theme, self._language = painter, worn, language
        self._part = height / HIGH
        self.width = width / self._part
        """How wide the screen is in pixels of the design; 1920 where it is 16 to 9."""

    @property
    def left(self) -> float:
        """Where content begins."""
        return SIDE

    @property
    def right(self) -> float:
        """Where content ends."""
        return self.width - SIDE

    def say(self, words: Words) -> str:
        """The words in the window's language."""
        return self._language.say(words)

    def px(self, place: QRectF) -> QRectF:
        """A place of the design in pixels of the screen."""
        part = self._part
        return QRectF(place.x() * part, place.y() * part, place.width() * part, place.height() * part)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """A font of the design's size, never under what can be read."""
        return _font(ceil(max(size, LEAST) * self._part), bold)

    def advance(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide one line of a text is."""
        return QFontMetricsF(self.font(size, bold=bold)).horizontalAdvance(text) / self._part

    def height_of(self, text: str, size: float, width: float, *, bold: bool = False) -> float:
        """How high a text is when it wraps at a width; a word wider than that asks for more than there ever is."""
        lines = self._lines(text, size, width, bold=bold)
        if any(self.advance(line, size, bold=bold) > width + 1 for line in lines):
            return float("inf")
        return len(lines) * size * LEADING

    def fitting(self, text: str, largest: float, width: float, height: float, *, bold: bool = False) -> float:
        """The largest size, from ``largest`` down, at which the text fits; the least where none does."""
        size = largest
        while size > LEAST and self.height_of(text, size, width, bold=bold) > height:
            size -= 2
        return max(size, LEAST)

    def write(
        self,
        text: str,
        place: QRectF,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        side: Flag = Flag.AlignLeft,
    ) -> None:
        """Writes one line in the middle of the place's height; what is too long ends in an ellipsis."""
        font = self.font(size, bold=bold)
        room = self.px(place)
        self.painter.setFont(font)
        self.painter.setPen(theme.colour(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        self.painter.drawText(room, side | Flag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def write_lines(
        self,
        text: str,
        place: QRectF,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        side: Flag = Flag.AlignLeft,
    ) -> float:
        """Writes a text that wraps, from the top of the place on, and gives the height it took."""
        pitch = max(size, LEAST) * LEADING
        lines = self._lines(text, size, place.width(), bold=bold)
        most = max(1, int((place.height() + 1) // pitch))
        if len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        for number, line in enumerate(lines):
            spot = QRectF(place.x(), place.y() + number * pitch, place.width(), pitch)
            self.write(line, spot, size, colour, bold=bold, side=side)
        return len(lines) * pitch

    def fill(self, place: QRectF, colour: str, *, radius: float = 0, opacity: float = 1) -> None:
        """Fills a place."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(theme.colour(colour, opacity)))
        self.painter.drawRoundedRect(self.px(place), radius * self._part, radius * self._part)

    def head(self, words: Words) -> None:
        """The line on top that says where the room is."""
        place = QRectF(self.left, 70, self.right - self.left - 260, 60)
        self.write(self.say(words), place, TEXT, self.theme.ink2)

    def foot(self, words: Words) -> None:
        """The line at the bottom."""
        place = QRectF(self.left, 968, self.right - self.left, 60)
        self.write(self.say(words), place, TEXT, self.theme.ink2)

    def _lines(self, text: str, size: float, width: float, *, bold: bool) -> list[str]:
        """The text in lines, broken between words."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.advance(longer, size, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


@lru_cache(maxsize=64)
def _font(pixels: int, bold: bool) -> QFont:
    made = fonts.font(pixels, bold=bold)
    made.setPixelSize(pixels)
    return made
