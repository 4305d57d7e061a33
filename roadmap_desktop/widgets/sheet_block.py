"""Where the cells of a block go: from the cell chosen to the right and down, over and over in a larger selection."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text and the cell it is meant for; a row beyond the last begins a new line."""

    row: int
    column: int
    text: str


def placed(cells: Sequence[Sequence[str]], at: Place, selected: Collection[Place] = ()) -> tuple[Placed, ...]:
    """Each cell of a block with its place, from the one at the top left of the selection, or from ``at``.

    A selection that the block fits into evenly, once or several times in either direction, is filled with it.
    """
    height, width = len(cells), max((len(row) for row in cells), default=0)
    if not height or not width:
        return ()
    down, across = 1, 1
    if len(selected) > 1:
        rows, columns = {row for row, _ in selected}, {column for _, column in selected}
        at = (min(rows), min(columns))
        tall, wide = max(rows) - at[0] + 1, max(columns) - at[1] + 1
        if tall * wide == len(selected) and tall % height == 0 and wide % width == 0:
            down, across = tall // height, wide // width
    return tuple(
        Placed(at[0] + turn * height + row, at[1] + side * width + column, text)
        for turn in range(down)
        for row, line in enumerate(cells)
        for side in range(across)
        for column, text in enumerate(line)
    )


def filled_down(selected: Collection[Place]) -> dict[Place, Place]:
    """For each cell that is filled downward the one it is filled from: the topmost selected of its column.

    Where only cells of one row are selected, each is filled from the one above it.
    """
    tops: dict[int, int] = {}
    for row, column in selected:
        tops[column] = min(row, tops.get(column, row))
    if len({row for row, _ in selected}) == 1:
        return {(row, column): (row - 1, column) for row, column in selected if row > 0}
    return {(row, column): (tops[column], column) for row, column in selected if row != tops[column]}


def rectangle(selected: Collection[Place]) -> tuple[range, range]:
    """The rows and columns round the selected cells."""
    rows, columns = [row for row, _ in selected], [column for _, column in selected]
    return range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)
