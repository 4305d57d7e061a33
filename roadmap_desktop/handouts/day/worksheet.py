"""The statement worksheet: every statement with a circle for each level, ticked by one person."""

from __future__ import annotations

from roadmap_desktop.handouts.day.opened import paper
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
    Strong,
    Table,
    Text,
)
from roadmap_desktop.journey.readiness.instrument import DimensionEntry, Instrument, StatementEntry, instrument
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document

_LEAD = message("Tick one circle in each line, as you see it today. Not knowing is an answer, too.")


def worksheet(document: Document, language: Language) -> Handout:
    """The worksheet for the statements that are rated in this workshop."""
    say = language.say
    with document.read():
        found = instrument(document)
        pieces: list[Piece] = [
            Heading("name", say(message("What do you see?")), role=Role.TITLE),
            Text("lead", say(_LEAD), role=Role.LEAD),
            levels_explained(found, language),
            Columns(
                "who",
                (
                    (Field("person", say(message("Your name, or leave it empty"))),),
                    (Field("table", say(message("Your table"))),),
                ),
                shares=(2, 1),
            ),
        ]
        for number, dimension in enumerate(found.dimensions):
            own = [each for each in found.statements if found.dimensions[each.dimension] is dimension]
            if own:
                pieces.append(_dimension(found, number, dimension, own, language))
        return paper(document, language, "P-01", message("Statement worksheet"), tuple(pieces))


def levels_explained(found: Instrument, language: Language) -> Text:
    """What each level means."""
    said = [(str(level.value), language.say(level.name)) for level in found.levels]
    said.append(("?", language.say(message("I don't know"))))
    words: list[str | Strong] = []
    for sign, meaning in said:
        words += [Strong(f"{sign}\N{NO-BREAK SPACE}"), f"{meaning}    "]
    return Text("levels", tuple(words))


def _dimension(
    found: Instrument, number: int, dimension: DimensionEntry, own: list[StatementEntry], language: Language
) -> Table:
    """The statements of a dimension under its name; with a heading of its own there would be a third page."""
    say = language.say
    columns = (
        Column("", Cells.NOTE),
        Column(say(dimension.name), share=1),
        *(Column(str(level.value)) for level in found.levels),
        Column("?"),
    )
    circle = Item("", Mark.CIRCLE)
    rows: list[tuple[Cell, ...]] = [
        (str(each.number), say(each.text), *(circle for _ in found.levels), circle) for each in own
    ]
    return Table(f"statements {number}", columns, tuple(rows))
