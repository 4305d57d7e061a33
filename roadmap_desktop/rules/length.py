"""How long work takes and how far apart linked work lies: lengths and lags, read from text and laid on school time."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap_desktop.rules.schooltime import Day, SchoolTime

WEEK = 5
"""School days in a week of length or lag."""
MOST = 9_999
"""The largest amount that is taken; more is a slip of the pen, and no calendar reaches so far."""


class Unit(StrEnum):
    """What a length is counted in."""

    SCHOOL_DAYS = "school_days"
    WEEKS = "weeks"
    GRADING_PERIODS = "grading_periods"
    CALENDAR_DAYS = "calendar_days"


class LagUnit(StrEnum):
    """What a lag is counted in."""

    SCHOOL_DAYS = "school_days"
    WEEKS = "weeks"
    CALENDAR_DAYS = "calendar_days"


class NotALength(ValueError):
    """The text is no length, or the amount is below 0 or above MOST."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a length: {text!r}")
        self.text = text


class NotALag(ValueError):
    """The text is no lag, or the amount is beyond MOST."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a lag: {text!r}")
        self.text = text


@dataclass(frozen=True, slots=True)
class Length:
    """How long work takes; an amount of 0 is a milestone."""

    amount: int
    unit: Unit = Unit.SCHOOL_DAYS

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= MOST:
            raise NotALength(f"{self.amount} {self.unit}")

    @property
    def is_milestone(self) -> bool:
        """Whether this is a point in time: it has no length."""
        return self.amount == 0

    @property
    def school_days(self) -> int | None:
        """The length in school days; None where it depends on where it starts."""
        if self.unit is Unit.SCHOOL_DAYS or not self.amount:
            return self.amount
        return self.amount * WEEK if self.unit is Unit.WEEKS else None

    def written(self) -> str:
        """The length as ``parse`` reads it; for files, not for people."""
        if self.is_milestone:
            return "0"
        words = self.unit.removeprefix("calendar_").replace("_", " ")
        return f"{self.amount} {words if self.amount > 1 else words.removesuffix('s')}"


MILESTONE = Length(0)
"""The length of a milestone."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How much later, or earlier if negative, the other end of a link lies than it would without."""

    amount: int = 0
    unit: LagUnit = LagUnit.SCHOOL_DAYS

    def __post_init__(self) -> None:
        if abs(self.amount) > MOST:
            raise NotALag(f"{self.amount} {self.unit}")

    @property
    def school_days(self) -> int:
        """The part that is counted in school days of the successor's calendar."""
        if self.unit is LagUnit.CALENDAR_DAYS:
            return 0
        return self.amount * WEEK if self.unit is LagUnit.WEEKS else self.amount

    @property
    def calendar_days(self) -> int:
        """The part that is counted in calendar days."""
        return self.amount if self.unit is LagUnit.CALENDAR_DAYS else 0

    def written(self) -> str:
        """The lag as ``parse_lag`` reads it; for files, not for people."""
        mark = {LagUnit.SCHOOL_DAYS: "", LagUnit.WEEKS: "w", LagUnit.CALENDAR_DAYS: "d"}[self.unit]
        return f"{self.amount:+d}{mark}"


NO_LAG = Lag()
"""No lag at all."""

_LENGTH = re.compile(r"(\d{1,6})(?:\.0+)?\s*([a-z ]*)", re.ASCII)
_LAG = re.compile(r"([+-]?)\s*(\d{1,6})\s*([a-z ]*)", re.ASCII)
_UNITS = {
    Unit.SCHOOL_DAYS: r"|sd|(school|instructional) ?d(ay)?s?|days? of school|dias? (lectivos?|de clases?)",
    Unit.WEEKS: r"w|wks?|sw|((school|instructional) )?(weeks?|wks?)|semanas?( lectivas?)?",
    Unit.GRADING_PERIODS: r"gps?|mps?|((grading|marking) )?periods?|periodos?( de (calificacion|evaluacion)(es)?)?",
    Unit.CALENDAR_DAYS: r"e?d(ays?)?|(calendar|elapsed) days?|days? by the calendar|dias?( (naturales|de calendario))?",
}
_PATTERNS = {unit: re.compile(words) for unit, words in _UNITS.items()}


@lru_cache(maxsize=1_000)
def parse(text: str) -> Length:
    """The length that is written: "5 school days", "3 weeks", "1 grading period", "10 days" or "10 d" by the calendar.

    Short forms ("2w", "10 d", "1 gp", "3 wks.") and Spanish words are read too. A number alone counts school days; 0 of
    anything is a milestone. Raises NotALength.
    """
    found = _LENGTH.fullmatch(_plain(text))
    unit = _unit(found[2]) if found else None
    if found is None or unit is None or int(found[1]) > MOST:
        raise NotALength(text)
    return Length(int(found[1]), unit) if int(found[1]) else MILESTONE


@lru_cache(maxsize=1_000)
def parse_lag(text: str) -> Lag:
    """The lag that is written: "+3" or "-1" in school days, "5d" in calendar days, "2w" in weeks of 5 school days.

    Raises NotALag.
    """
    found = _LAG.fullmatch(_plain(text))
    unit = _unit(found[3]) if found else None
    if found is None or unit is None or unit is Unit.GRADING_PERIODS or int(found[2]) > MOST:
        raise NotALag(text)
    amount = int(found[2]) * (-1 if found[1] == "-" else 1)
    return Lag(amount, LagUnit(unit)) if amount else NO_LAG


def finish(start: Day, length: Length, time: SchoolTime) -> Day:
    """The last day of work that starts on ``start`` or the first school day after it; a milestone sits on that day.

    Calendar days run on through weekends and breaks, grading periods to the end of the period, so these two
    may end on a day without school. Raises BeyondHorizon, NoGradingPeriods.
    """
    if length.school_days is not None:
        return time.finish(start, length.school_days)
    if length.unit is Unit.GRADING_PERIODS:
        return time.end_of_period(start, length.amount)
    return time.calendar_days_on(time.on_or_after(start), length.amount - 1)


def _unit(words: str) -> Unit | None:
    return next((unit for unit, pattern in _PATTERNS.items() if pattern.fullmatch(words)), None)


def _plain(text: str) -> str:
    """One kind of space, one kind of minus, small plain letters, no full stop or mark of doubt behind."""
    letters = unicodedata.normalize("NFD", text.replace("\N{MINUS SIGN}", "-").replace("_", " ").lower())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(bare.split()).rstrip(".? ")
