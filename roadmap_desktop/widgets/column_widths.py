"""How the width of a sheet is shared among its columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QFontMetrics

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.pill import pill_size
from roadmap_desktop.widgets.speech import say

_PAD, _SORT_MARK, _LEAST, _READABLE, _MOST, _MEASURED_ROWS = 16, 18, 48, 160, 320, 60


def wanted(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[int]:
    """The width in pixels that each column asks for: its own, or that of its words in rows from all over the sheet."""
    sample = rows[:: max(1, len(rows) // _MEASURED_ROWS)]
    return [_wanted(column, sample) for column in columns]


def share_out(columns: Sequence[Column[Any]], asked: Sequence[int], room: int) -> list[int]:
    """The width of each column in pixels; what is left over goes to those that stretch, else to the first.

    Columns that stretch give way, as far as their words can still be read, where there is too little room.
    """
    if not columns:
        return []
    shares = [column.stretch for column in columns]
    if not any(shares):
        shares[0] = 1
    spare, total = room - sum(asked), sum(shares)
    widths = [
        max(_least(column, width), width + spare * share // total) if share else width
        for column, width, share in zip(columns, asked, shares, strict=True)
    ]
    left = room - sum(widths)
    if 0 < left < len(widths):  # what rounding down has left
        widths[shares.index(max(shares))] += left
    return widths


def _wanted(column: Column[Any], sample: Sequence[Any]) -> int:
    if column.width:
        return theme.px(column.width)
    widest = max((column.cell.width(row, column.text(row)) for row in sample), default=0)
    missing = pill_size(say(column.missing)).width() if column.missing else 0
    return max(_title(column), min(max(widest, missing) + theme.px(_PAD), theme.px(_MOST)))


def _least(column: Column[Any], asked: int) -> int:
    return max(_title(column), min(asked, theme.px(_READABLE)))


def _title(column: Column[Any]) -> int:
    words = QFontMetrics(theme.font(tokens.LABEL, bold=True)).horizontalAdvance(say(column.title))
    return max(theme.px(_LEAST), words + theme.px(_PAD + 2) + (theme.px(_SORT_MARK) if column.sortable else 0))
