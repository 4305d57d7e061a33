"""The hatch of days without school."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from roadmap_desktop.charts.canvas import Look

_TILE = 9
_GROUND = 0.09


def hatch(painter: QPainter, look: Look, places: list[QRectF], origin: float) -> None:
    """Hatches places; ``origin`` moves with the days, so that the lines keep still on them."""
    painter.setBrushOrigin(QPointF(origin % _TILE, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(look.theme.ink3, look.theme.name))
    painter.drawRects(places)
    painter.setBrushOrigin(QPointF(0, 0))


@lru_cache(maxsize=8)
def _brush(value: str, theme: str) -> QBrush:
    tile = QPixmap(_TILE * 2, _TILE * 2)
    tile.setDevicePixelRatio(2)
    ground, line = QColor(value), QColor(value)
    ground.setAlphaF(_GROUND)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line.setAlphaF(0.30 if theme == "dark" else 0.22)
    painter.setPen(QPen(line, 1))
    for shift in (-_TILE, 0, _TILE):
        painter.drawLine(QPointF(shift, _TILE), QPointF(shift + _TILE, 0))
    painter.end()
    return QBrush(tile)
