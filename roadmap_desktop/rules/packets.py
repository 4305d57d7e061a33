"""What of a packet's answers is taken: three-way, against the answers that both sides began with."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Question = TypeVar("Question", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Taking(Generic[Question, Value]):
    """``changes`` are made (None takes an answer back); on ``differences`` both sides changed, and nothing is done."""

    changes: Mapping[Question, Value | None]
    differences: tuple[Question, ...]


def taking(
    begun: Mapping[Question, Value], here: Mapping[Question, Value], there: Mapping[Question, Value]
) -> Taking[Question, Value]:
    """What the answers given ``there`` change ``here``, where both sides began with ``begun``."""
    changes: dict[Question, Value | None] = {}
    differences = []
    for question in dict.fromkeys((*begun, *here, *there)):
        before, mine, theirs = begun.get(question), here.get(question), there.get(question)
        if theirs in (mine, before):
            continue
        if mine == before:
            changes[question] = theirs
        else:
            differences.append(question)
    return Taking(changes, tuple(differences))
