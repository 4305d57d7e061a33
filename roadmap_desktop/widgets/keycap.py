"""The cap of a key, drawn beside the words of what the key does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate

_SIDE, _HEIGHT = 5, 17


def key_words(sequence: QKeySequence) -> str:
    """The keys as they are named on this system's keyboard, with spaces between them."""
    native = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return " ".join(part or "+" for part in native.split("+")) if len(native) > 1 else native


def cap_size(text: str) -> QSize:
    """The size of a cap with this text, in pixels."""
    width = QFontMetrics(theme.font(tokens.KEY)).horizontalAdvance(text) + 2 * theme.px(_SIDE) + 2
    return QSize(max(width, theme.px(_HEIGHT)), theme.px(_HEIGHT))


def paint_cap(painter: QPainter, place: QRectF, text: str, ink: QColor, line: QColor) -> None:
    """Paints the cap with its thicker lower edge; it has no ground of its own."""
    plate(painter, place, tokens.KEY_RADIUS, None, line)
    painter.fillRect(QRectF(place.left() + 2, place.bottom() - 2, place.width() - 4, 1), line)
    painter.setFont(theme.font(tokens.KEY))
    painter.setPen(ink)
    painter.drawText(place.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, text)
