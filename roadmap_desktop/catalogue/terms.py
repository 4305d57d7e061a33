"""Named things that need only a name and a sentence: perspectives, phases, gates, risks and their like."""

from dataclasses import dataclass
from enum import StrEnum

from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.language import Phrase


@dataclass(frozen=True, slots=True)
class Term:
    """A key, the name people see, and one sentence that says what it means."""

    key: str
    name: Phrase
    meaning: Phrase


def term(record: Record) -> Term:
    """The term that a record holds."""
    return Term(record.key, record.phrase("name"), record.phrase("meaning"))


def terms_of(subject: Subject, kind: str, values: type[StrEnum]) -> tuple[Term, ...]:
    """A term for each value of an enum, in its order."""
    return tuple(
        Term(value.value, subject.term(kind, value, "name"), subject.term(kind, value, "meaning")) for value in values
    )
