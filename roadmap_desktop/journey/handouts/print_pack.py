"""The print pack: what is printed before the day, in its order, and how many of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select

from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.workshop import PrintCount
from roadmap_desktop.store.document import Document

KINDS = ("participant", "room_table", "print_count")
"""The kinds of facts that the numbers depend on."""
MOST_COPIES = 999
_UNKNOWN_ROOM = 24
"""People to print for while nobody is entered yet: a room of usual size."""
_UNKNOWN_TABLES = 4


class Kind(StrEnum):
    """The papers of the day, in the order in which they are printed."""

    WORKSHEET = "worksheet"
    WALL_AGENDA = "wall_agenda"
    SEATING = "seating"
    TABLE_WORKSHEET = "table_worksheet"
    BALLOT = "ballot"
    SIGNS = "signs"


_WORDS: dict[Kind, tuple[Words, Words]] = {
    Kind.WORKSHEET: (message("Statement worksheet"), message("One for each person: they tick what they think.")),
    Kind.WALL_AGENDA: (message("Agenda for the wall"), message("What comes when, in letters for the whole room.")),
    Kind.SEATING: (message("Seating list"), message("Who sits where, by table and by name; one for the door.")),
    Kind.TABLE_WORKSHEET: (
        message("Table worksheet"),
        message("One for each table: what it agrees on, what it parks, who does what."),
    ),
    Kind.BALLOT: (message("Ballot for the use cases"), message("One for each person: scores and dots.")),
    Kind.SIGNS: (message("Signs for the tables"), message("A page for each table, with the names of its people.")),
}


@dataclass(frozen=True, slots=True)
class PackRow:
    """A paper of the pack; ``suggested`` follows from people and tables, ``copies`` is what will be printed."""

    uuid: str
    kind: Kind
    name: Words
    about: Words
    copies: int
    suggested: int

    @property
    def is_changed(self) -> bool:
        """Whether a person wants another number than the one suggested."""
        return self.copies != self.suggested


@dataclass(frozen=True, slots=True)
class PackPicture:
    """The papers in their order, and for how many people and tables the numbers are."""

    rows: tuple[PackRow, ...]
    people: int
    tables: int

    @property
    def printed(self) -> tuple[PackRow, ...]:
        """Those of which at least one is printed."""
        return tuple(row for row in self.rows if row.copies)


def print_pack(document: Document) -> PackPicture:
    """The pack as it stands."""
    return document.remembered("print_pack", KINDS, lambda: _print_pack(document))


def change_copies(document: Document, kind: Kind, typed: str, *, origin: object | None = None) -> None:
    """Prints so many of a paper; an empty text goes back to what is suggested, 0 leaves the paper out.

    Raises:
        Refused: it is no number from 0 to MOST_COPIES.
    """
    row = next(each for each in print_pack(document).rows if each.kind is kind)
    text = typed.strip()
    if text and not (text.isascii() and text.isdigit() and int(text) <= MOST_COPIES):
        raise Refused(
            message("{number} is not a number of copies.", number=text),
            message(
                "Write it in digits, from 0 to {most}; leave it empty for as many as are needed.", most=MOST_COPIES
            ),
            field="copies",
        )
    wanted = int(text) if text else row.suggested
    if wanted == row.copies:
        return
    label = message("Changed how many are printed: {name}", name=row.name)
    with document.change(label, origin=origin, fold=f"print_count:{kind}") as session:
        if wanted == row.suggested:
            session.execute(delete(PrintCount).where(PrintCount.paper == kind.value))
        else:
            uuid = natural_uuid(document.workshop_uuid, "print_count", kind.value)
            session.merge(PrintCount(uuid=uuid, paper=kind.value, copies=wanted))


def _print_pack(document: Document) -> PackPicture:
    with document.read():
        room = participants(document)
        wanted = {row.paper: row.copies for row in document.rows(select(PrintCount.paper, PrintCount.copies))}
    people = len(room.rows) or _UNKNOWN_ROOM
    tables = len(room.tables) or _UNKNOWN_TABLES
    suggested = {Kind.WORKSHEET: people, Kind.BALLOT: people, Kind.TABLE_WORKSHEET: tables}
    rows = []
    for kind in Kind:
        number = suggested.get(kind, 1)
        if kind in (Kind.SEATING, Kind.SIGNS) and not room.tables:
            number = 0  # nobody is seated yet
        copies = min(max(wanted.get(kind.value, number), 0), MOST_COPIES)
        rows.append(PackRow(kind.value, kind, *_WORDS[kind], copies, number))
    return PackPicture(tuple(rows), len(room.rows), len(room.tables))
