"""Readiness: what an answer is, who gave it, when a room is split, and which floors hold pilots back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SMALL_GROUP = 4
"""Groups with fewer answers than this are not shown by perspective, so that nobody's answer can be told."""

UNSURE = 1 / 3
"""From this share of those who answered on, so many don't know that the median says little."""

SPLIT_AGREEMENT = 0.3
"""Under this agreement A a room is split: answers spread evenly over four neighbouring levels of five have 0.25."""

SPLIT_MIDDLE = 0.375
"""From this share of the scale on, the middle half of the people is too wide: 1.5 of the 4 steps from 0 to 4."""

SPLIT_APART = 0.375
"""From this share of the scale on, the medians of two perspectives lie too far apart."""

SPLIT_MINORITY = 1 / 3
"""With two levels agreement is not defined: the room is split when the smaller side has at least this share."""


class Answer(StrEnum):
    """What was answered: a level, that one doesn't know, or that the statement doesn't apply here."""

    LEVEL = "level"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"


class Way(StrEnum):
    """How an answer came in."""

    PAPER = "paper"
    TABLE = "table"
    HANDS = "hands"
    IMPORT = "import"


class FloorWhen(StrEnum):
    """Which pilots a floor holds back: any, those with personal or sensitive data, or those that face students."""

    ANY = "any"
    DATA2 = "data2"
    STUDENTS = "students"


class Concerning(StrEnum):
    """Why a statement is worth acting on, the most pressing first."""

    BELOW_FLOOR = "below_floor"
    LOW = "low"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


LOW = 0.375
"""A median at most this share up the scale is low: 1.5 of 0 to 4."""


