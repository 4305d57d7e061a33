"""The lines of the merge's tables: what comes in by stage, and what was given differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section
from roadmap_desktop.journey.merging.picture import Decision, MergePicture, Place, StageMerge, Way
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.widgets.choice_model import ChoiceLine, NoteLine
from roadmap_desktop.widgets.column import Column

MOST_LINES = 400
"""So many questions are asked at once; of more, the answer given last is taken."""


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage as the table shows it: a text for each file."""

    uuid: str
    stage: StageMerge

    def share(self, copy: int) -> Words:
        """What a file brings to the stage."""
        return self.stage.shares[copy].words


def stage_columns(picture: MergePicture) -> list[Column[StageRow]]:
    """The stage, each file, and how many answers were given differently."""

    def share(row: StageRow, copy: int) -> Words:
        return row.share(copy)

    shares = [
        Column(f"copy{copy}", title, partial(share, copy=copy), stretch=2, wraps=True)
        for copy, title in enumerate(file_titles(picture))
    ]
    stage: Column[StageRow] = Column("stage", message("Stage"), lambda row: row.stage.name, width=150, strong=True)
    title = message("Given differently")
    apart: Column[StageRow] = Column("apart", title, lambda row: row.stage.conflicts or None, width=150, right=True)
    return [stage, *shares, apart]


def file_titles(picture: MergePicture) -> tuple[Words, ...]:
    """What the files are called over their columns: the open one is "here"."""
    return (message("Here"), *picture.files[1:])


def choice_lines(picture: MergePicture, choices: Mapping[Place, int]) -> Iterator[ChoiceLine | NoteLine]:
    """Questions under their stages, then what stays though it was deleted."""
    shown = picture.decisions[:MOST_LINES]
    for _, decisions in groupby(shown, key=lambda each: each.stage):
        several = list(decisions)
        yield NoteLine(several[0].stage_name, is_heading=True)
        for each in several:
            yield ChoiceLine(each.place, each.fact, each.field, _answers(each, picture), taken(each, choices).copy)
    if (more := len(picture.decisions) - len(shown)) > 0:
        last = message("And {n} more: the answers given last are taken.", n=more)
        yield NoteLine(last)
    if picture.kept:
        yield NoteLine(message("Deleted in one copy, and kept"), is_heading=True)
        for kept in picture.kept:
            yield NoteLine(kept.words)


def taken(decision: Decision, choices: Mapping[Place, int]) -> Way:
    """The answer that is taken: the person's choice, else the one that the merge proposes."""
    chosen = choices.get(decision.place)
    proposed = next(way for way in decision.ways if way.is_taken)
    return next((way for way in decision.ways if way.copy == chosen), proposed)


def inspection(decision: Decision, choices: Mapping[Place, int]) -> Inspection:
    """What the inspector says of a question: each answer, in which file, and when it was given."""
    way = taken(decision, choices)
    sections = tuple(
        Section(
            each.file,
            (
                Line(each.value, Mark.HOLDS if each is way else Mark.NONE),
                *(() if each.at is None else (Line(_given(each)),)),
            ),
        )
        for each in decision.ways
    )
    return Inspection(message("Given differently"), decision.fact, decision.field, sections)


def _given(way: Way) -> Words:
    assert way.at is not None
    return message("given on {day:short}, {time}", day=way.at.date(), time=way.at.time())


def _answers(decision: Decision, picture: MergePicture) -> tuple[Words, ...]:
    by_copy = {way.copy: way.value for way in decision.ways}
    return tuple(by_copy.get(copy, "") for copy in range(len(picture.files)))


def summary(picture: MergePicture) -> Words:
    """What the other copies bring, in one line."""
    files = tuple[Words, ...](picture.files[1:])
    if picture.brings_nothing:
        return message("{files}: nothing in it that is not here already.", files=files)
    brought = [share.brought for stage in picture.stages for share in stage.shares if share.copy]
    return message(
        "{files} would bring {added}, {changed} and {removed}.",
        files=files,
        added=plural("{n} new answer", "{n} new answers", sum(each.added for each in brought)),
        changed=plural("{n} changed", "{n} changed", sum(each.changed for each in brought)),
        removed=plural("{n} removed", "{n} removed", sum(each.removed for each in brought)),
    )
