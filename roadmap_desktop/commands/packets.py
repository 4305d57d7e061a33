"""Packets without the window: given out by ``export``, and one taken in, with what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from roadmap_desktop.commands.telling import tell, warn
from roadmap_desktop.exchange.packet import read_packet
from roadmap_desktop.exchange.packet_files import give_out
from roadmap_desktop.journey.packet import Recipient
from roadmap_desktop.journey.packet_making import recipients
from roadmap_desktop.journey.packet_words import remarks, summary
from roadmap_desktop.journey.packets import take_packet
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.whole import folder_for


def put_packets(document: Document, folder: Path, names: Sequence[str], language: Language) -> None:
    """Gives out the packets of those named, or of everybody, and names each file."""
    for path in give_out(document, _recipients(document, names), folder_for(folder)):
        tell(language, str(path))


def take(document: Document, path: Path, language: Language, *, say: Callable[[Language, Words], None] = tell) -> None:
    """Takes a packet in and says what became of it; what was not taken goes to standard error.

    Raises:
        FileTrouble: it is no packet, was changed, or is none of this workshop.
    """
    taken = take_packet(document, read_packet(path))
    say(language, summary(taken))
    for line in remarks(document, taken):
        warn(language, line)


def _recipients(document: Document, names: Sequence[str]) -> tuple[Recipient, ...]:
    every = recipients(document).every()
    chosen = tuple(each for each in every if not names or each.name in names)
    if missing := next((name for name in names if name not in {each.name for each in every}), None):
        raise Refused(
            message("Nobody here is called {name}.", name=missing),
            message("Name a table, a person or a school as the workshop does."),
        )
    if not chosen:
        raise Refused(
            message("There is nobody yet who could be given a packet."),
            message("Add participants, tables or schools first."),
        )
    return chosen
