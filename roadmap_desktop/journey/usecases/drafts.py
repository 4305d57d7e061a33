"""Use cases, weights and scores as they come from outside, before they are taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UseCaseDraft:
    """A use case of a list; None where the list says nothing of a field.

    ``uuid`` is that of the use case of the room it names, ``key`` the catalogue's where it can be picked; both empty
    where it is new.
    """

    name: str
    uuid: str = ""
    key: str = ""
    level: str | None = None
    risk: str | None = None
    data_class: int | None = None
    student_facing: bool | None = None
    description: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class WeightDraft:
    """How much a criterion counts, from 0 to 100; ``uuid`` is empty where the workshop lacks it."""

    name: str
    weight: float
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class OwnWeightsDraft:
    """The weights that a list gives in the name of a perspective (its key); ``kept`` as in those of the room."""

    perspective: str
    weights: tuple[WeightDraft, ...]
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeightsDraft:
    """All weights of a list; ``kept`` are criteria it names without a weight that can be read: theirs stay.

    ``own`` are those that perspectives give beside the room's.
    """

    weights: tuple[WeightDraft, ...]
    kept: tuple[str, ...] = ()
    own: tuple[OwnWeightsDraft, ...] = ()

    @property
    def named(self) -> frozenset[str]:
        """The criteria here that are named in the room's own list."""
        return frozenset({each.uuid for each in self.weights if each.uuid} | set(self.kept))


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Somebody who scored and is not in the room list; perspective by key, table by name, both may be empty."""

    name: str
    role: str = ""
    perspective: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Scorer:
    """Who scored: a participant or a table by uuid, a person to be added (a place among them), else the room."""

    participant: str = ""
    table: str = ""
    added: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreDraft:
    """A score from 1 to 5, by uuids of use case and criterion."""

    scorer: Scorer
    use_case: str
    criterion: str
    value: float


@dataclass(frozen=True, slots=True)
class ScoresDraft:
    """The scores of a file, and the people to be added with them."""

    scores: tuple[ScoreDraft, ...]
    people: tuple[PersonDraft, ...] = ()