Numbers: TypeAlias = "Sequence[int] | NDArray[np.int64]"


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers in columns of one length, in any order; each place of the columns is one answer.

    ``person`` and ``table`` are indices into the room, -1 where nobody of that kind answered (both -1: hands).
    ``level`` is an index into the levels from the lowest up, ``DONT_KNOW`` or ``NOT_APPLICABLE`` below zero.
    ``count`` is the number of hands; of a table its size where it was given, else 1; of a person 1.
    """

    statement: Numbers
    round: Numbers
    person: Numbers
    table: Numbers
    level: Numbers
    count: Numbers


DONT_KNOW, NOT_APPLICABLE = -1, -2
"""What stands in ``Answers.level`` for the answers that are no level."""


@dataclass(frozen=True, slots=True)
class Room:
    """Who can answer what: levels by their numbers from the lowest up, statements by dimension, people by table.

    ``dimension_of`` has an index for each statement, ``table_of`` one for each person (-1 where she sits nowhere).
    The last of the people are respondents of forms, of whom nobody knows whether they are in the room: ``form_of``
    has an index for each of them, ``asked`` the statements of each form.
    """

    levels: tuple[int, ...]
    dimension_of: tuple[int, ...]
    dimensions: int
    table_of: tuple[int, ...] = ()
    tables: int = 0
    form_of: tuple[int, ...] = ()
    asked: tuple[frozenset[int], ...] = ()

    @property
    def participants(self) -> int:
        """How many of the people are in the room by name."""
        return len(self.table_of) - len(self.form_of)


@dataclass(frozen=True, slots=True)
class Spread:
    """How the answers to a statement, or the people's values for a dimension, are spread.

    ``n`` counts the answers (people) behind median and quartiles, which are in levels; ``counts`` go from the lowest
    level up. ``agreement`` is van der Eijk's A from -1 to 1, None where it is not defined (for a dimension the mean
    of its statements). ``blank`` counts the people who gave no answer at all.
    """

    n: int
    dont_know: int
    not_applicable: int
    blank: int
    counts: tuple[int, ...]
    median: float | None
    q1: float | None
    q3: float | None
    agreement: float | None


@dataclass(frozen=True, slots=True)
class Floor:
    """The least level that pilots of a kind need in a statement."""

    level: int
    when: FloorWhen

    def concerns(self, data_class: int, *, student_facing: bool) -> bool:
        """Whether it holds for a pilot with that data class (0 public to 3 sensitive)."""
        match self.when:
            case FloorWhen.ANY:
                return True
            case FloorWhen.DATA2:
                return data_class >= 2
            case FloorWhen.STUDENTS:
                return student_facing

    def holds_back(self, median: float | None) -> bool:
        """Whether the room is under it. A half is not rounded up, and what nobody could rate is not reached."""
        return median is None or median < self.level


def rescaled(floor: int, scale: Sequence[int], levels: Sequence[int]) -> int:
    """The level among others that lies at least as far up as a floor does on its own scale.

    It is counted in steps, so that uneven numbers don't matter: 2 of 0 to 4 (half way) is 4 of 1 to 7; what falls
    between two levels is the upper one, since a floor is never lowered: 2 of 0 to 4 is 3 of 1 to 4.
    """
    share = (len(levels) - 1) * scale.index(floor)
    return levels[-(-share // (len(scale) - 1))]


def reached(median: float | None, levels: Sequence[int]) -> int | None:
    """The level that a room has reached in full: the highest one not above its median."""
    return None if median is None else max((level for level in levels if level <= median), default=None)


def unknown_share(spread: Spread) -> float:
    """The share of the answers, from 0 to 1, that were "don't know"; 0 without any.

    Of a dimension the answers to all its statements count, not the people behind its marks.
    """
    answered = sum(spread.counts) + spread.dont_know
    return spread.dont_know / answered if answered else 0.0


def statement_split(spread: Spread) -> bool:
    """Whether the room is split on a statement: little agreement among at least four answers."""
    if spread.n < SMALL_GROUP:
        return False
    if spread.agreement is None:
        return min(spread.counts) / spread.n >= SPLIT_MINORITY
    return spread.agreement < SPLIT_AGREEMENT


def dimension_split(spread: Spread, levels: Sequence[int], medians: Sequence[float] = ()) -> bool:
    """Whether the room is split on a dimension, among at least four people.

    It is when the middle half of the people is wide, when two perspectives (``medians`` of those with at least four
    people) lie far apart, or when there is little agreement on the statements.
    """
    if spread.n < SMALL_GROUP or spread.q1 is None or spread.q3 is None:
        return False
    scale = levels[-1] - levels[0]
    wide = spread.q3 - spread.q1 >= SPLIT_MIDDLE * scale
    apart = bool(medians) and max(medians) - min(medians) >= SPLIT_APART * scale
    return wide or apart or (spread.agreement is not None and spread.agreement < SPLIT_AGREEMENT)


def concerning(spread: Spread, levels: Sequence[int], floor: Floor | None) -> tuple[Concerning, ...]:
    """Why a room should act on a statement, the most pressing reason first; nothing where nobody answered.

    It is low where the median lies under the statement's floor or low on the scale, disputed as ``statement_split``
    says, and unknown where so many don't know that the median says little.
    """
    found: list[Concerning] = []
    if not spread.n + spread.dont_know:
        return ()
    if floor is not None and floor.holds_back(spread.median):
        found.append(Concerning.BELOW_FLOOR)
    elif spread.median is not None and spread.median - levels[0] <= LOW * (levels[-1] - levels[0]):
        found.append(Concerning.LOW)
    if statement_split(spread):
        found.append(Concerning.DISPUTED)
    if unknown_share(spread) >= UNSURE:
        found.append(Concerning.UNKNOWN)
    return tuple(found)


def most_disputed(spreads: Iterable[tuple[int, Spread]]) -> int | None:
    """The number of the statement with the least agreement among at least four answers; the first of equals."""
    known = [(number, spread) for number, spread in spreads if spread.n >= SMALL_GROUP]
    return min(known, key=lambda each: (_agreed(each[1]), each[0]), default=(None, None))[0]


def _agreed(spread: Spread) -> float:
    if spread.agreement is not None:
        return spread.agreement
    return 1 - 2 * min(spread.counts) / spread.n
