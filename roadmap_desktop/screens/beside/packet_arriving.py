"""A packet that comes to the window: taken into the open workshop it belongs to, else opened to be filled in."""

from __future__ import annotations

from pathlib import Path

from roadmap_desktop.exchange.packet import read_packet
from roadmap_desktop.exchange.packet_desk import PacketDesk
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.packet import Packet
from roadmap_desktop.journey.packet_words import remarks, summary
from roadmap_desktop.journey.packets import Taken, take_packet
from roadmap_desktop.language import message
from roadmap_desktop.screens.beside.pages import BESIDE
from roadmap_desktop.screens.importing import importing
from roadmap_desktop.screens.sitting import Action, Notice, Sitting
from roadmap_desktop.store.trouble import FileTrouble

_SHOWN = 3
"""So many remarks a message holds; the page of the packets holds them all."""


def arrive(path: Path, sitting: Sitting | None) -> PacketDesk | None:
    """Takes the packet into the workshop it belongs to, or gives the desk where it is filled in.

    Raises:
        FileTrouble: it is no whole packet.
    """
    packet = read_packet(path)
    if sitting is not None and packet.questions.workshop == sitting.document.workshop_uuid:
        take_in(sitting, packet)
        return None
    return PacketDesk.open(path)


def take_file_in(sitting: Sitting, path: Path) -> None:
    """Takes a packet's file in and tells what became of it, or why nothing was taken."""
    try:
        packet = read_packet(path)
    except FileTrouble as trouble:
        sitting.noticed.emit(Notice(trouble.what, trouble.safe, trouble.remedy))
        return
    take_in(sitting, packet)


def take_in(sitting: Sitting, packet: Packet) -> None:
    """Takes a packet in and tells what became of it, or why nothing was taken."""
    words = message("Taking in the packet of {who}", who=packet.questions.recipient.name)
    sitting.carry_out(
        importing(
            sitting.document,
            words,
            lambda _: take_packet(sitting.document, packet),
            done=lambda taken: _tell(sitting, taken),
        )
    )


def _tell(sitting: Sitting, taken: Taken) -> None:
    lines = remarks(sitting.document, taken)
    told, see = lines[:_SHOWN], None
    if lines:
        target = Target(BESIDE, "packets", taken.packet.questions.recipient.uuid)
        see = Action(message("See all packets"), lambda: sitting.go(target))
    kept = message("What is here stays. {remarks}.", remarks=told) if told else ""
    sitting.noticed.emit(Notice(summary(taken), kept, action=see))
