"""Guardrails, their evidence, who asks for them, and the laws behind them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Guardrail(Fact):
    """An expectation that must hold; gate is any (pilot), students (student-facing or personal data) or scaling."""

    __tablename__ = "guardrail"
    key: Mapped[str] = column(default="")
    name: Mapped[str] = column(default="")
    area: Mapped[str] = column(default="")
    position: Mapped[int] = column(default=0)
    gate: Mapped[str] = column(default="any")
    gate_for_students: Mapped[str] = column(default="")  # replaces the gate where students use the tool
    status: Mapped[str] = column(default="missing")  # missing, drafted, adopted
    owner: Mapped[str] = column(default="")
    due: Mapped[date | None] = column(default=None)
    adopted_on: Mapped[date | None] = column(default=None)
    length: Mapped[str] = column(default="6 weeks")


class Evidence(Fact):
    """Where it can be seen that a guardrail holds."""

    __tablename__ = "evidence"
    guardrail: Mapped[str] = column(part_of("guardrail"))
    text: Mapped[str]
    dated: Mapped[date | None] = column(default=None)


class Requirement(Fact):
    """A guardrail that the room asks of a use case beyond what its gate asks."""

    __tablename__ = "requirement"
    use_case: Mapped[str] = column(part_of("use_case"))
    guardrail: Mapped[str] = column(part_of("guardrail"))


class Law(Fact):
    """A law or standard behind a guardrail, with the day on which this was known to be so."""

    __tablename__ = "law"
    guardrail: Mapped[str] = column(part_of("guardrail"))
    as_of: Mapped[date]
    key: Mapped[str] = column(default="")  # of the catalogue; empty when written by the room
    name: Mapped[str] = column(default="")  # the room's words; empty: the catalogue's
    applies_from: Mapped[date | None] = column(default=None)
    note: Mapped[str] = column(default="")
