"""Tables on paper: how wide each column is, rows with hairlines, the header on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from roadmap_desktop.handouts.flow import Beside, Block, Ruling, Stack
from roadmap_desktop.handouts.look import Look, Style
from roadmap_desktop.handouts.pieces import Cell, Cells, Column, Item, Line, Mark, Table
from roadmap_desktop.handouts.shapes import Marked, mark_size, mark_width, spoken
from roadmap_desktop.handouts.structure import Element
from roadmap_desktop.handouts.text import Side, longest_word, natural_width, paragraph
from roadmap_desktop.tokens import LIGHT

_EDGE, _GAP, _PADDING = 4.5, 14.0, 3.1
"""Inside a row, in points: at either end, between columns, above and below."""

_HEADING = 84.0
"""A column no wider than its heading is at most that wide, in points at the usual body size."""

MARK_GAP = 5.0
"""From a mark to its words, in points at the usual body size."""


_Shelf: TypeAlias = tuple[Column, float, float]
"""A column with its place from the left and its width, in points."""

_Measure: TypeAlias = Callable[[Line, Style, Side], float]


def table(piece: Table, look: Look, width: float, parent: Element, language: str) -> Block:
    """The table across that width."""
    element = parent.child("Table", piece.origin, alternative=piece.alternative, language=piece.language)
    widths = column_widths(piece, look, width - 2 * _EDGE - _GAP * (len(piece.columns) - 1))
    places = [_EDGE + sum(widths[:i]) + _GAP * i for i in range(len(widths))]
    shelves = list(zip(piece.columns, places, widths, strict=True))
    header = _header(shelves, look, width, element) if any(column.heading for column in piece.columns) else None
    page = look.page - (header.height if header else 0.0)
    inside = replace(look, page=page)
    rows = [_row(cells, shelves, inside, width, element, language) for cells in piece.rows]
    stack = Stack(rows, page=look.page, header=header, whole=look.page / 4)
    stack.before, stack.after = 2.0, 6.0
    return stack


def _header(shelves: Sequence[_Shelf], look: Look, width: float, table: Element) -> Block:
    row = table.child("TR")
    cells: list[tuple[float, Block]] = []
    style = look.cell_heading
    for column, at, wide in shelves:
        element = row.child("TH")
        element.scope = "Column"
        if column.heading:
            side = Side.RIGHT if column.cells is Cells.NUMBER else Side.LEFT
            cells.append((at, paragraph(column.heading, style, wide, element, side)))
    return Beside(cells, page=look.page, ruling=_ruling(width, look, 3.6))


def _row(
    row: Sequence[Cell], shelves: Sequence[_Shelf], look: Look, width: float, table: Element, language: str
) -> Block:
    line = table.child("TR")
    cells = []
    for cell, (column, at, wide) in zip(row, shelves, strict=True):
        head = column.cells is Cells.HEAD
        element = line.child("TH" if head else "TD")
        element.scope = "Row" if head else ""
        cells.append((at, _cell(cell, look, column.cells, wide, element, language)))
    return Beside(cells, page=look.page, ruling=_ruling(width, look, _PADDING))


def _cell(cell: Cell, look: Look, cells: Cells, width: float, element: Element, language: str) -> Block:
    style = look.cells(cells)
    if not isinstance(cell, Item):
        return paragraph(cell, style, width, element if cell else None, _side(cells))
    if cell.mark is Mark.NONE:
        return paragraph(cell.words, style, width, element, _side(cells))
    size = look.grown(mark_size(cell.mark))
    if not cell.words:  # the mark alone says it
        figure = element.child("Span", alternative=spoken(cell.mark, language))
        return Marked(cell.mark, size, style.leading, figure)
    indent = look.grown(mark_width(cell.mark) + MARK_GAP)
    words = paragraph(cell.words, style, width - indent, element)
    return Beside([(0.0, Marked(cell.mark, size, style.leading, None)), (indent, words)], page=look.page)


def _side(cells: Cells) -> Side:
    return Side.NUMBER if cells is Cells.NUMBER else Side.LEFT


def _ruling(width: float, look: Look, padding: float) -> Ruling:
    return Ruling(width, look.grown(padding), 0.75, LIGHT.line)


def column_widths(piece: Table, look: Look, room: float) -> list[float]:
    """The width of each column in points; together they fill the room, and no word is parted if it can be.

    Columns without a share are as wide as their words, at most two fifths of the room; the shares divide what
    is left. Without any share the last column takes it.
    """
    columns = piece.columns
    lines = [[row[i] for row in piece.rows] for i in range(len(columns))]
    least = [_widest(column, cells, look, longest_word) for column, cells in zip(columns, lines, strict=True)]
    wished = [_widest(column, cells, look, natural_width) for column, cells in zip(columns, lines, strict=True)]
    if sum(least) >= room:
        return [room * part / sum(least) for part in least]
    widths = [
        low if column.share else max(low, min(wish, room * 0.4))
        for column, low, wish in zip(columns, least, wished, strict=True)
    ]
    if sum(widths) > room:
        return _pressed(widths, least, room)
    shares = [column.share for column in columns]
    if not any(shares):
        shares[-1 if columns[-1].cells is not Cells.NUMBER else _widest_text(columns, widths)] = 1.0
    return _shared(widths, shares, room)


def _widest_text(columns: Sequence[Column], widths: Sequence[float]) -> int:
    texts = [i for i, column in enumerate(columns) if column.cells is not Cells.NUMBER] or [0]
    return max(texts, key=lambda i: widths[i])


def _pressed(widths: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Each width gives up the same part of what it has over the least."""
    spare = sum(widths) - sum(least)
    keep = (room - sum(least)) / spare
    return [low + (wide - low) * keep for wide, low in zip(widths, least, strict=True)]


def _shared(least: Sequence[float], shares: Sequence[float], room: float) -> list[float]:
    """Widths in the proportion of the shares, but none under its least; a column without a share keeps its width."""
    fixed = {i for i, share in enumerate(shares) if not share}
    while True:
        left = room - sum(least[i] for i in fixed)
        total = sum(share for i, share in enumerate(shares) if i not in fixed)
        small = {i for i, share in enumerate(shares) if i not in fixed and left * share / total < least[i]}
        if not small or len(fixed) + len(small) == len(shares):
            break
        fixed |= small
    return [least[i] if i in fixed else left * shares[i] / total for i in range(len(shares))]


def _widest(column: Column, cells: Sequence[Cell], look: Look, measure: _Measure) -> float:
    style = look.cells(column.cells)
    heading = longest_word(column.heading, look.cell_heading)
    if measure is natural_width:  # a heading may wrap rather than widen its column much
        heading = max(heading, min(natural_width(column.heading, look.cell_heading), look.grown(_HEADING)))
    return max([heading, *(_cell_width(cell, style, column.cells, look, measure) for cell in cells)])


def _cell_width(cell: Cell, style: Style, cells: Cells, look: Look, measure: _Measure) -> float:
    if not isinstance(cell, Item):
        return measure(cell, style, _side(cells))
    mark = look.grown(mark_width(cell.mark) + MARK_GAP) if cell.mark is not Mark.NONE else 0.0
    return mark + measure(cell.words, style, Side.LEFT)
