"""The open workshop file: the only owner of its connection; every change is one transaction and one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from roadmap_desktop.language import Words, message
from roadmap_desktop.model.declaring import load_mapper
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.fact import Fact, new_uuid
from roadmap_desktop.model.history import HISTORY, STEP
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store import history, undo
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.connection import engine_on
from roadmap_desktop.store.copying import copy_open
from roadmap_desktop.store.labels import as_json
from roadmap_desktop.store.lease import holder_of
from roadmap_desktop.store.opening import Asked, Opened, opened, restricted_by
from roadmap_desktop.store.recording import start_recording
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.store.schema import check_content, write_new
from roadmap_desktop.store.trimming import MOST_BYTES, MOST_STEPS, trim
from roadmap_desktop.store.trouble import FileTrouble, trouble_named

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")
Columns = TypeVarTuple("Columns")
Listener = Callable[[Change], None]
FOLDING = timedelta(seconds=5)
"""Repeats on one fact within this time are one step of undo."""

CHANGED_BY_OTHERS = message("Another program changed this workshop; it is shown as it is now.")
"""The label of the change that listeners hear then."""


def local_now() -> datetime:
    """The clock on the wall, in the laptop's own time zone, without the zone."""
    return datetime.now().astimezone().replace(tzinfo=None)


