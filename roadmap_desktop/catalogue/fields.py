"""Reads a table of the catalogue field by field, each with its type and its bounds."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from roadmap_desktop.catalogue.bad_record import BadRecord
from roadmap_desktop.catalogue.tables import Table

Kind = TypeVar("Kind")
Choice = TypeVar("Choice", bound=StrEnum)

_TYPE_NAMES: dict[type, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    date: "a date",
}


class Fields:
    """A table being read; ``name`` is how problems call it. Whatever is wrong is raised as ``BadRecord``."""

    def __init__(self, file: str, name: str, values: Table) -> None:
        self.file = file
        self.name = name
        self._values = values
        self._read: set[str] = set()
        self._parts: list[Fields] = []

    def wrong(self, problem: str) -> BadRecord:
        """The error to raise about this table."""
        return BadRecord(self.file, self.name, problem)

    def has(self, field: str) -> bool:
        """Whether an optional field is given."""
        return field in self._values

    def text(self, field: str) -> str:
        """Text that is not empty."""
        value = self._take(field, str)
        if not value.strip():
            raise self.wrong(f"'{field}' is empty")
        return value

    def whole(self, field: str, *, least: int = 0, most: int | None = None) -> int:
        """A whole number within its bounds, both inclusive."""
        value = self._take(field, int)
        if value < least or (most is not None and value > most):
            bounds = f"at least {least}" if most is None else f"from {least} to {most}"
            raise self.wrong(f"'{field}' must be {bounds}, not {value}")
        return value

    def number(self, field: str, *, above: float | None = None) -> float:
        """A number, not negative; greater than ``above`` where that is given."""
        value = self._take(field, float)
        if value < 0:
            raise self.wrong(f"'{field}' must not be negative, but is {value:g}")
        if above is not None and value <= above:
            raise self.wrong(f"'{field}' must be more than {above:g}, not {value:g}")
        return value

    def flag(self, field: str) -> bool:
        """True or false; false where the field is not given."""
        return self._take(field, bool) if self.has(field) else False

    def day(self, field: str) -> date:
        """A calendar day."""
        return self._take(field, date)

    def choice(self, field: str, kind: type[Choice]) -> Choice:
        """One of an enum's values."""
        return kind(self.one_of(field, [member.value for member in kind]))

    def choices(self, field: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Some of an enum's values, at least one, none twice."""
        return tuple(kind(value) for value in self.some_of(field, [member.value for member in kind]))

    def one_of(self, field: str, known: Collection[str]) -> str:
        """A text that must be among the known ones."""
        return self._known(field, self.text(field), known)

    def some_of(self, field: str, known: Collection[str]) -> tuple[str, ...]:
        """Texts that must be among the known ones, at least one, none twice, in the order given."""
        values = self._take(field, list)
        if not values or not all(isinstance(value, str) for value in values):
            raise self.wrong(f"'{field}' must be a list of texts with at least one in it")
        if len(set(values)) < len(values):
            raise self.wrong(f"'{field}' names something twice")
        return tuple(self._known(field, value, known) for value in values)

    def part(self, field: str) -> "Fields":
        """A table inside this one."""
        return self._part(f"{self.name}.{field}", self._take(field, dict))

    def parts(self, field: str) -> "tuple[Fields, ...]":
        """The tables of a list, in order; none where the field is not given."""
        tables = self._take(field, list) if self.has(field) else []
        return tuple(self._part(f"{self.name}.{field}[{place}]", inner) for place, inner in enumerate(tables))

    def names(self) -> tuple[str, ...]:
        """The fields that are there, in the order of the file."""
        return tuple(self._values)

    def finish(self) -> None:
        """Refuses a field that nobody reads: its name is misspelled."""
        for field in self._values:
            if field not in self._read:
                raise self.wrong(f"'{field}' is not a field of such a record")
        for part in self._parts:
            part.finish()

    def _part(self, name: str, values: object) -> "Fields":
        if not isinstance(values, dict):
            raise BadRecord(self.file, name, "must be a table")
        part = Fields(self.file, name, values)
        self._parts.append(part)
        return part

    def _known(self, field: str, value: str, known: Collection[str]) -> str:
        if value not in known:
            raise self.wrong(f"'{field}' is '{value}', which is not one of {', '.join(known)}")
        return value

    def _take(self, field: str, kind: type[Kind]) -> Kind:
        if field not in self._values:
            raise self.wrong(f"has no '{field}'")
        self._read.add(field)
        value = self._values[field]
        if kind is float and type(value) is int:
            return cast("Kind", float(value))
        if type(value) is not kind:
            raise self.wrong(f"'{field}' must be {_TYPE_NAMES[kind]}, not {value!r}")
        return value
