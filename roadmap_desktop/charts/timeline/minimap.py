"""The whole roadmap in a strip under the timeline, with a frame round what is in view; a press there moves there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from roadmap_desktop.charts.timeline.density import density, image
from roadmap_desktop.charts.timeline.lanes import WIDTH, bar_colour
from roadmap_desktop.charts.timeline.plot import Plot
from roadmap_desktop.language import message

HEIGHT = 36.0
"""Height of the strip, in pixels at normal text size."""
_ROOM = 4
_FULL, _LEAST = 0.75, 8.0


class MiniMap(QWidget):
    """``moved`` carries the day number and the height of the rows, in pixels, that come to the middle of the view.

    By keys the view moves with Shift and an arrow on the timeline itself, so the strip takes no focus.
    """

    moved = Signal(float, float)

    def __init__(self, parent: QWidget, plot: Plot) -> None:
        super().__init__(parent)
        self.plot = plot
        self._image: QImage | None = None
        self._of: tuple[int, int, float] = (0, 0, 0.0)
        self.setFixedHeight(round(plot.look.px(HEIGHT)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(plot.look.say(message("The whole roadmap")))

    def take(self, plot: Plot) -> None:
        """Shows another plot."""
        self.plot, self._image = plot, None
        self.update()

    def frame(self) -> QRectF:
        """Where the frame lies round what is in view."""
        place, view, rows = self._place(), self.plot.view, self.plot.rows
        first, last = self.plot.bounds
        across, down = place.width() / (last - first), place.height() / max(rows.height, view.height, 1.0)
        left, top = place.left() + (view.first - first) * across, place.top() + view.top * down
        found = QRectF(left, top, (view.last - view.first) * across, view.height * down)
        room = max(0.0, self.plot.look.px(_LEAST) - found.height()) / 2  # low as the strip is, the frame can be seen
        return found.adjusted(0, -room, 0, room) & place.adjusted(0, -2, 0, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, merged to pixels once a plot, and the frame."""
        look, painter = self.plot.look, QPainter(self)
        painter.fillRect(self.rect(), look.colour(look.theme.sunk))
        place = self._place()
        painter.drawImage(place.topLeft(), self._drawn(round(place.width()), round(place.height())))
        painter.setPen(QPen(look.colour(look.theme.accent), 1.6))
        painter.setBrush(look.colour(look.theme.accent, 0.08))
        painter.drawRoundedRect(self.frame().adjusted(0.8, 0.8, -0.8, -0.8), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Brings the place to the middle of the view."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves along while the button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        place, at = self._place(), event.position()
        first, last = self.plot.bounds
        height = max(self.plot.rows.height, self.plot.view.height)
        day = first + (at.x() - place.left()) / place.width() * (last - first)
        self.moved.emit(day, (at.y() - place.top()) / place.height() * height)

    def _place(self) -> QRectF:
        """Where the bars are: beside the names of the lanes, as above."""
        left = self.plot.look.px(WIDTH)
        return QRectF(left, _ROOM, max(1.0, self.width() - left - _ROOM), max(1.0, self.height() - 2.0 * _ROOM))

    def _drawn(self, width: int, height: int) -> QImage:
        of = (width, height, self.plot.view.height)
        if self._image is None or self._of != of:
            found, (first, last) = self.plot.columns, self.plot.bounds
            across, down = width / (last - first), height / max(self.plot.rows.height, self.plot.view.height, 1.0)
            hues = range(len(found.hues))
            colours = np.array([bar_colour(self.plot, hue, _FULL).rgba() for hue in hues], np.uint32)
            tops = self.plot.rows.tops[found.row] + self.plot.rows.pitch / 2
            left, right = (found.start - first) * across, (found.end - first) * across
            pixels = density(left, right, tops * down, found.hue, colours, (height, width))
            self._image, self._of = image(pixels), of
        return self._image
