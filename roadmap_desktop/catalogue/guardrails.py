"""The guardrails: what must hold, what proves it, before which step, and the law or standard behind it.

Laws are facts of a day: each carries the day on which it was known to be so and how well that was confirmed.
Nothing here is legal advice; every guardrail ends with what to ask counsel.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path

from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.catalogue.terms import Term, term, terms_of
from roadmap_desktop.language import Phrase
from roadmap_desktop.rules.guardrails import Gate


class Reach(StrEnum):
    """Whom a law or standard binds: the whole country, one state, or only those who choose to follow it."""

    FEDERAL = "federal"
    STATE = "state"
    VOLUNTARY = "voluntary"


class Confirmed(StrEnum):
    """How the summary of a law was confirmed: in a source, in a secondary source, or not yet."""

    SOURCE = "source"
    SECONDARY = "secondary"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class LawDate:
    """A date that a law sets, and what happens then."""

    key: str
    day: date
    meaning: Phrase


@dataclass(frozen=True, slots=True)
class LawEntry:
    """A law or standard; ``state`` is two letters where it binds one state, ``applies_from`` in order of time."""

    key: str
    reach: Reach
    state: str
    as_of: date
    confirmed: Confirmed
    applies_from: tuple[LawDate, ...]
    name: Phrase
    asks: Phrase


@dataclass(frozen=True, slots=True)
class GuardrailEntry:
    """An expectation; ``student_facing_gate`` replaces the gate where students use the tool."""

    key: str
    area: str
    gate: Gate
    student_facing_gate: Gate | None
    name: Phrase
    holds: Phrase
    proof: Phrase
    counsel: Phrase
    laws: tuple[LawEntry, ...]


@dataclass(frozen=True, slots=True)
class _Shelf:
    areas: tuple[Term, ...]
    guardrails: tuple[GuardrailEntry, ...]
    gates: tuple[Term, ...]
    confirmations: tuple[Term, ...]


def guardrails(folder: Path | None = None) -> tuple[GuardrailEntry, ...]:
    """The guardrails in the order in which a room goes through them; ``BadRecord`` where a record is wrong."""
    return _shelf(folder).guardrails


def areas(folder: Path | None = None) -> tuple[Term, ...]:
    """The areas that group the guardrails."""
    return _shelf(folder).areas


def gates(folder: Path | None = None) -> tuple[Term, ...]:
    """The names of the gates, keyed as ``Gate``."""
    return _shelf(folder).gates


def confirmations(folder: Path | None = None) -> tuple[Term, ...]:
    """How well a law was confirmed, in words, keyed as ``Confirmed``."""
    return _shelf(folder).confirmations


@lru_cache
def _shelf(folder: Path | None) -> _Shelf:
    with Subject("guardrails", folder) as subject:
        areas = subject.each("area", term)
        return _Shelf(
            areas=areas,
            guardrails=subject.each("guardrail", partial(_guardrail, areas=tuple(area.key for area in areas))),
            gates=terms_of(subject, "gate", Gate),
            confirmations=terms_of(subject, "confirmed", Confirmed),
        )


def _guardrail(record: Record, areas: tuple[str, ...]) -> GuardrailEntry:
    laws = record.each("law", _law)
    if not laws:
        raise record.wrong("has no 'law' or standard behind it")
    sooner = "student_facing_gate"
    return GuardrailEntry(
        key=record.key,
        area=record.one_of("area", areas),
        gate=record.choice("gate", Gate),
        student_facing_gate=record.choice(sooner, Gate) if record.has(sooner) else None,
        name=record.phrase("name"),
        holds=record.phrase("holds"),
        proof=record.phrase("proof"),
        counsel=record.phrase("counsel"),
        laws=laws,
    )


def _law(record: Record) -> LawEntry:
    reach = record.choice("reach", Reach)
    return LawEntry(
        key=record.key,
        reach=reach,
        state=_state(record) if record.has("state") else "",
        as_of=record.day("as_of"),
        confirmed=record.choice("confirmed", Confirmed),
        applies_from=_in_order(record, record.each("date", _date)),
        name=record.phrase("name"),
        asks=record.phrase("asks"),
    )


def _state(record: Record) -> str:
    state = record.text("state")
    if len(state) != 2 or not state.isupper():
        raise record.wrong(f"'state' must be two capital letters, not '{state}'")
    return state


def _in_order(record: Record, dates: tuple[LawDate, ...]) -> tuple[LawDate, ...]:
    if list(dates) != sorted(dates, key=lambda entry: entry.day):
        raise record.wrong("its dates must be in order of time")
    return dates


def _date(record: Record) -> LawDate:
    return LawDate(record.key, record.day("day"), record.phrase("meaning"))
