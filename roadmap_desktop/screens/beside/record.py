"""The record of decisions: every choice and decision as it was made, with the way to what it was about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Inspection, Line, Section, Target
from roadmap_desktop.journey.record import Entry, record
from roadmap_desktop.language import message
from roadmap_desktop.screens.beside.lots import LotPage
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.sheet import Sheet


class RecordPage(LotPage):
    """A line for each entry; what was decided stays as it was written."""

    form = "beside_record"
    key = "record"
    kinds = frozenset({"record_entry", "parked_item", "action_item", "wording"})
    entries: Sheet

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._rows: dict[str, Entry] = {}
        empty = EmptyState(
            sentence=message("Here stands every choice of a use case and every decision on a pilot, with its reason."),
            button=message("Go to the use cases"),
            feeds=message("The full roadmap prints it."),
        )
        empty.begun.connect(lambda: sitting.go(Target("usecases", "decide")))
        self.entries.declare(_COLUMNS, name=message("Record of decisions"), empty=empty)
        self.entries.selected.connect(lambda _: self.inspect_chosen())
        self.entries.opened.connect(self._open)

    def picture(self) -> tuple[Entry, ...]:
        """The record."""
        return record(self.sitting.document)

    def present(self, picture: tuple[Entry, ...]) -> None:
        """Shows it."""
        self._rows = {row.uuid: row for row in picture}
        self.entries.present(picture)
        self.show_turn()
        self.inspect_chosen()

    def arrive(self, subject: str) -> None:
        """Selects an entry."""
        if self._stale:
            self.refresh()
        self.entries.select(subject)

    def inspect_chosen(self) -> None:
        """The entry in full, and the way to what it was about."""
        row = self._rows.get(self.entries.current())
        if not self.isVisible():
            return
        if row is None:
            self.sitting.inspect(None)
            return
        kicker = message("Decision, {outcome}", outcome=row.outcome)
        lines = [Line(row.name, target=row.target)]
        if row.decided_by:
            lines.append(Line(message("decided by {name}", name=row.decided_by)))
        if row.dissent:
            lines.append(Line(message("Dissent: {text}", text=row.dissent)))
        sections = (Section(message("What it was about"), tuple(lines)),)
        self.sitting.inspect(Inspection(kicker, row.name, row.reason, sections))

    def _open(self, uuid: str) -> None:
        if (row := self._rows.get(uuid)) is not None:
            self.sitting.go(row.target)


_COLUMNS: list[Column[Entry]] = [
    Column("at", message("When"), lambda row: row.at.date(), width=104, sortable=True),
    Column("name", message("About"), lambda row: row.name, stretch=2, strong=True, wraps=True),
    Column("outcome", message("Decision"), lambda row: row.outcome, width=110, sortable=True),
    Column("reason", message("Why"), lambda row: row.reason, stretch=3, wraps=True),
]


PAGE = RecordPage
