"""What differs between two states of a workshop, counted by stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.every import kinds
from roadmap_desktop.store.difference import KindDifference

_STAGES = {
    "workshop": "prepare",
    "people": "prepare",
    "calendar": "prepare",
    "learning": "pilots",
    "packets": "prepare",
}
"""The stage of a module of the model that has not its name."""
_OWN_STAGE = {"record_entry": "usecases"}


@dataclass(frozen=True, slots=True)
class StageDifference:
    """How many answers of a stage differ; 0 where it is the same."""

    stage: str
    name: Words
    count: int

    @property
    def words(self) -> Words:
        """The count in words."""
        if not self.count:
            return message("the same")
        return plural("{n} answer differs", "{n} answers differ", self.count)


def stage_of(kind: str) -> str:
    """The key of the stage that a kind of fact belongs to."""
    module = kinds()[kind].__module__.rpartition(".")[2]
    return _OWN_STAGE.get(kind) or _STAGES.get(module, module)


def by_stage(found: Iterable[KindDifference]) -> tuple[StageDifference, ...]:
    """The differences counted by stage, in the order of the journey, the stages that hold facts of their own."""
    counts = dict.fromkeys((stage_of(kind) for kind in kinds()), 0)
    for each in found:
        counts[stage_of(each.kind)] += each.count
    return tuple(StageDifference(each.key, each.name, counts[each.key]) for each in STAGES if each.key in counts)
