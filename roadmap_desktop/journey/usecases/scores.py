"""Score: what one person, one table or the room gives each use case on each criterion."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.journey.usecases.scorers import scorer_name
from roadmap_desktop.journey.voices import Who, said_by
from roadmap_desktop.language import Words
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.store.document import Document

KINDS = (*facts.KINDS, "criterion", "score", "participant", "room_table")
"""The kinds of facts that the scores show."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A use case and its scores from 1 to 5 in the order of the criteria; None where there is none yet."""

    uuid: str
    name: Words
    about: Words
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ScoresPicture:
    """The grid of one scorer."""

    who: Who
    name: Words
    criteria: tuple[CriterionFact, ...]
    rows: tuple[ScoreRow, ...]

    @property
    def given(self) -> int:
        """How many scores are there."""
        return sum(value is not None for row in self.rows for value in row.values)

    @property
    def asked(self) -> int:
        """How many scores there can be."""
        return len(self.rows) * len(self.criteria)


def scores(document: Document, who: Who) -> ScoresPicture:
    """The grid of a person, a table or the room.

    Raises:
        Refused: there is no such person or table any more.
    """
    with document.read():
        asked = facts.criteria(document)
        given: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for row in document.rows(select(Score.use_case, Score.criterion, Score.value).where(*said_by(Score, who))):
            given[row.use_case][row.criterion] = row.value
        return ScoresPicture(
            who=who,
            name=scorer_name(document, who),
            criteria=asked,
            rows=tuple(
                ScoreRow(each.uuid, each.name, each.about, tuple(given[each.uuid].get(one.uuid) for one in asked))
                for each in facts.use_cases(document)
            ),
        )
