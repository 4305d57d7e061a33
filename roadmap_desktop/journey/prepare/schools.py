"""Prepare, the district's schools: what is known of each, typed, pasted or taken from a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.prepare.schoolfields import SchoolField, read_field
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import School
from roadmap_desktop.rules.grades import GradeSpan, Level, level
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LEVELS: Mapping[Level, Words] = {
    Level.elementary: message("Elementary"),
    Level.middle: message("Middle"),
    Level.high: message("High"),
    Level.k_8: message("K-8"),
    Level.six_12: message("6-12"),
    Level.k_12: message("K-12"),
    Level.other: message("Other"),
}


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One school; enrolment in students, None where unknown; grades PK, KG, 01 to 12, empty where unknown."""

    uuid: str
    name: str
    district: str
    code: str
    level: str
    low_grade: str
    high_grade: str
    enrolment: int | None
    principal: str
    higher_need: bool
    calendar_group: str
    pace: str

    @property
    def level_words(self) -> Words:
        """The level's name."""
        return LEVELS[Level(self.level)] if self.level else LEVELS[Level.other]


@dataclass(frozen=True, slots=True)
class SchoolsPicture:
    """The schools in order; students counted where enrolment is known; the calendar groups that schools name."""

    rows: tuple[SchoolRow, ...]
    students: int
    without_enrolment: int
    without_principal: int
    by_level: tuple[tuple[Level, int], ...]
    groups: tuple[str, ...]


def schools(document: Document) -> SchoolsPicture:
    """The district's schools."""
    return document.remembered("schools", ("school",), lambda: _schools(document))


def add_school(document: Document, name: str = "", *, origin: object | None = None, **fields: str) -> str:
    """Adds a school and gives its uuid; fields by the names of SchoolField, as typed. Refused as change_school is."""
    values = _read({SchoolField.NAME: name, **{SchoolField(key): text for key, text in fields.items()}})
    with document.change(message("Added {name}", name=str(values["name"])), origin=origin) as session:
        made = School(position=_next_position(session), **values)
        _follow_grades(made, explicit="level" in values)
        session.add(made)
    return made.uuid


def add_schools(document: Document, rows: Sequence[Mapping[SchoolField, str]], *, origin: object | None = None) -> None:
    """Adds schools at once, in one step, from what was typed or pasted of each; Refused as change_school is."""
    values = [_read(row) for row in rows]
    if not values:
        return
    label = plural("Added {n} school", "Added {n} schools", len(values))
    with document.change(label, origin=origin) as session:
        position = _next_position(session)
        for place, value in enumerate(values):
            made = School(position=position + place, **value)
            _follow_grades(made, explicit="level" in value)
            session.add(made)


def change_school(
    document: Document, uuid: str, field: SchoolField, text: str, *, origin: object | None = None
) -> None:
    """Changes one field of a school to what was typed; the level follows the grades unless it was chosen itself.

    Raises:
        Refused: the text can't be what the field holds; the name is empty.
    """
    values = _read({field: text})
    name = _name(document, uuid)
    with document.change(message("Changed {name}", name=name), origin=origin, fold=f"school.{field}:{uuid}") as session:
        school = session.get_one(School, uuid)
        follows = school.level in ("", Level.other, level(_grades(school)))
        for key, value in values.items():
            setattr(school, key, value)
        _follow_grades(school, explicit=field is SchoolField.LEVEL or not follows)


def remove_schools(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Takes schools out, with their places in pilots and waves."""
    if not uuids:
        return
    label = plural("Removed {n} school", "Removed {n} schools", len(uuids))
    if len(uuids) == 1:
        label = message("Removed {name}", name=_name(document, uuids[0]))
    with document.change(label, origin=origin) as session:
        session.execute(delete(School).where(School.uuid.in_(uuids)))


def _schools(document: Document) -> SchoolsPicture:
    columns = (getattr(School, name) for name in SchoolRow.__dataclass_fields__)
    rows = tuple(SchoolRow(*row) for row in document.rows(select(*columns).order_by(School.position, School.name)))
    levels = Counter(Level(row.level or Level.other) for row in rows)
    return SchoolsPicture(
        rows=rows,
        students=sum(row.enrolment or 0 for row in rows),
        without_enrolment=sum(row.enrolment is None for row in rows),
        without_principal=sum(not row.principal for row in rows),
        by_level=tuple((each, levels[each]) for each in Level if levels[each]),
        groups=tuple(sorted({row.calendar_group for row in rows if row.calendar_group})),
    )


def _read(fields: Mapping[SchoolField, str]) -> dict[str, Any]:
    return {key: value for field, text in fields.items() for key, value in read_field(field, text).items()}


def _follow_grades(school: School, *, explicit: bool) -> None:
    grades = _grades(school)
    if not explicit and grades.low and grades.high:
        school.level = level(grades)


def _grades(school: School) -> GradeSpan:
    return GradeSpan(school.low_grade or None, school.high_grade or None)


def _name(document: Document, uuid: str) -> str:
    found = document.rows(select(School.name).where(School.uuid == uuid))
    if not found:
        raise Refused(message("This school is no longer in the list."), message("Add it again, or undo."))
    return str(found[0].name)


def _next_position(session: Session) -> int:
    return int(session.scalar(select(func.coalesce(func.max(School.position), -1))) or 0) + 1
