"""The steps of undo and the log of changes: kept in the file beside the facts, but not facts themselves."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Table, Text

METADATA = MetaData()

STEP = Table(
    "step",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("label", Text, nullable=False),  # a message as JSON, so that it can be said in any language
    Column("at", String, nullable=False),
    Column("fold", String, nullable=False, default=""),  # quick repeats with the same key are one step
    Column("state", String, nullable=False, default="done"),  # done, undone, left (an undone branch)
    Column("uuid", String, nullable=False),  # the same in every copy of the file, so that common history is known
)

HISTORY = Table(
    "history",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("step", Integer, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("uuid", String, nullable=False),
    Column("before", Text),  # the row as JSON; null when it was made
    Column("after", Text),  # the row as JSON; null when it was removed
)
