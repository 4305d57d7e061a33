"""The team on paper: seats, and what the team as a whole still lacks."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cells, Column, Item, ListOf, Mark, Piece, Table
from roadmap_desktop.journey.team.seats import SeatRow, SeatState
from roadmap_desktop.journey.team.seats import seats as picture
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document


def seats(document: Document, language: Language) -> tuple[Piece, ...]:
    """Every seat with its holder and duty, then the rules that do not hold."""
    say = language.say
    found = picture(document)
    columns = (
        Column(say(message("Seat")), Cells.HEAD, share=3),
        Column(say(message("Held by")), share=3),
        Column(say(message("Duty")), Cells.NOTE, share=6),
    )
    rows = tuple((say(row.name), say(_holder(row)), say(row.duty)) for row in found.rows)
    lacking = tuple(Item(say(rule.text), Mark.BOX) for rule in found.coverage if not rule.holds)
    table = Table("seats", columns, rows)
    return (table, ListOf("team lacks", lacking)) if lacking else (table,)


def _holder(row: SeatRow) -> Words:
    if row.state is SeatState.WAIVED:
        return message("waived: {reason}", reason=row.waived)
    return row.holder if row.state is SeatState.FILLED else message("open")
