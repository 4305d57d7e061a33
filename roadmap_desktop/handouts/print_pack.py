"""The print pack: all papers of the day in one file, before them what is printed how often."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from roadmap_desktop.handouts.day.ballot import ballot
from roadmap_desktop.handouts.day.opened import paper as of_the_day
from roadmap_desktop.handouts.day.room import seating, signs, wall_agenda
from roadmap_desktop.handouts.day.tables import table_worksheet
from roadmap_desktop.handouts.day.worksheet import worksheet
from roadmap_desktop.handouts.page import printed_together
from roadmap_desktop.handouts.pieces import Cells, Column, Handout, Heading, Piece, Role, Table, Text
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.journey.handouts.print_pack import Kind, PackRow, print_pack
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.whole import folder_for, write_whole

MAKERS: Mapping[Kind, Callable[[Document, Language], Handout]] = {
    Kind.WORKSHEET: worksheet,
    Kind.WALL_AGENDA: wall_agenda,
    Kind.SEATING: seating,
    Kind.TABLE_WORKSHEET: table_worksheet,
    Kind.BALLOT: ballot,
    Kind.SIGNS: signs,
}
"""What makes each paper."""


def packed(document: Document, paper: Paper, language: Language) -> bytes:
    """The pack as one tagged PDF: what to print first, then each paper once, in order."""
    with document.read():
        rows = print_pack(document).printed
        handouts = [MAKERS[row.kind](document, language) for row in rows]

        def opening(pages: tuple[int, ...]) -> Handout:
            return _opening(document, rows, pages, language)

        return printed_together(handouts, paper, opening)


def write_pack(document: Document, folder: Path, paper: Paper, language: Language) -> Path:
    """Writes the pack into a folder, which is made where it is missing.

    Raises:
        FileTrouble: it can't be written there.
    """
    pdf = packed(document, paper, language)
    return write_whole(folder_for(folder) / "print-pack.pdf", pdf)


def _opening(document: Document, rows: tuple[PackRow, ...], pages: tuple[int, ...], language: Language) -> Handout:
    """What is printed how often, and where it is in the file."""
    say = language.say
    columns = (
        Column(say(message("What")), Cells.HEAD, share=3),
        Column(say(message("Copies")), Cells.NUMBER),
        Column(say(message("Pages in this file"))),
        Column(say(message("Sheets")), Cells.NUMBER),
        Column(say(message("For whom")), Cells.NOTE, share=5),
    )
    lines = []
    first, sheets = 2, 0
    for row, length in zip(rows, pages, strict=True):
        where = _where(first, first + length - 1)
        lines.append((say(row.name), str(row.copies), say(where), str(row.copies * length), say(row.about)))
        first, sheets = first + length, sheets + row.copies * length
    total = plural("{n} sheet in all, printed on one side.", "{n} sheets in all, printed on one side.", sheets)
    pieces: tuple[Piece, ...] = (
        Heading("name", say(message("What to print before the day")), role=Role.TITLE),
        Text("lead", say(_lead(rows)), role=Role.LEAD),
        Table("papers", columns, tuple(lines)),
        Text("sheets", say(total), role=Role.NOTE),
    )
    return of_the_day(document, language, "P-00", message("Print pack"), pieces if rows else pieces[:2])


def _lead(rows: tuple[PackRow, ...]) -> Words:
    if not rows:
        return message("Nothing is to be printed: every number of copies is 0.")
    return message("Print the pages of each line as often as it says; the pages stand in this order behind this one.")


def _where(first: int, last: int) -> Words:
    return str(first) if first == last else message("{first} to {last}", first=first, last=last)
