"""A small instrument, and the same answers to it as different form tools export them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from roadmap_desktop.exchange.answers import AnswersPreview, read_answers
from roadmap_desktop.journey.readiness.drafts import LevelDraft
from roadmap_desktop.journey.readiness.questionnaire import KnownColumn, Question, Questionnaire
from roadmap_desktop.language import Language
from roadmap_desktop.rules.readiness import Answer

ENGLISH = Language("en")
TEXTS = (
    "The board has adopted a clear aim for AI",
    "Money is set aside beyond the first year",
    "Wi-Fi works, everywhere, at peak times",
    "Accounts use single sign-on",
)
QUESTIONS = tuple(
    Question(f"uuid-{key}", key, number, (text,), ((1, "slow and patchy"), (3, "fast")) if key == "T1" else ())
    for number, (key, text) in enumerate(zip(("L1", "L2", "T1", "T2"), TEXTS, strict=True), start=1)
)
LEVELS = (LevelDraft(1, "Emerging"), LevelDraft(2, "Developing"), LevelDraft(3, "Mature"))
PEOPLE = (("uuid-ann", "Ann Lee"), ("uuid-maria", "Maria López"))
ASKED = Questionnaire(
    QUESTIONS,
    LEVELS,
    PEOPLE,
    (("uuid-table", "Table 3"),),
    {"teacher": ("Teacher",), "board": ("Board",), "school_leadership": ("School leadership",)},
    (),
)


def text(rows: Iterable[Sequence[object]], separator: str = ",") -> str:
    stream = StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue()


def read(*rows: Sequence[object], known: tuple[KnownColumn, ...] = (), separator: str = ",") -> AnswersPreview:
    asked = Questionnaire(QUESTIONS, LEVELS, PEOPLE, ASKED.tables, ASKED.perspectives, known)
    return read_answers(text(rows, separator).encode(), asked)


def given(preview: AnswersPreview) -> list[dict[str, int | str]]:
    """What each respondent answered, by the statement's id."""
    keys = {question.uuid: question.key for question in QUESTIONS}
    return [
        {keys[uuid]: answer.value if isinstance(answer, Answer) else answer for uuid, answer in each.answers}
        for each in preview.draft.respondents
    ]


def reasons(preview: AnswersPreview) -> list[str]:
    return [f"{ENGLISH.say(each.where)}: {ENGLISH.say(each.reason)}" for each in preview.untaken]


def notes(preview: AnswersPreview) -> list[str]:
    return [ENGLISH.say(note) for note in preview.notes]
