"""What hangs on the wall and stands on the tables: the agenda, who sits where, a sign for each table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import groupby

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.handouts.day.opened import paper
from roadmap_desktop.handouts.pieces import (
    Artifact,
    Cells,
    Column,
    Handout,
    Heading,
    Keep,
    Line,
    PageBreak,
    Piece,
    Role,
    Shape,
    Strong,
    Table,
    Text,
)
from roadmap_desktop.handouts.sheet import Turn
from roadmap_desktop.journey.prepare.agenda import AgendaRow, agenda
from roadmap_desktop.journey.prepare.participants import PersonRow, participants
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document

_LIST, _NAMES = 9.5, 16.0
"""Sizes of text in points: in the seating list, of the names on a sign."""
_LEAST_ON_WALL, _MOST_ON_WALL, _WALL_HEIGHT = 12.0, 26.0, 310.0
"""Sizes of text on the wall in points, and the size at which a page holds one item."""
_ABOVE_SIGN = 90.0


def wall_agenda(document: Document, language: Language) -> Handout:
    """The agenda in large letters, a page for each session."""
    say = language.say
    title = message("Agenda for the wall")
    with document.read():
        pieces: list[Piece] = []
        found = agenda(document).rows
        longest = max(Counter(row.session for row in found).values(), default=1)
        for session, rows in groupby(found, key=lambda row: row.session):
            heading: Words = message("Today") if not pieces else message("Session {n}", n=session)
            pieces += [
                PageBreak(f"before {session}"),
                Heading(f"session {session}", say(heading), role=Role.TITLE),
                _items(f"items {session}", tuple(rows), language),
            ]
        if not pieces:
            pieces = [Heading("name", say(message("Today")), role=Role.TITLE), _nothing(language)]
        return paper(document, language, "P-02", title, tuple(pieces), body=_wall_size(longest))


def seating(document: Document, language: Language) -> Handout:
    """Who sits at each table, then everybody by name with their table."""
    say = language.say
    with document.read():
        room = participants(document)
        pieces: list[Piece] = [Heading("name", say(message("Who sits where")), role=Role.TITLE)]
        for table in room.tables:
            own = [row for row in room.rows if row.table == table.name]
            if own:
                heading = Heading(f"table {table.uuid}", table.name)
                pieces.append(Keep(f"keep {table.uuid}", (heading, _people(f"people {table.uuid}", own, language))))
        if without := [row for row in room.rows if not row.table]:
            heading = Heading("without", say(message("No table yet")))
            pieces.append(Keep("keep without", (heading, _people("people without", without, language))))
        if any(row.table for row in room.rows):
            pieces += [PageBreak("before names"), Heading("by name", say(message("By name"))), _by_name(room.rows, say)]
        return paper(document, language, "P-03", message("Seating list"), tuple(pieces), body=_LIST)


def signs(document: Document, language: Language) -> Handout:
    """A page for each table: its name as large as it goes, under it the names of its people."""
    with document.read():
        room = participants(document)
        pieces: list[Piece] = []
        for table in room.tables:
            names = tuple(row.name for row in room.rows if row.table == table.name)
            pieces += [
                PageBreak(f"before {table.uuid}"),
                Artifact(f"above {table.uuid}", shape=Shape.GAP, height=_ABOVE_SIGN),
                Heading(f"sign {table.uuid}", table.name, role=Role.SIGN),
            ]
            if names:
                pieces.append(Text(f"names {table.uuid}", " · ".join(names), role=Role.LEAD))
        if not pieces:
            nobody = message("No tables yet: name a table beside each person in Prepare.")
            pieces = [Heading("name", language.say(message("Signs for the tables")), role=Role.TITLE)]
            pieces.append(Text("nothing", language.say(nobody)))
        title = message("Signs for the tables")
        return paper(document, language, "P-06", title, tuple(pieces), turn=Turn.SIDEWAYS, body=_NAMES)


def _wall_size(items: int) -> float:
    """The size of text in points at which so many items fill a page."""
    return min(max(_WALL_HEIGHT / (items + 1), _LEAST_ON_WALL), _MOST_ON_WALL)


def _items(origin: str, rows: tuple[AgendaRow, ...], language: Language) -> Table:
    say = language.say
    columns = (Column(), Column(share=1), Column(cells=Cells.NUMBER))
    lines: list[tuple[Line, ...]] = []
    for row in rows:
        words = say(row.title)
        is_break = row.kind is ItemKind.BREAK
        begins = language.clock(row.start) if row.start else ""
        lines.append((begins, words if is_break else Strong(words), say(message("{n} min", n=row.minutes))))
    return Table(origin, columns, tuple(lines))


def _nothing(language: Language) -> Text:
    return Text("nothing", language.say(message("No agenda yet: choose one in Prepare, under Agenda.")))


def _people(origin: str, rows: list[PersonRow], language: Language) -> Table:
    say = language.say
    columns = (
        Column(say(message("Name")), Cells.HEAD, share=3),
        Column(say(message("Role")), share=4),
        Column(say(message("Speaks for")), share=3),
    )
    return Table(origin, columns, tuple((row.name, row.role, say(row.perspective_words)) for row in rows))


def _by_name(rows: tuple[PersonRow, ...], say: Callable[[Words], str]) -> Table:
    columns = (Column(say(message("Name")), Cells.HEAD, share=3), Column(say(message("Table")), share=2))
    ordered = sorted(rows, key=lambda row: row.name.casefold())
    return Table("names", columns, tuple((row.name, row.table or say(message("no table yet"))) for row in ordered))
