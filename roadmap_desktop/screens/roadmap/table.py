"""The table: the same tasks in the same order, for whoever reads better in lines; the timeline's twin."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.table import TaskRow, task_rows
from roadmap_desktop.journey.roadmap.task import task_fields
from roadmap_desktop.journey.roadmap.timeline import Timeline
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.carrying import LongMove
from roadmap_desktop.screens.foreign import ForeignPreview
from roadmap_desktop.screens.roadmap.files_button import DATES, TASKS, FilesButton
from roadmap_desktop.screens.roadmap.ground import RoadmapStep
from roadmap_desktop.screens.roadmap.saving import FolderChooser, ask_for_folder, saving
from roadmap_desktop.screens.roadmap.taking import DatesTaking, TasksTaking
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.taking import Taking
from roadmap_desktop.widgets.cells import TextCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone


class TableStep(RoadmapStep):
    """Length, owner and progress are edited in place."""

    form = "roadmap_table"
    scrolls_inside = True  # the table scrolls inside the step, so that its titles stay
    ask: SourceChooser = staticmethod(ask_for_source)
    ask_folder: FolderChooser = staticmethod(ask_for_folder)
    tools: QWidget
    files: FilesButton
    tasks: Sheet
    preview: ForeignPreview

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        self._taking: Taking[Any] | None = None
        super().__init__(sitting, parent)
        self._declare()
        self.preview.hide()
        self.files.chosen.connect(self._files_chosen)
        self.preview.taken.connect(self._take)
        self.preview.given_up.connect(self._give_up)
        self.tasks.selected.connect(self._row_chosen)
        self.tasks.opened.connect(lambda _: self.enter_inspector())
        self.tasks.removed.connect(self._removed)

    def show_tasks(self, picture: Timeline) -> None:
        """Fills the rows."""
        with QSignalBlocker(self.tasks):
            self.tasks.present(task_rows(self.sitting.document, picture))

    def show_parts(self, picture: Timeline, *, has_tasks: bool) -> None:
        """As the ground does; while a file is looked at, it stands in the place of the tasks."""
        super().show_parts(picture, has_tasks=has_tasks)
        if has_tasks:
            self.wanted.show()
        else:
            self.wanted.hide()
        self.files.offer_saving(there=has_tasks)
        if self._taking is not None:
            self._show_preview(shown=True)

    def begin_task(self) -> None:
        """Goes to the last line, which is there before the first task is."""
        if self.shown is None:
            return
        self.show_parts(self.shown, has_tasks=True)
        self.tasks.begin()

    def show_selected(self, key: str) -> None:
        """Makes a row the current one."""
        with QSignalBlocker(self.tasks):
            if key and key != self.tasks.current():
                self.tasks.select(key)
        if not key and self.tasks.current():
            self.kept.task = self.tasks.current()

    def _declare(self) -> None:
        columns = [*self._planned_columns(), *self._worked_columns()]
        self.tasks.declare(columns, name=message("Tasks of the roadmap"), add=message("Add a task"), begin=self._begun)

    def _planned_columns(self) -> list[Column[TaskRow]]:
        """What is to be done, and when."""
        return [
            Column(
                "name",
                message("Task"),
                lambda row: row.name,
                second=lambda row: row.phase,
                width=136,
                stretch=3,
                wraps=True,
                sortable=True,
            ),
            Column("start", message("Start"), lambda row: row.start, width=100, sortable=True),
            Column("finish", message("Finish"), lambda row: row.finish, width=100, sortable=True),
            Column(
                "length",
                message("Length"),
                lambda row: row.length_words,
                edit=lambda row, text: self._edit(row, "length", text),
                typed=lambda row: row.length,
                width=82,
                wraps=True,
            ),
        ]

    def _worked_columns(self) -> list[Column[TaskRow]]:
        """Who does it, how far it is, and what it depends on."""
        return [
            Column(
                "owner",
                message("Owner"),
                lambda row: row.owner,
                edit=lambda row, text: self._edit(row, "owner", text),
                names=self.sitting.possible_owners,
                width=80,
                stretch=1,
                wraps=True,
                sortable=True,
            ),
            Column(
                "progress",
                message("Done"),
                lambda row: message("{n} %", n=row.progress),
                edit=self._progress,
                typed=lambda row: str(row.progress),
                width=58,
                wraps=True,
                right=True,
            ),
            Column(
                "slack",
                message("Slack"),
                _slack,
                cell=TextCell(lambda row: Tone.BAD if row.is_late else None),
                hint=message("How many school days it can slip without moving the end"),
                width=78,
                wraps=True,
            ),
            Column("why", message("Why then"), lambda row: row.why, width=136, stretch=4, wraps=True),
        ]

    def _edit(self, row: TaskRow, field: str, value: str | int) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: edits.edit_task(document, row.uuid, field, value), beside=self.tasks)

    def _progress(self, row: TaskRow, text: str) -> None:
        number = text.replace("%", "").strip() or "0"
        if not number.isdecimal():
            refusal = message("“{text}” is no share.", text=text)
            self.tasks.complain(self.say(refusal), self.say(message("Type a whole number from 0 to 100.")))
            return
        self._edit(row, "progress", int(number))

    def _begun(self, text: str) -> str | None:
        document = self.sitting.document
        fields = task_fields(document, self.kept.task) if self.kept.task else None
        phase = fields.phase if fields is not None else self._first_phase()
        return self.sitting.attempt(lambda: edits.add_task(document, text, phase), beside=self.tasks)

    def _first_phase(self) -> str:
        return self.shown.lanes[0].key if self.shown is not None and self.shown.lanes else ""

    def _removed(self, keys: tuple[str, ...]) -> None:
        document = self.sitting.document
        for key in keys:
            self.sitting.attempt(partial(edits.remove_task, document, key), beside=self.tasks)

    # Files of other programs

    def _files_chosen(self, key: str) -> None:
        if key == TASKS:
            self._look_at(TasksTaking)
        elif key == DATES:
            self._look_at(DatesTaking)
        else:
            self._save(key)

    def _look_at(self, kind: type[Taking[Any]]) -> None:
        path = self.ask(self, kind.title, message("Tables"), kind.patterns)
        if path is None:
            return
        if self._taking is not None:
            self._taking.give_up()
        self._taking = kind(self.sitting, self.preview, path)
        self._taking.ended.connect(self._give_up)
        self._show_preview(shown=True)
        self._taking.begin()

    def _take(self) -> None:
        if self._taking is not None:
            self._taking.take(lambda _: self._give_up())

    def _give_up(self) -> None:
        if self._taking is not None:
            self._taking.give_up()
            self._taking = None
        self._show_preview(shown=False)
        self.refresh()

    def _show_preview(self, *, shown: bool) -> None:
        self.preview.setVisible(shown)
        self.owns_primary = shown
        if shown:
            for part in (self.tools, self.content, self.empty):
                part.hide()
            self.sitting.inspect(None)
        else:
            self.tools.show()

    def _save(self, name: str) -> None:
        folder = self.ask_folder(self)
        if folder is not None:
            job = saving(self.sitting.document, folder, name, self.sitting.language)
            self.sitting.carry_out(LongMove(message("Saving files"), job, lambda paths: paths, done=self._saved))

    def _saved(self, paths: list[Path]) -> None:
        folder = str(paths[0].parent)
        words = plural("Saved {n} file in {folder}.", "Saved {n} files in {folder}.", len(paths), folder=folder)
        first = message("The first of them is {name}.", name=paths[0].name)
        pictures = [path for path in paths if path.suffix == ".png"]
        if len(pictures) > 1:
            first = plural(
                "{first} The timeline is too tall for one picture: it comes in {n} part, under the same header.",
                "{first} The timeline is too tall for one picture: it comes in {n} parts, each under the same header.",
                len(pictures),
                first=first,
            )
        self.sitting.noticed.emit(Notice(words, first))

    def _row_chosen(self, key: str) -> None:
        if key:
            self.choose(key)


def _slack(row: TaskRow) -> Words:
    if row.is_critical:
        return message("critical")
    return plural("{n} day", "{n} days", row.slack)


STEP = TableStep
