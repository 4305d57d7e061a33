"""Writes every change of a fact into the history, whoever makes it.

TEMP triggers, one set per table, made from the tables before a file is changed first: nothing of them is stored in the
file, so any trigger found in a file is foreign.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, Float, Table

from roadmap_desktop.model.every import fact_tables


def start_recording(connection: Connection) -> None:
    """Makes the triggers; they write while ``temp.recording`` holds a step."""
    connection.exec_driver_sql("CREATE TEMP TABLE recording (step INTEGER NOT NULL)")
    for table in fact_tables():
        for event, before, after in (("INSERT", None, "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", None)):
            connection.exec_driver_sql(_trigger(table, event, before, after))


def _trigger(table: Table, event: str, before: str | None, after: str | None) -> str:
    when = f" AND {_row(table, 'OLD')} IS NOT {_row(table, 'NEW')}" if event == "UPDATE" else ""
    return (
        f"CREATE TEMP TRIGGER {table.name}_{event.lower()} AFTER {event} ON main.{table.name} "
        f"WHEN EXISTS (SELECT 1 FROM temp.recording){when} BEGIN "
        "INSERT INTO history (step, kind, uuid, before, after) VALUES ("
        f"(SELECT step FROM temp.recording), '{table.name}', {after or before}.uuid, "
        f"{_row(table, before)}, {_row(table, after)}); END"
    )


def _row(table: Table, side: str | None) -> str:
    if side is None:
        return "NULL"
    return f"json_object({', '.join(_pair(column, side) for column in table.columns)})"


def _pair(column: Column[object], side: str) -> str:
    value = f'{side}."{column.name}"'
    if isinstance(column.type, Float):  # JSON in SQLite keeps 15 digits; a number must come back to the last bit
        value = f"CASE WHEN {value} IS NULL THEN NULL ELSE printf('%!.17g', {value}) END"
    return f"'{column.name}', {value}"
