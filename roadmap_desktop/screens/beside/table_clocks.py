"""The clocks of tables that work in parallel: what each works on and its time left; started, paused, stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject

from roadmap_desktop.journey.prepare.daywords import left
from roadmap_desktop.journey.prepare.running import day
from roadmap_desktop.journey.prepare.tableclocks import (
    TableRow,
    pause_table,
    start_table,
    stop_tables,
    table_clocks,
    work_on,
)
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet

AS_THE_ROOM = message("as the room")


class TableClocks(QObject):
    """Fills a sheet with the tables, and keeps the button that pauses the clock of the one that is chosen."""

    def __init__(self, sitting: Sitting, sheet: Sheet, pause: Button) -> None:
        super().__init__(sheet)
        self._sitting, self._sheet, self._pause = sitting, sheet, pause
        self._shown: tuple[str, ...] = ()
        sheet.declare(self._columns(), name=message("Clocks of the tables"))
        sheet.removed.connect(self._stop)
        sheet.selected.connect(lambda _: self._show_pause())
        pause.clicked.connect(self._toggle)

    def show_now(self) -> bool:
        """Shows the tables as they are now; whether there are any. What says the same is not drawn again."""
        rows = table_clocks(self._sitting.document)
        said = tuple(f"{row.uuid}{row.name}{row.minutes}{row.item}{self._sitting.say(self._left(row))}" for row in rows)
        if said != self._shown:
            self._shown = said
            self._sheet.present(rows)
        self._show_pause()
        return bool(rows)

    def runs(self) -> bool:
        """Whether a clock runs, so that its time has to be shown anew."""
        return any(row.started is not None for row in self._sheet.rows())

    def _columns(self) -> list[Column[TableRow]]:
        return [
            Column("name", message("Table"), lambda row: row.name, width=60, strong=True),
            Column(
                key="item",
                title=message("Works on"),
                value=lambda row: row.item or AS_THE_ROOM,
                edit=self._work_on,
                choices=lambda _: self._choices(),
                width=84,
                stretch=1,
                wraps=True,
            ),
            Column("minutes", message("Min"), lambda row: row.minutes, edit=self._start, width=44),
            Column("left", message("Time left"), self._left, width=76, wraps=True),
        ]

    def _choices(self) -> tuple[tuple[str, Words], ...]:
        """The items of this session, breaks aside."""
        found = day(self._sitting.document)
        items = () if found is None else found.items
        return (("", AS_THE_ROOM), *((each.uuid, each.title) for each in items if not each.is_break))

    def _left(self, row: TableRow) -> Words:
        time = row.left(self._sitting.document.now())
        if time is None:
            return message("not started")
        return left(time) if row.paused is None else message("paused, {left}", left=left(time))

    def _chosen(self) -> TableRow | None:
        uuid = self._sheet.current()
        return next((row for row in self._sheet.rows() if row.uuid == uuid), None)

    def _show_pause(self) -> None:
        row = self._chosen()
        self._pause.setVisible(self.runs())
        self._pause.setEnabled(row is not None and row.started is not None)
        words = message("Pause the table")
        if row is not None:
            words = message("Pause {table}", table=row.name)
            if row.paused is not None:
                words = message("Go on at {table}", table=row.name)
        self._pause.say(words)

    def _start(self, row: TableRow, text: str) -> None:
        document = self._sitting.document
        minutes = int(text) if text.strip().isdecimal() else 0
        self._sitting.attempt(lambda: start_table(document, row.uuid, minutes), beside=self._sheet)

    def _work_on(self, row: TableRow, item: str) -> None:
        document = self._sitting.document
        self._sitting.attempt(lambda: work_on(document, row.uuid, item), beside=self._sheet)

    def _toggle(self) -> None:
        row = self._chosen()
        if row is not None:
            self._sitting.attempt(lambda: pause_table(self._sitting.document, row.uuid), beside=self._sheet)

    def _stop(self, tables: tuple[str, ...]) -> None:
        self._sitting.attempt(lambda: stop_tables(self._sitting.document, tables))
