"""Use cases, their outcomes, the criteria they are scored on, scores, votes and choices."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from roadmap_desktop.model.fact import Fact, part_of


class UseCase(Fact):
    """Something AI would be used for; data class 0 public, 1 internal, 2 personal, 3 sensitive; risk L, M, H."""

    __tablename__ = "use_case"
    key: Mapped[str] = mapped_column(default="")  # of the catalogue; empty when written by the room
    name: Mapped[str] = mapped_column(default="")  # the room's words; empty: the catalogue's
    description: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    level: Mapped[str] = mapped_column(default="district")  # district, classroom, support
    risk: Mapped[str] = mapped_column(default="L")
    data_class: Mapped[int] = mapped_column(default=0)
    student_facing: Mapped[bool] = mapped_column(default=False)
    owner: Mapped[str] = mapped_column(default="")
    veto: Mapped[str] = mapped_column(default="")  # why it may not be chosen: red list, harm to equity
    tool: Mapped[str] = mapped_column(default="")
    choice: Mapped[str] = mapped_column(default="")  # pilot, later, parked, no
    choice_reason: Mapped[str] = mapped_column(default="")
    chosen_at: Mapped[datetime | None] = mapped_column(default=None)


class Outcome(Fact):
    """What success means for a use case; values are in ``unit``."""

    __tablename__ = "outcome"
    use_case: Mapped[str] = mapped_column(part_of("use_case"), unique=True)
    measure: Mapped[str] = mapped_column(default="")
    baseline: Mapped[float | None] = mapped_column(default=None)
    target: Mapped[float | None] = mapped_column(default=None)
    minimum: Mapped[float | None] = mapped_column(default=None)
    unit: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    collector: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None] = mapped_column(default=None)


class Criterion(Fact):
    """What use cases are scored on; the weights count in proportion to one another."""

    __tablename__ = "criterion"
    key: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    weight: Mapped[float] = mapped_column(default=10.0)


class Score(Fact):
    """A score from 1 to 5 on one criterion, by a participant, a table or (neither) the room; natural uuid."""

    __tablename__ = "score"
    __table_args__ = (Index("score_by_use_case", "use_case"),)
    use_case: Mapped[str] = mapped_column(part_of("use_case"))
    criterion: Mapped[str] = mapped_column(part_of("criterion"))
    value: Mapped[float]
    participant: Mapped[str | None] = mapped_column(part_of("participant"), default=None)
    table: Mapped[str | None] = mapped_column(part_of("room_table"), default=None)


class Vote(Fact):
    """Dots, slips or fingers for a use case; without a participant where the vote is secret."""

    __tablename__ = "vote"
    use_case: Mapped[str] = mapped_column(part_of("use_case"))
    value: Mapped[float]
    participant: Mapped[str | None] = mapped_column(part_of("participant"), default=None)
    way: Mapped[str] = mapped_column(default="dots")
    round: Mapped[int] = mapped_column(default=1)
