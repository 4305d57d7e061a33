"""The rows of a sheet as Qt's model; new rows are fitted in without disturbing selection or an open editor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roadmap_desktop.language import message
from roadmap_desktop.widgets.cells import CellText, CheckCell
from roadmap_desktop.widgets.column import Column, is_number
from roadmap_desktop.widgets.speech import say

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SheetModel(QAbstractTableModel):
    """Rows (frozen dataclasses with a uuid) under declared columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[Any], ...] = ()
        self.rows: tuple[Any, ...] = ()
        self._right: dict[int, bool] = {}
        self._ticks: dict[tuple[str, str], bool] = {}

    def declare(self, columns: Sequence[Column[Any]]) -> None:
        """Replaces the columns; the rows go with them."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), ()
        self._right.clear()
        self.endResetModel()

    def present(self, rows: Sequence[Any]) -> None:
        """Shows these rows in this order: takes out, reorders and puts in only what differs."""
        self._right.clear()
        wanted = {row.uuid: row for row in rows}
        self._take_out({row.uuid for row in self.rows} - wanted.keys())
        self._reorder(wanted)
        self._put_in(rows)
        before, self.rows = self.rows, tuple(rows)
        changed = [place for place, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1))

    def place(self, uuid: str) -> int:
        """The number of the row with that uuid from 0; -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.uuid == uuid), -1)

    def is_ticked(self, index: Index) -> bool:
        """Whether a check is set: as the file has it, or as the person set it where the file did not take that yet."""
        column, row = self.columns[index.column()], self.rows[index.row()]
        is_set: bool = isinstance(column.cell, CheckCell) and column.cell.checked(row)
        return self._ticks.get((row.uuid, column.key), is_set)

    def is_check(self, key: str) -> bool:
        """Whether the cells of a column are checks."""
        return any(each.key == key and isinstance(each.cell, CheckCell) for each in self.columns)

    def set_tick(self, uuid: str, key: str, *, is_set: bool | None) -> None:
        """Shows a check as the person set it until the file takes it (None)."""
        if is_set is None:
            self._ticks.pop((uuid, key), None)
        else:
            self._ticks[uuid, key] = is_set
        if (place := self.place(uuid)) >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def text(self, index: Index) -> CellText:
        """What the cell says."""
        return self.columns[index.column()].text(self.rows[index.row()])

    def stands_right(self, column: int) -> bool:
        """Whether a column's cells stand on the right, by the first of its values that is not empty."""
        if column not in self._right:
            declared = self.columns[column]
            values = (declared.value(row) for row in self.rows)
            first = next((value for value in values if value not in (None, "")), None)
            self._right[column] = declared.right or is_number(first)
        return self._right[column]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns were declared."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; spoken they include the second line and what is missing."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row).first
        if role == Qt.ItemDataRole.EditRole:
            return column.begins_with(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(column.cell, CheckCell):
                return say(message("yes") if self.is_ticked(index) else message("no"))
            return self._spoken(column, row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles of the columns; over numbers they stand on the right."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return say(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.stands_right(section) else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return say(column.hint) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @staticmethod
    def _spoken(column: Column[Any], row: Any) -> str:
        text = column.text(row)
        if not text.first and column.missing:
            return say(message("missing: {what}", what=column.missing))
        return ", ".join(part for part in (text.first, text.second) if part)

    def _take_out(self, gone: set[str]) -> None:
        places = [place for place, row in enumerate(self.rows) if row.uuid in gone]
        for run in reversed(_runs(places)):
            self.beginRemoveRows(QModelIndex(), run[0], run[-1])
            self.rows = self.rows[: run[0]] + self.rows[run[-1] + 1 :]
            self.endRemoveRows()

    def _reorder(self, wanted: dict[str, Any]) -> None:
        order = {uuid: place for place, uuid in enumerate(wanted)}
        sorted_rows = tuple(sorted(self.rows, key=lambda row: order[row.uuid]))
        if sorted_rows == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        moved = {row.uuid: place for place, row in enumerate(sorted_rows)}
        before = self.persistentIndexList()
        after = [self.index(moved[self.rows[each.row()].uuid], each.column()) for each in before]
        self.rows = sorted_rows
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _put_in(self, rows: Sequence[Any]) -> None:
        have = {row.uuid for row in self.rows}
        places = [place for place, row in enumerate(rows) if row.uuid not in have]
        for run in _runs(places):
            self.beginInsertRows(QModelIndex(), run[0], run[-1])
            self.rows = self.rows[: run[0]] + tuple(rows[run[0] : run[-1] + 1]) + self.rows[run[0] :]
            self.endInsertRows()


def _runs(places: list[int]) -> list[list[int]]:
    """The places in groups without gaps."""
    grouped = groupby(enumerate(places), key=lambda each: each[1] - each[0])
    return [[place for _, place in group] for _, group in grouped]
