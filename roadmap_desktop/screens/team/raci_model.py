"""The RACI grid as Qt's model: rows of work, columns of seats, a letter in each cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.journey.team.responsibilities import GridPicture, GridRow, GridSeat
from roadmap_desktop.language import message
from roadmap_desktop.rules.team import Letter
from roadmap_desktop.widgets.speech import say

Index = QModelIndex | QPersistentModelIndex


class RaciModel(QAbstractTableModel):
    """Holds the last picture; only what differs is told to the view while rows and seats are the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[GridRow, ...] = ()
        self.seats: tuple[GridSeat, ...] = ()
        self._meanings: dict[Letter, str] = {}

    def present(self, picture: GridPicture) -> None:
        """Shows the picture."""
        self._meanings = {letter: say(name) for letter, name, _ in picture.letters}
        same_rows = [row.uuid for row in self.rows] == [row.uuid for row in picture.rows]
        same_seats = [seat.uuid for seat in self.seats] == [seat.uuid for seat in picture.seats]
        if same_rows and same_seats:
            self.rows, self.seats = picture.rows, picture.seats
            if self.rows and self.seats:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.seats) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.seats) - 1)
            return
        self.beginResetModel()
        self.rows, self.seats = picture.rows, picture.seats
        self.endResetModel()

    def letter(self, index: Index) -> Letter | None:
        """The letter in a cell."""
        return self.rows[index.row()].letters[index.column()]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows of work there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many seats are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.seats)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The letter; spoken with the work, the seat and what it means."""
        if not index.isValid():
            return None
        letter = self.letter(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return letter.value if letter else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            meaning = self._meanings[letter] if letter else say(message("no letter"))
            row, seat = self.rows[index.row()], self.seats[index.column()]
            return say(message("{work}, {seat}: {letter}", work=row.name, seat=seat.name, letter=meaning))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of work and seats; spoken with what the row lacks and who holds the seat."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        plain = role == Qt.ItemDataRole.DisplayRole
        if orientation is Qt.Orientation.Vertical and section < len(self.rows):
            row = self.rows[section]
            if plain or not row.lacks:
                return say(row.name)
            return say(message("{work}: {lacks}", work=row.name, lacks=row.lacks))
        if orientation is Qt.Orientation.Horizontal and section < len(self.seats):
            seat = self.seats[section]
            if plain:
                return say(seat.name)
            holders = seat.holders or (message("open"),)
            return say(message("{seat}: {holders}", seat=seat.name, holders=holders))
        return None
