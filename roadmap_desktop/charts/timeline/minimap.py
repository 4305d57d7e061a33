"""The whole roadmap in a strip under the timeline, with a frame round what is in view; a press or a key moves it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from roadmap_desktop.charts.timeline.days import day
from roadmap_desktop.charts.timeline.density import density, image
from roadmap_desktop.charts.timeline.lanes import WIDTH, bar_colour
from roadmap_desktop.charts.timeline.plot import Plot
from roadmap_desktop.language import message

HEIGHT = 36.0
"""Height of the strip, in pixels at normal text size."""
_ROOM = 4
_FULL, _LEAST = 0.75, 8.0
_PART = 0.25
"""How much of what is in view an arrow moves the frame."""
_ARROWS = {
    Qt.Key.Key_Left: (-_PART, 0.0),
    Qt.Key.Key_Right: (_PART, 0.0),
    Qt.Key.Key_Up: (0.0, -_PART),
    Qt.Key.Key_Down: (0.0, _PART),
    Qt.Key.Key_PageUp: (0.0, -1.0),
    Qt.Key.Key_PageDown: (0.0, 1.0),
}


class MiniMap(QAbstractSlider):
    """``moved`` carries the day number and the height of the rows, in pixels, that come to the middle of the view.

    Arrows and Page keys move the frame, Home and End go to the first and the last day, + and - show fewer and more
    days, 0 all. To a screen reader it is a slider over the days; what is in view is its description.
    """

    moved = Signal(float, float)
    zoomed = Signal(int)  # 1 nearer, -1 further, 0 the whole

    def __init__(self, parent: QWidget, plot: Plot) -> None:
        super().__init__(parent)
        self.plot = plot
        self._image: QImage | None = None
        self._of: tuple[int, int, float] = (0, 0, 0.0)
        self.setFixedHeight(round(plot.look.px(HEIGHT)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(plot.look.say(message("The whole roadmap")))
        self.setToolTip(plot.look.say(message("Arrows move what is in view, + and − show fewer and more days")))

    def take(self, plot: Plot) -> None:
        """Shows another plot."""
        self.plot, self._image = plot, None
        self.update()

    def follow(self) -> None:
        """Another stretch is in view: the frame goes there, and whoever does not see it is told."""
        view, (first, last) = self.plot.view, self.plot.bounds
        with QSignalBlocker(self):
            self.setRange(0, max(0, round(last - first)))
            self.setValue(round((view.first + view.last) / 2 - first))
        begins, ends = max(view.first, first), min(view.last, last) - 1
        words = message("{first} to {last} in view", first=day(begins), last=day(max(begins, ends)))
        self.setAccessibleDescription(self.plot.look.say(words))
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A slider would take the wheel; here the page scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the frame, or makes it smaller and larger."""
        key, view = Qt.Key(event.key()), self.plot.view
        across, down = (view.first + view.last) / 2, view.top + view.height / 2
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif key in _ARROWS:
            x, y = _ARROWS[key]
            self.moved.emit(across + x * (view.last - view.first), down + y * view.height)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.moved.emit(self.plot.bounds[key is Qt.Key.Key_End], down)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
            self.zoomed.emit({Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}.get(key, 1))
        else:
            event.ignore()

    def _go(self, event: QMouseEvent) -> None:
        place, at = self._place(), event.position()
        first, last = self.plot.bounds
        height = max(self.plot.rows.height, self.plot.view.height)
        there = first + (at.x() - place.left()) / place.width() * (last - first)
        self.moved.emit(there, (at.y() - place.top()) / place.height() * height)

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
