"""A packet: the questions of one table, person or school, and their answers. It holds nothing of anybody else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, TypeAlias

Value: TypeAlias = int | float | str
"""An answer: a level or a score as a number, else a word such as "dont_know" or "willing"."""


class Kind(StrEnum):
    """For whom a packet is."""

    TABLE = "table"
    PERSON = "person"
    SCHOOL = "school"


class Asked(StrEnum):
    """What a question asks for."""

    RATING = "rating"  # of a statement
    SIZE = "size"  # for how many people a table speaks
    SCORE = "score"  # of a use case on a criterion
    PACE = "pace"  # of a school


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whose questions these are."""

    kind: Kind
    uuid: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """What is asked of which statement, table, use case or school; ``on`` is the criterion of a score."""

    asked: Asked
    of: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and what was answered."""

    question: Question
    value: Value


@dataclass(frozen=True, slots=True)
class AskedLevel:
    """A level; ``key`` finds its words, ``name`` is the room's own."""

    value: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class AskedDimension:
    """A dimension; ``key`` finds its words, ``name`` is the room's own."""

    key: str
    pillar: str
    name: str


@dataclass(frozen=True, slots=True)
class AskedStatement:
    """A statement to rate; ``dimension`` is a place among the packet's dimensions."""

    uuid: str
    key: str
    number: int
    dimension: int
    text: str


@dataclass(frozen=True, slots=True)
class AskedCriterion:
    """A criterion to score on, and how much it counts."""

    uuid: str
    key: str
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class AskedUseCase:
    """A use case to score."""

    uuid: str
    key: str
    name: str
    description: str
    level: str
    risk: str


@dataclass(frozen=True, slots=True)
class AskedSchool:
    """A school whose pace is asked."""

    uuid: str
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the catalogue that the questions need."""

    key: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Questions:
    """The part of a packet that nobody changes; ``given`` are the recipient's answers when it was made."""

    packet: str
    workshop: str
    made_at: datetime
    district: str
    language: str
    recipient: Recipient
    round: int
    levels: tuple[AskedLevel, ...]
    dimensions: tuple[AskedDimension, ...]
    statements: tuple[AskedStatement, ...]
    criteria: tuple[AskedCriterion, ...]
    use_cases: tuple[AskedUseCase, ...]
    schools: tuple[AskedSchool, ...]
    words: tuple[Wording, ...]
    given: tuple[Answer, ...]

    def asked(self) -> tuple[Question, ...]:
        """Every question, in the order in which it is asked; the size of a table is none that must be answered."""
        return (
            *(Question(Asked.RATING, each.uuid) for each in self.statements),
            *(Question(Asked.SCORE, case.uuid, each.uuid) for case in self.use_cases for each in self.criteria),
            *(Question(Asked.PACE, each.uuid) for each in self.schools),
        )


@dataclass(frozen=True, slots=True)
class Packet:
    """Questions, their seal, the answers so far, and the digests of the fillings before this one."""

    questions: Questions
    seal: str
    answers: tuple[Answer, ...]
    fillings: tuple[str, ...] = ()

    @property
    def filling(self) -> str:
        """The digest of the answers."""
        return digest(self.answers)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        answered = by_question(self.answers)
        return tuple(each for each in self.questions.asked() if each not in answered)

    def filled(self, answers: tuple[Answer, ...]) -> Packet:
        """The packet with these answers instead; it remembers from which filling they were made."""
        answers = in_order(answers)
        if answers == self.answers:
            return self
        earlier = (*self.fillings, self.filling)[-MOST_FILLINGS:]
        return replace(self, answers=answers, fillings=tuple(dict.fromkeys(earlier)))


MOST_FILLINGS = 2_000
"""So many fillings a packet remembers, the newest ones."""


def by_question(answers: tuple[Answer, ...]) -> Mapping[Question, Value]:
    """The answers by what they answer."""
    return {each.question: each.value for each in answers}


def in_order(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers in the one order in which they are kept and compared."""
    return tuple(sorted(answers, key=lambda each: each.question))


def digest(answers: tuple[Answer, ...]) -> str:
    """What tells one filling from another: 16 signs."""
    return sha256(canonical(in_order(answers))).hexdigest()[:16]


def canonical(value: object) -> bytes:
    """One spelling for equal content, to be summed and sealed."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def plain(value: Any) -> Any:
    """The value as JSON holds it."""
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value
