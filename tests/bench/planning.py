"""Planning 10,000 linked tasks again in school time."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from roadmap_desktop.journey import schooldays
from roadmap_desktop.rules import schedule
from roadmap_desktop.rules.length import parse
from roadmap_desktop.store.document import Document
from tests.bench.stress import NOON, noon, stress_workshop
from tests.bench.table import Measured, seconds

TASKS = 10_000


def planning(runs: int = 9) -> Iterator[Measured]:
    """The line of the table."""
    document = Document.open(stress_workshop(), noon, read_only=True)
    calendars = schooldays.calendars(document)
    tasks = [schedule.Task(f"own:{n}", parse(f"{2 + n % 7} days"), schooldays.DISTRICT) for n in range(TASKS)]
    links = [schedule.Link(f"own:{n}", f"own:{n + 1}") for n in range(TASKS) if n % 10 < 9]
    order = schedule.network(tasks, links)
    document.close()
    again = [seconds(lambda: schedule.plan_network(order, calendars, NOON.date())) for _ in range(runs)]
    yield Measured(
        "plan 10,000 linked tasks again", "one pass over the arrays", 50, statistics.median(again) * 1000, "ms"
    )
