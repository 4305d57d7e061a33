"""Use cases, their outcomes, the criteria they are scored on, scores, votes and choices."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Index

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class UseCase(Fact):
    """Something AI would be used for; data class 0 public, 1 internal, 2 personal, 3 sensitive; risk L, M, H."""

    __tablename__ = "use_case"
    key: Mapped[str] = column(default="")  # of the catalogue; empty when written by the room
    name: Mapped[str] = column(default="")  # the room's words; empty: the catalogue's
    description: Mapped[str] = column(default="")
    position: Mapped[int] = column(default=0)
    level: Mapped[str] = column(default="district")  # district, classroom, support
    risk: Mapped[str] = column(default="L")
    data_class: Mapped[int] = column(default=0)
    student_facing: Mapped[bool] = column(default=False)
    owner: Mapped[str] = column(default="")
    veto: Mapped[str] = column(default="")  # why it may not be chosen: red list, harm to equity
    local_decision: Mapped[str] = column(default="")  # the district's own, where vetoed or references disagree
    tool: Mapped[str] = column(default="")
    choice: Mapped[str] = column(default="")  # pilot, later, parked, no
    choice_reason: Mapped[str] = column(default="")
    chosen_at: Mapped[datetime | None] = column(default=None)
    chosen_place: Mapped[int | None] = column(default=None)  # the place and score that it was chosen on
    chosen_score: Mapped[float | None] = column(default=None)
    dissent: Mapped[str] = column(default="")  # who disagrees with the choice, and why


class Outcome(Fact):
    """What success means for a use case; values are in ``unit``."""

    __tablename__ = "outcome"
    use_case: Mapped[str] = column(part_of("use_case"), unique=True)
    measure: Mapped[str] = column(default="")
    baseline: Mapped[float | None] = column(default=None)
    target: Mapped[float | None] = column(default=None)
    minimum: Mapped[float | None] = column(default=None)
    unit: Mapped[str] = column(default="")
    source: Mapped[str] = column(default="")
    collector: Mapped[str] = column(default="")
    due: Mapped[date | None] = column(default=None)


class Criterion(Fact):
    """What use cases are scored on; the weights count in proportion to one another."""

    __tablename__ = "criterion"
    key: Mapped[str] = column(default="")
    name: Mapped[str] = column(default="")
    position: Mapped[int] = column(default=0)
    weight: Mapped[float] = column(default=10.0)


class PerspectiveWeight(Fact):
    """How much a criterion counts for a perspective (its catalogue key), beside the room's weight; natural uuid."""

    __tablename__ = "perspective_weight"
    perspective: Mapped[str]
    criterion: Mapped[str] = column(part_of("criterion"))
    weight: Mapped[float]


class PairComparison(Fact):
    """Two criteria compared by the room (an empty perspective) or a perspective; natural uuid.

    The criterion with the lesser uuid stands first; ``answer`` says how many times as much it counts: "3" is three
    times as much, "-3" a third (Saaty's scale).
    """

    __tablename__ = "pair_comparison"
    perspective: Mapped[str] = column(default="")
    criterion: Mapped[str] = column(part_of("criterion"))
    other_criterion: Mapped[str] = column(part_of("criterion"))
    answer: Mapped[str]


class Score(Fact):
    """A score from 1 to 5 on one criterion, by a participant, a table or (neither) the room; natural uuid."""

    __tablename__ = "score"
    __table_args__ = (Index("score_by_use_case", "use_case"),)
    use_case: Mapped[str] = column(part_of("use_case"))
    criterion: Mapped[str] = column(part_of("criterion"))
    value: Mapped[float]
    participant: Mapped[str | None] = column(part_of("participant"), default=None)
    table: Mapped[str | None] = column(part_of("room_table"), default=None)


class Poll(Fact):
    """A vote that was held: how many gave one, how many left it blank, and when; natural uuid of way and round.

    ``counts`` has the people at each level of a check of agreement, from the lowest up, as "0 1 4"; else it is empty.
    """

    __tablename__ = "poll"
    way: Mapped[str] = column(default="dots")  # dots, slips, fist, gradients
    round: Mapped[int] = column(default=1)
    voters: Mapped[int] = column(default=0)
    blanks: Mapped[int] = column(default=0)
    counts: Mapped[str] = column(default="")
    at: Mapped[datetime | None] = column(default=None)


class Vote(Fact):
    """Dots or points of slips for a use case; without a participant where the vote is secret."""

    __tablename__ = "vote"
    use_case: Mapped[str] = column(part_of("use_case"))
    value: Mapped[float]
    participant: Mapped[str | None] = column(part_of("participant"), default=None)
    way: Mapped[str] = column(default="dots")
    round: Mapped[int] = column(default=1)
