"""The parts of a foreign file of Readiness as tables: statements or columns as understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten
from typing import Any

from roadmap_desktop.exchange.answer_columns import Column as FormColumn
from roadmap_desktop.exchange.answer_headings import ColumnRole
from roadmap_desktop.exchange.answer_matching import How
from roadmap_desktop.exchange.answers import AnswersPreview
from roadmap_desktop.exchange.instrument_building import InstrumentPreview
from roadmap_desktop.exchange.workbook import column_name
from roadmap_desktop.journey.readiness.questionnaire import Questionnaire
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.foreign import PartRow
from roadmap_desktop.widgets.column import Column

_MOST_WORDS = 90

ROLES: dict[ColumnRole, Words] = {
    ColumnRole.UNKNOWN: message("nothing, it is left out"),
    ColumnRole.NAME: message("the person's name"),
    ColumnRole.FIRST_NAME: message("the first name"),
    ColumnRole.LAST_NAME: message("the last name"),
    ColumnRole.EMAIL: message("the e-mail address"),
    ColumnRole.PERSPECTIVE: message("the perspective"),
    ColumnRole.ROLE: message("the role"),
    ColumnRole.TABLE: message("the table"),
    ColumnRole.IDENTITY: message("the form's id"),
    ColumnRole.TIME: message("the time"),
    ColumnRole.STATUS: message("whether it is a trial"),
    ColumnRole.COMMENT: message("comments, kept as notes"),
    ColumnRole.TECHNICAL: message("the form's own figures, left out"),
}
_HOW: dict[How, Words] = {
    How.KNOWN: message("as last time"),
    How.CHOSEN: message("chosen by you"),
    How.ID: message("by its id"),
    How.TEXT: message("by its text"),
    How.NUMBER: message("by its number"),
    How.BEGINNING: message("by how it begins"),
    How.BESIDE: message("by where it stands"),
}


def statement_rows(preview: InstrumentPreview) -> tuple[PartRow, ...]:
    """The statements as understood: id, dimension, text, what its levels look like."""
    dimensions = preview.draft.dimensions
    return tuple(
        PartRow(
            each.key,
            each.key,
            each.text,
            dimensions[each.dimension].name,
            shorten(" · ".join(f"{level}: {text}" for level, text in each.cues), _MOST_WORDS, placeholder="…"),
        )
        for each in preview.draft.statements
    )


def statement_columns() -> Sequence[Column[PartRow]]:
    """The columns of statements as understood."""
    return (
        Column("key", message("Id"), lambda row: row.first),
        Column("text", message("Statement"), lambda row: row.second, stretch=3, wraps=True),
        Column("dimension", message("Dimension"), lambda row: row.third, stretch=1, wraps=True),
        Column("cues", message("Levels"), lambda row: row.fourth, stretch=2, wraps=True),
    )


def column_rows(preview: AnswersPreview, asked: Questionnaire) -> tuple[PartRow, ...]:
    """The form's columns as understood: letter, heading, what it asks, how that is known."""
    return tuple(
        PartRow(
            str(column.place),
            column_name(column.place),
            shorten(column.heading, 2 * _MOST_WORDS, placeholder="…"),
            _meaning(column, asked),
            _how(column),
        )
        for column in preview.columns
    )


def column_columns(judged: Callable[[PartRow, str], Any], asked: Questionnaire) -> Sequence[Column[PartRow]]:
    """The columns of a form's columns; ``judged`` gets the row and the key of what was chosen."""
    choices = [(f"?{place}", _asks(place, asked)) for place in range(len(asked.questions))]
    choices += [(role.value, words) for role, words in ROLES.items()]
    return (
        Column("letter", message("Column"), lambda row: row.first),
        Column("heading", message("Its heading"), lambda row: row.second, stretch=3, wraps=True),
        Column(
            "meaning",
            message("It holds"),
            lambda row: row.third,
            edit=judged,
            choices=lambda _: choices,
            stretch=3,
            wraps=True,
        ),
        Column("how", message("Known"), lambda row: row.fourth, width=110, wraps=True),
    )


def chosen(key: str) -> tuple[ColumnRole, int | None]:
    """What a choice of ``column_columns`` means: the role, and the statement's place."""
    return (ColumnRole.STATEMENT, int(key[1:])) if key.startswith("?") else (ColumnRole(key), None)


def instrument_summary(preview: InstrumentPreview, file: str) -> Words:
    """What an instrument holds, in one sentence."""
    draft = preview.draft
    levels = tuple(
        message("{n} {name}", n=level.value, name=level.name) if level.name else str(level.value)
        for level in draft.levels
    )
    return message(
        "{file}: {statements} in {dimensions}, levels {levels}.",
        file=file,
        statements=plural("{n} statement", "{n} statements", len(draft.statements)),
        dimensions=plural("{n} dimension", "{n} dimensions", len(draft.dimensions)),
        levels=levels,
    )


def answers_summary(preview: AnswersPreview, file: str) -> Words:
    """What a form holds, in one sentence."""
    people = preview.draft.respondents
    return message(
        "{file}: {answers} of {people}, {named} in the room list.",
        file=file,
        answers=plural("{n} answer", "{n} answers", preview.answers),
        people=plural("{n} person", "{n} people", len(people)),
        named=sum(bool(each.person) for each in people),
    )


def _meaning(column: FormColumn, asked: Questionnaire) -> Words:
    if column.match is None:
        return ROLES[column.role]
    statement = _asks(column.match.question, asked)
    return message("comment on {statement}", statement=statement) if column.role is ColumnRole.COMMENT else statement


def _asks(place: int, asked: Questionnaire) -> Words:
    question = asked.questions[place]
    return message("{number}. {text}", number=question.number, text=question.texts[0])


def _how(column: FormColumn) -> Words:
    if column.match is None:
        return ""
    if column.match.how is How.ALIKE:
        return message("{share:percent} alike", share=column.match.sure)
    return _HOW[column.match.how]
