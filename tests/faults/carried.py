"""Files that are carried about: a stick pulled out as it is written, copies of a synchroniser, packets on their way."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from roadmap_desktop.exchange.packet import read_packet, write_packet
from roadmap_desktop.journey.merging.moves import compared, settled, take
from roadmap_desktop.journey.packet import Packet
from roadmap_desktop.journey.packets import Outcome, take_packet
from roadmap_desktop.store.conflict_copies import conflict_copies
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from tests.faults.forked import fork, in_batches
from tests.faults.killing import Expected, answer, begun_and_saved, opened_again, ratings, write_moves
from tests.faults.table import Tried
from tests.faults.workshops import WORKSHOP, noon, small_workshop
from tests.packets import BEN, Laptop, a_room, packet_of

PULLS = 25
FLIPS = 120
NAMES = (
    "{} (Ana's conflicted copy 2026-08-12)",
    "{} (conflicted copy 2026-08-12 120000)",
    "{}.sync-conflict-20260812-120000-ABCDEFG",
    "{}-LIBRARY-PC",
    "{} (1)",
    "{}_conflict-20260812-120000",
)
"""As six synchronisers name a copy."""


def stick_pulled(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table: the place of the file vanishes while answers are given, and comes back."""
    chance, stick, away = Random(seed), folder / "stick", folder / "away"
    stick.mkdir()
    path = stick / "pulled.roadmap"
    small_workshop(path).close()
    expected, found = Expected(ratings(path)), []
    for pull in range(PULLS):
        child = fork(lambda say, pull=pull: _write_until_refused(path, Random(f"{seed}.{pull}"), say))  # type: ignore[misc]
        said: list[str] = []
        while "saved" not in said and (line := child.line()):
            said.append(line)
        time.sleep(chance.random() * 0.03)
        stick.rename(away)
        said += child.rest()
        child.ended()
        away.rename(stick)
        saved, begun = begun_and_saved([line for line in said if line != "refused"])
        for move in saved:
            expected = expected.after(move)
        here, trouble = opened_again(path)
        if begun is not None and here == expected.after(begun).ratings != expected.ratings:
            expected = expected.after(begun)
        if "refused" not in said or trouble or here != expected.ratings:
            found.append(
                f"pull {pull}, seed {seed}: {said[-1:]} {trouble} {set(here.items()) ^ set(expected.ratings.items())}"
            )
            expected = Expected(here)
    return [Tried("a stick pulled out as it is written", PULLS, "acknowledged moves lost", tuple(found), 20)]


def _write_until_refused(path: Path, chance: Random, say: Callable[[str], None]) -> None:
    try:
        write_moves(path, chance, say)
    except FileTrouble:
        say("refused")


def synchronised(_seed: int, folder: Path) -> list[Tried]:
    """The lines of the table: copies that a synchroniser put beside the file are recognised and merged."""
    found = in_batches(NAMES, lambda name: _with_conflict_copy(folder / str(NAMES.index(name)), name), str)
    return [Tried("a conflict copy of a synchroniser beside the file", len(NAMES), "answers lost", tuple(found), 6)]


def _with_conflict_copy(folder: Path, name: str) -> str:
    folder.mkdir()
    path = folder / "maple.roadmap"
    small_workshop(path).close()
    beside = folder / f"{name.format(path.stem)}.roadmap"
    shutil.copy(path, beside)
    first, second = sorted(ratings(path))[:2]
    for edited, which in ((path, first), (beside, second)):
        with closing(Document.open(edited, noon)) as document:
            answer(document, which, "", "", (ratings(edited)[which] + 1) % 5)
    expected = ratings(path) | {second: ratings(beside)[second]}
    with closing(Document.open(path, noon)) as document:
        copies = conflict_copies(path, WORKSHOP)
        if copies != (beside,):
            return f"{beside.name} was not recognised"
        take(document, settled(document, compared(document, copies)))
    return "" if ratings(path) == expected else "an answer of one side is missing"


def packets_tried(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table: packets changed, cut off, of another workshop, and taken in twice."""
    room = a_room(folder)
    laptop = Laptop(folder, packet_of(room, BEN))
    laptop.hand.rate(1, 3)
    stick = folder / "ben.roadmap-packet"
    write_packet(laptop.close(), stick)
    room.close()
    a_room(folder, "other").close()
    chance, whole, packet = Random(seed), stick.read_bytes(), read_packet(stick)
    tampered = [_changed(whole, chance) for _ in range(FLIPS)] + [
        whole[: chance.randrange(len(whole))] for _ in range(FLIPS // 4)
    ]
    found = in_batches(
        range(len(tampered)), lambda case: _refused(folder / "maple.roadmap", stick, tampered[case], packet), str
    )
    stick.write_bytes(whole)
    if not _is_refused(folder / "other.roadmap", stick):
        found.append("a packet of another workshop was taken")
    found += _taken_once(folder / "maple.roadmap", stick)
    what = "packets changed, cut off, foreign, or taken twice"
    return [Tried(what, len(tampered) + 2, "taken, or taken twice", tuple(found), 100)]


def _changed(whole: bytes, chance: Random) -> bytes:
    data, at = bytearray(whole), chance.randrange(len(whole))
    data[at] = (data[at] + chance.randrange(1, 256)) % 256
    return bytes(data)


def _refused(path: Path, stick: Path, content: bytes, packet: Packet) -> str:
    stick.write_bytes(content)
    with suppress(FileTrouble):
        if read_packet(stick) == packet:  # a space became another one
            return ""
    return "" if _is_refused(path, stick) else "a packet that was changed was taken"


def _is_refused(path: Path, stick: Path) -> bool:
    with closing(Document.open(path, noon)) as document:
        before = document.stand
        try:
            take_packet(document, read_packet(stick))
        except FileTrouble:
            return document.stand == before
        return False


def _taken_once(path: Path, stick: Path) -> list[str]:
    with closing(Document.open(path, noon)) as document:
        first = take_packet(document, read_packet(stick))
        stand = document.stand
        again = take_packet(document, read_packet(stick))
        is_right = (first.outcome, again.outcome, document.stand) == (Outcome.TAKEN, Outcome.ALREADY, stand)
    return [] if is_right and first.answers == 1 else [f"{first.outcome}, then {again.outcome}"]
