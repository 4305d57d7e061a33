"""What waits in a workshop, in one line for the start page, and what its room is made of."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.store.document import Document


def waiting(standings: Mapping[str, Standing], current: str) -> tuple[Words, bool]:
    """The line, and whether it is urgent: what is overdue, else how far it is and what the current stage says."""
    if not standings:
        return "", False
    for standing in standings.values():
        if standing.state is State.ALERT:
            return standing.line, True
    done = sum(standing.state is State.DONE for standing in standings.values())
    far: Words = message("{done} of {all} stages", done=done, all=len(standings))
    if done == len(standings):
        far = message("all stages")
    line = standings[current].line if current in standings else ""
    return (message("{far} · {line}", far=far, line=line) if line else far), False


def room_facts(document: Document) -> Words:
    """Participants, tables and the round of rating; nothing while nobody is in the room."""
    return document.remembered("room facts", ("participant", "room_table", "workshop"), lambda: _room_facts(document))


def _room_facts(document: Document) -> Words:
    with document.read():
        people, tables = count(document, Participant), count(document, Table)
    if not people:
        return ""
    return message(
        "{people} · {tables} · round {round}",
        people=plural("{n} participant", "{n} participants", people),
        tables=plural("{n} table", "{n} tables", tables),
        round=workshop(document).rating_round,
    )
