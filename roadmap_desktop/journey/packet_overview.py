"""The packets of a workshop: who can be given one, whose came back, and where the answers here differ from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from roadmap_desktop.journey.packet import Kind, Recipient, by_question
from roadmap_desktop.journey.packet_answers import answers_of
from roadmap_desktop.journey.packet_making import recipients
from roadmap_desktop.journey.packet_words import difference_words
from roadmap_desktop.journey.packets import Difference, answers_kept
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.packets import TakenPacket
from roadmap_desktop.store.document import Document

KINDS = (
    *("participant", "room_table", "school", "taken_packet", "rating", "score"),
    *("statement", "use_case", "criterion", "instrument", "workshop"),
)
"""The kinds of facts that the packets show."""

KIND_WORDS: Mapping[Kind, Words] = {
    Kind.TABLE: message("Table"),
    Kind.PERSON: message("Person"),
    Kind.SCHOOL: message("School"),
}


@dataclass(frozen=True, slots=True)
class CameBack:
    """The packet of somebody that was taken in last: when, with how many answers, and what differs here now."""

    at: datetime
    answers: int
    differences: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PacketRow:
    """Somebody who can be given a packet; ``back`` is None until one came back."""

    recipient: Recipient
    back: CameBack | None

    @property
    def uuid(self) -> str:
        """The recipient's."""
        return self.recipient.uuid

    @property
    def kind_words(self) -> Words:
        """What the recipient is."""
        return KIND_WORDS[self.recipient.kind]


def packet_rows(document: Document) -> tuple[PacketRow, ...]:
    """Everybody who can be given a packet, in the room's order."""
    with document.read():
        every = recipients(document).every()
        query = select(*TakenPacket.__table__.columns).order_by(TakenPacket.taken_at)
        last = {row.participant or row.table or row.school: row for row in document.rows(query)}
        return tuple(
            PacketRow(each, _back(document, each, last[each.uuid]) if each.uuid in last else None) for each in every
        )


def _back(document: Document, who: Recipient, row: Row[Any]) -> CameBack:
    there = answers_kept(row.answers)
    here = by_question(answers_of(document, who, row.round))
    other = [question for question, value in there.items() if here.get(question) != value]
    lines = tuple(difference_words(document, Difference(each, here.get(each), there[each])) for each in other)
    return CameBack(row.taken_at, len(there), lines)
