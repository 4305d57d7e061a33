"""What the figures show, as plain values; words are already said, dates and numbers are still themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """The answers of one dimension: median and middle half on the profile's scale.

    ``value`` is the median as it is written. Without a median (too few answers) ``value`` says why, and
    nothing is drawn.
    """

    name: str
    value: str
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Rows of answers on one scale from ``lowest`` to ``highest``, its ends named in words."""

    rows: tuple[ProfileRow, ...]
    lowest: float = 0.0
    highest: float = 4.0
    lowest_words: str = ""
    highest_words: str = ""


class Naming(StrEnum):
    """Where the words of a bar stand: beside it where there is room, or always on the line below."""

    BESIDE = "beside"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from first to last, both included, with their name: a month, a grading period, a break."""

    words: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of work from first to last day, both included.

    ``done`` is its share done, 0 to 1; None draws it full, as a plan on paper. ``baseline`` are first and
    last day of the plan it is compared with.
    """

    first: date
    last: date
    done: float | None = None
    critical: bool = False
    baseline: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a lane: bars and milestones (their days), and the words that name them."""

    words: str = ""
    bars: tuple[Bar, ...] = ()
    milestones: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """A phase with its rows; ``stage`` is the stage whose hue it takes."""

    name: str
    stage: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """A timeline from ``first`` to ``last`` day.

    ``scales`` are header rows from top to bottom (quarters, months); lines stand at the starts of the last.
    Breaks are hatched through all lanes and named below. ``today`` is a day with its word.
    """

    first: date
    last: date
    scales: tuple[tuple[Stretch, ...], ...]
    lanes: tuple[Lane, ...]
    breaks: tuple[Stretch, ...] = ()
    today: tuple[date, str] | None = None
    naming: Naming = Naming.BESIDE
