"""Files with bits turned over, pages lost and ends cut off: opened in words or read, never a crash, never written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.forked import in_batches
from tests.faults.reading import read_everything
from tests.faults.table import Tried
from tests.faults.workshops import sample, small_workshop

FILES = 520
"""In one share of the trial; there are four."""
RECOVERED = 0.25
"""The share of them that is recovered too, which takes longer than all the rest; other seeds take others."""
PAGE = 4096


@dataclass(frozen=True)
class Case:
    """How one file was made: of which workshop, by which damage, from which seed."""

    base: str
    damage: str
    seed: str


def damaged(seed: int, folder: Path, *, share: int) -> list[Tried]:
    """The lines of the table for one share of the files."""
    small_workshop(folder / "small.roadmap").close()
    sample(folder / "sample.roadmap").close()
    bases = {name: (folder / f"{name}.roadmap").read_bytes() for name in ("small", "sample")}
    chance = Random(f"{seed}.{share}")
    cases = [
        Case(chance.choices(("small", "sample"), (3, 1))[0], chance.choice(tuple(DAMAGES)), f"{seed}.{share}.{at}")
        for at in range(FILES)
    ]
    path = folder / "damaged.roadmap"

    def judge(case: Case) -> str:
        chance = Random(case.seed)
        path.write_bytes(DAMAGES[case.damage](bytearray(bases[case.base]), chance))
        stages = 1 if case.base == "sample" else 3
        return read_everything(path, chance, stages=stages, recovers=chance.random() < RECOVERED)

    found = in_batches(cases, judge, str)
    return lines("files with bits turned over, pages lost, ends cut off", len(cases), found, FILES)


def lines(what: str, count: int, found: list[str], least: int) -> list[Tried]:
    """What was found, by what kind of fault it is."""
    crashes = tuple(each for each in found if "the process ended" in each)
    written = tuple(each for each in found if "was written" in each)
    others = tuple(each for each in found if each not in (*crashes, *written))
    return [
        Tried(what, count, "crashes", crashes, least),
        Tried(what, count, "errors without words", others, least),
        Tried(what, count, "writes to the original", written, least),
    ]


def _pages(content: bytearray) -> int:
    return len(content) // PAGE


def _flip(content: bytearray, chance: Random, first: int, last: int) -> None:
    content[chance.randrange(first, last)] ^= 1 << chance.randrange(8)


def _one_bit(content: bytearray, chance: Random) -> bytes:
    _flip(content, chance, 0, len(content))
    return content


def _many_bits(content: bytearray, chance: Random) -> bytes:
    for _ in range(chance.randrange(2, 200)):
        _flip(content, chance, 100, len(content))
    return content


def _bits_of_a_page(content: bytearray, chance: Random) -> bytes:
    page = chance.randrange(_pages(content))
    for _ in range(chance.randrange(2, 40)):
        _flip(content, chance, page * PAGE + (100 if page == 0 else 0), (page + 1) * PAGE)
    return content


def _header(content: bytearray, chance: Random) -> bytes:
    for _ in range(chance.randrange(1, 4)):
        _flip(content, chance, 0, 100)
    return content


def _schema(content: bytearray, chance: Random) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        _flip(content, chance, 100, 8 * PAGE)
    return content


def _head_of_a_page(content: bytearray, chance: Random) -> bytes:
    page = chance.randrange(1, _pages(content))
    for _ in range(chance.randrange(1, 4)):
        _flip(content, chance, page * PAGE, page * PAGE + 12)
    return content


def _filled(content: bytearray, chance: Random) -> bytes:
    length = chance.choice((16, 512, PAGE))
    at = chance.randrange(100, len(content) - length)
    at -= at % length if at > length else 0
    content[at : at + length] = bytes([chance.choice((0, 0xFF, 0x55))]) * length
    return content


def _noise(content: bytearray, chance: Random) -> bytes:
    page = chance.randrange(1, _pages(content))
    content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    return content


def _swapped(content: bytearray, chance: Random) -> bytes:
    one, other = (chance.randrange(1, _pages(content)) * PAGE for _ in range(2))
    content[one : one + PAGE], content[other : other + PAGE] = content[other : other + PAGE], content[one : one + PAGE]
    return content


def _repeated(content: bytearray, chance: Random) -> bytes:
    one, other = (chance.randrange(1, _pages(content)) * PAGE for _ in range(2))
    content[one : one + PAGE] = content[other : other + PAGE]
    return content


def _cut(content: bytearray, chance: Random) -> bytes:
    return content[: chance.choice((0, 10, 99, 100, chance.randrange(len(content)), len(content) - 1))]


def _cut_with_a_matching_header(content: bytearray, chance: Random) -> bytes:
    pages = chance.randrange(1, _pages(content))
    content[28:32] = pages.to_bytes(4, "big")
    return content[: pages * PAGE]


def _longer(content: bytearray, chance: Random) -> bytes:
    return content + chance.randbytes(chance.randrange(1, 3 * PAGE))


DAMAGES: dict[str, Callable[[bytearray, Random], bytes]] = {
    each.__name__.strip("_"): each
    for each in (
        *(_one_bit, _many_bits, _bits_of_a_page, _header, _schema, _head_of_a_page, _filled, _noise, _swapped),
        *(_repeated, _cut, _cut_with_a_matching_header, _longer),
    )
}
"""Every kind of damage, by its name."""
