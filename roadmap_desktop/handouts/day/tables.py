"""The table worksheet: what a table agrees on, with a reason, what it parks, and who does what."""

from __future__ import annotations

from roadmap_desktop.handouts.day.opened import paper
from roadmap_desktop.handouts.day.worksheet import levels_explained
from roadmap_desktop.handouts.pieces import (
    Cell,
    Cells,
    Column,
    Columns,
    Field,
    Handout,
    Heading,
    Item,
    Mark,
    Piece,
    Role,
    Table,
    Text,
)
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document

_PARKED, _ACTIONS = 5, 6
"""Empty lines for what is parked and for what somebody will do."""


def table_worksheet(document: Document, language: Language) -> Handout:
    """The worksheet that a table fills in together."""
    say = language.say
    lead = message("Talk first, then write one number in each line, and why. Write ? where the table doesn't know.")
    with document.read():
        found = instrument(document)
        pieces: list[Piece] = [
            Heading("name", say(message("What our table says")), role=Role.TITLE),
            Text("lead", say(lead), role=Role.LEAD),
            levels_explained(found, language),
            Columns(
                "who",
                (
                    (Field("table", say(message("Table"))),),
                    (Field("writes", say(message("Who writes"))),),
                ),
            ),
        ]
        columns = (
            Column("", Cells.NOTE),
            Column(say(message("Statement")), share=5),
            Column(say(message("We say"))),
            Column(say(message("Why")), share=4),
        )
        for number, dimension in enumerate(found.dimensions):
            rows: tuple[tuple[Cell, ...], ...] = tuple(
                (str(each.number), say(each.text), Item("", Mark.WRITE), "")
                for each in found.statements
                if each.dimension == number
            )
            if rows:
                pieces += [Heading(f"dimension {number}", say(dimension.name)), Table(f"rows {number}", columns, rows)]
        pieces += _notes(language)
        return paper(document, language, "P-04", message("Table worksheet"), tuple(pieces))


def _notes(language: Language) -> list[Piece]:
    say = language.say
    parked = Field("parked", say(message("What we put aside for later")), lines=_PARKED)
    columns = (
        (Field("actions", say(message("What somebody will do")), lines=_ACTIONS),),
        (Field("owners", say(message("Who")), lines=_ACTIONS),),
        (Field("dates", say(message("Until when")), lines=_ACTIONS),),
    )
    return [
        Heading("notes", say(message("What must not be lost"))),
        parked,
        Columns("to do", columns, shares=(5, 2, 2)),
    ]
