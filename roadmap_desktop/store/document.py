"""The open workshop: its facts by query, and every change of them as one transaction and one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from sqlalchemy import Connection, Row, Select, select

from roadmap_desktop.language import Words, message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store import history, undo
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.ending import Misfit, Touched
from roadmap_desktop.store.following import Followed
from roadmap_desktop.store.joined import Joined
from roadmap_desktop.store.openfile import OpenFile
from roadmap_desktop.store.opening import Opened
from roadmap_desktop.store.stepping import begin, end
from roadmap_desktop.store.trimming import MOST_BYTES, MOST_STEPS, trim

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")
Columns = TypeVarTuple("Columns")
Follow = Callable[[T, frozenset[str]], T | None]


class Document(OpenFile):
    """The facts in an open ``.roadmap`` file. Made by ``Document.open`` or ``Document.create``."""

    def __init__(self, path: Path, opened: Opened, clock: Callable[[], datetime]) -> None:
        super().__init__(path, opened, clock)
        self._remembered: dict[object, tuple[tuple[int, ...], Any]] = {}
        self._followed: dict[object, Followed[Any]] = {}
        self._joined: Joined | None = None

    # Reading

    def rows(self, query: Select[*Columns]) -> list[Row[*Columns]]:
        """All rows of a query by columns."""
        with self.read() as connection:
            return list(connection.execute(query).all())

    def plain_rows(self, query: Select[*Columns]) -> list[tuple[*Columns]]:
        """All rows of a query of texts and whole numbers, as they are in the file; for tens of thousands of them."""
        with self.read() as connection:
            cursor = connection.execute(query).cursor
            return [] if cursor is None else list(cursor.fetchall())

    def remembered(self, key: object, kinds: tuple[str, ...], compute: Callable[[], T]) -> T:
        """What ``compute`` gives, kept until one of the kinds is touched."""
        joined = self._joined if self._joined is not None and not self._joined.in_part else None
        if joined is not None and joined.has_touched(kinds):
            return joined.remembered(key, kinds, compute)
        version, is_changing = self._version(kinds), self._open_for_change and joined is None
        kept = self._remembered.get(key)
        if kept is None or kept[0] != version or is_changing:
            kept = (version, compute())
            if not is_changing:
                self._remembered[key] = kept
        value: T = kept[1]
        return value

    def followed(
        self, key: object, kind: str, kinds: tuple[str, ...], compute: Callable[[], T], follow: Follow[T]
    ) -> T:
        """What ``compute`` gives; once facts of the kind were touched, what ``follow`` makes of it and their uuids.

        It is computed anew where ``follow`` gives None, another of the kinds was touched, or a great many facts were.
        """
        if self._open_for_change:
            return compute()
        versions, kept = self._version(kinds), self._followed.get(key)
        if kept is not None and kept.versions == versions and not kept.is_lost:
            value: T | None = follow(kept.value, frozenset(kept.touched)) if kept.touched else kept.value
            if value is not None:
                kept.value = value
                kept.touched.clear()
                return value
        made = compute()
        self._followed[key] = Followed(made, kind, versions)
        return made

    @property
    def workshop_uuid(self) -> str:
        """The uuid of the workshop in this file; natural uuids are made from it."""
        return str(self.remembered("workshop_uuid", (), lambda: self.rows(select(Workshop.uuid))[0].uuid))

    @property
    def stand(self) -> str:
        """What tells the present facts from those of any other time."""
        with self.read() as connection:
            return history.stand(connection)

    # Changing

    @contextmanager
    def change(
        self, label: Words, *, origin: object | None = None, fold: str = "", follows: bool = True
    ) -> Iterator[Session]:
        """One transaction, durable when the block ends, and one step of undo.

        ``fold`` names the fact that is edited: quick repeats of it join the step before. It refuses to nest, except
        as a part of ``together``. An error inside the block leaves the file and its history as they were. A change
        that names everything that goes along with what it removes need not follow references.

        Raises:
            FileTrouble: the file is read-only, or could not be written.
        """
        from sqlalchemy.orm import Session

        if self._joined is not None:
            with self._part() as session:
                yield session
            return
        with self._writing(follows=follows) as connection:
            begun = begin(self._opened.connection, label, fold, self._clock())
            with Session(bind=connection, expire_on_commit=False) as session:
                yield session
                session.flush()
            kinds, ids = end(self._opened.connection, begun)
        if kinds:
            self._publish(Change(label, kinds, ids, origin))

    @contextmanager
    def together(self, label: Words) -> Iterator[None]:
        """Makes the changes inside the block parts of this one: one transaction and one step of undo for all.

        A part that raises leaves nothing behind; the others stand, as long as the block catches what it raised.

        Raises:
            FileTrouble: as change does; no part is made then.
        """
        with self.change(label):
            assert self._open is not None, "a change is open"
            self._joined = Joined(self._open)
            try:
                yield
            finally:
                self._joined = None

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
        kinds, ids = self._way(lambda connection, in_order: undo.go_to(connection, step, in_order=in_order))
        if kinds:
            with self.read() as connection:
                found = history.step(connection, step)
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

    @contextmanager
    def _part(self) -> Iterator[Session]:
        from sqlalchemy.orm import Session

        joined = self._joined
        assert joined is not None, "parts are made inside together"
        joined.in_part = True
        try:
            with (
                joined.connection.begin_nested(),
                Session(
                    bind=joined.connection, expire_on_commit=False, join_transaction_mode="rollback_only"
                ) as session,
            ):
                yield session
                session.flush()
        finally:
            joined.in_part = False
        joined.notice()

    def _publish(self, change: Change) -> None:
        for each in self._followed.values():
            each.hear(change)
        super()._publish(change)

    def _version(self, kinds: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(self._versions.get(kind, 0) for kind in kinds)

    def _step(
        self,
        find: Callable[[Connection], tuple[int, Words] | None],
        apply: Callable[..., Touched],
        said: Callable[[Words], Words],
    ) -> Words | None:
        def taken(connection: Connection, in_order: bool) -> tuple[Words, Touched] | None:
            found = find(connection)
            return found and (found[1], apply(connection, found[0], in_order=in_order))

        if (done := self._way(taken)) is None:
            return None
        label, (kinds, ids) = done
        self._publish(Change(said(label), kinds, ids))
        return label

    def _way(self, take: Callable[[Connection, bool], T]) -> T:
        """Takes a way through the history: at once, and where what is there does not fit, row by row."""
        try:
            with self._writing(follows=False) as connection:
                return take(connection, False)
        except Misfit:
            with self._writing() as connection:
                return take(connection, True)
