"""The timeline as a widget: header, lanes and surface round one view of the days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollBar, QSizePolicy, QWidget

from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.timeline.columns import Columns, columns
from roadmap_desktop.charts.timeline.days import number
from roadmap_desktop.charts.timeline.header import HEIGHT, Header
from roadmap_desktop.charts.timeline.lanes import WIDTH, LaneNames, least_height
from roadmap_desktop.charts.timeline.legend import Legend
from roadmap_desktop.charts.timeline.links import SUMMARY
from roadmap_desktop.charts.timeline.minimap import MiniMap
from roadmap_desktop.charts.timeline.outline_legend import OutlineLegend
from roadmap_desktop.charts.timeline.outlines import Outline, on_bars, reach
from roadmap_desktop.charts.timeline.plot import Plot
from roadmap_desktop.charts.timeline.rim import Rim
from roadmap_desktop.charts.timeline.rows import ROW, Rows, lay_rows
from roadmap_desktop.charts.timeline.surface import STEP, Deed, Follow, Surface, Trial
from roadmap_desktop.charts.timeline.view import MOST_PER_DAY, View, within, zoomed
from roadmap_desktop.charts.timeline.walking import Way, walk
from roadmap_desktop.journey.roadmap.timeline import Timeline
from roadmap_desktop.language import message

ZOOM = 0.8
"""What is left of the days in view after one step in."""
_LONGEST_OPENING = 500
"""A roadmap of more days than this is first shown by its school year, in days."""
LOWEST = 1.0
"""The lowest row, in pixels."""
_NARROWEST = 14.0


class TimelineChart(QFrame):
    """``selected`` and ``opened`` carry a task's key, empty for none; ``moved`` and ``resized`` the day it was let go.

    Wheel: zoom; Shift and wheel, or dragging the ground: move along; arrows: from bar to bar; Enter: open.
    Alt and an arrow carry a bar to another day, with Shift its end; Enter puts it down.
    Ctrl and wheel, or Ctrl and an arrow up or down: higher or lower rows.
    A click on a lane's name, or Space, folds the lane to one bar; ``folded`` has the keys of those that are.
    """

    selected = Signal(str)
    opened = Signal(str)
    removed = Signal()  # Delete, on what is selected
    moved = Signal(str, object)  # key, date of its start
    resized = Signal(str, object)  # key, date of its finish
    folded_changed = Signal(object)  # frozenset of keys of lanes

    def __init__(self, parent: QWidget | None = None, *, look: Callable[[], Look]) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Timeline | None = None
        self.folded: frozenset[str] = frozenset()
        self._row = ROW
        self._outlines: tuple[Outline, ...] = ()
        plot = Plot.empty(look())
        self.surface = Surface(self, plot)
        self.lanes = LaneNames(self, plot)
        self.header = Header(self, plot, look().px(WIDTH))
        self.legend = Legend(self)
        self.outline_legend = OutlineLegend(self, look())
        self.map = MiniMap(self, plot)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._rim = Rim(self, look)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.surface)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def plot(self) -> Plot:
        """What is painted."""
        return self.surface.plot

    def present(self, picture: Timeline) -> None:
        """Shows a picture; the days in view, the scroll position and the selection stay."""
        key, first_time = self._selected_key(), self._picture is None
        self._picture = picture
        view = self.plot.view
        look = self._look()
        found = columns(picture, look, self.folded)
        plot = Plot(look, picture, found, self._rows(found, look))
        plot.view = view
        plot.select(found.places.get(key, -1))
        for part in (self.surface, self.lanes, self.header, self.map):
            part.take(plot)
        self._place_outlines()
        self.surface.setAccessibleName(look.say(message("Timeline")))
        self._describe()
        self.legend.present(picture.legend, look)
        if first_time:
            self._open_view()
        self._measure()

    def set_trial(self, trial: Trial, follow: Follow | None = None) -> None:
        """Who says where a dragged bar would lie, and where those would that move with it."""
        self.surface.trial, self.surface.follow = trial, follow

    def compare(self, outlines: tuple[Outline, ...]) -> None:
        """Shows hollow bars where tasks would lie in what-ifs, with a legend; an empty tuple takes them away."""
        self._outlines = outlines
        self.outline_legend.present(outlines, self._look())
        self._place_outlines()
        self._describe()
        self._repaint()

    def current(self) -> str:
        """The key of the selected task; empty without one."""
        key = self._selected_key()
        return "" if key.startswith(SUMMARY) else key

    def fold(self, lane: str, *, folded: bool) -> None:
        """Folds a lane (by key) to one bar, or unfolds it; the selection in it goes to that bar, or to its first."""
        if self._picture is None or (lane in self.folded) is folded:
            return
        plot = self.plot
        selected = plot.columns.lane[plot.selected] if plot.selected >= 0 else -1
        was_inside = selected >= 0 and plot.columns.lanes[selected].key == lane
        self.folded = self.folded | {lane} if folded else self.folded - {lane}
        self.present(self._picture)
        if was_inside:
            at = next(at for at, head in enumerate(self.plot.columns.lanes) if head.key == lane)
            self._picked(int(np.searchsorted(self.plot.columns.lane, at)))
        self.folded_changed.emit(self.folded)

    def select(self, key: str) -> bool:
        """Selects a task and brings it into view, without telling; unfolds its lane. False where there is none."""
        self._unfold(key)
        place = self.plot.columns.places.get(key, -1)
        self._choose(place)
        if place >= 0:
            self._reveal(place)
        return place >= 0

    def reveal(self, key: str) -> None:
        """Brings a task into view where its lane is open."""
        if (place := self.plot.columns.places.get(key, -1)) >= 0:
            self._reveal(place)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Makes the stretch of days in view ``factor`` times as long, round a place or else the middle."""
        view = self.plot.view
        around = view.day(view.width / 2 if x is None else x)
        first, last = zoomed(view.first, view.last, factor, around)
        least = max(_NARROWEST, view.width / MOST_PER_DAY)
        if last - first >= least:
            self._go(first, last)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom(ZOOM)

    def zoom_out(self) -> None:
        """One step further."""
        self.zoom(1 / ZOOM)

    def fit(self) -> None:
        """Shows every day of the roadmap."""
        self._go(*self.plot.bounds)

    def scale_rows(self, factor: float) -> None:
        """Makes the rows so many times as high, from a pixel to their full height; the middle of the view stays."""
        row = min(ROW, max(LOWEST, self._row * factor))
        if row != self._row:
            plot = self.plot
            middle = (plot.view.top + plot.view.height / 2) / max(plot.rows.height, 1.0)
            self._row = row
            plot.lay(self._rows(plot.columns, plot.look))
            self.map.take(plot)
            self._measure()
            self.bar.setValue(round(middle * plot.rows.height - plot.view.height / 2))
            self._repaint()

    def minimumSizeHint(self) -> QSize:
        """Room for header and a few rows."""
        look = self._look()
        return QSize(round(look.px(480)), round(look.px(HEIGHT + 180)))

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(round(self._look().px(820)), round(self._look().px(520)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rim goes round everything."""
        super().resizeEvent(event)
        self._rim.setGeometry(self.rect())
        self._rim.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the lanes' names the wheel scrolls the rows."""
        self._pan(0.0, event.angleDelta().y() / 120.0 * STEP)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size: everything is laid out anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._picture is not None:
            self.present(self._picture)

    def _lay_out(self) -> None:
        look = self._look()
        self.header.setFixedHeight(round(look.px(HEIGHT)))
        self.lanes.setFixedWidth(round(look.px(WIDTH)))
        self.bar.setAccessibleName(look.say(message("Rows of the timeline")))
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.addWidget(self.header, 0, 0, 1, 3)
        grid.addWidget(self.lanes, 1, 0)
        grid.addWidget(self.surface, 1, 1)
        grid.addWidget(self.bar, 1, 2)
        grid.addWidget(self.map, 2, 0, 1, 3)
        grid.addWidget(self.outline_legend, 3, 0, 1, 3)
        grid.addWidget(self.legend, 4, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)

    def _connect(self) -> None:
        surface = self.surface
        surface.picked.connect(self._picked)
        surface.opened.connect(self._open)
        surface.scaled.connect(self.scale_rows)
        surface.folded.connect(self._fold_selected)
        self.map.moved.connect(self._centre)
        self.map.zoomed.connect(lambda way: (self.fit, self.zoom_in, self.zoom_out)[way]())
        self.lanes.toggled.connect(self._toggle)
        surface.walked.connect(self._walked)
        surface.removed.connect(self.removed)
        surface.panned.connect(self._pan)
        surface.zoomed.connect(self.zoom)
        surface.done.connect(self._done)
        surface.grown.connect(self._measure)
        surface.box.sigRangeChanged.connect(lambda *_: self._show())
        self.bar.valueChanged.connect(self._scroll)

    # The view

    def _describe(self) -> None:
        """Says what is drawn to whoever does not see it."""
        words = [each.sentence for each in self._outlines]
        if self._picture is not None:
            words.insert(0, self._picture.sentence)
        words.append(message("Alt and an arrow move a task, with Shift its end; Enter puts it down."))
        self.surface.setAccessibleDescription(" ".join(map(self._look().say, words)))

    def _rows(self, found: Columns, look: Look) -> Rows:
        least = [least_height(look, head.name) for head in found.lanes]
        return lay_rows([head.rows for head in found.lanes], least, look.scale, self._row)

    def _open_view(self) -> None:
        """The whole roadmap; where that is very long, the school year that today is in, or the first."""
        first, last = self.plot.bounds
        years = self.plot.picture.years
        if last - first > _LONGEST_OPENING and years:
            year = next((each for each in years if each.last >= self.plot.picture.today), years[-1])
            first, last = number(year.first) - 7.0, number(year.last) + 8.0
        self._go(first, last)

    def _go(self, first: float, last: float) -> None:
        self.surface.box.setXRange(*within(first, last, self.plot.bounds), padding=0)

    def _centre(self, day: float, y: float) -> None:
        """Brings a day and a height of the rows to the middle of the view."""
        view = self.plot.view
        half = (view.last - view.first) / 2
        self._go(day - half, day + half)
        self.bar.setValue(round(y - view.height / 2))

    def _pan(self, x: float, y: float) -> None:
        view = self.plot.view
        if x:
            shift = x / view.per_day
            self._go(view.first - shift, view.last - shift)
        if y:
            self.bar.setValue(round(self.bar.value() - y))

    def _measure(self) -> None:
        """Takes the size there is: how far the rows scroll, and how many of them are in view."""
        height = self.surface.viewport().height()
        most = max(0, round(self.plot.rows.height) - height)
        with QSignalBlocker(self.bar):
            self.bar.setRange(0, most)
            self.bar.setPageStep(height)
            self.bar.setSingleStep(round(self.plot.rows.pitch))
        self.bar.setVisible(most > 0)
        self._scroll()
        self._show()

    def _scroll(self) -> None:
        top, height = self.bar.value(), max(1, self.surface.viewport().height())
        self.surface.box.setYRange(top, top + height, padding=0)

    def _show(self) -> None:
        """Paints what the view box has in range."""
        (first, last), (top, _) = self.surface.box.viewRange()
        width, height = self.surface.viewport().width(), self.surface.viewport().height()
        if self._picture is None or width < 1 or last <= first:
            return
        if self.plot.show(View(first, width / (last - first), width, top, height)):
            self._repaint()

    def _repaint(self) -> None:
        self.surface.repaint_all()
        self.lanes.update()
        self.header.update()
        self.map.follow()

    def _reveal(self, place: int) -> None:
        """Brings a bar into view, rows and days, as little as needed."""
        plot, view = self.plot, self.plot.view
        top = float(plot.rows.tops[plot.columns.row[place]])
        margin = plot.rows.pitch
        if top < view.top + margin:
            self.bar.setValue(round(top - margin))
        elif top + plot.rows.pitch > view.top + view.height - margin:
            self.bar.setValue(round(top + plot.rows.pitch + margin - view.height))
        start, end = float(plot.columns.start[place]), float(plot.columns.end[place])
        if end < view.first + 1 or start > view.last - 1:
            length = view.last - view.first
            self._go(start - length / 3, start + length * 2 / 3)

    # The selection

    def _picked(self, place: int) -> None:
        self._choose(place)
        self.selected.emit(self.current())

    def _choose(self, place: int) -> None:
        if place != self.plot.selected:
            self.plot.select(place)
            self._repaint()

    def _walked(self, way: Way) -> None:
        place = walk(self.plot.columns, self.plot.selected, way)
        if place >= 0:
            self._choose(place)
            self._reveal(place)
            self.selected.emit(self.current())

    def _place_outlines(self) -> None:
        drawn = on_bars(self._outlines, self.plot.columns.places)
        self.surface.outlines.show_outlines(drawn)
        self.plot.reach(reach(drawn, self.plot.columns) if drawn else None)

    def _selected_key(self) -> str:
        plot = self.plot
        return plot.columns.keys[plot.selected] if plot.selected >= 0 else ""

    def _open(self, place: int) -> None:
        key = self.plot.columns.keys[place]
        if key.startswith(SUMMARY):
            self.fold(key.removeprefix(SUMMARY), folded=False)
        else:
            self.opened.emit(key)

    def _fold_selected(self) -> None:
        self._toggle(int(self.plot.columns.lane[self.plot.selected]))

    def _toggle(self, lane: int) -> None:
        head = self.plot.columns.lanes[lane]
        if head.items:
            self.fold(head.key, folded=not head.is_folded)

    def _unfold(self, key: str) -> None:
        """Unfolds the lane of a task that lies in a folded one."""
        if self._picture is None or key in self.plot.columns.places:
            return
        for lane in self._picture.lanes:
            if lane.key in self.folded and any(bar.key == key for bar in lane.bars):
                self.fold(lane.key, folded=False)

    def _done(self, place: int, deed: Deed, let_go: date) -> None:
        told = self.moved if deed is Deed.MOVE else self.resized
        told.emit(self.plot.columns.keys[place], let_go)
