"""The schema of every file version as it was released, one .sql each; the newest is the model's."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@lru_cache
def statements(version: int) -> tuple[str, ...]:
    """What makes the tables and indexes of a file of that version, in order, as SQLite keeps it in the file."""
    text = (_FOLDER / f"v{version}.sql").read_text(encoding="utf-8")
    return tuple(statement.strip() for statement in text.split(";\n") if statement.strip())


def of_model() -> str:
    """What the model asks for, as the newest .sql must hold it; ``packaging/schema_file.py`` writes it there."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement

    from roadmap_desktop.model.every import fact_tables
    from roadmap_desktop.model.history import METADATA

    made: list[DDLElement] = []
    for table in (*fact_tables(), *METADATA.sorted_tables):
        made += [CreateTable(table), *map(CreateIndex, sorted(table.indexes, key=lambda each: str(each.name)))]
    text = "".join(f"{str(each.compile(dialect=sqlite.dialect())).strip()};\n" for each in made)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
