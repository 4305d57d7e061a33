"""Prepare, a list of schools taken at once: known schools are brought up to date, the others are added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import select

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import School
from roadmap_desktop.rules.grades import Level
from roadmap_desktop.store.document import Document


class ListedSchool(Protocol):
    """A school as a list gives it; what the list does not say is empty or None."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def district(self) -> str:
        """Its district, as the list writes it."""

    @property
    def code(self) -> str:
        """Its number or code; text, leading zeros count."""

    @property
    def level(self) -> str:
        """Its level, by rules.grades.Level."""

    @property
    def low_grade(self) -> str | None:
        """Its lowest grade, PK, KG or 01 to 12."""

    @property
    def high_grade(self) -> str | None:
        """Its highest grade."""

    @property
    def enrolment(self) -> int | None:
        """Its students."""


@dataclass(frozen=True, slots=True)
class SchoolsTaken:
    """How many schools of a list were new, changed, or stood here already just so."""

    added: int
    updated: int
    unchanged: int


def take_schools(
    document: Document, found: Iterable[ListedSchool], *, source: str = "", origin: object | None = None
) -> SchoolsTaken:
    """Takes the schools of a list in one step.

    A school is known by its code, else by its name where no two codes speak against it. Of a known school the list's
    values replace ours wherever the list has one; principal, need and calendar group stay.

    Raises:
        Refused: there is no school in the list.
    """
    listed = tuple(found)
    if not listed:
        raise Refused(
            message("There is no school to take."), message("Mark at least one line as a school, or choose a district.")
        )
    with document.change(_label(len(listed), source), origin=origin) as session:
        known = _Known(session.scalars(select(School)).all())
        added = updated = 0
        for entry in listed:
            school = known.take(entry)
            if school is None:
                session.add(known.add(entry))
                added += 1
            else:
                updated += _update(school, entry)
    return SchoolsTaken(added, updated, len(listed) - added - updated)


class _Known:
    """The schools of the file, each found once: by code first, then by name."""

    def __init__(self, rows: Sequence[School]) -> None:
        self._position = max((row.position for row in rows), default=-1)
        self._by_code = {row.code: row for row in rows if row.code}
        self._by_name: dict[str, list[School]] = {}
        for row in rows:
            self._by_name.setdefault(_folded(row.name), []).append(row)

    def take(self, entry: ListedSchool) -> School | None:
        if entry.code in self._by_code:
            return self._by_code.get(entry.code)
        named = self._by_name.get(_folded(entry.name), [])
        return next((school for school in named if not (school.code and entry.code)), None)

    def add(self, entry: ListedSchool) -> School:
        self._position += 1
        made = School(name=entry.name, position=self._position)
        _update(made, entry)
        if made.code:
            self._by_code[made.code] = made
        return made


def _update(school: School, entry: ListedSchool) -> bool:
    values = {
        "name": entry.name,
        "district": entry.district,
        "code": entry.code,
        "level": str(entry.level),
        "low_grade": entry.low_grade,
        "high_grade": entry.high_grade,
        "enrolment": entry.enrolment,
    }
    changed = {key: value for key, value in values.items() if value not in (None, "") and getattr(school, key) != value}
    if _folded(school.name) == _folded(entry.name):
        changed.pop("name", None)
    if entry.level == Level.other and not entry.low_grade:
        changed.pop("level", None)  # the list does not know
    for key, value in changed.items():
        setattr(school, key, value)
    return bool(changed)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _label(number: int, source: str) -> Words:
    if source:
        return plural("Took {n} school from {file}", "Took {n} schools from {file}", number, file=source)
    return plural("Took {n} school", "Took {n} schools", number)
