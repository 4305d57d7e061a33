"""The facts of the other stages that the roadmap is made from; lengths and lags as rules.length reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Barrier:
    """A barrier that the room chose to act on; pillar is people, systems or policies."""

    uuid: str
    pillar: str
    length: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Guardrail:
    """A guardrail that some use case asks for."""

    uuid: str
    length: str
    owner: str = ""
    due: date | None = None
    adopted: bool = False
    adopted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Learning:
    """A professional-learning session that prepares a pilot or a wave; ``counted``: it is known who attended."""

    uuid: str
    prepares: str
    held_on: date | None = None
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on a pilot; verdict is scale, adjust, narrow or stop."""

    verdict: str
    on: date | None
    attempt: int


@dataclass(frozen=True, slots=True)
class Pilot:
    """A pilot with the guardrails of its gate; ``chosen`` is false when none of its use cases is to be piloted."""

    uuid: str
    preparation: str
    length: str
    decides_after: str
    calendar: str
    chosen: bool
    gate: tuple[str, ...] = ()
    check_ins: tuple[tuple[str, int], ...] = ()  # uuid, week
    not_before: date | None = None
    owner: str = ""
    decider: str = ""
    attempt: int = 1
    started_on: date | None = None
    ended_on: date | None = None
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class Wave:
    """A set of schools that adopt together, after the decision on a pilot where one is named."""

    uuid: str
    length: str
    calendar: str
    after_pilot: str | None = None
    gate: tuple[str, ...] = ()
    not_before: date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A dated review of the indicators."""

    uuid: str
    on: date
    held: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that tasks are made from."""

    barriers: tuple[Barrier, ...] = ()
    guardrails: tuple[Guardrail, ...] = ()
    open_seats: int = 0
    learning: tuple[Learning, ...] = ()
    pilots: tuple[Pilot, ...] = ()
    waves: tuple[Wave, ...] = ()
    reviews: tuple[Review, ...] = ()
