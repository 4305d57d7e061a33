"""The answers that can be given to a statement, and the letters that stand for those that are no level."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_desktop.journey.readiness.instrument import LevelEntry
from roadmap_desktop.language import message
from roadmap_desktop.rules.readiness import Answer
from roadmap_desktop.widgets.rating_row import AnswerKey

LETTERS = {"D": Answer.DONT_KNOW.value, "X": Answer.NOT_APPLICABLE.value}
"""What is typed for an answer that is no level."""


def answer_keys(levels: Sequence[LevelEntry]) -> tuple[AnswerKey, ...]:
    """A key for each level, then don't know and not applicable."""
    low, high = levels[0].value, levels[-1].value
    return (
        *(
            AnswerKey(
                level.value,
                str(level.value),
                message("{level}, {name}", level=level.value, name=level.name),
                (level.value - low) / (high - low),
            )
            for level in levels
        ),
        AnswerKey(Answer.DONT_KNOW.value, message("Don't know"), message("don't know")),
        AnswerKey(Answer.NOT_APPLICABLE.value, message("N/A"), message("not applicable")),
    )
