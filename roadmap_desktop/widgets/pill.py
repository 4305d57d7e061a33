"""A pill: a word or two on a tinted ground."""

from __future__ import annotations

from PySide6.QtCore import Property, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import Shape, draw, plate
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

_SIDE, _HEIGHT, _MARK = 9, 20, 14


class Pill(QLabel):
    """Words on the ground of a tone, with a mark before them where one is given."""

    def __init__(
        self, parent: QWidget | None = None, *, words: Words = "", tone: Tone = Tone.PLAIN, shape: Shape | None = None
    ) -> None:
        super().__init__(parent)
        self._tone, self._shape = tone, shape
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.present(words, tone, shape)

    def present(self, words: Words, tone: Tone = Tone.PLAIN, shape: Shape | None = None) -> None:
        """Shows these words in that tone; without words the pill is not there."""
        self._tone, self._shape = tone, shape
        self.setText(say(words))
        if self.parentWidget() is not None:
            self.setVisible(bool(self.text()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return pill_size(self.text(), self._shape)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the words."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self.text(), self._tone, self._shape)

    def _tone_name(self) -> str:
        return self._tone.value

    def _take_tone(self, name: str) -> None:
        self._tone = Tone(name)
        self.update()

    tone = Property(str, _tone_name, _take_tone)


def pill_size(text: str, shape: Shape | None = None) -> QSize:
    """The size of a pill with these words, in pixels."""
    font = theme.font(tokens.SMALL)
    width = QFontMetrics(font).horizontalAdvance(text) + 1 + 2 * theme.px(_SIDE) + (theme.px(_MARK + 2) if shape else 0)
    return QSize(width, theme.px(_HEIGHT))


def paint_pill(painter: QPainter, place: QRectF, text: str, tone: Tone, shape: Shape | None = None) -> None:
    """Paints a pill that fills the place; words that do not fit end in an ellipsis."""
    worn = theme.worn()
    ink = theme.colour(tone.ink(worn))
    plate(painter, place, place.height() / 2, theme.colour(tone.ground(worn)))
    inner = place.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
    if shape:
        draw(painter, shape, QRectF(inner.left() - 2, inner.top(), theme.px(_MARK), inner.height()), ink)
        inner.setLeft(inner.left() + theme.px(_MARK))
    painter.setFont(theme.font(tokens.SMALL))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, shown)
