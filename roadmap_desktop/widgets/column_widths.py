"""How the width of a sheet is shared among its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtGui import QFontMetrics

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.cells import longest_word
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.pill import pill_size
from roadmap_desktop.widgets.speech import say

_PAD, _SORT_MARK, _LEAST, _READABLE, _MOST, _MEASURED_ROWS = 16, 18, 48, 160, 320, 60


@dataclass(frozen=True, slots=True)
class Room:
    """The width in pixels that a column asks for, and with how little its words can still be read whole."""

    asked: int
    least: int


def wanted(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[Room]:
    """What each column asks for: its own width, or that of its words in rows from all over the sheet."""
    sample = rows[:: max(1, len(rows) // _MEASURED_ROWS)]
    return [_wanted(column, sample) for column in columns]


def share_out(columns: Sequence[Column[Any]], rooms: Sequence[Room], room: int) -> list[int]:
    """The width of each column in pixels; what is left over goes to those that stretch, else to the first.

    Where there is too little, columns that stretch give way as far as one reads them well, then all as far as their
    words fit; what wraps needs no more than its longest word.
    """
    if not columns:
        return []
    shares = [column.stretch for column in columns]
    if not any(shares):
        shares[0] = 1
    spare, total = room - sum(each.asked for each in rooms), sum(shares)
    widths = [
        max(_readable(column, each), each.asked + spare * share // total) if share else each.asked
        for column, each, share in zip(columns, rooms, shares, strict=True)
    ]
    left = room - sum(widths)
    if 0 < left < len(widths):  # what rounding down has left
        widths[shares.index(max(shares))] += left
    return _give_way(widths, [each.least for each in rooms], -left) if left < 0 else widths


def _give_way(widths: list[int], least: list[int], missing: int) -> list[int]:
    """Takes what is missing from the columns that are wider than they need, from each in proportion."""
    spare = [max(0, width - small) for width, small in zip(widths, least, strict=True)]
    taken = min(missing, sum(spare))
    return [
        width - ceil(taken * each / sum(spare)) if taken else width for width, each in zip(widths, spare, strict=True)
    ]


def _wanted(column: Column[Any], sample: Sequence[Any]) -> Room:
    needed = max((_needed(column, row) for row in sample), default=0)
    missing = pill_size(say(column.missing)).width() if column.missing else 0
    words = max(needed, missing) + theme.px(_PAD)
    if not column.width:
        widest = max((column.cell.width(row, column.text(row)) for row in sample), default=0)
        asked = max(_title(column), min(max(widest, missing) + theme.px(_PAD), theme.px(_MOST)))
    elif column.stretch or column.wraps:
        asked = max(_title(column), theme.px(column.width))
    else:
        most = theme.px(max(column.width * 3 // 2, _READABLE))
        asked = max(_title(column), theme.px(column.width), min(words, most))
    return Room(asked, min(asked, max(_title(column), words)))


def _needed(column: Column[Any], row: Any) -> int:
    """What a row's words need: all of them, or the longest where they wrap."""
    text = column.text(row)
    return longest_word(text) if text.wraps else column.cell.width(row, text)


def _readable(column: Column[Any], room: Room) -> int:
    return max(_title(column), min(room.asked, theme.px(_READABLE)))


def _title(column: Column[Any]) -> int:
    """The width of its title: of the longest word where the step breaks titles into lines."""
    metrics, title = QFontMetrics(theme.font(tokens.LABEL, bold=True)), say(column.title)
    words = max(map(metrics.horizontalAdvance, title.split() if column.tall_title else [title]), default=0)
    return max(theme.px(_LEAST), words + theme.px(_PAD + 1) + (theme.px(_SORT_MARK) if column.sortable else 0))
