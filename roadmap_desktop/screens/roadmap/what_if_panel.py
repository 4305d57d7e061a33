"""What-ifs in the inspector: the short table of what differs, a row to change each, and every date that differs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.journey.roadmap.comparing import Comparison, Difference, Measure
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.roadmap.what_if_row import WhatIfRow
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet

_DATES = 320
"""The most height of the list of dates, in pixels at normal text size."""


class WhatIfPanel(QWidget):
    """Signals carry the mark of a what-if, then what is new; ``opened`` the key of a task."""

    renamed = Signal(str, str)
    stepped = Signal(str, object)  # mark, About
    taken = Signal(str)
    dropped = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: dict[str, WhatIfRow] = {}
        self._about: tuple[tuple[str, type], ...] = ()
        self.measures, self.dates = Sheet(self), Sheet(self)
        self.measures.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dates.setMaximumHeight(theme.px(_DATES))
        self.dates.opened.connect(self.opened)
        self._between = QVBoxLayout()
        self._between.setSpacing(theme.px(16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(16))
        layout.addWidget(self.measures)
        layout.addLayout(self._between)
        layout.addWidget(self.dates)

    def present(self, found: Comparison) -> None:
        """Shows what-ifs; what stands there already is kept, so that focus and typing stay."""
        about = tuple((each.scenario.mark, type(each.scenario.about)) for each in found.outcomes)
        if about != self._about:
            self._about = about
            self._build(found)
        for each in found.outcomes:
            self.rows[each.scenario.mark].present(each)
        self.measures.present(found.measures)
        self.dates.present(found.differences)

    def _build(self, found: Comparison) -> None:
        for row in self.rows.values():
            self._between.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        marks = [each.scenario.mark for each in found.outcomes]
        for each in found.outcomes:
            row = self.rows[each.scenario.mark] = WhatIfRow(each.scenario, self)
            self._between.addWidget(row)
            self._connect(each.scenario.mark, row)
        then = [_then(mark, at) for at, mark in enumerate(marks)]
        title, hint = message("What differs"), message("Dates that differ; Enter goes to the task")
        self.measures.declare([_named(title), *then], name=title)
        self.dates.declare([_named(message("Task")), *then], name=hint)

    def _connect(self, mark: str, row: WhatIfRow) -> None:
        row.renamed.connect(lambda name: self.renamed.emit(mark, name))
        row.stepped.connect(lambda about: self.stepped.emit(mark, about))
        row.taken.connect(lambda: self.taken.emit(mark))
        row.dropped.connect(lambda: self.dropped.emit(mark))


def _named(title: Words) -> Column[Any]:
    """What is looked at, and how it is now."""
    return Column("name", title, lambda row: row.name, second=_now, stretch=1, wraps=True)


def _now(row: Measure | Difference) -> Words:
    return message("now {words}", words=row.now) if row.now else ""


def _then(mark: str, at: int) -> Column[Any]:
    return Column(mark, mark, lambda row: row.then[at], width=72, wraps=True)
