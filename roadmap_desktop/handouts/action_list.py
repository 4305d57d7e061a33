"""The action list: for each owner what they said they would do, until when, and where it came from."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cell, Cells, Column, Handout, Heading, Item, Mark, Piece, Role, Table, Text
from roadmap_desktop.journey.beside.promises import OwnerList, Promise, action_list
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.store.document import Document


def actions_by_owner(document: Document, language: Language) -> Handout:
    """The list as it stands."""
    say = language.say
    with document.read():
        about = workshop(document)
        found = action_list(document)
    pieces: list[Piece] = [
        Heading("name", say(message("Who does what next")), role=Role.TITLE),
        Text("lead", say(_lead(found)), role=Role.LEAD),
    ]
    for number, each in enumerate(found):
        owner = each.owner or say(message("Nobody yet"))
        pieces += [Heading(f"owner {number}", owner), _table(f"actions {number}", each.promises, language)]
    return Handout(
        code="H-04",
        kicker=say(message("AI roadmap {year} · action list", year=about.year)),
        title=say(message("Action list")),
        district=about.district,
        made=document.today(),
        pieces=tuple(pieces),
        language=language.code,
        sample=about.is_sample,
    )


def _lead(found: tuple[OwnerList, ...]) -> Words:
    if not found:
        return message("Nothing is promised yet. What somebody will do is noted from any stage by one key.")
    number = sum(len(each.promises) for each in found)
    late = sum(promise.late for each in found for promise in each.promises)
    words: Words = plural("{n} action to do.", "{n} actions to do.", number)
    if late:
        words = message("{actions} {late}", actions=words, late=plural("{n} is late.", "{n} are late.", late))
    return words


def _table(origin: str, promises: tuple[Promise, ...], language: Language) -> Table:
    say = language.say
    columns = (
        Column(say(message("What is to be done")), Cells.HEAD, share=6),
        Column(say(message("Due"))),
        Column(say(message("Where it came from")), Cells.NOTE, share=3),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in promises:
        due: Words = language.date(each.due) if each.due else message("no date yet")
        if each.late:
            due = message("{day}, late", day=due)
        rows.append((Item(each.text, Mark.BOX), say(due), say(each.source)))
    return Table(origin, columns, tuple(rows))
