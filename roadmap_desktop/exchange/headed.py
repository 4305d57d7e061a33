"""A table under headings, in a text or a workbook: where its headings stand, and what each column holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.table import Row, read_table
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import LARGEST_FILE, Sheet, column_name, is_workbook, read_sheets
from roadmap_desktop.language import Words, message, plural

MOST_ROWS = 200_000
"""Rows of one file: 300 people who score 40 use cases on 7 criteria, a score to a row, have 84,000."""
_HEADING_WITHIN = 60

RoleOf = Callable[[str], str | None]
"""What a heading says of its column: a word of the reader's own; None where it says nothing known."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The rows under the headings, the headings, and what each column that says it holds (by its place)."""

    name: str
    header: Row
    rows: tuple[Row, ...]
    above: tuple[Row, ...]
    roles: Mapping[int, str]
    unknown: tuple[str, ...]

    def place(self, *roles: str) -> int | None:
        """The first column of the first of these roles that there is."""
        return next((place for role in roles for place, held in self.roles.items() if held == role), None)

    def where(self, lines: Sequence[int]) -> Words:
        """Rows in words, by their numbers in the file."""
        if self.name:
            return plural(
                "{sheet}, row {lines}", "{sheet}, rows {lines}", len(lines), sheet=self.name, lines=_run(lines)
            )
        return plural("line {lines}", "lines {lines}", len(lines), lines=_run(lines))

    def column(self, place: int) -> Words:
        """A column in words."""
        return message("column {column}", column=column_name(place))

    def not_rows(self) -> tuple[Untaken, ...]:
        """What stands above the headings, and formulas without a result."""
        above = [
            Untaken(self.where((row.number,)), message("It stands above the headings."), row.raw.strip()[:200])
            for row in self.above
            if not row.is_empty
        ]
        reason = message("Its formula was never worked out in a spreadsheet program.")
        return (*above, *(Untaken(message("cell {cell}", cell=cell), reason) for cell in self.unknown))

    def not_columns(self, reason: Words) -> tuple[Untaken, ...]:
        """Each column with a heading that says nothing of what is asked, with the reason."""
        return tuple(
            Untaken(self.column(place), reason, heading[:200])
            for place, heading in enumerate(self.header.cells)
            if heading and place not in self.roles
        )


def headed(source: bytes | str, role_of: RoleOf, needed: Sequence[str], remedy: Words) -> Headed:
    """The table of a file that has the columns needed; of several sheets the one that has the most columns known.

    Raises:
        Unreadable: the file is no table, or has no row of headings with the columns needed; with the remedy given.
    """
    found = [each for each in _tables(source, role_of) if all(each.place(role) is not None for role in needed)]
    if not found:
        raise Unreadable(message("No row of this file heads the columns that are needed."), remedy)
    return max(found, key=lambda each: (len(each.roles), len(each.rows)))


def _tables(source: bytes | str, role_of: RoleOf) -> list[Headed]:
    if not is_workbook(source):
        table = read_table(source, lambda cells: len(_roles(cells, role_of)), largest=LARGEST_FILE, most_rows=MOST_ROWS)
        if table.header is None:
            return []
        roles = _roles(table.header.cells, role_of)
        return [Headed("", table.header, table.rows, table.above, roles, ())]
    return [made for sheet in read_sheets(source, MOST_ROWS) if (made := _of_sheet(sheet, role_of)) is not None]


def _of_sheet(sheet: Sheet, role_of: RoleOf) -> Headed | None:
    weights = [len(_roles(row.cells, role_of)) for row in sheet.rows[:_HEADING_WITHIN]]
    best = max(weights, default=0)
    if not best:
        return None
    at = weights.index(best)
    header = sheet.rows[at]
    return Headed(
        sheet.name, header, sheet.rows[at + 1 :], sheet.rows[:at], _roles(header.cells, role_of), sheet.unknown
    )


def _roles(cells: Sequence[str], role_of: RoleOf) -> dict[int, str]:
    """What the columns hold by their headings; of two that say the same, the first."""
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        role = role_of(cell) if cell else None
        if role is not None and role not in found.values():
            found[place] = role
    return found


def _run(lines: Sequence[int]) -> str:
    """Numbers in rising order with their runs drawn together: 2–4, 9."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
