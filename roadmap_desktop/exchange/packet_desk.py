"""Where a packet is filled in: its small workshop in the person's own folder, and the way back onto the stick.

The small workshop holds each answer as soon as it is given. It goes away once the packet holds the same; where the
stick was pulled out first, its answers are there again the next time that the packet is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import platformdirs

from roadmap_desktop.exchange.packet import SUFFIX, read_packet, write_packet
from roadmap_desktop.journey.packet import Answer, Packet, by_question
from roadmap_desktop.journey.packet_filling import filled_in, lay_out
from roadmap_desktop.rules.packets import taking
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.openfile import local_now
from roadmap_desktop.store.trouble import FileTrouble


class PacketDesk:
    """An open packet: ``document`` is its small workshop, ``path`` its file. Made by ``PacketDesk.open``."""

    def __init__(self, path: Path, packet: Packet, document: Document) -> None:
        self.path, self.document = path, document
        self._opened = self._written = packet

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] = local_now) -> PacketDesk:
        """The packet at the path, with the answers that did not reach it last time.

        Raises:
            FileTrouble: it is no whole packet, or the person's own folder can't be written.
        """
        packet = read_packet(path)
        kept = _kept(packet)
        kept.parent.mkdir(parents=True, exist_ok=True)
        document = lay_out(_with_left_over(packet, kept), kept, clock)
        write_packet(packet, kept.with_suffix(SUFFIX))  # what the stick held, to tell what was answered since
        return cls(path, packet, document)

    @property
    def packet(self) -> Packet:
        """The packet with the answers given so far."""
        return filled_in(self.document, self._opened)

    @property
    def is_saved(self) -> bool:
        """Whether the packet's file holds every answer given."""
        return self.packet.answers == self._written.answers

    def save(self, path: Path | None = None) -> None:
        """Writes the packet with the answers given so far, where it came from or to another place from now on.

        Raises:
            FileTrouble: the place can't be written; the answers stay in the small workshop.
        """
        packet, place = self.packet, path or self.path
        write_packet(packet, place)
        write_packet(packet, self.document.path.with_suffix(SUFFIX))
        self.path, self._written = place, packet

    def close(self) -> None:
        """Shuts the small workshop, and lets it go where the packet holds every answer."""
        is_saved = self.is_saved
        self.document.close()
        if is_saved:
            for left in (self.document.path, self.document.path.with_suffix(SUFFIX)):
                left.unlink(missing_ok=True)


def _kept(packet: Packet) -> Path:
    folder = platformdirs.user_data_path("roadmap-desktop", appauthor=False) / "packets"
    return folder / f"{packet.questions.packet}.roadmap"


def _with_left_over(packet: Packet, kept: Path) -> Packet:
    """The packet with the answers of a small workshop that was not saved; those on the stick stay where they differ."""
    if not kept.exists():
        return packet
    try:
        begun = read_packet(kept.with_suffix(SUFFIX))
        left = Document.open(kept, read_only=True)
    except FileTrouble:
        return packet
    try:
        answers = filled_in(left, begun).answers
    finally:
        left.close()
    found = taking(by_question(begun.answers), by_question(packet.answers), by_question(answers))
    after = {**by_question(packet.answers), **found.changes}
    return packet.filled(tuple(Answer(question, value) for question, value in after.items() if value is not None))
