"""The criteria that use cases are scored on, with the weights a room starts from."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.language import Phrase


@dataclass(frozen=True, slots=True)
class CriterionEntry:
    """A question scored from 1 to 5; weights are positive and count in proportion to one another."""

    key: str
    weight: float
    name: Phrase
    question: Phrase
    lowest: Phrase
    highest: Phrase


@lru_cache
def criteria(folder: Path | None = None) -> tuple[CriterionEntry, ...]:
    """The criteria in the order in which they are scored; ``lowest`` says what 1 means, ``highest`` what 5 means."""
    with Subject("criteria", folder) as subject:
        return subject.each("criterion", _criterion)


def _criterion(record: Record) -> CriterionEntry:
    return CriterionEntry(
        key=record.key,
        weight=record.number("weight", above=0),
        name=record.phrase("name"),
        question=record.phrase("question"),
        lowest=record.phrase("score1"),
        highest=record.phrase("score5"),
    )
