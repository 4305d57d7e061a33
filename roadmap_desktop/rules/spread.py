"""Spread: counts, medians and quartiles of a room's answers, by statement, by dimension and by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.agreement import agreement
from roadmap_desktop.rules.readiness import DONT_KNOW, NOT_APPLICABLE, SMALL_GROUP, Spread
from roadmap_desktop.rules.tally import Real, Tally, Whole, blank, sums


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one group (an index of the caller's): how many, and their median where they are at least four."""

    group: int
    n: int
    median: float | None


def statement_spreads(tallied: Tally) -> tuple[Spread, ...]:
    """The spread of each statement, in the room's order."""
    room, levels = tallied.room, len(tallied.room.levels)
    statements = len(room.dimension_of)
    is_level = tallied.level >= 0
    places = tallied.statement[is_level] * levels + tallied.level[is_level]
    counts = sums(places, tallied.weight[is_level], statements * levels).reshape(statements, levels)
    unknown, inapplicable = (
        sums(tallied.statement[tallied.level == code], tallied.weight[tallied.level == code], statements)
        for code in (DONT_KNOW, NOT_APPLICABLE)
    )
    q1, median, q3 = (_quantile_of_counts(counts, np.asarray(room.levels), share) for share in (0.25, 0.5, 0.75))
    nothing = blank(tallied)
    rows = zip(counts.tolist(), unknown.tolist(), inapplicable.tolist(), nothing.tolist(), median, q1, q3, strict=True)
    return tuple(
        Spread(sum(line), dont_know, not_applicable, none, tuple(line), middle, low, high, agreement(line))
        for line, dont_know, not_applicable, none, middle, low, high in rows
    )


def dimension_marks(tallied: Tally) -> tuple[tuple[float, ...], ...]:
    """Each dimension's marks in levels, from low to high.

    A person's mark is the mean of her statements; a table's likewise, once for each person it stands for. Hands name
    nobody, so no mean can be made of them: each hand is a mark of its own.
    """
    room = tallied.room
    people, _ = _means(tallied, tallied.person, len(room.table_of))
    tables, weights = _means(tallied, tallied.table, room.tables)
    hands = (tallied.person < 0) & (tallied.table < 0) & (tallied.level >= 0)
    dimension = np.asarray(room.dimension_of, dtype=np.int64)[tallied.statement]
    levels = np.asarray(room.levels, dtype=np.float64)
    marks = []
    for place in range(room.dimensions):
        here = hands & (dimension == place)
        parts = (
            people[:, place][~np.isnan(people[:, place])],
            np.repeat(tables[:, place], weights[:, place]),
            np.repeat(levels[tallied.level[here]], tallied.weight[here]),
        )
        marks.append(tuple(np.sort(np.concatenate(parts)).tolist()))
    return tuple(marks)


def dimension_spread(marks: Sequence[float], statements: Sequence[Spread]) -> Spread:
    """The spread of a dimension: quartiles of its marks, and the sums of its statements' counts."""
    q1, median, q3 = quartiles(marks)
    known = [each.agreement for each in statements if each.agreement is not None]
    return Spread(
        n=len(marks),
        dont_know=sum(each.dont_know for each in statements),
        not_applicable=sum(each.not_applicable for each in statements),
        blank=sum(each.blank for each in statements),
        counts=tuple(sum(column) for column in zip(*(each.counts for each in statements), strict=True)),
        median=median,
        q1=q1,
        q3=q3,
        agreement=sum(known) / len(known) if known else None,
    )


def dimension_groups(tallied: Tally, group_of: Sequence[int]) -> tuple[tuple[Group, ...], ...]:
    """Of each dimension the medians by the people's groups (an index for each person, -1 for none)."""
    values, _ = _means(tallied, tallied.person, len(tallied.room.table_of))
    return tuple(_groups(column, group_of) for column in values.T)


def statement_groups(tallied: Tally, group_of: Sequence[int], statement: int) -> tuple[Group, ...]:
    """Median of a statement by the people's groups."""
    own = (tallied.statement == statement) & (tallied.person >= 0) & (tallied.level >= 0)
    values = np.full(len(tallied.room.table_of), np.nan)
    values[tallied.person[own]] = np.asarray(tallied.room.levels, dtype=np.float64)[tallied.level[own]]
    return _groups(values, group_of)


def quartiles(values: Sequence[float]) -> tuple[float | None, float | None, float | None]:
    """First quartile, median and third quartile by linear interpolation (type 7 of Hyndman and Fan, 1996)."""
    if not len(values):
        return None, None, None
    q1, median, q3 = np.quantile(np.asarray(values, dtype=np.float64), (0.25, 0.5, 0.75)).tolist()
    return q1, median, q3


def _groups(values: Real, group_of: Sequence[int]) -> tuple[Group, ...]:
    groups = np.asarray(group_of, dtype=np.int64)
    found = []
    for group in range(int(groups.max(initial=-1)) + 1):
        here = values[(groups == group) & ~np.isnan(values)]
        if len(here):
            shown = float(np.median(here)) if len(here) >= SMALL_GROUP else None
            found.append(Group(group, len(here), shown))
    return tuple(found)


def _means(tallied: Tally, who: Whole, many: int) -> tuple[Real, Whole]:
    """Mean level by who and dimension (NaN where there is none), and the greatest weight of the answers in it."""
    room = tallied.room
    counts = (who >= 0) & (tallied.level >= 0) & (tallied.weight > 0)
    dimension = np.asarray(room.dimension_of, dtype=np.int64)[tallied.statement[counts]]
    place = who[counts] * room.dimensions + dimension
    shape = (many, room.dimensions)
    values = np.asarray(room.levels, dtype=np.float64)[tallied.level[counts]]
    number = np.bincount(place, minlength=many * room.dimensions)
    total = np.bincount(place, weights=values, minlength=many * room.dimensions)
    weight = np.zeros(many * room.dimensions, dtype=np.int64)
    np.maximum.at(weight, place, tallied.weight[counts])
    means = np.divide(total, number, out=np.full(len(total), np.nan), where=number > 0)
    return means.reshape(shape), weight.reshape(shape)


def _quantile_of_counts(counts: Whole, levels: NDArray[np.int64], share: float) -> list[float | None]:
    """The linear quantile of each row of counts; None for an empty row."""
    ends = counts.cumsum(axis=1)
    n = ends[:, -1]
    position = np.maximum(0, n - 1) * share
    low = np.floor(position).astype(np.int64)
    high = np.minimum(low + 1, np.maximum(0, n - 1))
    lower, upper = (levels[np.minimum((ends <= rank[:, None]).sum(axis=1), len(levels) - 1)] for rank in (low, high))
    values = lower + (upper - lower) * (position - low)
    return [value if some else None for value, some in zip(values.tolist(), (n > 0).tolist(), strict=True)]
