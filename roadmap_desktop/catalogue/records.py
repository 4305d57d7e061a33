"""Reads the records of one subject: language-free facts from one file, words from a file per language."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from roadmap_desktop.catalogue.bad_record import BadRecord
from roadmap_desktop.catalogue.fields import Fields
from roadmap_desktop.catalogue.tables import Table, home, table
from roadmap_desktop.catalogue.wordbook import Wordbook
from roadmap_desktop.language import Phrase

Made = TypeVar("Made")


class Record(Fields):
    """A table with a stable key and with words: ``record.phrase("name")`` is ``kind.key.name``."""

    def __init__(self, subject: "Subject", kind: str, place: int, values: Table) -> None:
        super().__init__(subject.file, f"{kind}[{place}]", values)
        self.key = self.text("key")
        self.name = f"{kind}.{self.key}"
        self._subject = subject

    def phrase(self, field: str) -> Phrase:
        """The words of a field, in every language."""
        return self._subject.words.phrase(self.name, field)

    def phrase_where(self, flag: str) -> Phrase | None:
        """Words that only some records have: those whose facts say ``flag = true``."""
        return self.phrase(flag) if self.flag(flag) else None

    def each(self, kind: str, build: Callable[["Record"], Made]) -> tuple[Made, ...]:
        """The records nested in this one, built in order; none where there are none."""
        values = self._take(kind, list) if self.has(kind) else []
        return self._subject.build(kind, values, build)


class Subject:
    """One subject's files, open for reading; leaving the block refuses whatever nobody read.

    Used as ``with Subject("guardrails", folder) as subject: subject.each("guardrail", build)``.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self.file = f"{name}.toml"
        self.words = Wordbook(home(folder), name)
        self._facts = table(home(folder), self.file)
        self._taken: set[str] = set()
        self._kinds: set[str] = set()

    def __enter__(self) -> "Subject":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._finish()

    def each(self, kind: str, build: Callable[[Record], Made]) -> tuple[Made, ...]:
        """The records of a kind, built in the order of the file; ``BadRecord`` where there are none."""
        self._kinds.add(kind)
        values = self._facts.get(kind)
        if not isinstance(values, list) or not values:
            raise BadRecord(self.file, kind, "must be a list with at least one record")
        return self.build(kind, values, build)

    def wrong(self, record: str, problem: str) -> BadRecord:
        """The error to raise about records that are wrong only beside one another."""
        return BadRecord(self.file, record, problem)

    def term(self, kind: str, key: StrEnum, field: str) -> Phrase:
        """The words of an enum's value: the enum is the fact, so only the words are in files."""
        return self.words.phrase(f"{kind}.{key.value}", field)

    def build(self, kind: str, values: list[object], build: Callable[[Record], Made]) -> tuple[Made, ...]:
        """Builds each table as a record of its kind, sees that its key is new and that nothing was left unread."""
        return tuple(self._one(kind, place, value, build) for place, value in enumerate(values))

    def _one(self, kind: str, place: int, value: object, build: Callable[[Record], Made]) -> Made:
        if not isinstance(value, dict):
            raise BadRecord(self.file, f"{kind}[{place}]", "must be a table")
        record = Record(self, kind, place, value)
        if record.name in self._taken:
            raise record.wrong("this key is already taken by another record")
        self._taken.add(record.name)
        made = build(record)
        record.finish()
        return made

    def _finish(self) -> None:
        for kind in self._facts:
            if kind not in self._kinds:
                raise BadRecord(self.file, kind, "is not a kind of record of this file")
        self.words.finish()
