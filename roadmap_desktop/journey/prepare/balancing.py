"""Prepare, people balanced over tables: looked at first, who moves where and what each table will have, then taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from roadmap_desktop.journey.prepare.people import clear_tables
from roadmap_desktop.journey.prepare.seating import new_names, next_position
from roadmap_desktop.journey.prepare.tables import Seated, TableCard, TablesPicture, tables
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.rules.seating import Guest, balanced, proposed_tables
from roadmap_desktop.store.document import Document

MOST_TABLES = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """What a balance should be like: how many tables, whether pinned people stay, whether all sit anew, which room."""

    tables: int
    keep_pinned: bool = True
    anew: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """The room as it would be. People who move say where they come from; a table without uuid is new."""

    cards: tuple[TableCard, ...]

    @property
    def moves(self) -> tuple[tuple[Seated, TableCard], ...]:
        """Who moves, and to which table."""
        return tuple((each, card) for card in self.cards for each in card.people if each.came_from)


def wished_tables(picture: TablesPicture) -> int:
    """How many tables to begin with: as many as people sit at, else for about six people each."""
    used = sum(bool(card.people) for card in picture.tables)
    return max(used, len(picture.tables)) if used > 1 else proposed_tables(len(picture.people))


def balance(document: Document, wish: Wish) -> Balance:
    """The room as the wish makes it; nothing is changed yet.

    Raises:
        Refused: there is nobody, or a number of tables that no room has.
    """
    picture = tables(document)
    if not picture.people:
        raise Refused(message("Nobody is in the list yet."), message("Add the people on the step Participants."))
    if not 1 <= wish.tables <= MOST_TABLES:
        raise Refused(
            message("{n} is not a number of tables.", n=wish.tables),
            message("Choose from 1 to {most}.", most=MOST_TABLES),
        )
    pinned = {each.uuid for each in picture.people if each.pinned and wish.keep_pinned}
    cards = _chosen(document, picture, wish.tables, pinned)
    now = {each.uuid: card.uuid for card in picture.tables for each in card.people}
    guests = [
        Guest(each.uuid, each.perspective, each.school, now.get(each.uuid, ""), each.uuid in pinned)
        for each in picture.people
    ]
    at = balanced(guests, [_key(card) for card in cards], seed=wish.seed, anew=wish.anew)
    return Balance(tuple(_filled(card, picture, at) for card in cards))


def take_balance(document: Document, found: Balance) -> None:
    """Seats everybody as it was shown, in one step of undo; tables at which nobody sits and that gave no answers go.

    Raises:
        Refused: nobody would move.
    """
    moves = found.moves
    if not moves:
        raise Refused(message("The tables are balanced already."), message("Nobody has to move."))
    label = plural("Balanced the tables: {n} person moved", "Balanced the tables: {n} people moved", len(moves))
    with document.change(label) as session:
        uuids = {}
        for place, card in enumerate((each for each in found.cards if not each.uuid), start=next_position(session)):
            made = Table(name=card.name, position=place)
            session.add(made)
            uuids[card.name] = made.uuid
        session.flush()
        goes = {person.uuid: card.uuid or uuids[card.name] for person, card in moves}
        for row in session.scalars(select(Participant).where(Participant.uuid.in_(goes))):
            row.table, row.pinned = goes[row.uuid], False
        session.flush()
        clear_tables(session)


def _chosen(document: Document, picture: TablesPicture, number: int, pinned: set[str]) -> Sequence[TableCard]:
    """So many tables: those where somebody stays first, then as they stand in the room, then new ones."""
    held = [card for card in picture.tables if any(each.uuid in pinned for each in card.people)]
    others = [card for card in picture.tables if card not in held]
    kept = held + others[: max(0, number - len(held))]
    in_order = [card for card in picture.tables if card in kept]
    names = new_names(document)
    return in_order + [TableCard("", next(names), ()) for _ in range(number - len(in_order))]


def _filled(card: TableCard, picture: TablesPicture, at: Mapping[str, str]) -> TableCard:
    people = []
    for each in sorted(picture.people, key=lambda each: each.place):
        if at[each.uuid] == _key(card):
            before = picture.table_of(each.uuid)
            stays = before is not None and before.uuid == card.uuid
            came_from = before.name if before else message("no table")
            people.append(each if stays else replace(each, came_from=came_from))
    return replace(card, people=tuple(people))


def _key(card: TableCard) -> str:
    return card.uuid or card.name
