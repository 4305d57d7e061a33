"""Version 2: every step has an id, so that the common history of two copies is known; a key seals packets."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from uuid import UUID

from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.store.migrations.rebuilding import Stated, rebuild

STATED: Stated = {
    "step": {"uuid": "uuid_of_step(id, at)"},
    "instrument": {"in_use": "1"},
    "statement": {"not_applicable": "0"},
    "workshop": {"packet_key": "packet_key()"},
    "parked_item": {"step": "''"},
    "action_item": {"step": "''"},
    "participant": {"pinned": "0"},
    "use_case": {"dissent": "''"},
    "record_entry": {"dissent": "''"},
    "task": {"calendar": "'office'"},
}


def migrate(connection: sqlite3.Connection) -> None:
    """From 1 to 2; two copies of one file give the same step the same id."""
    workshop = _workshop(connection)

    def uuid_of_step(number: int, at: str) -> str:
        return natural_uuid(workshop, "step", number, at)

    connection.create_function("uuid_of_step", 2, uuid_of_step, deterministic=True)
    key = _packet_key(connection)
    connection.create_function("packet_key", 0, lambda: key, deterministic=True)
    rebuild(connection, 2, STATED)


def _packet_key(connection: sqlite3.Connection) -> str:
    """From random ids that no packet holds, so that two copies of one file seal alike."""
    rows = connection.execute("SELECT uuid FROM instrument UNION SELECT uuid FROM level ORDER BY uuid").fetchall()
    return sha256("\n".join(str(uuid) for (uuid,) in rows).encode()).hexdigest()


def _workshop(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT uuid FROM workshop").fetchone()
    try:
        return str(UUID(found[0]))
    except (TypeError, ValueError, AttributeError):  # not an id: the steps still differ from one another
        return str(UUID(int=0))
