"""The readiness chart as the picture asks for it: by dimension, or by statement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat

from PySide6.QtWidgets import QWidget

from roadmap_desktop.charts.profile import ProfileChart
from roadmap_desktop.charts.profile_row import ProfileRow, Tag
from roadmap_desktop.journey.readiness.comparing import Before
from roadmap_desktop.journey.readiness.pillars import PillarLine
from roadmap_desktop.journey.readiness.profile import DimensionLine, ProfilePicture, StatementLine
from roadmap_desktop.journey.readiness.sentences import (
    beside_before,
    dimension_sentence,
    pillar_sentence,
    profile_sentence,
    statement_sentence,
)
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.readiness import UNSURE, Spread, unknown_share
from roadmap_desktop.widgets.chart_look import chart_look

_HUES = {"people": "usecases", "systems": "team", "policies": "guardrails"}
"""The stage whose hue a pillar has; its word stands beside it."""


class ReadinessChart(ProfileChart):
    """The profile chart in the look of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, look=chart_look)

    def show_dimensions(self, picture: ProfilePicture, before: Before | None = None) -> None:
        """A row for each dimension."""
        rows = [_dimension_row(line, before) for line in picture.dimensions]
        self._show(picture, rows, message("Readiness by dimension"))

    def show_pillars(self, picture: ProfilePicture, lines: Sequence[PillarLine]) -> None:
        """A row for each pillar."""
        self._show(picture, [_pillar_row(line) for line in lines], message("Readiness by pillar"))

    def show_statements(
        self, picture: ProfilePicture, lines: Sequence[StatementLine], before: Before | None = None
    ) -> None:
        """A row for each of these statements, in this order."""
        rows = [_statement_row(line, picture, before) for line in lines]
        self._show(picture, rows, message("Readiness by statement"))

    def _show(self, picture: ProfilePicture, rows: list[ProfileRow], name: Words) -> None:
        levels = [(level.value, level.name) for level in picture.levels]
        self.present(levels, rows, name=name, sentence=profile_sentence(picture))


def _dimension_row(line: DimensionLine, earlier: Before | None) -> ProfileRow:
    before = None if earlier is None else earlier.dimensions.get(line.entry.key)
    spoken = dimension_sentence(line)
    if earlier is not None:
        spoken = beside_before(spoken, line.spread.median, before, earlier.name)
    return ProfileRow(
        uuid=line.entry.uuid,
        name=line.entry.name,
        spoken=spoken,
        second=line.entry.pillar_name,
        hue=_HUES.get(line.entry.pillar, ""),
        marks=line.marks,
        median=line.spread.median,
        q1=line.spread.q1,
        q3=line.spread.q3,
        tags=_tags(line.spread, split=line.split, below_floor=line.below_floor),
        before=before,
    )


def _pillar_row(line: PillarLine) -> ProfileRow:
    return ProfileRow(
        uuid=line.key,
        name=line.name,
        spoken=pillar_sentence(line),
        hue=_HUES.get(line.key, ""),
        marks=line.marks,
        median=line.spread.median,
        q1=line.spread.q1,
        q3=line.spread.q3,
        tags=_tags(line.spread, split=line.split, below_floor=line.below_floor),
    )


def _statement_row(line: StatementLine, picture: ProfilePicture, earlier: Before | None) -> ProfileRow:
    before = None if earlier is None else earlier.statements.get(line.entry.key)
    spoken = statement_sentence(line)
    if earlier is not None:
        spoken = beside_before(spoken, line.spread.median, before, earlier.name)
    counted = zip(picture.levels, line.spread.counts, strict=True)
    return ProfileRow(
        uuid=line.entry.uuid,
        name=line.entry.text,
        spoken=spoken,
        numeral=line.entry.number,
        marks=tuple(chain.from_iterable(repeat(float(level.value), count) for level, count in counted)),
        median=line.spread.median,
        q1=line.spread.q1,
        q3=line.spread.q3,
        tags=_tags(line.spread, split=line.split, below_floor=line.below_floor and line.spread.n > 0),
        before=before,
    )


def _tags(spread: Spread, *, split: bool, below_floor: bool) -> tuple[tuple[Words, Tag], ...]:
    found: list[tuple[Words, Tag]] = []
    if split:
        found.append((message("room is split"), Tag.WARN))
    elif unknown_share(spread) >= UNSURE:
        found.append((message("many don't know"), Tag.WARN))
    if below_floor:
        found.append((message("below floor"), Tag.BAD))
    return tuple(found)
