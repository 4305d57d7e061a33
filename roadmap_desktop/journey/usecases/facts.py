"""The use cases of the room and the criteria, as every picture of this stage reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from roadmap_desktop.journey.record import CHOICES
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import saying
from roadmap_desktop.journey.wordings import phrases, worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.usecases import Criterion, Outcome, UseCase
from roadmap_desktop.rules import usecases as rules
from roadmap_desktop.store.document import Document

KINDS = ("use_case", "outcome", "wording")
"""The kinds of facts that a use case is made of."""


@dataclass(frozen=True, slots=True)
class UseCaseFact:
    """A use case with its words; ``caution`` and ``disagreement`` are the catalogue's, empty where it has none.

    ``disagreement`` says what references disagree on, ``veto`` why the room may not choose it.
    """

    uuid: str
    key: str
    name: Words
    description: Words
    level: str
    risk: str
    data_class: int
    student_facing: bool
    owner: str
    tool: str
    veto: str
    veto_words: Words
    caution: Words
    disagreement: Words
    local_decision: str
    choice: rules.Choice | None
    choice_words: Words
    reason: str
    chosen_at: datetime | None
    chosen_place: int | None
    chosen_score: float | None
    dissent: str
    outcome: rules.Outcome

    @property
    def about(self) -> Words:
        """Level and risk in a few words."""
        return saying.about(self.level, self.risk)

    @property
    def lacking(self) -> tuple[rules.OutcomePart, ...]:
        """What its outcome still needs."""
        return rules.lacking(self.outcome)

    @property
    def contested(self) -> bool:
        """Whether the district must decide itself before a pilot: it is vetoed, or references disagree."""
        return bool(self.veto or self.disagreement)

    @property
    def hurdles(self) -> tuple[rules.Hurdle, ...]:
        """What keeps it from being chosen for a pilot."""
        return rules.hurdles(self.outcome, contested=self.contested, local_decision=self.local_decision)


@dataclass(frozen=True, slots=True)
class CriterionFact:
    """A criterion: the question it asks, what 1 and 5 mean, and its weight from 0 to 100."""

    uuid: str
    key: str
    name: Words
    question: Words
    lowest: Words
    highest: Words
    weight: float


def use_cases(document: Document) -> tuple[UseCaseFact, ...]:
    """The use cases in the room's order."""
    return document.remembered("use cases", KINDS, lambda: _use_cases(document))


def use_case(document: Document, uuid: str) -> UseCaseFact:
    """The use case with that uuid.

    Raises:
        Refused: it is gone.
    """
    found = next((each for each in use_cases(document) if each.uuid == uuid), None)
    if found is None:
        raise Refused(message("This use case is no longer on the list."), message("Choose another one."))
    return found


def criteria(document: Document) -> tuple[CriterionFact, ...]:
    """The criteria in the order in which they are scored."""
    return document.remembered("criteria", ("criterion", "wording"), lambda: _criteria(document))


def criterion(document: Document, uuid: str) -> CriterionFact:
    """The criterion with that uuid.

    Raises:
        Refused: it is gone.
    """
    found = next((each for each in criteria(document) if each.uuid == uuid), None)
    if found is None:
        raise Refused(message("This criterion is no longer there."), message("Choose another one."))
    return found


def _use_cases(document: Document) -> tuple[UseCaseFact, ...]:
    with document.read():
        kept = phrases(document)
        outcomes = {row.use_case: _outcome(row) for row in document.rows(select(*Outcome.__table__.columns))}
        return tuple(
            UseCaseFact(
                uuid=row.uuid,
                key=row.key,
                name=worded(document, row.name, f"usecase.{row.key}.name"),
                description=row.description or kept.get(f"usecase.{row.key}.description", ""),
                level=row.level,
                risk=row.risk,
                data_class=row.data_class,
                student_facing=row.student_facing,
                owner=row.owner,
                tool=row.tool,
                veto=row.veto,
                veto_words=_veto(document, row.veto),
                caution=kept.get(f"usecase.{row.key}.caution", ""),
                disagreement=kept.get(f"usecase.{row.key}.local_decision", ""),
                local_decision=row.local_decision,
                choice=rules.Choice(row.choice) if row.choice else None,
                choice_words=CHOICES.get(row.choice, ""),
                reason=row.choice_reason,
                chosen_at=row.chosen_at,
                chosen_place=row.chosen_place,
                chosen_score=row.chosen_score,
                dissent=row.dissent,
                outcome=outcomes.get(row.uuid, rules.Outcome()),
            )
            for row in document.rows(select(*UseCase.__table__.columns).order_by(UseCase.position, UseCase.uuid))
        )


def _veto(document: Document, veto: str) -> Words:
    if veto == saying.EQUITY:
        return saying.EQUITY_WORDS
    return phrases(document).get(f"red.{veto}.name", veto)


def _outcome(row: Any) -> rules.Outcome:
    return rules.Outcome(**{part.value: getattr(row, part.value) for part in rules.OutcomePart})


def _criteria(document: Document) -> tuple[CriterionFact, ...]:
    with document.read():
        kept = phrases(document)
        return tuple(
            CriterionFact(
                uuid=row.uuid,
                key=row.key,
                name=worded(document, row.name, f"criterion.{row.key}.name"),
                question=kept.get(f"criterion.{row.key}.question", ""),
                lowest=kept.get(f"criterion.{row.key}.score1", ""),
                highest=kept.get(f"criterion.{row.key}.score5", ""),
                weight=row.weight,
            )
            for row in document.rows(select(*Criterion.__table__.columns).order_by(Criterion.position, Criterion.uuid))
        )
