"""The timeline: the roadmap in school time, moved and resized by mouse, walked and edited by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from roadmap_desktop.charts.timeline.surface import Deed
from roadmap_desktop.journey.inspection import Inspection
from roadmap_desktop.journey.roadmap import edits, following, trying, whatif
from roadmap_desktop.journey.roadmap.colouring import Colour, coloured
from roadmap_desktop.journey.roadmap.comparing import with_what_ifs
from roadmap_desktop.journey.roadmap.task import TaskFields, phases, task_fields
from roadmap_desktop.journey.roadmap.timeline import Timeline
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.roadmap.chart import RoadmapChart
from roadmap_desktop.screens.roadmap.choice_button import ChoiceButton
from roadmap_desktop.screens.roadmap.ground import RoadmapStep
from roadmap_desktop.screens.roadmap.new_task_panel import NewTaskPanel
from roadmap_desktop.screens.roadmap.what_if_button import WhatIfButton
from roadmap_desktop.screens.roadmap.whatifs import WhatIfs
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.widgets.button import Button

COLOURS: tuple[tuple[str, Words], ...] = (
    (Colour.STAGE, message("Color: stage")),
    (Colour.STATUS, message("Color: status")),
    (Colour.OWNER, message("Color: owner")),
)


class TimelineStep(RoadmapStep):
    """Lanes with bars; what a person does on them is a move."""

    form = "roadmap_timeline"
    scrolls_inside = True  # the rows scroll inside the chart, so that its header stays
    chart: RoadmapChart
    what_if: WhatIfButton
    add: Button
    colour: ChoiceButton
    further: Button
    nearer: Button
    fit: Button

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        self._adds = False
        super().__init__(sitting, parent)
        self.new_panel = NewTaskPanel(sitting, self.arrive, self)
        self.new_panel.hide()
        self.add.clicked.connect(self.begin_task)
        self.chart.set_trial(self._would_lie, self._would_follow)
        self.colour.chosen.connect(self._coloured)
        self.chart.folded = self.kept.folded
        self.chart.folded_changed.connect(self._folded)
        self.chart.selected.connect(self.choose)
        self.chart.opened.connect(lambda _: self.enter_inspector())
        self.chart.moved.connect(self._moved)
        self.chart.resized.connect(self._resized)
        self.chart.removed.connect(self.remove_selected)
        self.whatifs = WhatIfs(sitting, self.what_if, self)
        self.whatifs.changed.connect(self._compare)
        self.whatifs.opened.connect(self.arrive)
        self._name_zooms()

    def picture(self) -> Timeline:
        """The tasks, lanes and colours that are wanted."""
        return coloured(*self.wanted.picture(), self.kept.colour)

    def show_tasks(self, picture: Timeline) -> None:
        """Draws the lanes."""
        self.colour.present(message("What the colors stand for"), COLOURS, self.kept.colour)
        self.whatifs.reckon()
        self.chart.present(self.whatifs.with_room(picture))
        self.chart.compare(self.whatifs.outlines())

    def show_selected(self, key: str) -> None:
        """Puts the ring round a bar."""
        if key != self.chart.current():
            self.chart.select(key)

    def arrive(self, subject: str) -> None:
        """Selects a task; one that was being added is left."""
        self._adds = False
        super().arrive(subject)

    def choose(self, key: str) -> None:
        """A person selected a task, or nothing; one that was being added is left."""
        self._adds = False
        super().choose(key)

    def begin_task(self) -> None:
        """Opens the fields of a new task in the inspector."""
        document = self.sitting.document
        fields = task_fields(document, self.kept.task) if self.kept.task else None
        self._adds = True
        self.new_panel.begin(phases(document), fields.phase if fields is not None else "")
        self.inspect()
        self.new_panel.take_focus()

    def inspect(self) -> None:
        """Tells the inspector of the task that is being added, else of what is selected."""
        is_comparing = bool(self.whatifs.outcomes) and not self.kept.task and self.shown is not None
        if not self._adds and is_comparing and self.isVisible():
            self.whatifs.inspect()
        elif not self._adds:
            super().inspect()
        elif self.isVisible():
            about = Inspection(message("New task"), message("A task of the room's own"))
            self.sitting.inspect(about, (Action(message("Add the task"), self.new_panel.add),), self.new_panel)

    def _actions(self, fields: TaskFields) -> tuple[Action, ...]:
        """As everywhere; and to ask what if, where that would change a date."""
        actions = super()._actions(fields)
        if not whatif.can_be_later(self.sitting.document, fields.key):
            return actions
        ask = lambda: self.whatifs.ask(whatif.Later(fields.key))  # noqa: E731
        return (*actions, Action(message("What if it starts a grading period later"), ask))

    def _about(self, key: str) -> Inspection | None:
        """As everywhere; and where the task would lie in each what-if."""
        about = super()._about(key)
        return about and with_what_ifs(self.sitting.document, about, self.whatifs.outcomes, key)

    def _compare(self) -> None:
        """Shows what-ifs instead of a task."""
        self._adds = False
        self.kept.task = ""
        self.refresh()
        if self.whatifs.outcomes:
            self.chart.reveal(self.whatifs.first_moved())

    def _name_zooms(self) -> None:
        for button, sign, words, zoom, keys in (
            (self.further, "\N{MINUS SIGN}", message("Show more days"), self.chart.zoom_out, ("Ctrl+-",)),
            (self.nearer, "+", message("Show fewer days"), self.chart.zoom_in, ("Ctrl++", "Ctrl+=")),
            (self.fit, self.say(message("Fit")), message("Show the whole roadmap"), self.chart.fit, ("Ctrl+0",)),
        ):
            button.setText(sign)
            button.setAccessibleName(self.say(words))
            button.setToolTip(self.say(message("{what} ({key})", what=words, key=keys[0])))
            button.clicked.connect(zoom)
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(zoom)

    def _would_lie(self, key: str, deed: Deed, day: date) -> tuple[date, date] | None:
        ask = trying.moved if deed is Deed.MOVE else trying.resized
        place = ask(self.sitting.document, key, day)
        return None if place is None else (place.start, place.finish)

    def _would_follow(self, key: str, deed: Deed, day: date) -> Mapping[str, tuple[date, date]]:
        ask = following.with_move if deed is Deed.MOVE else following.with_resize
        return ask(self.sitting.document, key, day)

    def _coloured(self, by: str) -> None:
        self.kept.colour = Colour(by)
        self.refresh()

    def _folded(self, lanes: frozenset[str]) -> None:
        self.kept.folded = lanes

    def _moved(self, key: str, start: date) -> None:
        document = self.sitting.document
        if self.shown is not None and (bar := self.shown.bar(key)) is not None and bar.start != start:
            self.sitting.attempt(lambda: edits.move_task(document, key, start))

    def _resized(self, key: str, finish: date) -> None:
        document = self.sitting.document
        if self.shown is not None and (bar := self.shown.bar(key)) is not None and bar.finish != finish:
            self.sitting.attempt(lambda: edits.resize_task(document, key, finish))


STEP = TimelineStep
