"""What could be read of a damaged workshop, by stage."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.differing import stage_of
from roadmap_desktop.journey.merging.facts import FACTS
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.store.refilling import KindRead

MOST_KINDS = 5
"""So many kinds of facts a stage names."""


@dataclass(frozen=True, slots=True)
class StageRead:
    """Of one stage: answers read, lost (``at_least`` where more may be), and read without one of their parts."""

    stage: str
    name: Words
    read: int
    lost: int
    at_least: bool
    mended: int
    kinds: tuple[KindRead, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is lost."""
        return not (self.lost or self.at_least or self.mended)

    @property
    def read_words(self) -> Words:
        """What was read."""
        return plural("{n} answer", "{n} answers", self.read)

    @property
    def read_kinds(self) -> Words:
        """Of what most was read, with how many of each."""
        return _listed([(each.kind, each.read) for each in self.kinds])

    @property
    def lost_kinds(self) -> Words:
        """Of what something was lost, with how many of each that is known of."""
        return _listed([(each.kind, each.lost or 0) for each in self.kinds])

    @property
    def lost_words(self) -> Words:
        """What was lost."""
        parts: list[Words] = []
        if self.at_least:
            parts.append(message("more than {n} lost", n=self.lost) if self.lost else message("some lost"))
        elif self.lost:
            parts.append(plural("{n} lost", "{n} lost", self.lost))
        if self.mended:
            parts.append(plural("{n} in part", "{n} in part", self.mended))
        return _together(parts) if parts else message("nothing lost")


def _listed(counts: list[tuple[str, int]]) -> Words:
    told = sorted(((kind, n) for kind, n in counts if n and kind in FACTS and kind != "wording"), key=_most_first)
    parts = [message("{what}: {n}", what=FACTS[kind].name, n=n) for kind, n in told[:MOST_KINDS]]
    return message("{parts}", parts=tuple(parts)) if parts else ""


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _together(parts: list[Words]) -> Words:
    return parts[0] if len(parts) == 1 else message("{parts}", parts=tuple(parts))


def by_stage(kinds: tuple[KindRead, ...]) -> tuple[StageRead, ...]:
    """The stages that hold facts of their own, in the order of the journey."""
    found: dict[str, list[KindRead]] = {}
    for kind in kinds:
        found.setdefault(stage_of(kind.kind), []).append(kind)
    return tuple(_stage(each.key, each.name, found[each.key]) for each in STAGES if each.key in found)


def _stage(key: str, name: Words, kinds: list[KindRead]) -> StageRead:
    return StageRead(
        key,
        name,
        read=sum(kind.read for kind in kinds),
        lost=sum(kind.lost or 0 for kind in kinds),
        at_least=any(kind.lost is None for kind in kinds),
        mended=sum(kind.mended for kind in kinds),
        kinds=tuple(kinds),
    )
