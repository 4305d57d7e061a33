"""The picture as a table: the same rows in the same order, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.readiness.profile import ProfilePicture
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.readiness import Spread
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class TableRow:
    """A dimension or statement in numbers."""

    uuid: str
    name: Words
    spread: Spread
    finding: Words


def declare(sheet: Sheet) -> None:
    """Sets up the columns."""
    columns: list[Column[TableRow]] = [
        Column("name", message("Dimension or statement"), lambda row: row.name, stretch=1, wraps=True),
        Column("median", message("Median"), lambda row: row.spread.median, digits=1),
        Column("middle", message("Middle half"), lambda row: _middle(row.spread), right=True),
        Column("n", message("Answers"), lambda row: row.spread.n),
        Column("dont_know", message("Don't know"), lambda row: row.spread.dont_know),
        Column("agreement", message("Agreement"), lambda row: row.spread.agreement, digits=2),
        Column("finding", message("Finding"), lambda row: row.finding),
    ]
    sheet.declare(columns, name=message("Readiness in numbers"))


def table_rows(picture: ProfilePicture, *, statements: bool) -> tuple[TableRow, ...]:
    """The rows by statement or by dimension."""
    if not statements:
        return tuple(
            TableRow(
                line.entry.uuid,
                line.entry.name,
                line.spread,
                _finding(split=line.split, below_floor=line.below_floor),
            )
            for line in picture.dimensions
        )
    return tuple(
        TableRow(
            line.entry.uuid,
            message("{number}. {text}", number=line.entry.number, text=line.entry.text),
            line.spread,
            _finding(split=line.split, below_floor=line.below_floor and line.spread.n > 0),
        )
        for line in picture.statements
    )


def _middle(spread: Spread) -> Words:
    if spread.q1 is None or spread.q3 is None:
        return ""
    return message("{q1:.1} to {q3:.1}", q1=spread.q1, q3=spread.q3)


def _finding(*, split: bool, below_floor: bool) -> Words:
    if split and below_floor:
        return message("room is split, below floor")
    if split:
        return message("room is split")
    return message("below floor") if below_floor else ""
