"""The painted part of the timeline, and what a person does on it with mouse, wheel and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pyqtgraph import GraphicsView, ViewBox
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from roadmap_desktop.charts.timeline.bands_item import BandsItem, TodayItem
from roadmap_desktop.charts.timeline.bars_item import BarsItem
from roadmap_desktop.charts.timeline.columns import Flag
from roadmap_desktop.charts.timeline.days import day, number
from roadmap_desktop.charts.timeline.ghost import Ghost
from roadmap_desktop.charts.timeline.links_item import LinksItem
from roadmap_desktop.charts.timeline.names_item import NamesItem
from roadmap_desktop.charts.timeline.outlines_item import OutlinesItem
from roadmap_desktop.charts.timeline.overlay_item import OverlayItem
from roadmap_desktop.charts.timeline.picking import Hit, Part, pick
from roadmap_desktop.charts.timeline.pinching import hear_pinches, pinch
from roadmap_desktop.charts.timeline.plot import Plot
from roadmap_desktop.charts.timeline.walking import Way
from roadmap_desktop.language import Words, message

_DRAG = 4.0
"""A press becomes a drag after so many pixels."""
_NOTCH = 120.0
_LEAP = 120
"""So many days without school, a summer, are leapt at most."""
TALLER = 1.25
"""How much higher the rows become with a key or a notch of the wheel."""
STEP = 48.0
"""How far a key or a notch of the wheel moves the view, in pixels."""


class Deed(StrEnum):
    """What a drag does to a bar."""

    MOVE = "move"
    RESIZE = "resize"


Trial = Callable[[str, Deed, date], tuple[date, date] | None]
"""Where a task (by its key) would lie if it were moved to start, or resized to end, on a day; None: it can't be."""
Follow = Callable[[str, Deed, date], Mapping[str, tuple[date, date]]]
"""Where every task that changes with it (by key) would lie; asked when the bar that is dragged comes to another day."""

_KEYS = {
    Qt.Key.Key_Right: Way.NEXT,
    Qt.Key.Key_Left: Way.BACK,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_PageDown: Way.NEXT_LANE,
    Qt.Key.Key_PageUp: Way.LANE_BEFORE,
    Qt.Key.Key_Home: Way.FIRST,
    Qt.Key.Key_End: Way.LAST,
}
_CARRIES = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PANS = {
    Qt.Key.Key_Right: (-STEP, 0.0),
    Qt.Key.Key_Left: (STEP, 0.0),
    Qt.Key.Key_Down: (0.0, -STEP),
    Qt.Key.Key_Up: (0.0, STEP),
}


@dataclass(slots=True)
class _Press:
    """What the mouse took hold of: a bar, its end, or the ground (no hit)."""

    at: QPointF
    hit: Hit | None
    last: QPointF
    is_drag: bool = False
    lands: tuple[date, date] | None = None
    days: int = 0  # how far keys have carried it


