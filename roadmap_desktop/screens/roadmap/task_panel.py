"""The panel of a task in the inspector: its name, dates, owner and progress, and what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.actuals import report
from roadmap_desktop.journey.roadmap.task import TaskFields
from roadmap_desktop.journey.roadmap.waits import Wait, waits
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.unsaved import Complains
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.sheet import Sheet

_SHORTEST = 12
"""Letters that a list shows at least: the inspector is narrow."""
_WAITS, _BELOW = 216, 160
"""The most height of what a task waits for, and what of the panel is brought into view under its first fields."""


class TaskPanel(QWidget):
    """Shows one task and makes its moves; what is being typed is never overwritten."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._key = ""
        self._people: tuple[str, ...] = ()
        self.start, self.length = DateField(self), QLineEdit(self)
        self.owner, self.name = QLineEdit(self), QLineEdit(self)
        self.progress = QSpinBox(self, maximum=100, singleStep=10)
        self.progress.setKeyboardTracking(False)
        self.progress.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.progress.setSuffix(sitting.say(message(" %")))
        self.phase, self.calendar, self.more = _narrow_list(self), _narrow_list(self), _narrow_list(self)
        self.waits = Sheet(self)
        self.start_row = Labelled.around(self.start, message("Start"), parent=self)
        self.length_row = Labelled.around(self.length, message("Length"), parent=self)
        self.owner_row = Labelled.around(self.owner, message("Owner"), parent=self)
        self.progress_row = Labelled.around(self.progress, message("Progress"), parent=self)
        self.started, self.finished = DateField(self), DateField(self)
        for field in (self.started, self.finished):  # the example of a day is wider than half the inspector
            field.setPlaceholderText(sitting.say(message("not yet")))
        self.started_row = Labelled.around(self.started, message("Started on"), parent=self)
        self.finished_row = Labelled.around(self.finished, message("Finished on"), parent=self)
        self.name_row = Labelled.around(self.name, message("Name"), parent=self)
        self.phase_row = Labelled.around(self.phase, message("Phase"), parent=self)
        self.calendar_row = Labelled.around(self.calendar, message("Counted in"), parent=self)
        self.more_row = Labelled.around(self.more, message("Waits for one more"), parent=self)
        self._lay_out()
        self._connect()

    def present(self, fields: TaskFields) -> None:
        """Shows the fields of a task and what it waits for."""
        if fields.key != self._key:
            self._sitting.typing.begin(self)
            self._key = fields.key
            for row in self._rows():
                row.begin(fields.key)
        self.start.show_day(fields.start)
        self.started.show_day(fields.started_on)
        self.finished.show_day(fields.finished_on)
        self.started_row.setVisible(not fields.is_milestone)
        for row, field, text in (
            (self.length_row, self.length, fields.length),
            (self.owner_row, self.owner, fields.owner),
            (self.name_row, self.name, fields.name),
        ):
            if not row.complaint():
                self._sitting.typing.fill(field, self._sitting.say(text))
        with QSignalBlocker(self.progress):
            self.progress.setValue(fields.progress)
        self.length_row.setVisible(not fields.is_milestone)
        self.progress_row.setVisible(not fields.is_milestone)
        self.phase_row.setVisible(fields.is_own)
        self.calendar_row.setVisible(fields.is_own and len(fields.calendars) > 1)
        self._offer_phases(fields)
        self._show_waits()
        self._suggest(self._sitting.possible_owners())

    def take_focus(self) -> None:
        """Brings the fields into view and goes to the first."""
        inside = self.parentWidget()
        while inside is not None and not isinstance(inside, QScrollArea):
            inside = inside.parentWidget()
        if inside is not None:
            inside.ensureWidgetVisible(self.owner_row, 0, theme.px(_BELOW))
        self.start.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.start.selectAll()

    def _lay_out(self) -> None:
        columns: list[Column[Wait]] = [
            Column("name", message("Waits for"), lambda wait: wait.name, stretch=3, wraps=True),
            Column(
                "how",
                message("How"),
                lambda wait: wait.how,
                edit=self._relinked,
                typed=lambda wait: wait.written,
                hint=message("Type FS, SS, FF or SF, and how much later or earlier: FS+3, SS+2w, FF-1"),
                stretch=2,
                wraps=True,
            ),
        ]
        self.waits.setMaximumHeight(theme.px(_WAITS))
        self.waits.declare(columns, name=message("What it waits for; Ctrl and Minus unlink"))
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line, left, right, shares in (
            (first, self.start_row, self.length_row, (4, 5)),
            (second, self.owner_row, self.progress_row, (3, 2)),
            (third, self.started_row, self.finished_row, (1, 1)),
        ):
            line.setSpacing(theme.px(8))
            line.addWidget(left, shares[0], Qt.AlignmentFlag.AlignTop)
            line.addWidget(right, shares[1], Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addLayout(third)
        for widget in (self.name_row, self.phase_row, self.calendar_row, self.waits, self.more_row):
            layout.addWidget(widget)
        for row in self._rows():
            if (inside := row.layout()) is not None:  # aligned, it would cut a reason of more lines than it hints at
                inside.setAlignment(Qt.AlignmentFlag(0))

    def _rows(self) -> tuple[Labelled, ...]:
        return (
            self.start_row,
            self.length_row,
            self.owner_row,
            self.progress_row,
            self.started_row,
            self.finished_row,
            self.name_row,
            self.phase_row,
            self.calendar_row,
            self.more_row,
        )

    def _connect(self) -> None:
        self.start.chosen.connect(self._moved)
        self.started.chosen.connect(self._started)
        self.finished.chosen.connect(self._finished)
        self.progress.valueChanged.connect(lambda value: self._edit("progress", value, self.progress_row))
        for field, name, row in (
            (self.length, "length", self.length_row),
            (self.owner, "owner", self.owner_row),
            (self.name, "name", self.name_row),
        ):
            self._sitting.typing.watch(field, partial(self._typed, name, row))
        self.phase.activated.connect(lambda: self._edit("phase", self.phase.currentData(), self.phase_row))
        self.calendar.activated.connect(self._counted_in)
        self.more.activated.connect(self._linked)
        self.waits.removed.connect(self._unlinked)

    # Showing

    def _offer_phases(self, fields: TaskFields) -> None:
        self.phase.clear()
        for key, name in fields.phases:
            self.phase.addItem(self._sitting.say(name), key)
        self.phase.setCurrentIndex(self.phase.findData(fields.phase))
        self.calendar.clear()
        for key, name in fields.calendars:
            self.calendar.addItem(self._sitting.say(name), key)
        self.calendar.setCurrentIndex(self.calendar.findData(fields.calendar))

    def _show_waits(self) -> None:
        found = waits(self._sitting.document, self._key)
        self.waits.present(found.waits_for)
        self.waits.setVisible(bool(found.waits_for))
        self.more.clear()
        self.more.addItem(self._sitting.say(message("Choose a task")), "")
        for key, name in found.could:
            self.more.addItem(self._sitting.say(name), key)
        self.more_row.setVisible(bool(found.could))

    def _suggest(self, people: tuple[str, ...]) -> None:
        if people == self._people:
            return
        self._people = people
        completer = QCompleter(list(people), self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)

    # Moves

    def _attempt(self, move: Callable[[], object], beside: Complains) -> None:
        self._sitting.attempt(move, beside=beside)

    def _moved(self, day: date | None) -> None:
        document, key = self._sitting.document, self._key
        if day is None:
            self._attempt(lambda: edits.edit_task(document, key, "pinned_start", None), self.start_row)
        else:
            self._attempt(lambda: edits.move_task(document, key, day), self.start_row)

    def _started(self, day: date | None) -> None:
        self._report(day, self.finished.day() if day is not None else None, self.started_row)

    def _finished(self, day: date | None) -> None:
        self._report(self.started.day(), day, self.finished_row)

    def _report(self, started: date | None, finished: date | None, row: Labelled) -> None:
        document, key = self._sitting.document, self._key
        self._attempt(lambda: report(document, key, started, finished), row)

    def _typed(self, name: str, row: Labelled, text: str) -> None:
        self._edit(name, text.strip(), row)

    def _edit(self, name: str, value: str | int, row: Labelled) -> None:
        document, key = self._sitting.document, self._key
        self._attempt(lambda: edits.edit_task(document, key, name, value), row)

    def _counted_in(self) -> None:
        document, key, calendar = self._sitting.document, self._key, str(self.calendar.currentData())
        self._attempt(lambda: edits.count_in(document, key, calendar), self.calendar_row)

    def _linked(self) -> None:
        document, key, before = self._sitting.document, self._key, str(self.more.currentData())
        if before:
            self._attempt(lambda: edits.link_tasks(document, before, key), self.more_row)

    def _relinked(self, wait: Wait, text: str) -> None:
        document, key = self._sitting.document, self._key
        self._attempt(lambda: edits.relink_tasks(document, wait.uuid, key, text), self.waits)

    def _unlinked(self, befores: tuple[str, ...]) -> None:
        document, key = self._sitting.document, self._key
        for before in befores:
            self._attempt(partial(edits.unlink_tasks, document, before, key), self.waits)


def _narrow_list(parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_SHORTEST)
    return made
