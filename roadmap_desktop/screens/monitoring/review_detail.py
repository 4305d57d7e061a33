"""One review: what was read beside the baseline, what was decided, and what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.journey.monitoring.actions import add_action, date_action, edit_action, remove_actions
from roadmap_desktop.journey.monitoring.picture import ActionRow, ReadingRow, ReviewRow
from roadmap_desktop.journey.monitoring.reviews import decide_at_review, note_reading, record_reading
from roadmap_desktop.language import message
from roadmap_desktop.screens.monitoring.figure_cell import FigureCell
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.longtext import LongText
from roadmap_desktop.widgets.sheet import Sheet


class ReviewDetail(QWidget):
    """Shows one review and makes its moves; ``serve`` gives it the sitting, since a form makes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting: Sitting | None = None
        self._uuid = ""
        self.readings, self.tasks = Sheet(self), Sheet(self)
        self.decision = LongText(self, height=58)
        self.decision_row = Labelled.around(self.decision, message("What it decided"), parent=self)
        self.decision.written.connect(self._decided)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        for widget in (self.readings, self.decision_row, self.tasks):
            layout.addWidget(widget)
        layout.addStretch(1)

    def serve(self, sitting: Sitting) -> None:
        """Gives it the sitting whose document it changes."""
        self._sitting = sitting
        self._declare_readings(sitting)
        self._declare_tasks(sitting)

    def present(self, review: ReviewRow) -> None:
        """Shows a review."""
        if review.uuid != self._uuid:
            self.save_typing()
            self._uuid = review.uuid
            self.decision_row.begin(review.uuid)
        self.readings.present(review.readings)
        self.decision.show_text(review.decision)
        self.tasks.present(review.actions)

    def save_typing(self) -> None:
        """Saves what is typed and was not saved yet."""
        self.decision.save()

    def _declare_readings(self, sitting: Sitting) -> None:
        columns: list[Column[ReadingRow]] = [
            Column(
                "name",
                message("Indicator"),
                lambda row: row.name,
                second=lambda row: row.unit_name,
                stretch=1,
                wraps=True,
            ),
            Column("baseline", message("Baseline"), lambda row: row.baseline, right=True),
            Column(
                "value",
                message("Reading"),
                lambda row: row.value,
                edit=lambda row, text: self._attempt(
                    partial(record_reading, sitting.document, self._uuid, row.indicator, text), self.readings
                ),
                typed=lambda row: "" if row.value is None else sitting.language.number(row.value),
                cell=FigureCell(lambda row: row.breached),
                right=True,
            ),
            Column(
                "note",
                message("Note"),
                lambda row: row.note,
                edit=lambda row, text: self._attempt(
                    partial(note_reading, sitting.document, self._uuid, row.indicator, text), self.readings
                ),
                width=126,
                wraps=True,
            ),
        ]
        self.readings.declare(columns, name=message("What was read"))

    def _declare_tasks(self, sitting: Sitting) -> None:
        document = sitting.document
        columns: list[Column[ActionRow]] = [
            Column(
                "text",
                message("What is to be done"),
                lambda row: row.text,
                edit=lambda row, text: self._attempt(lambda: edit_action(document, row.uuid, text=text), self.tasks),
                stretch=1,
                wraps=True,
            ),
            Column(
                "owner",
                message("Owner"),
                lambda row: row.owner,
                edit=lambda row, text: self._attempt(lambda: edit_action(document, row.uuid, owner=text), self.tasks),
                names=sitting.possible_owners,
                missing=message("who?"),
                width=110,
            ),
            Column(
                "due",
                message("Due"),
                lambda row: row.due,
                edit=lambda row, text: self._attempt(
                    lambda: date_action(document, row.uuid, date.fromisoformat(text) if text else None), self.tasks
                ),
                editor=Editor.DAY,
                width=106,
            ),
        ]
        self.tasks.declare(
            columns,
            name=message("What is to be done"),
            add=message("Add an action"),
            begin=lambda text: sitting.attempt(partial(add_action, document, self._uuid, text), beside=self.tasks),
        )
        self.tasks.removed.connect(lambda uuids: self._attempt(lambda: remove_actions(document, uuids), self.tasks))

    def _attempt(self, move: Callable[[], object], beside: Sheet) -> None:
        if self._sitting is not None:
            self._sitting.attempt(move, beside=beside)

    def _decided(self, text: str) -> None:
        if self._sitting is not None and self._uuid:
            document, uuid = self._sitting.document, self._uuid
            self._sitting.attempt(lambda: decide_at_review(document, uuid, text), beside=self.decision_row)