class Surface(GraphicsView):  # type: ignore[misc]
    """Places are those of the plot's columns, -1 for none; ``done`` carries place, Deed, and the day it was let go."""

    picked = Signal(int)
    opened = Signal(int)
    walked = Signal(object)  # Way
    removed = Signal()
    folded = Signal()
    scaled = Signal(float)  # how many times as high the rows become
    panned = Signal(float, float)
    zoomed = Signal(float, float)
    done = Signal(int, object, object)
    grown = Signal()

    def __init__(self, parent: QWidget, plot: Plot) -> None:
        super().__init__(parent, background=None)
        self.plot = plot
        self.trial: Trial | None = None
        self.follow: Follow | None = None
        self.box = ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0)
        self.setCentralItem(self.box)
        self.links = LinksItem(self.box, plot, 2)
        self.bars = BarsItem(self.box, plot, 3)
        self.names = NamesItem(self.box, plot, 6)
        self.outlines = OutlinesItem(self.box, plot, 5)
        self.overlay = OverlayItem(self.box, plot, 7)
        under, today = BandsItem(self.box, plot, 1), TodayItem(self.box, plot, 4)
        self._layers = (under, self.links, self.bars, today, self.outlines, self.names, self.overlay)
        self._press: _Press | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        hear_pinches(self.viewport())

    def take(self, plot: Plot) -> None:
        """Paints another plot."""
        self._drop()
        self.plot = plot
        for item in self._layers:
            item.take(plot)

    def repaint_all(self) -> None:
        """Paints everything anew: the view or the selection has changed."""
        for item in self._layers:
            item.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Tells the chart, which keeps the days that are in view."""
        super().resizeEvent(event)
        if hasattr(self, "_layers"):  # the library resizes while it is made
            for item in self._layers:
                item.resized()
            self.grown.emit()

    def focus_rect(self) -> QRect:
        """Where the ring of the focus is drawn: inside, so that it covers no word of the header."""
        return QRect(0, 0, self.width(), self.height()).adjusted(4, 4, -4, -4)

    def is_dragging(self) -> bool:
        """Whether a bar is held."""
        return self._press is not None and self._press.hit is not None and self._press.is_drag

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of a bar, which selects it, or of the ground."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position()
        hit = pick(self.plot, at.x(), at.y())
        self._press = _Press(at, hit, at)
        if hit is not None:
            self.picked.emit(hit.place)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags what is held; else shows what could be."""
        at, press = event.position(), self._press
        event.accept()
        if press is None:
            self._point(at)
            return
        way = at - press.at
        press.is_drag = press.is_drag or max(abs(way.x()), abs(way.y())) > _DRAG
        if not press.is_drag:
            return
        if press.hit is None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.panned.emit(at.x() - press.last.x(), at.y() - press.last.y())
        elif press.hit.part in (Part.BAR, Part.END):
            self._drag(press, press.hit, at)
        press.last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go: the move is made now. A click on the ground selects nothing."""
        event.accept()
        self._let_go()

    def _let_go(self) -> None:
        press, self._press = self._press, None
        self.overlay.show_ghost(None)
        self.viewport().unsetCursor()
        if press is None:
            return
        if press.hit is None and not press.is_drag:
            self.picked.emit(-1)
        elif press.hit is not None and press.lands is not None:
            deed = _deed(press.hit)
            self.done.emit(press.hit.place, deed, press.lands[0 if deed is Deed.MOVE else 1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens a bar, as Enter does."""
        hit = pick(self.plot, event.position().x(), event.position().y())
        if hit is not None:
            self.opened.emit(hit.place)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms round the pointer; with Shift, and sideways, moves along; with Ctrl makes rows higher."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turn.y():
            self.scaled.emit(TALLER ** (turn.y() / _NOTCH))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            self.panned.emit((turn.x() or turn.y()) / _NOTCH * STEP, 0.0)
        elif turn.y():
            self.zoomed.emit(0.85 ** (turn.y() / _NOTCH), event.position().x())
        event.accept()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from bar to bar, with Shift they move the view; Enter opens, Space folds, Escape lets go.

        With Alt they carry the bar a day on, with Alt and Shift its end; Enter puts it down, Escape back.
        """
        key = Qt.Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key is Qt.Key.Key_Escape:
            self._escape(event)
        elif key in _CARRIES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._carry(Part.END if is_shifted else Part.BAR, _CARRIES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_dragging():
            self._let_go()
        elif is_shifted and key in _PANS:
            self.panned.emit(*_PANS[key])
        elif key in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.plot.selected >= 0:
            self.opened.emit(self.plot.selected)
        elif key is Qt.Key.Key_Delete and self.plot.selected >= 0:
            self.removed.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.scaled.emit(TALLER if key is Qt.Key.Key_Up else 1 / TALLER)
        elif key is Qt.Key.Key_Space and self.plot.selected >= 0:
            self.folded.emit()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing follows from letting a key go."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was held is let go where it was."""
        super().focusOutEvent(event)
        self._drop()

    def viewportEvent(self, event: QEvent) -> bool:
        """Names the bar under the pointer, whole and with its days; two fingers apart zoom between them."""
        if (pinched := pinch(event, self.viewport())) is not None:
            self.zoomed.emit(*pinched)
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            hit = pick(self.plot, event.pos().x(), event.pos().y())
            text = "" if hit is None else self.plot.look.say(self._about(hit.place))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        found: bool = super().viewportEvent(event)
        return found

    def _about(self, place: int) -> Words:
        found = self.plot.columns
        first, last = day(found.start[place]), day(found.end[place] - 1)
        if found.flags[place] & Flag.MILESTONE.value:
            return found.names[place]
        is_summary = found.flags[place] & Flag.SUMMARY.value
        name = found.lanes[found.lane[place]].name if is_summary else found.names[place]
        return message("{name}: {first} to {last}", name=name, first=first, last=last)

    def _escape(self, event: QKeyEvent) -> None:
        if self.is_dragging():
            self._drop()
        elif self.plot.selected >= 0:
            self.picked.emit(-1)
        else:
            event.ignore()

    def _drop(self) -> None:
        self._press = None
        self.overlay.show_ghost(None)
        self.viewport().unsetCursor()

    def _point(self, at: QPointF) -> None:
        hit = pick(self.plot, at.x(), at.y())
        if hit is not None and hit.part is Part.END:
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        elif hit is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _carry(self, part: Part, days: int) -> None:
        """Carries the selected bar, or its end, to the next day on which it can lie; days without school are leapt."""
        place, found = self.plot.selected, self.plot.columns
        fixed = Flag.SUMMARY | Flag.MILESTONE if part is Part.END else Flag.SUMMARY
        if place < 0 or found.flags[place] & fixed.value:
            return
        press = self._press
        if press is None or press.hit is None or (press.hit.place, press.hit.part) != (place, part):
            press = self._press = _Press(QPointF(), Hit(place, part), QPointF(), is_drag=True)
        stood = press.lands or (day(found.start[place]), day(found.end[place] - 1))
        base = found.end[place] - 1 if part is Part.END else found.start[place]
        for ahead in range(1, _LEAP):
            self._try(press, Hit(place, part), day(base + press.days + ahead * days))
            if press.lands not in (None, stood):
                press.days += ahead * days
                break

    def _drag(self, press: _Press, hit: Hit, at: QPointF) -> None:
        plot = self.plot
        asked = day(plot.view.day(at.x()))
        if _deed(hit) is Deed.MOVE:
            asked = day(plot.columns.start[hit.place] + round((at.x() - press.at.x()) / plot.view.per_day))
        self._try(press, hit, asked)

    def _try(self, press: _Press, hit: Hit, asked: date) -> None:
        """Asks where the bar would lie and shows it there; where it can't, the last place stays."""
        deed = _deed(hit)
        lands = self.trial(self.plot.columns.keys[hit.place], deed, asked) if self.trial is not None else None
        if lands is not None and lands != press.lands:
            press.lands = lands
            ghost = Ghost(hit.place, number(lands[0]), number(lands[1]) + 1)
            self.overlay.show_ghost(ghost, *self._following(hit.place, deed, lands))

    def _following(self, place: int, deed: Deed, lands: tuple[date, date]) -> tuple[tuple[Ghost, ...], int]:
        """The ghosts of the other bars that would change, and how many tasks that are, shown or not."""
        if self.follow is None:
            return (), 0
        keys, places = self.plot.columns.keys, self.plot.columns.places
        found = self.follow(keys[place], deed, lands[0 if deed is Deed.MOVE else 1])
        ghosts = tuple(
            Ghost(places[key], number(first), number(last) + 1)
            for key, (first, last) in found.items()
            if key in places and key != keys[place]
        )
        return ghosts, len(found) - (keys[place] in found)


def _deed(hit: Hit) -> Deed:
    return Deed.RESIZE if hit.part is Part.END else Deed.MOVE
