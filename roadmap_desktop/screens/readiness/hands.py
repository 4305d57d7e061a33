"""A show of hands as a sheet: how many hands for each level of each statement."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.readiness.rating import Given, count_hands_for
from roadmap_desktop.journey.readiness.sheet import Hands, RatingSheet
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.readiness import Answer
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class HandsRow:
    """A statement and its hands."""

    uuid: str
    text: Words
    hands: Hands


class HandsColumns:
    """Fills the sheet with a column for each level, and keeps what is typed there."""

    def __init__(self, sitting: Sitting, sheet: Sheet) -> None:
        self._sitting, self._sheet = sitting, sheet
        self._levels: tuple[int, ...] = ()

    def present(self, sheet: RatingSheet) -> None:
        """Shows the hands counted."""
        levels = tuple(level.value for level in sheet.levels)
        if levels != self._levels:
            self._levels = levels
            self._declare(sheet)
        self._sheet.present(
            [
                HandsRow(
                    row.entry.uuid,
                    message("{number}. {text}", number=row.entry.number, text=row.entry.text),
                    row.hands,
                )
                for row in sheet.rows
            ]
        )
        if not self._sheet.current() and sheet.rows:
            self._sheet.select(sheet.rows[0].entry.uuid)

    def _declare(self, sheet: RatingSheet) -> None:
        columns: list[Column[HandsRow]] = [
            Column("text", message("Statement"), lambda row: row.text, stretch=1, wraps=True)
        ]
        columns.extend(self._column(level.value, str(level.value), level.name) for level in sheet.levels)
        columns.append(self._column(Answer.DONT_KNOW, message("Don't know"), ""))
        columns.append(Column("total", message("Hands"), lambda row: row.hands.total or None, strong=True))
        self._sheet.declare(columns, name=message("Hands counted"))

    def _column(self, answer: Given, title: Words, hint: Words) -> Column[HandsRow]:
        return Column(
            str(answer),
            title,
            lambda row: row.hands.of(answer) or None,
            edit=lambda row, text: self._count(row, answer, text),
            width=48 if isinstance(answer, int) else 0,
            right=True,
            hint=hint,
        )

    def _count(self, row: HandsRow, answer: Given, text: str) -> None:
        def move() -> None:
            count_hands_for(self._sitting.document, row.uuid, answer, _number(text))

        self._sitting.attempt(move, beside=self._sheet)


def _number(text: str) -> int:
    """A whole number; nothing is 0."""
    typed = text.strip()
    if not typed:
        return 0
    if not typed.isdecimal():
        raise Refused(message("“{text}” is no number of hands.", text=typed), message("Type a whole number."))
    return int(typed)
