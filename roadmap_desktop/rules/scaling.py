"""Scaling: which schools go together, by how ready they are and at what pace they want to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Pace(StrEnum):
    """At what pace a school wants to adopt; unknown counts as willing."""

    READY = "ready"
    WILLING = "willing"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class School:
    """A school as far as its wave follows from it; ``piloted`` where it took part in a pilot."""

    uuid: str
    pace: Pace | None
    piloted: bool


def proposed_waves(schools: Sequence[School]) -> tuple[tuple[str, ...], ...]:
    """Waves of schools (uuids) in their given order: those that piloted or are ready, the willing, then the others.

    Waves without a school are left out. Flexible start, same gate: the pace decides when, never what must hold.
    """
    first = [each.uuid for each in schools if each.piloted or each.pace is Pace.READY]
    last = [each.uuid for each in schools if each.pace is Pace.LATER and each.uuid not in first]
    middle = [each.uuid for each in schools if each.uuid not in {*first, *last}]
    return tuple(tuple(wave) for wave in (first, middle, last) if wave)