class Document:
    """An open ``.roadmap`` file. Made by ``Document.open`` or ``Document.create``."""

    def __init__(self, path: Path, opened: Opened, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.saved_at = clock()
        self._clock = clock
        self._open: Connection | None = None
        self._listeners: list[Listener] = []
        self._versions: dict[str, int] = {}
        self._remembered: dict[object, tuple[tuple[int, ...], Any]] = {}
        self._hold(opened)

    @classmethod
    def create(cls, path: Path, facts: Iterable[Fact], clock: Callable[[], datetime] = local_now) -> Document:
        """A new file at the path that holds these facts (a Workshop among them), opened; its history is empty.

        What was at the path is replaced once the new file is whole.

        Raises:
            FileTrouble: the place can't be written, or somebody has the file there open.
        """
        if (holder := holder_of(path)) is not None:
            raise restricted_by(holder, path, clock()).trouble()
        with trouble_named():
            write_new(path, facts)
        return cls.open(path, clock)

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] = local_now, *, read_only: bool = False) -> Document:
        """The workshop at the path; ``restriction`` says where it may only be read, and why.

        Raises:
            FileTrouble: the file is missing, foreign, damaged, or holds what a workshop never holds.
        """
        return cls(path, opened(Asked(path, clock(), read_only)), clock)

    @property
    def restriction(self) -> Restriction | None:
        """Why the workshop may only be read, and who has it instead; None while it can be changed."""
        return self._opened.restriction

    @property
    def read_only(self) -> bool:
        """Whether the workshop may only be read."""
        return self.restriction is not None

    def reader(self) -> Document:
        """The same file once more, for reading in a worker's thread; close it as soon as the pictures are made.

        Raises:
            FileTrouble: the file is not where it was opened any more.
        """
        if self._opened.watch.is_lost:
            raise Restriction(Why.LOST).trouble()
        return Document.open(self.path, self._clock, read_only=True)

    def take_over(self) -> None:
        """Takes the workshop from somebody who is said to have left it open, and reads it again.

        Raises:
            FileTrouble: meanwhile somebody else has it, or it can't be changed for another reason.
        """
        holder = None if self.restriction is None else self.restriction.holder
        fresh = opened(Asked(self.path, self._clock(), take_over=holder))
        self._engine.dispose()
        self._opened.close()
        self._hold(fresh)
        self._publish(_everything(message("The workshop was taken over.")))
        if fresh.restriction is not None:
            raise fresh.restriction.trouble()

    def notice_others(self) -> bool:
        """Looks whether somebody else wrote into the file, which is then read anew; replaced it; or took it over.

        Listeners hear of it. Whether somebody wrote. Costs so little that a window can do it every few seconds.
        """
        before = self.restriction
        is_written = self._open is None and self._opened.look(self.path, self._clock())
        if self.restriction is not None and self.restriction != before:
            self._publish(_everything(self.restriction.what))
        elif is_written or before != self.restriction:
            self._publish(_everything(CHANGED_BY_OTHERS))
        return is_written

    def save_copy(self, to: Path) -> None:
        """Writes what is open here to another place, whatever became of the file; a copy to go on with.

        Raises:
            FileTrouble: there is a file already, or the place can't be written.
        """
        copy_open(self._opened.connection, to)

    def check(self) -> None:
        """Reads the whole file, its references and its values.

        Raises:
            FileTrouble: something in it is damaged.
        """
        with trouble_named(), self.read() as connection:
            check_content(connection, self.path.name)

    def continue_in(self, path: Path) -> None:
        """Copies what the file holds to another place and goes on there; the file that was open stays as it is.

        Raises:
            FileTrouble: the file can't be read any more, or the place can't be written; nothing has changed then.
        """
        self.save_copy(path)
        fresh = opened(Asked(path, self._clock()))
        self._engine.dispose()
        self._opened.close()
        self.path, self.saved_at = path, self._clock()
        self._hold(fresh)

    def close(self) -> None:
        """Gives the file back; the document can't be used any more."""
        self._listeners.clear()
        self._engine.dispose()
        self._opened.close()

    def _hold(self, opened: Opened) -> None:
        self._opened = opened
        self._engine = engine_on(opened.connection)
        self._records = False

    # Reading

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection in one short transaction; inside a change, the change's own.

        Raises:
            FileTrouble: the file can't be read, or what the block trips over is that its content is damaged.
        """
        if self._open is not None:
            yield self._open
            return
        with trouble_named(), self._engine.connect() as connection, connection.begin():
            self._open = connection
            try:
                yield connection
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
                check_content(connection, self.path.name)  # a damaged file may be what it trips over
                raise
            finally:
                self._open = None

    def rows(self, query: Select[*Columns]) -> list[Row[*Columns]]:
        """All rows of a query by columns."""
        with self.read() as connection:
            return list(connection.execute(query).all())

    def remembered(self, key: object, kinds: tuple[str, ...], compute: Callable[[], T]) -> T:
        """What ``compute`` gives, kept until one of the kinds is touched."""
        version = tuple(self._versions.get(kind, 0) for kind in kinds)
        kept = self._remembered.get(key)
        if kept is None or kept[0] != version or self._open_for_change:
            kept = (version, compute())
            if not self._open_for_change:
                self._remembered[key] = kept
        value: T = kept[1]
        return value

    @property
    def workshop_uuid(self) -> str:
        """The uuid of the workshop in this file; natural uuids are made from it."""
        return str(self.remembered("workshop_uuid", (), lambda: self.rows(select(Workshop.uuid))[0].uuid))

    def now(self) -> datetime:
        """The time by the document's clock."""
        return self._clock()

    def today(self) -> date:
        """The date by the document's clock."""
        return self._clock().date()

    # Changing

    def prepare_to_change(self) -> None:
        """Loads what only changes need: the mapper, and the recording of each change in the history.

        The first change does it by itself. A window does it as soon as nobody waits for it, so that the first answer
        of the day is taken as quickly as the others.
        """
        if self._records or self.read_only:
            return
        load_mapper()
        with self.read() as connection:
            start_recording(connection)
        self._records = True

    @contextmanager
    def change(self, label: Words, *, origin: object | None = None, fold: str = "") -> Iterator[Session]:
        """One transaction, durable when the block ends, and one step of undo.

        ``fold`` names the fact that is edited: quick repeats of it join the step before. It refuses to nest. An
        error inside the block leaves the file and its history as they were.

        Raises:
            FileTrouble: the file is read-only, or could not be written.
        """
        from sqlalchemy.orm import Session

        with self._writing() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # facts may come in any order
            step, last = self._begin_step(connection, label, fold)
            connection.exec_driver_sql("INSERT INTO temp.recording VALUES (?)", (step,))
            with Session(bind=connection, expire_on_commit=False) as session:
                yield session
                session.flush()
            connection.exec_driver_sql("DELETE FROM temp.recording")
            kinds, ids = undo.touched(connection, step, after=last)
            if kinds:
                undo.leave_behind(connection, step)
            else:
                self._drop_if_empty(connection, step)
        if kinds:
            self._publish(Change(label, kinds, ids, origin))

    def undo(self) -> Words | None:
        """Takes back the newest step and gives its label; None where there is nothing to undo."""
        return self._step(undo.next_to_undo, undo.take_back, lambda label: message("Undid: {what}", what=label))

    def redo(self) -> Words | None:
        """Makes again the step undone last and gives its label; None where there is nothing to redo."""
        return self._step(undo.next_to_redo, undo.make_again, lambda label: message("Did again: {what}", what=label))

    def go_to(self, step: int) -> bool:
        """Undoes or makes again every step up to the point after that one, in one transaction; whether it moved.

        START stands for the point before the oldest step. No way leads to a step that was left behind.
        """
        with self._writing() as connection:
            kinds, ids = undo.go_to(connection, step)
            found = history.step(connection, step)
        if kinds:
            there = message("the beginning of the history") if found is None else found.label
            self._publish(Change(message("Went to: {what}", what=there), kinds, ids))
        return bool(kinds)

    def trim(self, *, most_steps: int = MOST_STEPS, most_bytes: int = MOST_BYTES) -> bool:
        """Takes away a few of the oldest steps where the history is beyond its bounds; whether more wait for it."""
        saved_at = self.saved_at
        with self._writing() as connection:
            has_more = trim(connection, most_steps=most_steps, most_bytes=most_bytes)
        self.saved_at = saved_at  # nothing that the person did
        return has_more

    @property
    def undo_label(self) -> Words | None:
        """What undo would take back."""
        with self.read() as connection:
            found = undo.next_to_undo(connection)
        return found and found[1]

    @property
    def redo_label(self) -> Words | None:
        """What redo would make again."""
        with self.read() as connection:
            found = undo.next_to_redo(connection)
        return found and found[1]

    def subscribe(self, listener: Listener) -> None:
        """Has the listener called after each change, undo and redo."""
        self._listeners.append(listener)

    @property
    def _open_for_change(self) -> bool:
        return self._open is not None and bool(self._open.get_execution_options().get("immediate"))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._open is not None:
            raise RuntimeError("a change can't begin inside a change or a read")
        is_written = self.notice_others()
        if self.restriction is not None:
            raise self.restriction.trouble()
        self.prepare_to_change()
        with trouble_named(), self._engine.connect().execution_options(immediate=True) as connection:
            with connection.begin():
                self._open = connection
                try:
                    yield connection
                except SQLAlchemyError as error:
                    if is_written:  # what the move was about is gone
                        raise _overtaken() from error
                    raise
                finally:
                    self._open = None
            self.saved_at = self._clock()

    def _begin_step(self, connection: Connection, label: Words, fold: str) -> tuple[int, int]:
        now = self._clock()
        last = connection.execute(select(func.coalesce(func.max(HISTORY.c.id), 0))).scalar_one()
        newest = connection.execute(select(STEP).order_by(STEP.c.id.desc()).limit(1)).first()
        if fold and newest is not None and newest.state == "done" and newest.fold == fold:
            age = now - datetime.fromisoformat(newest.at)
            if timedelta(0) <= age <= FOLDING:
                values = {"at": now.isoformat(), "label": as_json(label), "uuid": new_uuid()}
                connection.execute(update(STEP).where(STEP.c.id == newest.id).values(**values))
                return newest.id, last
        values = {"label": as_json(label), "at": now.isoformat(), "fold": fold, "state": "done", "uuid": new_uuid()}
        made = connection.execute(insert(STEP).values(values).returning(STEP.c.id)).scalar_one()
        return int(made), last

    @staticmethod
    def _drop_if_empty(connection: Connection, step: int) -> None:
        if not undo.touched(connection, step)[0]:
            connection.execute(delete(STEP).where(STEP.c.id == step))

    def _step(
        self,
        find: Callable[[Connection], tuple[int, Words] | None],
        apply: Callable[[Connection, int], None],
        said: Callable[[Words], Words],
    ) -> Words | None:
        with self._writing() as connection:
            found = find(connection)
            if found is None:
                return None
            apply(connection, found[0])
            kinds, ids = undo.touched(connection, found[0])
        self._publish(Change(said(found[1]), kinds, ids))
        return found[1]

    def _publish(self, change: Change) -> None:
        for kind in change.kinds:
            self._versions[kind] = self._versions.get(kind, 0) + 1
        for listener in tuple(self._listeners):
            listener(change)


def _everything(label: Words) -> Change:
    return Change(label, frozenset(table.name for table in fact_tables()), frozenset())


def _overtaken() -> FileTrouble:
    return FileTrouble(
        message("Another program changed this workshop just before."),
        message("Your last move was not made; everything else is saved."),
        message("Look at what is there now, then try again."),
    )
