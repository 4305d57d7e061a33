"""On paper from beside the stages: the actions by owner, and what was parked."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cells, Column, Item, ListOf, Table
from roadmap_desktop.journey.beside.actions import ActionRow, actions
from roadmap_desktop.journey.beside.parking import ParkedRow, parking_lot
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document


def actions_by_owner(document: Document, language: Language) -> tuple[Table, ...]:
    """The actions that are not done, those of one owner together, nobody's last; nothing where there are none."""
    say = language.say
    to_do = sorted((row for row in actions(document) if not row.done), key=_owner_first)
    columns = (
        Column(say(message("Owner")), Cells.HEAD, share=2),
        Column(say(message("What is to be done")), share=5),
        Column(say(message("Due"))),
    )
    nobody, no_day = say(message("nobody yet")), say(message("no date yet"))
    rows = tuple((row.owner or nobody, row.text, language.date(row.due) if row.due else no_day) for row in to_do)
    return (Table("actions", columns, rows),) if rows else ()


def parked(document: Document, language: Language) -> tuple[ListOf, ...]:
    """What was parked and where it came from; nothing where nothing was."""
    items = tuple(Item(language.say(_parked(row))) for row in parking_lot(document))
    return (ListOf("parked", items),) if items else ()


def _owner_first(row: ActionRow) -> tuple[bool, str]:
    return (not row.owner, row.owner.casefold())


def _parked(row: ParkedRow) -> Words:
    if row.origin is None:
        return row.text
    return message("{text} (from {place})", text=row.text, place=row.origin.words)
