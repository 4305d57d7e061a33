"""What would change which use cases are among the first: one weight alone, or the least weight that must be moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.acceptability import Real, in_top
from roadmap_desktop.rules.usecases import MOST_WEIGHT, SAME


@dataclass(frozen=True, slots=True)
class Turn:
    """What would change whether a use case is among the first k: one weight alone, in whole numbers from 0 to 100.

    It turns when ``criterion`` counts ``weight`` or more (where ``more``) or else that or less; ``other`` is who then
    takes the place it leaves, or leaves the place it takes.
    """

    criterion: int
    weight: int
    more: bool
    other: int


@dataclass(frozen=True, slots=True)
class Move:
    """The least weight that must be moved so that ``comes`` overtakes ``goes`` on the line of the first k.

    ``share`` of all weight (0 to 1) is taken from the criteria ``sources``, each with its own share, and given to
    ``target``. At exactly so much the two are equal; a little more turns them.
    """

    goes: int
    comes: int
    share: float
    sources: tuple[tuple[int, float], ...]
    target: int


def turns(values: Real, weights: Sequence[float], top: int) -> tuple[Turn | None, ...]:
    """For each use case the smallest change of one weight that takes it out of the first k, or brings it in.

    Each weight is tried from 0 to 100 in whole steps while the others stay; None where no such change is found. A tie
    on the line is no turn yet: someone must cross it the other way.
    """
    chosen = np.asarray(weights, dtype=np.float64)
    known = np.where(chosen > 0, values, 0.0)
    now = in_top(known @ chosen / chosen.sum(), top)
    found: list[list[tuple[float, Turn]]] = [[] for _ in values]
    for criterion in np.flatnonzero(chosen > 0).tolist():
        tried, scores = _scan(known, chosen, criterion)
        inside = in_top(scores, top)
        crossed = inside != now
        for case in range(len(values)):
            steps = np.flatnonzero(crossed[:, case] & crossed[:, now != now[case]].any(axis=1))
            if not len(steps):
                continue
            change = np.abs(tried[steps] - chosen[criterion])
            step = steps[np.argmin(change)]
            other = _swapped(crossed[step] & (now != now[case]), scores[step], case)
            turn = Turn(criterion, int(tried[step]), bool(tried[step] > chosen[criterion]), other)
            found[case].append((float(change.min()), turn))
    return tuple(min(each, key=lambda change: change[0])[1] if each else None for each in found)


def _scan(known: Real, chosen: Real, criterion: int) -> tuple[Real, Real]:
    """The weights tried for a criterion, and the scores by weight and use case while the other weights stay."""
    others = chosen.sum() - chosen[criterion]
    rest = known @ chosen - known[:, criterion] * chosen[criterion]
    tried = np.arange(0 if others else 1, MOST_WEIGHT + 1)
    return tried, (rest + tried[:, None] * known[:, criterion]) / (others + tried)[:, None]


def _swapped(crossed: NDArray[np.bool_], scores: Real, case: int) -> int:
    """Who crosses the line the other way: of those that do, the one nearest to the use case that turns."""
    others = np.flatnonzero(crossed)
    return int(others[np.argmin(np.abs(scores[others] - scores[case]))])


def smallest_moves(values: Real, weights: Sequence[float], top: int) -> tuple[Move | None, ...]:
    """For each use case the least weight that, moved between criteria, takes it out of the first k or brings it in.

    The smallest of them all is the smallest change of weights that alters the chosen set: the first k are others as
    soon as one from outside overtakes one from inside, and for a pair the least weight to move is exact: a linear
    program whose answer gives to the criterion that speaks most for the one outside, and takes from those that speak
    most against it, one after the other. None where no weighting does it. A criterion of weight 0 stays out.
    """
    chosen = np.asarray(weights, dtype=np.float64)
    counted = np.flatnonzero(chosen > 0)
    share = chosen[counted] / chosen.sum()
    kept = values[:, counted]
    inside = in_top(kept @ share, top)
    found: list[Move | None] = [None] * len(values)
    for goes in np.flatnonzero(inside).tolist():
        for comes, moved in _overtaken(kept - kept[goes], share, np.flatnonzero(~inside)):
            for case in (goes, comes):
                best = found[case]
                if best is None or moved.sum() < best.share - SAME:
                    found[case] = _move(goes, comes, moved, kept[comes] - kept[goes], counted)
    return tuple(found)


def _overtaken(ahead: Real, share: Real, others: NDArray[np.int64]) -> list[tuple[int, Real]]:
    """Those from outside that can overtake one inside, each with what of every weight must be moved for it.

    ``ahead`` is by how much each use case is better than that one, by criterion.
    """
    difference = ahead[others]
    order = np.argsort(difference, axis=1, kind="stable")
    most = difference.max(axis=1, keepdims=True)
    gain = most - np.take_along_axis(difference, order, axis=1)
    have = share[order]
    missing = -(difference @ share)[:, None]
    before = np.cumsum(have * gain, axis=1) - have * gain
    needed = np.clip(missing - before, 0.0, have * gain)
    moved = np.divide(needed, gain, out=np.zeros_like(needed), where=gain > SAME)
    back = np.zeros_like(moved)
    np.put_along_axis(back, order, moved, axis=1)
    can = most[:, 0] > SAME
    return [(int(case), row) for case, row, does in zip(others, back, can, strict=True) if does]


def _move(goes: int, comes: int, moved: Real, difference: Real, counted: NDArray[np.int64]) -> Move:
    sources = tuple((int(counted[place]), float(moved[place])) for place in np.argsort(-moved) if moved[place] > SAME)
    return Move(goes, comes, float(moved.sum()), sources, int(counted[np.argmax(difference)]))
