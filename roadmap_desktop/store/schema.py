"""Makes a new file, and checks that a file holds what a workshop holds and nothing that runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from roadmap_desktop.language import message
from roadmap_desktop.model.declaring import load_mapper
from roadmap_desktop.model.fact import Fact
from roadmap_desktop.store.header import APPLICATION_ID, FILE_VERSION
from roadmap_desktop.store.meaning import is_word_for_word, meaning, meaning_of
from roadmap_desktop.store.schemas import statements
from roadmap_desktop.store.trouble import Damaged, FileTrouble


def write_new(path: Path, facts: Iterable[Fact]) -> None:
    """Writes a workshop file with these facts: beside its place first, then in one swap."""
    from sqlalchemy.orm import Session

    load_mapper()
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.unlink(missing_ok=True)
        engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(beside), poolclass=NullPool)
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FILE_VERSION}")
            for statement in statements(FILE_VERSION):
                connection.exec_driver_sql(statement)
            with Session(bind=connection) as session:
                session.add_all(facts)
                session.flush()
        engine.dispose()
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)  # of the file that was there
        beside.replace(path)
    except OSError as error:
        raise FileTrouble(
            message("{name} can't be written in this folder.", name=path.name),
            message("Nothing was changed."),
            message("Choose a folder of your own."),
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def check_schema(connection: sqlite3.Connection, name: str, version: int) -> None:
    """Compares what the file says it holds with what a file of its version holds.

    A newer file may hold more than ours; what runs by itself, it may not hold either.

    Raises:
        Damaged: a table or column of ours is missing or not as we make it, or there is a trigger, a view or
            a table of someone else's.
    """
    if is_word_for_word(connection, version):
        return
    found, ours = meaning(connection), meaning_of(max(1, min(version, FILE_VERSION)))
    is_sound = found == ours if 1 <= version <= FILE_VERSION else found.holds(ours) and not found.others
    if version == 0 or not is_sound:
        raise Damaged(
            message("{name} holds parts that a workshop file never holds, or lacks some of its own.", name=name),
            message("Nothing in it was run, and the file was not changed."),
            message("Ask the person who gave you the file for a fresh copy."),
        )


def check_content(connection: Connection, name: str) -> None:
    """Reads every page, follows every reference and looks at every value.

    Raises:
        FileTrouble: a page is damaged, a fact refers to one that is not there, or a value is none of ours.
    """
    from roadmap_desktop.store.values import foreign_values  # knows the words of every stage; opening needs none

    pages = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()  # indexes too
    references = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if pages != "ok" or references is not None or next(foreign_values(connection), None) is not None:
        raise Damaged(
            message("{name} is damaged.", name=name),
            message("The file was not changed."),
            message("Open an earlier copy of it."),
        )
