"""How the width of a sheet is shared among its columns."""

from __future__ import annotations

from itertools import islice
from typing import Any

from PySide6.QtGui import QFontMetrics

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.pill import pill_size
from roadmap_desktop.widgets.sheet_model import SheetModel
from roadmap_desktop.widgets.speech import say

_PAD, _SORT_MARK, _LEAST, _READABLE, _MOST, _MEASURED_ROWS = 16, 18, 48, 160, 320, 200


def share_out(model: SheetModel, room: int) -> list[int]:
    """The width of each column in pixels; what is left over goes to those that stretch, else to the first.

    Columns that stretch give way, down to their titles, where there is too little room.
    """
    if not model.columns:
        return []
    wanted = [_wanted(model, column) for column in model.columns]
    shares = [column.stretch for column in model.columns]
    if not any(shares):
        shares[0] = 1
    spare = room - sum(wanted)
    total = sum(shares)
    widths = [
        max(_least(model.columns[place], width), width + spare * share // total) if share else width
        for place, (width, share) in enumerate(zip(wanted, shares, strict=True))
    ]
    left = room - sum(widths)
    if 0 < left < len(widths):  # what rounding down has left
        widths[shares.index(max(shares))] += left
    return widths


def _wanted(model: SheetModel, column: Column[Any]) -> int:
    if column.width:
        return theme.px(column.width)
    rows = islice(model.rows, _MEASURED_ROWS)
    widest = max((column.cell.width(row, column.text(row)) for row in rows), default=0)
    missing = pill_size(say(column.missing)).width() if column.missing else 0
    return max(_title(column), min(max(widest, missing) + theme.px(_PAD), theme.px(_MOST)))


def _least(column: Column[Any], wanted: int) -> int:
    return max(_title(column), min(wanted, theme.px(_READABLE)))


def _title(column: Column[Any]) -> int:
    words = QFontMetrics(theme.font(tokens.LABEL, bold=True)).horizontalAdvance(say(column.title))
    return max(theme.px(_LEAST), words + theme.px(_PAD + 2) + (theme.px(_SORT_MARK) if column.sortable else 0))
