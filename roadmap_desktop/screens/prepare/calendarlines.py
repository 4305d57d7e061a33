"""The lines of a calendar that is about to be taken: what each is taken for, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadmap_desktop.exchange.calendar import CalendarPreview
from roadmap_desktop.exchange.calendar_facts import Meaning
from roadmap_desktop.exchange.calendar_lines import CalendarLine
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.tone import Tone

MEANINGS: Mapping[Meaning, Words] = {
    Meaning.first_day: message("first day"),
    Meaning.last_day: message("last day"),
    Meaning.term_start: message("a term begins"),
    Meaning.term_end: message("a term ends"),
    Meaning.grading_period_start: message("a grading period begins"),
    Meaning.grading_period_end: message("a grading period ends"),
    Meaning.break_: message("break"),
    Meaning.day_off: message("day off"),
    Meaning.classes_resume: message("classes resume"),
    Meaning.staff_day: message("staff day"),
    Meaning.early_release: message("early release"),
    Meaning.report_card: message("report cards"),
    Meaning.board_meeting: message("board meeting"),
    Meaning.testing: message("testing"),
    Meaning.not_school: message("not a school matter"),
    Meaning.tentative: message("tentative"),
    Meaning.other_year: message("another year"),
    Meaning.cancelled: message("cancelled"),
    Meaning.duplicate: message("twice in the calendar"),
    Meaning.not_understood: message("not understood"),
}
LEFT_OUT = frozenset(
    {
        Meaning.testing,
        Meaning.not_school,
        Meaning.tentative,
        Meaning.other_year,
        Meaning.cancelled,
        Meaning.duplicate,
        Meaning.not_understood,
    }
)
"""What takes nothing from the calendar."""
OFFERED = tuple(meaning for meaning in MEANINGS if meaning not in LEFT_OUT or meaning is Meaning.not_school)
"""What a person may say an event is."""


class Shown(StrEnum):
    """Which lines are shown."""

    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as the table shows it; ``meaning`` is the most telling of what it means."""

    uuid: str
    number: int
    title: str
    first: date | None
    last: date | None
    meaning: Meaning
    meanings: tuple[Meaning, ...]
    reason: Words

    @property
    def words(self) -> Words:
        """All it means."""
        if len(self.meanings) == 1:
            return MEANINGS[self.meaning]
        return message("{meanings}", meanings=tuple(MEANINGS[meaning] for meaning in self.meanings))

    @property
    def tone(self) -> Tone | None:
        """Bad where a person must look."""
        return Tone.BAD if self.meaning is Meaning.not_understood else None

    @property
    def days(self) -> Words:
        """Its day, or its first and last."""
        if self.first is None or self.last is None:
            return message("no date")
        if self.first == self.last:
            return message("{day:short}", day=self.first)
        return message("{first:short} – {last:short}", first=self.first, last=self.last)


def rows(preview: CalendarPreview, shown: Shown) -> tuple[EventRow, ...]:
    """The events that are taken in the chosen year, by date; or those left out, first those not understood.

    Events of other years are in neither.
    """
    lines = (line for line in preview.lines if Meaning.other_year not in line.meanings)
    if shown is Shown.TAKEN:
        taken = (line for line in lines if line.meaning not in LEFT_OUT)
        return tuple(sorted(map(_row, taken), key=lambda row: (row.first or date.max, row.number)))
    left = (line for line in lines if line.meaning in LEFT_OUT)
    return tuple(sorted(map(_row, left), key=lambda row: (row.meaning is not Meaning.not_understood, row.number)))


def columns(judged: Callable[[EventRow, str], object]) -> Sequence[Column[EventRow]]:
    """The columns; ``judged`` gets a row and the key of the meaning that was chosen."""
    return (
        Column("days", message("When"), lambda row: row.days, width=124),
        Column("title", message("What the calendar says"), lambda row: row.title.strip(), stretch=3, wraps=True),
        Column(
            key="meaning",
            title=message("Taken as"),
            value=lambda row: row.words,
            edit=judged,
            choices=_offered,
            cell=PillCell(lambda row: row.tone),
            typed=lambda row: row.meaning.value,
            width=190,
            wraps=True,
        ),
        Column("reason", message("Why"), lambda row: row.reason, stretch=2, wraps=True),
    )


def _offered(row: EventRow) -> tuple[tuple[str, Words], ...]:
    return tuple((each.value, MEANINGS[each]) for each in dict.fromkeys((*OFFERED, row.meaning)))


def _row(line: CalendarLine) -> EventRow:
    return EventRow(
        uuid=str(line.number),
        number=line.number,
        title=line.title,
        first=line.first,
        last=line.last,
        meaning=line.meaning,
        meanings=line.meanings,
        reason=line.reason,
    )
