"""The verb ``merge``: copies that were edited apart come together in a new file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from roadmap_desktop.commands.packets import take
from roadmap_desktop.commands.telling import DONE, tell, warn
from roadmap_desktop.exchange.packet import is_packet
from roadmap_desktop.journey.merging.moves import merge_files
from roadmap_desktop.journey.merging.picture import Decision, MergePicture
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.store.document import Document


def merge(arguments: argparse.Namespace, language: Language) -> int:
    """Writes the merged workshop and tells what came from where, then what was given differently apart.

    Packets among the files are taken in after the copies.
    """
    packets = [path for path in arguments.others if is_packet(path)]
    copies = [path for path in arguments.others if path not in packets]

    def take_packets(document: Document) -> None:
        for path in packets:
            take(document, path, language, say=warn if arguments.json else tell)

    found = merge_files(arguments.file, copies, arguments.to, take_packets)
    if arguments.json:
        json.dump(_plain(found, language), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return DONE
    tell(language, message("Made {file}.", file=str(arguments.to)))
    for line in _lines(found) if copies else ():
        tell(language, line)
    return DONE


def _lines(found: MergePicture) -> Iterator[Words]:
    if found.is_empty:
        yield message("The copies hold the same.")
    if not found.has_common_history:
        yield message("These copies have no history in common, so every difference is listed.")
    for stage in found.stages:
        for share in stage.shares:
            if share.words:
                yield message("{stage}, from {file}: {counts}.", stage=stage.name, file=share.file, counts=share.words)
    for kept in found.kept:
        yield message("{stage}: {words}", stage=kept.stage_name, words=kept.words)
    if found.decisions:
        number = len(found.decisions)
        yield plural("{n} answer was given differently:", "{n} answers were given differently:", number)
    yield from map(_line, found.decisions)


def _line(decision: Decision) -> Words:
    taken = next(way for way in decision.ways if way.is_taken)
    return message(
        "{stage}: {fact}, {field}: {ways}. Taken: {taken}.",
        stage=decision.stage_name,
        fact=decision.fact,
        field=decision.field,
        ways=tuple(message("{value} in {file}", value=way.value, file=way.file) for way in decision.ways),
        taken=taken.value,
    )


def _plain(found: MergePicture, language: Language) -> dict[str, Any]:
    return {
        "version": 1,
        "files": list(found.files),
        "common_history": found.has_common_history,
        "stages": {
            stage.stage: {
                share.file: {
                    "added": share.brought.added,
                    "changed": share.brought.changed,
                    "removed": share.brought.removed,
                }
                for share in stage.shares
            }
            for stage in found.stages
        },
        "kept": [
            {
                "stage": each.stage,
                "fact": language.say(each.fact),
                "deleted_in": list(map(language.say, each.deleted_in)),
            }
            for each in found.kept
        ],
        "conflicts": [
            {
                "stage": each.stage,
                "fact": language.say(each.fact),
                "field": language.say(each.field),
                "values": {way.file: language.say(way.value) for way in each.ways},
                "taken": next(way.file for way in each.ways if way.is_taken),
            }
            for each in found.decisions
        ],
    }
