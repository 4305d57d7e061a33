"""What a schema means: tables, columns, keys and indexes, however their text is written (ALTER TABLE rewrites it)."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from roadmap_desktop.store.header import FILE_VERSION
from roadmap_desktop.store.schemas import statements

Fields = tuple[Any, ...]

_ENTRIES = "SELECT type, name, tbl_name, sql FROM main.sqlite_master"
_TABLES = """
    SELECT name, type, ncol, wr, strict FROM pragma_table_list
    WHERE schema = 'main' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
"""
_COLUMNS = """
    SELECT m.name, x.* FROM main.sqlite_master AS m, pragma_table_xinfo(m.name, 'main') AS x WHERE m.type = 'table'
"""
_KEYS = """
    SELECT m.name, x.* FROM main.sqlite_master AS m, pragma_foreign_key_list(m.name, 'main') AS x
    WHERE m.type = 'table'
"""
_INDEXES = """
    SELECT m.name, i.name, i."unique", i.origin, i.partial, x.seqno, x.cid, x.name, x."desc", x.coll, x."key"
    FROM main.sqlite_master AS m, pragma_index_list(m.name, 'main') AS i, pragma_index_xinfo(i.name, 'main') AS x
    WHERE m.type = 'table'
"""
_SAID_NOWHERE_ELSE = re.compile(r"\b(CHECK|COLLATE|CONFLICT|GENERATED|AUTOINCREMENT|VIRTUAL)\b", re.IGNORECASE)
"""What the lists above don't tell of a table, and no table of a workshop has."""
_QUOTED_NAME = re.compile(r'^CREATE TABLE "(\w+)" \(')


@dataclass(frozen=True, slots=True)
class TableMeaning:
    """One table: its kind, its columns by name, the rows it points to, and its indexes."""

    kind: Fields
    columns: frozenset[Fields]  # name, type, is not null, default, place in the key, hidden
    keys: frozenset[Fields]
    indexes: frozenset[Fields]
    extras: frozenset[str]  # words such as CHECK

    @property
    def names(self) -> frozenset[str]:
        """The names of its columns."""
        return frozenset(column[0] for column in self.columns)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A whole schema: its tables by name, and what is neither a table nor an index of one."""

    tables: dict[str, TableMeaning]
    others: frozenset[tuple[str, str]]

    def holds(self, other: Meaning) -> bool:
        """Whether everything that the other has can be read here: all its tables with all its columns."""
        return all(table.kind[0] == "table" for table in self.tables.values()) and all(
            name in self.tables
            and {column[:2] for column in table.columns} <= {c[:2] for c in self.tables[name].columns}
            for name, table in other.tables.items()
        )


def meaning(connection: sqlite3.Connection) -> Meaning:
    """What the schema of an open file means; sqlite3.DatabaseError where it can't be read."""
    words, others = _entries(connection.execute(_ENTRIES))
    kinds = {row[0]: tuple(row[1:]) for row in connection.execute(_TABLES)}
    columns = _by_table((name, tuple(about)) for name, _, *about in connection.execute(_COLUMNS))
    keys = _by_table((name, tuple(about)) for name, _, *about in connection.execute(_KEYS))
    indexes = _indexes(connection.execute(_INDEXES))
    tables = {
        name: TableMeaning(kind, columns[name], keys[name], indexes[name], words[name]) for name, kind in kinds.items()
    }
    return Meaning(tables, others)


@lru_cache
def meaning_of(version: int) -> Meaning:
    """What the schema of a released file version means."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(";\n".join(statements(version)))
        return meaning(connection)


def is_word_for_word(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the file's schema is the version's text, line by line: the quick answer for nearly every file.

    A file that was brought up from an earlier version is one of them: there a table that was rebuilt has its name in
    quotes, and one that was not has its lines in the order and with the blanks of the version that made it.
    """
    if version > FILE_VERSION or version < 1:
        return False
    found = connection.execute("SELECT sql FROM main.sqlite_master WHERE sql IS NOT NULL")
    return Counter(_lines(str(row[0])) for row in found) == _text_of(version)


@lru_cache
def _text_of(version: int) -> Counter[tuple[str, ...]]:
    return Counter(_lines(statement) for statement in statements(version))


def _lines(statement: str) -> tuple[str, ...]:
    """The first line without quotes round the name, then the others in order; no word of ours has a blank in it."""
    head, *rest = (line.strip() for line in statement.split("\n"))
    return _QUOTED_NAME.sub(r"CREATE TABLE \1 (", head), *sorted(line.removesuffix(",") for line in rest)


def _entries(rows: Iterable[Fields]) -> tuple[defaultdict[str, frozenset[str]], frozenset[tuple[str, str]]]:
    words: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    others = set()
    for kind, name, table, sql in rows:
        if kind not in ("table", "index"):
            others.add((str(kind), str(name)))
        words[table] |= frozenset(word.upper() for word in _SAID_NOWHERE_ELSE.findall(str(sql or "")))
    return words, frozenset(others)


def _by_table(pairs: Iterable[tuple[str, Fields]]) -> defaultdict[str, frozenset[Fields]]:
    found: defaultdict[str, frozenset[Fields]] = defaultdict(frozenset)
    for name, about in pairs:
        found[name] |= {about}
    return found


def _indexes(rows: Iterable[Fields]) -> defaultdict[str, frozenset[Fields]]:
    """The indexes of each table; those that a key or UNIQUE makes have names that count up, which say nothing."""
    parts: defaultdict[tuple[str, Fields], list[Fields]] = defaultdict(list)
    for table, name, unique, origin, partial, *part in rows:
        parts[table, ("" if origin != "c" else name, unique, origin, partial, name)].append(tuple(part))
    pairs = ((table, (*about[:-1], *sorted(part))) for (table, about), part in parts.items())
    return _by_table(pairs)
