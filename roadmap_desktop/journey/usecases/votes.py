"""The scores of the whole room as arrays: by who scored, use case and criterion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KINDS = (*facts.KINDS, "criterion", "score")
"""The kinds of facts that the arrays are made from."""


@dataclass(frozen=True, slots=True)
class Votes:
    """``values`` has the scores by scorer, use case and criterion, NaN where there is none.

    ``means`` has the mean of all who scored by use case and criterion, ``scorers`` how many scored each use case.
    Each person, each table and the room count once; ``who`` has their uuids, empty for the room.
    """

    values: NDArray[np.float64]
    means: tuple[tuple[float | None, ...], ...]
    scorers: tuple[int, ...]
    who: tuple[str, ...]


def votes(document: Document) -> Votes:
    """All scores, in the order of the room's use cases and criteria."""
    return document.remembered("votes", KINDS, lambda: _votes(document))


def _votes(document: Document) -> Votes:
    import numpy as np  # a start without a ranking is spared it

    with document.read():
        cases = {each.uuid: place for place, each in enumerate(facts.use_cases(document))}
        asked = {each.uuid: place for place, each in enumerate(facts.criteria(document))}
        query = select(Score.participant, Score.table, Score.use_case, Score.criterion, Score.value)
        rows = document.rows(query)
    who = {scorer: place for place, scorer in enumerate(sorted({row.participant or row.table or "" for row in rows}))}
    values = np.full((len(who), len(cases), len(asked)), np.nan)
    for participant, table, use_case, criterion, value in rows:
        values[who[participant or table or ""], cases[use_case], asked[criterion]] = value
    means, scorers = means_of(values)
    return Votes(values, means, scorers, tuple(who))


def means_of(values: NDArray[np.float64]) -> tuple[tuple[tuple[float | None, ...], ...], tuple[int, ...]]:
    """The means by use case and criterion of those who scored, None where nobody did, and how many scored each."""
    import numpy as np

    there = ~np.isnan(values)
    number = there.sum(axis=0)
    means = np.where(there, values, 0).sum(axis=0) / np.maximum(number, 1)
    by_case = tuple(
        tuple(mean if some else None for mean, some in zip(row, counted, strict=True))
        for row, counted in zip(means.tolist(), number.tolist(), strict=True)
    )
    return by_case, tuple(there.any(axis=2).sum(axis=0).tolist())
