"""The record on paper: every choice and decision with its reason."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cells, Column, Table
from roadmap_desktop.journey.record import Entry
from roadmap_desktop.journey.record import record as entries
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document


def record(document: Document, language: Language) -> tuple[Table, ...]:
    """The record in the order in which it was made; nothing where nothing was decided."""
    say = language.say
    columns = (
        Column(say(message("When"))),
        Column(say(message("About")), Cells.HEAD, share=3),
        Column(say(message("Decision"))),
        Column(say(message("Why")), share=6),
    )
    rows = tuple(
        (language.date(each.at.date()), each.name, say(each.outcome), _why(each, language))
        for each in entries(document)
    )
    return (Table("record", columns, rows),) if rows else ()


def _why(entry: Entry, language: Language) -> str:
    """The reason, and who disagreed."""
    if not entry.dissent:
        return entry.reason
    return f"{entry.reason} {language.say(message('Dissent: {text}', text=entry.dissent))}"
