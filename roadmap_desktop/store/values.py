"""Looks at every value of a file: is it of its column's type, and one of the words that the program knows there?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import lru_cache

from sqlalchemy import Column, Connection, Table

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.rules.grades import Level
from roadmap_desktop.rules.guardrails import Gate, Status
from roadmap_desktop.rules.length import parse, parse_lag
from roadmap_desktop.rules.monitoring import Area, Breach, Cadence
from roadmap_desktop.rules.network import LinkKind
from roadmap_desktop.rules.pilots import Direction, Evidence, Verdict
from roadmap_desktop.rules.readiness import Answer, FloorWhen, Way
from roadmap_desktop.rules.scaling import Pace
from roadmap_desktop.rules.team import Letter
from roadmap_desktop.rules.usecases import Choice

LARGEST = 10**15
"""No number that a person enters is larger."""

YEARS = ("0100", "9900")
"""The first and the last year of a date; beyond, a calendar of some years more can't be counted."""

_YEAR = f"substr({{0}}, 1, 4) BETWEEN '{YEARS[0]}' AND '{YEARS[1]}'"
_TYPED: dict[type, str] = {
    str: "typeof({0}) = 'text'",
    int: f"typeof({{0}}) = 'integer' AND {{0}} BETWEEN -{LARGEST} AND {LARGEST}",
    bool: "typeof({0}) = 'integer' AND {0} IN (0, 1)",
    float: f"typeof({{0}}) IN ('real', 'integer') AND {{0}} BETWEEN -{LARGEST} AND {LARGEST}",
    date: f"typeof({{0}}) = 'text' AND date({{0}}, '+0 days') = {{0}} AND {_YEAR}",
    time: "typeof({0}) = 'text' AND time({0}) = substr({0}, 1, 8)",
    datetime: f"typeof({{0}}) = 'text' AND datetime({{0}}, '+0 days') = substr({{0}}, 1, 19) AND {_YEAR}",
}
"""By the type of a column: what holds for each of its values; SQLite itself keeps any value in any column."""
WORDS: dict[tuple[str, str], Callable[[str], object]] = {
    ("agenda_item", "kind"): ItemKind,
    ("barrier", "length"): parse,
    ("guardrail", "gate"): Gate,
    ("guardrail", "gate_for_students"): Gate,
    ("guardrail", "length"): parse,
    ("guardrail", "status"): Status,
    ("indicator", "area"): Area,
    ("indicator", "breach"): Breach,
    ("indicator", "cadence"): Cadence,
    ("link", "kind"): LinkKind,
    ("link", "lag"): parse_lag,
    ("pilot", "decides_after"): parse,
    ("pilot", "length"): parse,
    ("pilot", "preparation"): parse,
    ("rating", "answer"): Answer,
    ("rating", "way"): Way,
    ("responsibility", "letter"): Letter,
    ("school", "level"): Level,
    ("school", "pace"): Pace,
    ("span", "kind"): SpanKind,
    ("statement", "floor_when"): FloorWhen,
    ("success_criterion", "direction"): Direction,
    ("success_criterion", "evidence"): Evidence,
    ("decision", "verdict"): Verdict,
    ("task", "length"): parse,
    ("use_case", "choice"): Choice,
    ("wave", "length"): parse,
}
"""What reads a text that is one of a few words, or a length; an empty text stands for none where it is the default."""


def foreign_values(connection: Connection) -> Iterator[str]:
    """The tables and columns that hold something the program never writes there."""
    if connection.exec_driver_sql("SELECT count(*) FROM workshop").scalar_one() != 1:
        yield "workshop"
    for table in fact_tables():
        if connection.exec_driver_sql(_untyped(table)).first() is not None:
            yield table.name
        for column in table.columns:
            read = WORDS.get((table.name, column.name))
            if read is not None and not _reads(connection, column, read):
                yield f"{table.name}.{column.name}"


@lru_cache
def _untyped(table: Table) -> str:
    return f'SELECT 1 FROM "{table.name}" WHERE NOT ({" AND ".join(map(_holds, table.columns))}) LIMIT 1'


def _holds(column: Column[object]) -> str:
    holds = f"ifnull({_TYPED[column.type.python_type]}, 0)".format(f'"{column.name}"')
    return f'("{column.name}" IS NULL OR {holds})' if column.nullable else holds


def _reads(connection: Connection, column: Column[str], read: Callable[[str], object]) -> bool:
    may_be_empty = getattr(column.default, "arg", None) == ""
    try:
        for (value,) in connection.exec_driver_sql(f'SELECT DISTINCT "{column.name}" FROM "{column.table.name}"'):
            if value or not may_be_empty:
                read(value)
    except (TypeError, ValueError):
        return False
    return True
