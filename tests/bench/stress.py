"""The stress workshop: far more than any district has, made with a fixed seed, so that every run measures the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from sqlite3 import Connection
from sqlite3 import connect as plainly
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Boolean, Date, DateTime

from roadmap_desktop.journey.from_catalogue import catalogue_facts
from roadmap_desktop.model.every import kinds
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.store.document import Document

WORKSHOP = "5c3c7c56-1a37-4c8e-9d0c-0d5a7f1f2b10"
SCHOOLS, PEOPLE, STATEMENTS, CASES, PILOTS, TASKS, LINKS = 1_000, 300, 334, 40, 200, 20_000, 25_000
NOON = datetime(2026, 8, 12, 12, 0)
Rows = Iterable[dict[str, Any]]
_place = TemporaryDirectory(prefix="stress-")


def noon() -> datetime:
    """A clock that stands still on the day of the workshop."""
    return NOON


@lru_cache
def stress_workshop() -> Path:
    """The file, made once a run; whoever changes it works on a copy."""
    path = Path(_place.name) / "stress.roadmap"
    about = Workshop(uuid=WORKSHOP, district="Stress", state="FL", year="2026-27", held_on=NOON.date(), choose=20)
    Document.create(path, (about, *catalogue_facts(WORKSHOP)), noon).close()
    with plainly(path) as file:
        file.execute("PRAGMA synchronous = OFF")
        file.execute("UPDATE instrument SET in_use = 0")
        for kind, rows in _facts(file):
            _put(file, kind, rows)
    file.close()
    return path


def _uuid(kind: str, *key: object) -> str:
    return natural_uuid(WORKSHOP, kind, *key)


def _facts(file: Connection) -> Iterator[tuple[str, Rows]]:
    chance = Random(334)
    yield from _calendar()
    yield "school", ({"uuid": _uuid("school", n), "name": f"School {n:04}", "position": n} for n in range(SCHOOLS))
    yield "room_table", ({"uuid": _uuid("table", n), "name": str(n), "position": n} for n in range(30))
    yield "participant", (_person(n) for n in range(PEOPLE))
    yield from _readiness(chance)
    criteria = [row[0] for row in file.execute("SELECT uuid FROM criterion ORDER BY position")]
    yield from _use_cases(chance, criteria)
    yield from _pilots()
    phases = [row[0] for row in file.execute("SELECT key FROM phase ORDER BY position")]
    yield "task", (_task(n, phases[n * len(phases) // TASKS]) for n in range(TASKS))
    yield "link", (_link(n, *ends) for n, ends in enumerate(_ends()))


def _calendar() -> Iterator[tuple[str, Rows]]:
    year, first, last = _uuid("year"), date(2026, 8, 10), date(2027, 5, 28)
    yield "school_year", [{"uuid": year, "name": "2026-27", "first_day": first, "last_day": last}]
    quarters = ((first, date(2026, 10, 9)), (date(2026, 10, 12), date(2026, 12, 18)))
    quarters += ((date(2027, 1, 5), date(2027, 3, 12)), (date(2027, 3, 22), last))
    spans = [(SpanKind.GRADING_PERIOD, f"Quarter {n}", *days) for n, days in enumerate(quarters, 1)]
    spans += [(SpanKind.BREAK, "Winter break", date(2026, 12, 19), date(2027, 1, 4))]
    spans += [(SpanKind.BREAK, "Spring break", date(2027, 3, 13), date(2027, 3, 21))]
    yield (
        "span",
        [
            {"uuid": _uuid("span", n), "year": year, "kind": kind.value, "name": name, "first": begins, "last": ends}
            for n, (kind, name, begins, ends) in enumerate(spans)
        ],
    )


def _person(n: int) -> dict[str, Any]:
    perspective = ("teacher", "principal", "family", "technology")[n % 4]
    table = _uuid("table", n % 30)
    return {
        "uuid": _uuid("person", n),
        "name": f"Person {n}",
        "position": n,
        "perspective": perspective,
        "table": table,
    }


def _readiness(chance: Random) -> Iterator[tuple[str, Rows]]:
    own = _uuid("instrument")
    yield "instrument", [{"uuid": own, "key": "imported", "name": "Imported", "in_use": True}]
    yield "level", ({"uuid": _uuid("level", n), "instrument": own, "value": n, "name": f"Level {n}"} for n in range(5))
    pillars = ("people", "systems", "policies")
    yield (
        "dimension",
        [
            {
                "uuid": _uuid("dimension", n),
                "instrument": own,
                "key": f"d{n}",
                "position": n,
                "pillar": pillars[n % 3],
                "name": f"Dimension {n}",
            }
            for n in range(8)
        ],
    )
    yield (
        "statement",
        [
            {
                "uuid": _uuid("statement", n),
                "dimension": _uuid("dimension", n * 8 // STATEMENTS),
                "key": f"s{n}",
                "number": n + 1,
                "text": f"Statement {n + 1} of the instrument",
            }
            for n in range(STATEMENTS)
        ],
    )
    levels = (0, 1, 2, 3, 4)
    leaning = [[chance.random() + 0.1 for _ in levels] for _ in range(STATEMENTS)]
    yield (
        "rating",
        (
            {
                "uuid": _uuid("rating", s, p),
                "statement": _uuid("statement", s),
                "round": 1,
                "way": "paper",
                "participant": _uuid("person", p),
                "level": level,
                "at": NOON,
            }
            for s in range(STATEMENTS)
            for p, level in enumerate(chance.choices(levels, leaning[s], k=PEOPLE))
        ),
    )


def _use_cases(chance: Random, criteria: list[str]) -> Iterator[tuple[str, Rows]]:
    yield (
        "use_case",
        [
            {
                "uuid": _uuid("case", n),
                "name": f"Use case {n}",
                "position": n,
                "data_class": n % 3,
                "choice": "pilot" if n < 20 else "",
            }
            for n in range(CASES)
        ],
    )
    yield (
        "score",
        (
            {
                "uuid": _uuid("score", n, c, p),
                "use_case": _uuid("case", n),
                "criterion": criterion,
                "participant": _uuid("person", p),
                "value": float(chance.randrange(1, 6)),
            }
            for n in range(CASES)
            for c, criterion in enumerate(criteria)
            for p in range(PEOPLE)
        ),
    )


def _pilots() -> Iterator[tuple[str, Rows]]:
    numbers = range(PILOTS)
    yield (
        "pilot",
        ({"uuid": _uuid("pilot", n), "name": f"Pilot {n}", "position": n, "length": "6 weeks"} for n in numbers),
    )
    yield (
        "pilot_use_case",
        ({"uuid": _uuid("tests", n), "pilot": _uuid("pilot", n), "use_case": _uuid("case", n % 20)} for n in numbers),
    )
    yield (
        "site",
        (
            {"uuid": _uuid("site", n, s), "pilot": _uuid("pilot", n), "school": _uuid("school", n * 5 + s)}
            for n in numbers
            for s in range(3)
        ),
    )
    yield (
        "success_criterion",
        (
            {
                "uuid": _uuid("success", n, c),
                "pilot": _uuid("pilot", n),
                "name": f"Measure {c}",
                "position": c,
                "target": 70.0,
                "minimum": 50.0,
                "unit": "%",
            }
            for n in numbers
            for c in range(3)
        ),
    )
    yield (
        "check_in",
        (
            {"uuid": _uuid("check", n, week), "pilot": _uuid("pilot", n), "week": week}
            for n in numbers
            for week in (2, 4)
        ),
    )


def _task(n: int, phase: str) -> dict[str, Any]:
    starts = NOON.date() + timedelta(days=n * 37 % 200) if n % 10 == 0 else None
    return {
        "uuid": _uuid("task", n),
        "key": f"own:{n}",
        "own": True,
        "name": f"Task {n}",
        "phase": phase,
        "length": f"{2 + n % 7} days",
        "not_before": starts,
        "position": n,
        "progress": n * 13 % 101,
    }


def _ends() -> list[tuple[int, int]]:
    """Chains of ten tasks, and links from each even chain to the one after it."""
    chains = [(n, n + 1) for n in range(TASKS) if n % 10 < 9]
    across = [(even + j, even + 10 + j + 2) for even in range(0, TASKS, 20) for j in range(7)]
    return (chains + across)[:LINKS]


def _link(n: int, before: int, after: int) -> dict[str, Any]:
    return {"uuid": _uuid("link", n), "before": f"own:{before}", "after": f"own:{after}"}


def _put(file: Connection, kind: str, rows: Rows) -> None:
    """Fills the columns that are not given with their defaults, and writes as SQLAlchemy would."""
    table = kinds()[kind].__table__
    columns = list(table.columns)
    defaults = {column.name: column.default.arg if column.default is not None else None for column in columns}
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{column.name}"' for column in columns)

    def values() -> Iterator[tuple[object, ...]]:
        for row in rows:
            whole = {**defaults, **row}
            yield tuple(_stored(column, whole[column.name]) for column in columns)

    file.executemany(f'INSERT INTO "{kind}" ({names}) VALUES ({marks})', values())


def _stored(column: Any, value: object) -> object:
    if isinstance(value, datetime) or isinstance(column.type, DateTime):
        return value and f"{value:%Y-%m-%d %H:%M:%S.%f}"
    if isinstance(column.type, Date) and value is not None:
        return str(value)
    return int(value) if isinstance(column.type, Boolean) else value  # type: ignore[call-overload]
