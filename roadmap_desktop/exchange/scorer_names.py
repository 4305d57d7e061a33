"""Who a row of scores is from: somebody in the room list, a table, the room, or a person to be added."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.exchange.answer_words import plain
from roadmap_desktop.exchange.names import Names
from roadmap_desktop.exchange.score_columns import Columns, Held
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.journey.prepare.personfields import matched_perspective
from roadmap_desktop.journey.usecases.drafts import PersonDraft, Scorer
from roadmap_desktop.journey.usecases.known import Known
from roadmap_desktop.language import Words, message

_NO_ONE = {"", "anonymous", "anonymous user", "n a", "none", "unknown"}
_ROOM = {"room", "the room", "la sala"}
_LONGEST = 200
STRANGER = message("Nobody of this name is in the room list.")
"""Why a row of somebody who is not in the room list is not taken."""


class Scorers:
    """Finds who scored; people not in the room list are added where that is asked for."""

    def __init__(self, columns: Columns, known: Known, add_people: bool) -> None:
        self._columns, self._add = columns, add_people
        self._people, self._tables = Names(known.people), Names(known.tables)
        self._perspectives: Mapping[str, tuple[str, ...]] = known.perspectives
        self._found: dict[str, Scorer | Words] = {}
        self._added: list[PersonDraft] = []

    @property
    def added(self) -> tuple[PersonDraft, ...]:
        """The people to be added, in the order of the file."""
        return tuple(self._added)

    def name(self, row: Row) -> str:
        """What a row says of who scored."""
        first, last = (self._cell(row, held) for held in (Held.FIRST_NAME, Held.LAST_NAME))
        whole = f"{first} {last}" if first and last else ""
        texts = (self._cell(row, held) for held in (Held.PARTICIPANT, Held.IDENTITY, Held.EMAIL))
        name, identity, address = texts
        return name or whole or identity or address or self._cell(row, Held.TABLE)

    def scorer(self, row: Row) -> Scorer | Words:
        """Who scored, or why that can't be said."""
        name = self.name(row)
        key = " ".join(name.casefold().split())
        if key not in self._found:
            self._found[key] = self._scorer(row, name)
        return self._found[key]

    def _scorer(self, row: Row, name: str) -> Scorer | Words:
        if plain(name) in _NO_ONE:
            return message("It does not say who scored.")
        if found := self._people.find(name):
            return Scorer(participant=found)
        if self._people.is_shared(name):
            return message("More than one person in the room list has this name.")
        if found := self._tables.find(name):
            return Scorer(table=found)
        if plain(name) in _ROOM:
            return Scorer()
        if len(name) > _LONGEST:
            return message("A name has at most {n} letters.", n=_LONGEST)
        if not self._add:
            return STRANGER
        self._added.append(self._person(row, name))
        return Scorer(added=len(self._added) - 1)

    def _person(self, row: Row, name: str) -> PersonDraft:
        perspective = matched_perspective(self._cell(row, Held.PERSPECTIVE), self._perspectives) or ""
        return PersonDraft(name, self._cell(row, Held.ROLE), perspective, self._cell(row, Held.TABLE))

    def _cell(self, row: Row, held: Held) -> str:
        return row.cell(self._columns.place(held))
