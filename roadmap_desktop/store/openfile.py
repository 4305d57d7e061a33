"""The file behind an open workshop: who may write it, what it reads and writes in one transaction, who hears of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from roadmap_desktop.language import Words, message
from roadmap_desktop.model.declaring import load_mapper
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.fact import Fact
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.connection import engine_on, references
from roadmap_desktop.store.copying import copy_open
from roadmap_desktop.store.lease import holder_of
from roadmap_desktop.store.opening import Asked, Opened, opened, restricted_by
from roadmap_desktop.store.recording import start_recording
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.store.schema import check_content, write_new
from roadmap_desktop.store.trouble import FileTrouble, trouble_named

Listener = Callable[[Change], None]

CHANGED_BY_OTHERS = message("Another program changed this workshop; it is shown as it is now.")
"""The label of the change that listeners hear then."""


def local_now() -> datetime:
    """The clock on the wall, in the laptop's own time zone, without the zone."""
    return datetime.now().astimezone().replace(tzinfo=None)


class OpenFile:
    """An open ``.roadmap`` file, whatever its facts are about."""

    def __init__(self, path: Path, opened: Opened, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.saved_at = clock()
        self._clock = clock
        self._open: Connection | None = None
        self._listeners: list[Listener] = []
        self._versions: dict[str, int] = {}
        self._records = False
        self._hold(opened)

    @classmethod
    def create(cls, path: Path, facts: Iterable[Fact], clock: Callable[[], datetime] = local_now) -> Self:
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
    def open(cls, path: Path, clock: Callable[[], datetime] = local_now, *, read_only: bool = False) -> Self:
        """The workshop at the path; ``restriction`` says where it may only be read, and why.

        Raises:
            FileTrouble: the file is missing, foreign, damaged, or holds what a workshop never holds.
        """
        return cls(path, opened(Asked(path, clock(), read_only)), clock)

    @property
    def is_left_unchanged(self) -> bool:
        """Whether a page of the file was found damaged."""
        return self._opened.restriction == Restriction(Why.DAMAGED)

    def leave_unchanged(self) -> None:
        """Nothing is written any more into a file of which a page was found damaged."""
        self._opened.restriction = Restriction(Why.DAMAGED)
        self._publish(_everything(self._opened.restriction.what))

    @property
    def restriction(self) -> Restriction | None:
        """Why the workshop may only be read, and who has it instead; None while it can be changed."""
        return self._opened.restriction

    @property
    def read_only(self) -> bool:
        """Whether the workshop may only be read."""
        return self.restriction is not None

    def reader(self) -> Self:
        """The same file once more, for reading in a worker's thread; close it as soon as the pictures are made.

        Raises:
            FileTrouble: the file is not where it was opened any more.
        """
        if self._opened.watch.is_lost:
            raise Restriction(Why.LOST).trouble()
        return type(self).open(self.path, self._clock, read_only=True)

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

    def now(self) -> datetime:
        """The time by the document's clock."""
        return self._clock()

    def today(self) -> date:
        """The date by the document's clock."""
        return self._clock().date()

    def subscribe(self, listener: Listener) -> None:
        """Has the listener called after each change, undo and redo."""
        self._listeners.append(listener)

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

    @property
    def _open_for_change(self) -> bool:
        return self._open is not None and bool(self._open.get_execution_options().get("immediate"))

    @contextmanager
    def _writing(self, *, follows: bool = True) -> Iterator[Connection]:
        """A connection in one transaction that is durable when the block ends.

        Where it ``follows`` references, what is removed takes its parts along and nothing refers to what is not there.
        """
        if self._open is not None:
            raise RuntimeError("a change can't begin inside a change or a read")
        is_written = self.notice_others()
        if self.restriction is not None:
            raise self.restriction.trouble()
        self.prepare_to_change()
        with (
            trouble_named(),
            references(self._opened.connection, followed=follows),
            self._engine.connect().execution_options(immediate=True) as connection,
        ):
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

    def _hold(self, opened: Opened) -> None:
        self._opened = opened
        self._engine = engine_on(opened.connection)
        self._records = False

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
