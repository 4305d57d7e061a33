"""The file of a packet: one JSON text, hostile until it is read to the end and every part of it is what it must be.

``sum`` notices what happened to the file on its way (a cut, a flipped bit, an editor); the seal inside is the
workshop's own and is looked at when the packet is taken in. See ``journey/packet_seal.py`` for what that promises.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from roadmap_desktop.exchange import packet_checks
from roadmap_desktop.exchange.strict import Misshapen, loaded, shaped
from roadmap_desktop.journey.packet import Packet, canonical, plain
from roadmap_desktop.language import Words, message
from roadmap_desktop.store.trouble import FileTrouble

SUFFIX = ".roadmap-packet"
VERSION = 1
MOST_BYTES = 4 * 1024 * 1024
_MARK = "roadmap-desktop packet"
_BEGINNING = json.dumps({"kind": _MARK})[:-1].encode()
_PARTS = {"kind", "version", "sum", *Packet.__dataclass_fields__}


def is_packet(path: Path) -> bool:
    """Whether a file is meant to be a packet, by its name or its first signs; it need not be a good one."""
    if path.suffix.casefold() == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def read_packet(path: Path) -> Packet:
    """The packet in a file.

    Raises:
        FileTrouble: it can't be read, is too large, no packet, cut off, changed, or comes from a newer program.
    """
    content = _content(path)
    if not content.startswith(_BEGINNING[: len(content)]):
        raise _trouble(message("{name} is not a packet.", name=path.name), _CHOOSE)
    try:
        found = loaded(content)
        if found.get("version") != VERSION:
            raise _newer(path) if _is_newer(found) else Misshapen("version")
        if found.keys() != _PARTS or found.pop("sum") != _sum(found):
            raise Misshapen("sum")
        packet = shaped(Packet, {name: found[name] for name in Packet.__dataclass_fields__})
        packet_checks.check(packet)
    except Misshapen as error:
        what = message("{name} is cut off, or was changed on its way.", name=path.name)
        raise _trouble(what, message("Copy it again from where it came, or ask for it once more.")) from error
    return packet


def write_packet(packet: Packet, path: Path) -> None:
    """Writes a packet beside its place first, then in one swap; what was at the path is replaced once it is whole.

    Raises:
        FileTrouble: the place can't be written.
    """
    found = {"kind": _MARK, "version": VERSION, **plain(packet)}
    text = json.dumps({**found, "sum": _sum(found)}, ensure_ascii=False)
    beside = path.with_name(f".{path.name}.new")
    try:
        try:
            with beside.open("wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise FileTrouble(
            message("{name} can't be written here.", name=path.name),
            message("What was answered is still in the window."),
            message("Put the stick back, or save a copy elsewhere."),
        ) from error


_CHOOSE = message("Choose a file whose name ends in .roadmap-packet.")


def _sum(found: dict[str, Any]) -> str:
    try:
        return sha256(canonical(found)).hexdigest()
    except (UnicodeEncodeError, RecursionError) as error:  # half a sign, or a nesting that can be read but not written
        raise Misshapen("content") from error


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        what = message("{name} can't be read.", name=path.name)
        raise _trouble(what, message("See whether the file is still there and may be read.")) from error
    if len(content) > MOST_BYTES:
        raise _trouble(message("{name} is too large for a packet.", name=path.name), _CHOOSE)
    return content


def _is_newer(found: dict[str, Any]) -> bool:
    version = found.get("version")
    return type(version) is int and version > VERSION


def _newer(path: Path) -> FileTrouble:
    what = message("{name} was made by a newer version of Roadmap Desktop.", name=path.name)
    return _trouble(what, message("Open it with that version."))


def _trouble(what: Words, remedy: Words) -> FileTrouble:
    return FileTrouble(what, message("Nothing was taken from it, and it was not changed."), remedy)
