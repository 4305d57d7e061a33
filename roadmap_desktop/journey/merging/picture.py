"""What a merge brings, from where, and what is to be decided: by stage, in the room's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from roadmap_desktop.journey.differing import stage_of
from roadmap_desktop.journey.merging.fields import field_words
from roadmap_desktop.journey.merging.naming import Naming
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.together import STAMPS
from roadmap_desktop.store.apart import Key
from roadmap_desktop.store.merge import Brought, Comparison, Conflict, Settled, refers_to

Place = tuple[Key, int]
"""What is in conflict: the fact and the number of its answer."""


@dataclass(frozen=True, slots=True)
class Way:
    """One of the answers that may be taken: in words, the copy that has it, when it was given, and whether it is."""

    copy: int
    file: str
    value: Words
    at: datetime | None
    is_taken: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """Answers given apart to the same question; ``ways`` are in the order of the copies."""

    place: Place
    stage: str
    stage_name: Words
    fact: Words
    field: Words
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What one copy brings to a stage."""

    copy: int
    file: str
    brought: Brought

    @property
    def words(self) -> Words:
        """The counts in one line; empty where it brings nothing."""
        counts = (
            (self.brought.added, plural("{n} new", "{n} new", self.brought.added)),
            (self.brought.changed, plural("{n} changed", "{n} changed", self.brought.changed)),
            (self.brought.removed, plural("{n} removed", "{n} removed", self.brought.removed)),
        )
        said: list[Words] = [words for count, words in counts if count]
        return reduce(lambda line, part: message("{line}, {part}", line=line, part=part), said) if said else ""


@dataclass(frozen=True, slots=True)
class StageMerge:
    """A stage: what each copy brings to it, and how many answers were given apart."""

    stage: str
    name: Words
    shares: tuple[Share, ...]
    conflicts: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A fact that was deleted in one copy and stays, since another one edited it or needs it.

    ``parts`` counts the answers that belong to it and stay with it.
    """

    stage: str
    stage_name: Words
    fact: Words
    deleted_in: tuple[Words, ...]
    parts: int

    @property
    def words(self) -> Words:
        """What stays, and where it was deleted."""
        if not self.parts:
            return message("{fact} stays, though it was deleted in {files}.", fact=self.fact, files=self.deleted_in)
        return plural(
            "{fact} stays with {n} answer that belongs to it, though it was deleted in {files}.",
            "{fact} stays with {n} answers that belong to it, though it was deleted in {files}.",
            self.parts,
            fact=self.fact,
            files=self.deleted_in,
        )


@dataclass(frozen=True, slots=True)
class MergePicture:
    """The merge as it would be: its files, the stages it touches, the decisions and what stays against a deletion."""

    files: tuple[str, ...]
    stages: tuple[StageMerge, ...]
    decisions: tuple[Decision, ...]
    kept: tuple[Kept, ...]
    has_common_history: bool

    @property
    def is_empty(self) -> bool:
        """Whether the copies hold the same."""
        return not self.stages

    @property
    def brings_nothing(self) -> bool:
        """Whether the first copy holds already what the others hold, and nothing is to be decided."""
        others = (share.brought for stage in self.stages for share in stage.shares if share.copy)
        return not self.decisions and all(each == Brought() for each in others)


def picture(comparison: Comparison, settled: Settled, naming: Naming) -> MergePicture:
    """The merge in words, in the order of the journey."""
    files = tuple(copy.name for copy in comparison.copies)
    names = {stage.key: stage.name for stage in STAGES}
    order = list(names)
    decisions = sorted(
        (_decision(each, files, naming, names) for each in settled.conflicts),
        key=lambda each: (order.index(each.stage), each.place),
    )
    kept = sorted(_kept(settled, files, naming, names), key=lambda each: order.index(each.stage))
    return MergePicture(
        files,
        tuple(_stages(settled, files, names, [each.stage for each in decisions])),
        tuple(decisions),
        tuple(kept),
        comparison.has_common_history,
    )


def _decision(conflict: Conflict, files: tuple[str, ...], naming: Naming, names: Mapping[str, Words]) -> Decision:
    kind, stage = conflict.key[0], stage_of(conflict.key[0])
    differing = [
        number
        for number, column in enumerate(conflict.columns)
        if column not in STAMPS and len({each.answer[number] for each in conflict.held}) > 1
    ]
    columns = [conflict.columns[number] for number in differing]
    ways = tuple(
        Way(
            each.copy,
            files[each.copy],
            naming.values(kind, columns, tuple(each.answer[number] for number in differing)),
            _moment(each.at),
            each == conflict.taken,
        )
        for each in sorted(conflict.held, key=lambda each: each.copy)
    )
    field = field_words(kind, conflict.columns)
    return Decision((conflict.key, conflict.number), stage, names[stage], naming.fact(conflict.key), field, ways)


def _moment(at: str) -> datetime | None:
    try:
        return datetime.fromisoformat(at)
    except ValueError:  # not known, or not written by a program of ours
        return None


def _kept(settled: Settled, files: tuple[str, ...], naming: Naming, names: Mapping[str, Words]) -> Iterable[Kept]:
    owners = {
        key: next((each for each in refers_to(key, row) if each in settled.kept), None)
        for key in settled.kept
        if (row := settled.rows[key]) is not None
    }
    first = {key: _first(key, owners) for key in owners}
    parts = Counter(first.values())
    for key in sorted(parts):
        stage, deleted_in = stage_of(key[0]), tuple[Words, ...](files[copy] for copy in settled.kept[key])
        yield Kept(stage, names[stage], naming.fact(key), deleted_in, parts[key] - 1)


def _first(key: Key, owners: Mapping[Key, Key | None]) -> Key:
    """The owner of the owners of a fact that is kept too; itself where there is none."""
    while (owner := owners.get(key)) is not None:
        key = owner
    return key


def _stages(
    settled: Settled, files: tuple[str, ...], names: Mapping[str, Words], conflicts: list[str]
) -> Iterable[StageMerge]:
    for stage, name in names.items():
        shares = tuple(Share(copy, file, _total(settled, stage, copy)) for copy, file in enumerate(files))
        apart = conflicts.count(stage)
        if apart or any(share.brought != Brought() for share in shares):
            yield StageMerge(stage, name, shares, apart)


def _total(settled: Settled, stage: str, copy: int) -> Brought:
    found = [brought for (kind, held), brought in settled.brought.items() if held == copy and stage_of(kind) == stage]
    return Brought(
        sum(each.added for each in found), sum(each.changed for each in found), sum(each.removed for each in found)
    )
