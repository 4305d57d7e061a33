"""The ring round what has the focus: drawn over the window, 1 pixel away, so that no control need leave room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenuBar, QWidget
from shiboken6 import isValid

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
}
_REACH = tokens.FOCUS_GAP + tokens.FOCUS_RING


class FocusRing(QWidget):
    """The ring of one window. It follows the focus, and inside a control its ``focus_rect`` where it has one.

    What only holds the focus until a control is reached, such as a page, says so by ``takes_ring = False``.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the control and all that it lies in."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring; where the control is scrolled half away, half of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(theme.worn().accent), tokens.FOCUS_RING))
        half = tokens.FOCUS_RING / 2
        place = QRectF(self._ring.translated(-self.pos())).adjusted(half, half, -half, -half)
        radius = tokens.FIELD_RADIUS + tokens.FOCUS_GAP + half
        painter.drawRoundedRect(place, radius, radius)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._around is not None and isValid(self._around) and hasattr(self._around, "ring_moved"):
            self._around.ring_moved.disconnect(self._place)
        inside = new is not None and new.window() is self._window and not isinstance(new, QMenuBar)
        inside = inside and getattr(new, "takes_ring", True)
        self._around = new if inside else None
        self._watched = _up_to(self._window, self._around)
        for widget in self._watched:
            widget.installEventFilter(self)
        if self._around is not None and hasattr(self._around, "ring_moved"):
            self._around.ring_moved.connect(self._place)
        self._place()

    def _place(self) -> None:
        around = self._around
        if around is None or not isValid(around) or not around.isVisible():
            self.hide()
            return
        focus_rect = getattr(around, "focus_rect", around.rect)
        rect: QRect = focus_rect()
        place = QRect(around.mapTo(self._window, rect.topLeft()), rect.size())
        self._ring = _grown(place)
        seen, openings = self._ring, self._openings(around, whole=rect == around.rect())
        for opening in openings:
            seen = seen.intersected(_grown(opening))
        self.setGeometry(seen)
        self.setVisible(all(opening.intersects(place) for opening in openings))
        self.raise_()
        self.update()

    def _openings(self, around: QWidget, *, whole: bool) -> list[QRect]:
        """The openings, in the window, through which the control is seen; a part of a list is seen through its own."""
        views = [widget for widget in self._watched if _is_viewport(widget)]
        if isinstance(around, QAbstractScrollArea) and not whole:
            views.append(around.viewport())
        return [QRect(view.mapTo(self._window, QPoint(0, 0)), view.size()) for view in views]


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _grown(rect: QRect) -> QRect:
    return rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)


def _up_to(window: QWidget, widget: QWidget | None) -> list[QWidget]:
    """The widget and what it lies in, up to but without the window."""
    found = []
    while widget is not None and widget is not window:
        found.append(widget)
        widget = widget.parentWidget()
    return found
