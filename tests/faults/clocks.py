"""A clock that jumps back: the order of steps, and what can be undone, stays."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import select

from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.store.document import Document
from tests.faults.forked import in_batches
from tests.faults.table import Tried
from tests.faults.workshops import NOON, small_workshop

RUNS = 40
STEPS = 15


def clock_set_back(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table."""
    path = folder / "clock.roadmap"
    found = in_batches([f"{seed}.{at}" for at in range(RUNS)], lambda case: _jumped(path, Random(case)), str)
    return [Tried("a clock set back", RUNS * STEPS, "steps lost or out of order", tuple(found), 500)]


def _jumped(path: Path, chance: Random) -> str:
    """What is wrong after a day whose clock jumps; empty where nothing is."""
    now = NOON

    def clock() -> datetime:
        return now

    small_workshop(path).close()
    document = Document.open(path, clock)
    school = document.rows(select(School.uuid))[0].uuid
    names = [_name(document)]
    for number in range(STEPS):
        now += timedelta(seconds=chance.choice((1, 2, 4, 60, -1, -3, -60, -3600, -86400 * 400)))
        with document.change(message("Named"), fold=chance.choice(("", "name"))) as session:
            session.get_one(School, school).name = f"Name {number}"
        names.append(_name(document))
        if chance.random() < 0.3:
            document.close()
            document = Document.open(path, clock)
    back = [_name(document)]
    while document.undo():
        back.append(_name(document))
    document.close()
    in_order = [name for name in reversed(names) if name in back]
    if back != in_order or back[0] != names[-1] or back[-1] != names[0]:
        return f"undo went {back}, the names were {names}"
    return ""


def _name(document: Document) -> str:
    return document.rows(select(School.name).order_by(School.uuid).limit(1))[0].name
