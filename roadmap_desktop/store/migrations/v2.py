"""Version 2: every step has an id of its own, so that the common history of two copies is known; taken packets."""

from __future__ import annotations

import sqlite3
from uuid import UUID

from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.store.migrations.rebuilding import Stated, rebuild

STATED: Stated = {
    "step": {"uuid": "uuid_of_step(id, at)"},
    "instrument": {"in_use": "1"},
}


def migrate(connection: sqlite3.Connection) -> None:
    """From 1 to 2; two copies of one file give the same step the same id."""
    workshop = _workshop(connection)

    def uuid_of_step(number: int, at: str) -> str:
        return natural_uuid(workshop, "step", number, at)

    connection.create_function("uuid_of_step", 2, uuid_of_step, deterministic=True)
    rebuild(connection, 2, STATED)


def _workshop(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT uuid FROM workshop").fetchone()
    try:
        return str(UUID(found[0]))
    except (
        TypeError,
        ValueError,
        AttributeError,
    ):  # no workshop, or not an id: the steps still differ from one another
        return str(UUID(int=0))
