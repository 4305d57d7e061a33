"""Rooms, packets and those who fill them in, for the tests of packets on every floor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from roadmap_desktop.journey.packet import Kind, Packet, Recipient
from roadmap_desktop.journey.packet_filling import filled_in, lay_out
from roadmap_desktop.journey.packet_making import make_packet, recipients
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.rating import Given, rate_statement
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.collecting import write_use_case
from roadmap_desktop.journey.usecases.scoring import score
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.journey.workshop import new_workshop
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.store.document import Document

NOON = datetime.fromisoformat("2026-08-03T12:00")
ANA, BEN, EVA = "Ana Ruiz", "Ben Okafor", "Eva Lindqvist"
NOTE = "Ben is against it because of the strike"


def a_room(folder: Path, name: str = "maple") -> Document:
    """Three people at two tables, two use cases; Ana leads Oak School, Pine School has nobody in the room."""
    made = new_workshop(folder / f"{name}.roadmap", district="Maple County", state="FL", clock=lambda: NOON)
    add_participant(made, ANA, perspective="school_leadership", table="Table 1")
    add_participant(made, BEN, perspective="teacher", table="Table 1")
    add_participant(made, EVA, perspective="board", table="Table 2")
    oak = School(name="Oak School")
    with made.change("Schools") as session:
        session.add_all([oak, School(name="Pine School")])
        session.flush()
        session.scalars(select(Participant).where(Participant.name == ANA)).one().school = oak.uuid
    write_use_case(made, "Draft bus notices")
    write_use_case(made, "Sort requests", level="classroom")
    return made


def recipient(document: Document, name: str) -> Recipient:
    """The table, person or school of that name."""
    return next(each for each in recipients(document).every() if each.name == name)


def packet_of(document: Document, name: str) -> Packet:
    """A packet made for them."""
    return make_packet(document, recipient(document, name))


@dataclass(frozen=True)
class Hand:
    """Somebody who answers, in the room's workshop or in the small one of a packet: the moves are the same."""

    document: Document
    who: Recipient

    def rate(self, number: int, answer: Given | None, size: int = 1) -> None:
        found = next(each for each in instrument(self.document).statements if each.number == number)
        rate_statement(self.document, found.uuid, self._voice(), answer, size=size)

    def score(self, case: int, criterion: int, value: float | None) -> None:
        asked, use_case = facts.criteria(self.document)[criterion], facts.use_cases(self.document)[case]
        score(self.document, use_case.uuid, asked.uuid, self._voice(), value)

    def _voice(self) -> Who:
        return Who(VoiceKind.TABLE if self.who.kind is Kind.TABLE else VoiceKind.PERSON, self.who.uuid)


class Laptop:
    """Another laptop, on which a packet is filled in."""

    def __init__(self, folder: Path, packet: Packet) -> None:
        self._packet = packet
        self.document = lay_out(packet, folder / f"{packet.questions.packet}.roadmap", lambda: NOON)
        self.hand = Hand(self.document, packet.questions.recipient)

    def packet(self) -> Packet:
        """The packet with what was answered so far."""
        return filled_in(self.document, self._packet)

    def close(self) -> Packet:
        """The filled packet; the laptop is shut."""
        packet = self.packet()
        self.document.close()
        return packet
