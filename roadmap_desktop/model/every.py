"""Every module of the model, so that the mapping is whole wherever a file is opened."""

from __future__ import annotations

from sqlalchemy import Table

from roadmap_desktop.model import (
    calendar,
    guardrails,
    history,
    learning,
    monitoring,
    packets,
    people,
    pilots,
    readiness,
    roadmap,
    scaling,
    team,
    usecases,
    workshop,
)
from roadmap_desktop.model.fact import Fact

MODULES = (
    workshop,
    people,
    calendar,
    readiness,
    usecases,
    guardrails,
    team,
    pilots,
    learning,
    scaling,
    monitoring,
    roadmap,
    packets,
    history,
)


def fact_tables() -> tuple[Table, ...]:
    """The tables of all facts, owners before their parts."""
    return tuple(Fact.metadata.sorted_tables)


def kinds() -> dict[str, type[Fact]]:
    """Every kind of fact by its name, which is its table's."""
    return {each.__tablename__: each for each in Fact.__subclasses__()}
