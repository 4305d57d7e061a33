"""Keeps the history within its bounds: the oldest steps go first, a few at a time, and never what still leads back."""

from __future__ import annotations

from sqlalchemy import Connection, text

from roadmap_desktop.store.history import present

MOST_STEPS = 50_000
MOST_BYTES = 64 * 1024 * 1024
"""The bounds: steps, and the length of all rows kept with them."""
AT_A_TIME = 500
"""Steps that one call takes away, so that nobody waits for it."""


def trim(connection: Connection, *, most_steps: int = MOST_STEPS, most_bytes: int = MOST_BYTES) -> bool:
    """Takes away steps beyond the bounds, with what they changed; whether there are more to take.

    The newest step that holds stays whatever its size, and so does every step that can be made again: those lead from
    the present on, and without the first of them the others would fit nothing. The facts are never touched.
    """
    newest = present(connection)
    bound = max(_beyond_steps(connection, most_steps), _beyond_bytes(connection, most_bytes))
    old = "SELECT id FROM step WHERE id <= :bound AND id < :newest AND state <> 'undone' ORDER BY id LIMIT :limit"
    asked = {"bound": bound, "newest": newest, "limit": AT_A_TIME + 1}
    going = [row.id for row in connection.execute(text(old), asked)]
    for each in going[:AT_A_TIME]:
        connection.exec_driver_sql("DELETE FROM history WHERE step = ?", (each,))
        connection.exec_driver_sql("DELETE FROM step WHERE id = ?", (each,))
    return len(going) > AT_A_TIME


def _beyond_steps(connection: Connection, most: int) -> int:
    """The newest step that is one too many; 0 where none is."""
    query = "SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET :most"
    return int(connection.scalar(text(query), {"most": most}) or 0)


def _beyond_bytes(connection: Connection, most: int) -> int:
    """The newest step that is too much with all that came after it; 0 where there is room for all."""
    pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    if pages * int(connection.exec_driver_sql("PRAGMA page_size").scalar_one()) <= most:
        return 0  # the whole file is smaller
    size = "coalesce(length(before), 0) + coalesce(length(after), 0)"
    query = f"SELECT step, sum({size}) AS size FROM history GROUP BY step ORDER BY step DESC"
    total = 0
    for row in connection.execute(text(query)):
        total += row.size
        if total > most:
            return int(row.step)
    return 0
