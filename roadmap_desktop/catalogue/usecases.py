"""The use cases to pick from, what success could mean for each, and what AI must never decide."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path

from roadmap_desktop.catalogue.fields import Fields
from roadmap_desktop.catalogue.measures import Limit, limit
from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.catalogue.terms import Term, term, terms_of
from roadmap_desktop.language import Phrase

LEAST_DATA_CLASS, MOST_DATA_CLASS = 0, 3
"""Data classes run from public (0) over internal (1) and personal (2) to sensitive (3)."""


class UseLevel(StrEnum):
    """Where a use case belongs: district operations, classroom instruction or student support."""

    DISTRICT = "district"
    CLASSROOM = "classroom"
    SUPPORT = "support"


class Risk(StrEnum):
    """How much harm a mistake could do: low, medium or high."""

    LOW = "L"
    MEDIUM = "M"
    HIGH = "H"


@dataclass(frozen=True, slots=True)
class OutcomeStarter:
    """A measure to start from, before any tool is named; the baseline is the same measure taken before launch.

    ``target`` is missing where the room must set the figure itself; ``note`` says where a figure comes from.
    """

    key: str
    target: Limit | None
    measure: Phrase
    source: Phrase
    note: Phrase | None


@dataclass(frozen=True, slots=True)
class UseCaseEntry:
    """A use case of the catalogue; ``data_class`` is the highest it may touch, ``lowest_data_class`` the least.

    ``student_facing``: students use the tool, or meet its answers before a person has checked them.
    ``local_decision`` is there where references disagree, so that the district decides and records why.
    """

    key: str
    number: int
    level: UseLevel
    risk: Risk
    data_class: int
    lowest_data_class: int
    student_facing: bool
    name: Phrase
    description: Phrase
    caution: Phrase | None
    local_decision: Phrase | None
    outcomes: tuple[OutcomeStarter, ...]


@dataclass(frozen=True, slots=True)
class RedListEntry:
    """A decision that AI never makes about a person, and why."""

    key: str
    name: Phrase
    why: Phrase


@dataclass(frozen=True, slots=True)
class _Shelf:
    use_cases: tuple[UseCaseEntry, ...]
    red_list: tuple[RedListEntry, ...]
    data_classes: tuple[Term, ...]
    levels: tuple[Term, ...]
    risks: tuple[Term, ...]


def use_cases(folder: Path | None = None) -> tuple[UseCaseEntry, ...]:
    """The use cases in the order of their numbers; ``BadRecord`` where a record is wrong."""
    return _shelf(folder).use_cases


def red_list(folder: Path | None = None) -> tuple[RedListEntry, ...]:
    """The decisions that stay with people whatever a room thinks of them."""
    return _shelf(folder).red_list


def data_classes(folder: Path | None = None) -> tuple[Term, ...]:
    """The classes of data from public to sensitive; the key is the class's number."""
    return _shelf(folder).data_classes


def levels(folder: Path | None = None) -> tuple[Term, ...]:
    """The names of the levels, keyed as ``UseLevel``."""
    return _shelf(folder).levels


def risks(folder: Path | None = None) -> tuple[Term, ...]:
    """The names of the risks, keyed as ``Risk``."""
    return _shelf(folder).risks


@lru_cache
def _shelf(folder: Path | None) -> _Shelf:
    with Subject("usecases", folder) as subject:
        entries = subject.each("usecase", partial(_use_case, folder=folder))
        for number, entry in enumerate(entries, start=1):
            if entry.number != number:
                raise subject.wrong(f"usecase.{entry.key}", f"'number' must be {number}, its place in the file")
        return _Shelf(
            use_cases=entries,
            red_list=subject.each("red", _red),
            data_classes=subject.each("data_class", term),
            levels=terms_of(subject, "use_level", UseLevel),
            risks=terms_of(subject, "risk", Risk),
        )


def _use_case(record: Record, folder: Path | None) -> UseCaseEntry:
    lowest, highest = _data_range(record.part("data"))
    outcomes = record.each("outcome", partial(_outcome, folder=folder))
    if not outcomes:
        raise record.wrong("has no 'outcome' to start from")
    return UseCaseEntry(
        key=record.key,
        number=record.whole("number", least=1),
        level=record.choice("level", UseLevel),
        risk=record.choice("risk", Risk),
        data_class=highest,
        lowest_data_class=lowest,
        student_facing=record.flag("student_facing"),
        name=record.phrase("name"),
        description=record.phrase("description"),
        caution=record.phrase_where("caution"),
        local_decision=record.phrase_where("local_decision"),
        outcomes=outcomes,
    )


def _data_range(fields: Fields) -> tuple[int, int]:
    highest = fields.whole("highest", least=LEAST_DATA_CLASS, most=MOST_DATA_CLASS)
    return fields.whole("lowest", least=LEAST_DATA_CLASS, most=highest), highest


def _outcome(record: Record, folder: Path | None) -> OutcomeStarter:
    return OutcomeStarter(
        key=record.key,
        target=limit(record.part("target"), folder) if record.has("target") else None,
        measure=record.phrase("measure"),
        source=record.phrase("source"),
        note=record.phrase_where("note"),
    )


def _red(record: Record) -> RedListEntry:
    return RedListEntry(record.key, record.phrase("name"), record.phrase("why"))
