"""The verb ``export``: handouts as PDF, packets for other laptops."""

from __future__ import annotations

import argparse

from roadmap_desktop.commands.telling import DONE, tell
from roadmap_desktop.handouts.pack import HANDOUTS, export
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document


def put(arguments: argparse.Namespace, language: Language) -> int:
    """Writes the handouts asked for into a folder and names each file."""
    if arguments.what.strip() == "packets":
        return _put_packets(arguments, language)
    names = _names(arguments.what)
    document = Document.open(arguments.file, read_only=True)
    try:
        paper = Paper(arguments.paper or workshop(document).paper)
        spoken = Language(arguments.language) if arguments.language else language
        for path in export(document, arguments.to, names, paper, spoken, large=arguments.large):
            tell(language, str(path))
    finally:
        document.close()
    return DONE


def _put_packets(arguments: argparse.Namespace, language: Language) -> int:
    from roadmap_desktop.commands.packets import put_packets  # handouts need nothing of it

    document = Document.open(arguments.file, read_only=True)
    try:
        put_packets(document, arguments.to, arguments.whom, language)
    finally:
        document.close()
    return DONE


def _names(what: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in what.split(","))
    if names == ("handouts",):
        return tuple(HANDOUTS)
    for name in names:
        if name not in HANDOUTS:
            raise Refused(
                message("There is no handout named {name}.", name=name),
                message("Choose handouts for all, or from {names}.", names=tuple(HANDOUTS)),
            )
    return names
