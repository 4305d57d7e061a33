"""Guardrails on paper: what must hold first, and the whole checklist."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cells, Column, Item, Mark, Table
from roadmap_desktop.journey.guardrails.holds import HoldsRow, holds
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.store.document import Document

_MARKS = {Status.ADOPTED: Mark.TICKED, Status.DRAFTED: Mark.HALF, Status.MISSING: Mark.BOX}


def first_to_hold(document: Document, language: Language, most: int) -> tuple[Item, ...]:
    """What the chosen use cases ask for: what is still open first, by date, then what holds; so many at most."""
    rows = sorted(holds(document).asked, key=_urgency)
    return tuple(Item(language.say(_in_short(row)), _MARKS[row.status]) for row in rows[:most])


def checklist(document: Document, language: Language) -> Table:
    """Every guardrail with status, owner, date and who asks for it."""
    say = language.say
    columns = (
        Column(say(message("Guardrail")), Cells.HEAD, share=5),
        Column(say(message("Status")), share=2),
        Column(say(message("Owner")), share=3),
        Column(say(message("Date"))),
        Column(say(message("Asked for by")), Cells.NOTE, share=5),
    )
    return Table("guardrail checklist", columns, tuple(_line(row, language) for row in holds(document).rows))


def _line(row: HoldsRow, language: Language) -> tuple[str | Item, ...]:
    day = row.adopted_on if row.status is Status.ADOPTED else row.due
    return (
        language.say(row.name),
        Item(language.say(row.status_name), _MARKS[row.status]),
        row.owner,
        language.date(day) if day else "",
        language.say(row.asked_by),
    )


def _urgency(row: HoldsRow) -> tuple[bool, bool, str]:
    return (row.status is Status.ADOPTED, row.due is None, row.due.isoformat() if row.due else "")


def _in_short(row: HoldsRow) -> Words:
    if row.status is Status.ADOPTED and row.adopted_on:
        return message("{guardrail}, {day:short}", guardrail=row.name, day=row.adopted_on)
    if row.status is not Status.ADOPTED and row.due:
        return message("{guardrail}, by {day:short}", guardrail=row.name, day=row.due)
    return row.name
