"""The ballot for the use cases: a person's score for each on each criterion, and the dots."""

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
from roadmap_desktop.handouts.sheet import Turn
from roadmap_desktop.journey.usecases.facts import CriterionFact, UseCaseFact, criteria, use_cases
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.store.document import Document

_EMPTY_LINES = 8
"""Lines for use cases that the room finds on the day, where the list is empty before it."""
_PER_DOT = 3
"""A person gets a dot for every so many use cases: enough to choose, too few to please everybody."""


def ballot(document: Document, language: Language) -> Handout:
    """The ballot for the use cases that are on the list; lines to write on where there are none yet."""
    say = language.say
    with document.read():
        cases, scored = use_cases(document), [each for each in criteria(document) if each.weight > 0]
        dots = max(1, round((len(cases) or _EMPTY_LINES) / _PER_DOT))
        pieces: list[Piece] = [
            Heading("name", say(message("What should come first?")), role=Role.TITLE),
            Text("lead", say(_lead(dots)), role=Role.LEAD),
            Columns(
                "who",
                (
                    (Field("person", say(message("Your name, or leave it empty"))),),
                    (Field("table", say(message("Your table"))),),
                ),
                shares=(2, 1),
            ),
            _boxes(cases, scored, language),
        ]
        if scored:
            pieces += [Heading("meaning", say(message("What the scores mean"))), _meanings(scored, language)]
        return paper(document, language, "P-05", message("Ballot"), tuple(pieces), turn=Turn.SIDEWAYS)


def _lead(dots: int) -> Words:
    return plural(
        "Write 1 to 5 in each box, as you see it; leave a box empty where you don't know. You also have {n} dot.",
        "Write 1 to 5 in each box, as you see it; leave a box empty where you don't know. You also have {n} dots: "
        "spread them over what you want most, two on one if you like.",
        dots,
    )


def _boxes(cases: tuple[UseCaseFact, ...], scored: list[CriterionFact], language: Language) -> Table:
    say = language.say
    columns = (
        Column("", Cells.NOTE),
        Column(say(message("Use case")), Cells.HEAD, share=1),
        *(Column(say(each.name)) for each in scored),
        Column(say(message("Dots"))),
    )
    names = [say(case.name) for case in cases] or [""] * _EMPTY_LINES
    box = Item("", Mark.WRITE)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (str(number), name, *(box for _ in scored), box) for number, name in enumerate(names, 1)
    )
    return Table("cases", columns, rows)


def _meanings(scored: list[CriterionFact], language: Language) -> Text:
    """What each criterion asks, and what its lowest and its highest score mean."""
    say = language.say
    words: list[str | Strong] = []
    for each in scored:
        ends = message("1: {lowest} 5: {highest}", lowest=each.lowest, highest=each.highest)
        question = f"{say(each.question)} " if each.question else ""
        words += ["\n"] if words else []
        words += [Strong(f"{say(each.name)}. "), f"{question}{say(ends)}"]
    return Text("meanings", tuple(words), role=Role.NOTE)
