"""Which rows of a sheet are shown, and in which order: filtered, sorted, and calm while a person works in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet_filter import SheetFilter


class ShownRows:
    """``sorted_by`` is the number of a column and whether it descends; None gives the step's own order."""

    def __init__(self, seeking: SheetFilter) -> None:
        self._filter = seeking
        self._last: dict[str, int] = {}
        self.sorted_by: tuple[int, bool] | None = None

    def turn(self, column: int) -> None:
        """Sorts by a column; again turns the order round, and a third time gives back the step's own."""
        turned = {None: (column, False), (column, False): (column, True), (column, True): None}
        self.sorted_by = turned.get(self.sorted_by, (column, False))

    def rows(
        self, columns: Sequence[Column[Any]], given: Sequence[Any], *, hidden: str = "", calm: bool = False
    ) -> tuple[Any, ...]:
        """The rows to show, without the one that is ``hidden``.

        ``calm`` keeps every row where it is: none that is edited jumps to another place or vanishes, as in a
        spreadsheet, until it is sorted or filtered anew. New rows come last.
        """
        wanted = [row for row in given if row.uuid != hidden]
        found = self._filter.rows(columns, wanted)
        if calm and self._filter.is_on():
            fits = {row.uuid for row in found}
            found = tuple(row for row in wanted if row.uuid in fits or row.uuid in self._last)
        found = self._sorted(columns, found)
        if calm and self.sorted_by is not None:
            found = tuple(sorted(found, key=lambda row: self._last.get(row.uuid, len(self._last))))
        self._filter.tell(len(found), len(wanted))
        self._last = {row.uuid: place for place, row in enumerate(found)}
        return found

    def _sorted(self, columns: Sequence[Column[Any]], rows: tuple[Any, ...]) -> tuple[Any, ...]:
        if self.sorted_by is None:
            return rows
        place, descending = self.sorted_by
        column = columns[place]
        filled = sorted((row for row in rows if column.order(row)[0] < 2), key=column.order, reverse=descending)
        return (*filled, *(row for row in rows if column.order(row)[0] == 2))
