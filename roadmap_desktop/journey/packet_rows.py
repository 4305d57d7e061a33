"""The rows that a packet's answers become: the same ones, uuid and all, as if they were typed in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from roadmap_desktop.journey.packet import Answer, Kind, Questions
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.rules import readiness
from roadmap_desktop.rules.readiness import Way


def rating_uuid(questions: Questions, statement: str) -> str:
    """The uuid of the recipient's rating of a statement in the packet's round."""
    return natural_uuid(questions.workshop, "rating", statement, questions.round, questions.recipient.uuid)


def rating_row(questions: Questions, answer: Answer, *, size: int, now: datetime) -> dict[str, Any]:
    """The recipient's rating of a statement; a table speaks for ``size`` people."""
    who, value = questions.recipient, answer.value
    is_level = not isinstance(value, str)
    row = {
        "uuid": rating_uuid(questions, answer.question.of),
        "statement": answer.question.of,
        "round": questions.round,
        "answer": readiness.Answer.LEVEL.value if is_level else value,
        "level": value if is_level else None,
        "note": "",
        "at": now,
    }
    if who.kind is Kind.PERSON:
        return row | {"way": Way.PAPER.value, "participant": who.uuid, "count": 1}
    return row | {"way": Way.TABLE.value, "table": who.uuid, "count": size}


def score_uuid(questions: Questions, use_case: str, criterion: str) -> str:
    """The uuid of the recipient's score of a use case on a criterion."""
    return natural_uuid(questions.workshop, "score", use_case, criterion, questions.recipient.uuid)


def score_row(questions: Questions, answer: Answer) -> dict[str, Any]:
    """The recipient's score of a use case on a criterion."""
    who, question = questions.recipient, answer.question
    return {
        "uuid": score_uuid(questions, question.of, question.on),
        "use_case": question.of,
        "criterion": question.on,
        "value": float(answer.value),
        "participant" if who.kind is Kind.PERSON else "table": who.uuid,
    }
