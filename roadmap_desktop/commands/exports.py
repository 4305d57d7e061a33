"""The verb ``export``: handouts and the print pack as PDF, files for other programs, packets for other laptops."""

from __future__ import annotations

import argparse

from roadmap_desktop.commands.exporting_roadmap import FILES, put_files
from roadmap_desktop.commands.telling import DONE, tell
from roadmap_desktop.handouts.pack import HANDOUTS, export
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.whole import folder_for

_PACK = "print_pack"
"""What is printed before the day, which is no part of the handouts that go home."""


def put(arguments: argparse.Namespace, language: Language) -> int:
    """Writes what is asked for into a folder and names each file."""
    if arguments.what.strip() == "packets":
        return _put_packets(arguments, language)
    names = _names(arguments.what)
    printed = tuple(name for name in names if name in HANDOUTS)
    document = Document.open(arguments.file, read_only=True)
    try:
        paper = Paper(arguments.paper or workshop(document).paper)
        spoken = Language(arguments.language) if arguments.language else language
        folder_for(arguments.to)
        for path in export(document, arguments.to, printed, paper, spoken, large=arguments.large):
            tell(language, str(path))
        if others := tuple(name for name in names if name in FILES):
            for path in put_files(document, arguments.to, others, spoken):
                tell(language, str(path))
        if _PACK in names:
            from roadmap_desktop.handouts.print_pack import write_pack

            tell(language, str(write_pack(document, arguments.to, paper, spoken)))
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
    """The names that are asked for, each once; "handouts" stands for all of them."""
    names: dict[str, None] = {}
    for name in filter(None, map(str.strip, what.split(","))):
        if name != "handouts" and name not in HANDOUTS and name not in (*FILES, _PACK):
            raise Refused(
                message("There is no handout or file named {name}.", name=name),
                message("Choose handouts for all, or from {names}.", names=(*HANDOUTS, _PACK, *FILES, "packets")),
            )
        names |= dict.fromkeys(HANDOUTS if name == "handouts" else (name,))
    if not names:
        raise Refused(message("Nothing is named to export."), message("Leave --what out for all handouts."))
    return tuple(names)
