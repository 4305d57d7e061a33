"""What is typed into a field of the school table, as the values it means."""

from __future__ import annotations

import re
from enum import StrEnum

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.rules.grades import Level, named_level, read_span

MOST_STUDENTS = 99_999
"""More than any school has; a larger number is a slip of the pen."""


class SchoolField(StrEnum):
    """The fields of a school that a person can type into; ``grades`` is lowest and highest in one ("K-5")."""

    NAME = "name"
    LEVEL = "level"
    GRADES = "grades"
    ENROLMENT = "enrolment"
    PRINCIPAL = "principal"
    HIGHER_NEED = "higher_need"
    CALENDAR_GROUP = "calendar_group"
    CODE = "code"
    DISTRICT = "district"


def read_field(field: SchoolField, text: str) -> dict[str, object]:
    """The columns of the school that the typed text sets, and their values.

    Raises:
        Refused: it is not what the field holds; the reason belongs beside that field.
    """
    typed = " ".join(text.split())
    match field:
        case SchoolField.NAME:
            return {"name": _named(typed)}
        case SchoolField.LEVEL:
            return {"level": _level(typed)}
        case SchoolField.GRADES:
            return _span(typed)
        case SchoolField.ENROLMENT:
            return {"enrolment": _enrolment(typed)}
        case SchoolField.HIGHER_NEED:
            return {"higher_need": typed.casefold() in ("yes", "y", "x", "true", "1", "sí", "si")}
        case _:
            return {field.value: typed}


def shown_grade(grade: str) -> str:
    """A grade as it is read: PK, K, 5; the file keeps PK, KG, 05."""
    return {"KG": "K"}.get(grade, grade.lstrip("0"))


def shown_grades(low: str, high: str) -> str:
    """Lowest and highest grade as they are read: K–5, PK; empty where both are unknown."""
    parts = dict.fromkeys(shown_grade(grade) for grade in (low, high) if grade)
    return "–".join(parts)


def _named(typed: str) -> str:
    if not typed:
        raise Refused(
            message("A school needs a name."),
            message("Type one, or remove the line."),
            field=SchoolField.NAME,
        )
    return typed


def _level(typed: str) -> str:
    exact = next((each for each in Level if each.value.casefold() == typed.casefold()), None)
    found = exact or named_level(typed)
    if found is Level.other and typed and exact is None:
        raise Refused(
            message("{level} is not a level that schools have here.", level=typed),
            message("Choose elementary, middle, high, K-8, 6-12, K-12 or other."),
            field=SchoolField.LEVEL,
        )
    return found


def _span(typed: str) -> dict[str, object]:
    span = read_span(typed)
    if typed and not span.low:
        raise Refused(
            message("{grades} are not grades that can be read.", grades=typed),
            message("Write them as PK, K-5, 6-8 or 9-12."),
            field=SchoolField.GRADES,
        )
    return {"low_grade": span.low or "", "high_grade": span.high or ""}


def _enrolment(typed: str) -> int | None:
    if not typed:
        return None
    digits = re.sub(r"(?<=\d)[,.\s’'](?=\d{3}\b)", "", typed)
    number = int(digits) if re.fullmatch(r"\d{1,9}", digits) else -1
    if not 0 <= number <= MOST_STUDENTS:
        raise Refused(
            message("{number} is not a number of students.", number=typed),
            message("Write it in digits, as in 640; leave it empty where it is not known."),
            field=SchoolField.ENROLMENT,
        )
    return number
