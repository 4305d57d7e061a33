"""The steps of the history as rows: read a few at a time as someone scrolls, grouped by day, found by their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from roadmap_desktop.journey.keeping.history import HistoryLine
from roadmap_desktop.language import message
from roadmap_desktop.store.history import State
from roadmap_desktop.widgets.speech import say

Index = QModelIndex | QPersistentModelIndex
Reader = Callable[[int, int | None], tuple[HistoryLine, ...]]
"""Gives so many lines, from the newest on or older than a step."""
AT_A_TIME = 100
"""Steps read in one turn of the event loop."""
_ENOUGH = 40
"""Rows after which nobody reads on until someone scrolls."""
_STATES = {State.UNDONE: message("taken back"), State.LEFT: message("left behind")}


class HistoryModel(QAbstractListModel):
    """Rows are lines, or days over the lines of that day; ``settled`` tells that reading has stopped for now."""

    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[HistoryLine | date] = []
        self._read: Reader = lambda _limit, _before: ()
        self._sought = ""
        self._oldest: int | None = None
        self._has_more = False
        self._day: date | None = None
        self._on = QTimer(self, singleShot=True, interval=0)
        self._on.timeout.connect(self._read_on)

    def begin(self, read: Reader, sought: str = "", limit: int = AT_A_TIME) -> None:
        """Reads the newest steps anew, those whose words hold what is sought."""
        self.beginResetModel()
        self._read, self._sought = read, sought.casefold()
        self.rows, self._oldest, self._has_more, self._day = [], None, True, None
        self.rows = self._next(limit)
        self.endResetModel()
        self._go_on()

    def line(self, index: Index) -> HistoryLine | None:
        """The line of a row; None for a day."""
        found = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        return found if isinstance(found, HistoryLine) else None

    def place(self, step: int) -> QModelIndex:
        """Where a step stands; an invalid index where it was not read or is not sought."""
        rows = (row for row, line in enumerate(self.rows) if isinstance(line, HistoryLine) and line.step == step)
        row = next(rows, -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def present(self) -> QModelIndex:
        """Where the present stands, as far as it was read."""
        rows = (row for row, line in enumerate(self.rows) if isinstance(line, HistoryLine) and line.is_present)
        row = next(rows, -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def lines_read(self) -> int:
        """How many lines there are so far."""
        return sum(isinstance(line, HistoryLine) for line in self.rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """Lines and days that were read so far."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older steps."""
        return self._has_more and not self._on.isActive()

    def fetchMore(self, parent: Index) -> None:
        """Reads some older steps."""
        self._append()
        self._go_on()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days can't be chosen."""
        if self.line(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, to read and to hear."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.rows[index.row()]
        if not isinstance(line, HistoryLine):
            return say(message("{day:long}", day=line))
        parts = [time_of(line), say(line.label), mark_of(line)]
        return ", ".join(part for part in parts if part)

    def _next(self, limit: int) -> list[HistoryLine | date]:
        found = self._read(limit, self._oldest)
        self._has_more = bool(found) and found[-1].at is not None
        if found:
            self._oldest = found[-1].step
        rows: list[HistoryLine | date] = []
        for line in found:
            if self._sought and self._sought not in say(line.label).casefold():
                continue
            if line.at is not None and line.at.date() != self._day:
                self._day = line.at.date()
                rows.append(self._day)
            rows.append(line)
        return rows

    def _append(self) -> None:
        if rows := self._next(AT_A_TIME):
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def _read_on(self) -> None:
        self._append()
        self._go_on()

    def _go_on(self) -> None:
        """Where few rows hold what is sought, reads on in the next turn; nobody waits for it."""
        if self._sought and self._has_more and len(self.rows) < _ENOUGH:
            self._on.start()
        else:
            self.settled.emit()


def time_of(line: HistoryLine) -> str:
    """The time of a line's step."""
    return say(message("{time}", time=line.at.time())) if line.at is not None else ""


def mark_of(line: HistoryLine) -> str:
    """What is said of a line at its end: where the workshop stands, or that the step does not hold."""
    if line.is_present:
        return say(message("the workshop stands here"))
    return say(_STATES.get(line.state, ""))
