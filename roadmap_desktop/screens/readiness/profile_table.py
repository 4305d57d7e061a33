"""The picture as a table: the same rows in the same order, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap_desktop.journey.readiness.comparing import Before
from roadmap_desktop.journey.readiness.pillars import PillarLine, RoundsLine
from roadmap_desktop.journey.readiness.profile import ProfilePicture, StatementLine
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
    before: float | None = None

    @property
    def shift(self) -> float | None:
        """By how much the median moved since."""
        if self.before is None or self.spread.median is None:
            return None
        return self.spread.median - self.before


def declare(sheet: Sheet, earlier: Before | None = None) -> None:
    """Sets up the columns, with two more where there is something earlier to compare with."""
    columns: list[Column[TableRow]] = [
        Column("name", message("Dimension or statement"), lambda row: row.name, stretch=1, wraps=True),
        Column("median", message("Median"), lambda row: row.spread.median, digits=1),
        *(() if earlier is None else _shift_columns(earlier)),
        Column("middle", message("Middle half"), lambda row: _middle(row.spread), right=True),
        Column("n", message("Answers"), lambda row: row.spread.n),
        Column("dont_know", message("Don't know"), lambda row: row.spread.dont_know),
        Column("agreement", message("Agreement"), lambda row: row.spread.agreement, digits=2),
        Column("finding", message("Finding"), lambda row: row.finding),
    ]
    sheet.declare(columns, name=message("Readiness in numbers"))


def table_rows(
    picture: ProfilePicture, lines: Sequence[StatementLine] | None, earlier: Before | None = None
) -> tuple[TableRow, ...]:
    """The rows of these statements, or by dimension where none are given."""
    if lines is None:
        return tuple(
            TableRow(
                line.entry.uuid,
                line.entry.name,
                line.spread,
                _finding(split=line.split, below_floor=line.below_floor),
                None if earlier is None else earlier.dimensions.get(line.entry.key),
            )
            for line in picture.dimensions
        )
    return tuple(
        TableRow(
            line.entry.uuid,
            message("{number}. {text}", number=line.entry.number, text=line.entry.text),
            line.spread,
            _finding(split=line.split, below_floor=line.below_floor and line.spread.n > 0),
            None if earlier is None else earlier.statements.get(line.entry.key),
        )
        for line in lines
    )


def pillar_rows(lines: Sequence[PillarLine]) -> tuple[TableRow, ...]:
    """The rows of pillars."""
    return tuple(
        TableRow(line.key, line.name, line.spread, _finding(split=line.split, below_floor=line.below_floor))
        for line in lines
    )


def declare_rounds(sheet: Sheet, rounds: int) -> None:
    """Sets up a column for the median of each round, and one for how far it moved."""

    def median(place: int) -> Column[RoundsLine]:
        title = message("Round {number}", number=place + 1)
        return Column(f"round{place}", title, lambda row: row.medians[place], digits=1, sortable=True)

    columns: list[Column[RoundsLine]] = [
        Column("name", message("Dimension or statement"), lambda row: row.name, stretch=1, wraps=True),
        *(median(place) for place in range(rounds)),
        Column("shift", message("Shift"), lambda row: row.shift, digits=1, sortable=True),
    ]
    sheet.declare(columns, name=message("Medians of all rounds"))


def _shift_columns(earlier: Before) -> tuple[Column[TableRow], ...]:
    return (
        Column("before", earlier.name, lambda row: row.before, digits=1),
        Column("shift", message("Shift"), lambda row: row.shift, digits=1),
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
