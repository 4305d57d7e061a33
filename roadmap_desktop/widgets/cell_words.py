"""What a text pasted into a cell means there, and the text that says the same when the cell is copied."""

from __future__ import annotations

from datetime import date
from typing import Any

from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column, Editor, is_number
from roadmap_desktop.widgets.speech import say, spoken
from roadmap_desktop.widgets.typed_day import NotADay, read_day

_TICKS = frozenset({"yes", "y", "x", "true", "1", "ja", "sí", "si", "✓", "✔"})
_MOST_CHOICES = 6


class NotMeant(ValueError):
    """The text can't be meant for the cell; ``reason`` and ``remedy`` are for the person who pasted it."""

    def __init__(self, reason: Words, remedy: Words) -> None:
        super().__init__(str(reason))
        self.reason, self.remedy = reason, remedy


def meant(column: Column[Any], row: Any, text: str) -> str:
    """What the column's edit gets for a pasted text: a choice's key, a day as 2026-10-12, "yes" or "" of a check.

    Raises:
        NotMeant: the column is only shown, or the text is none of its choices, or no day.
    """
    if column.edit is None:
        raise NotMeant(message("This column is not filled in here."), message("It follows from what stands elsewhere."))
    if isinstance(column.cell, CheckCell):
        return "yes" if text.strip().casefold() in _TICKS else ""
    if column.choices is not None:
        return _chosen(column, row, text)
    if column.editor is Editor.DAY:
        try:
            day = read_day(text, spoken())
        except NotADay as problem:
            raise NotMeant(problem.reason, problem.remedy) from problem
        return day.isoformat() if day else ""
    return text


def copied(column: Column[Any], row: Any) -> str:
    """What a cell is copied as: pasted back it means the same."""
    value = column.value(row)
    if isinstance(column.cell, CheckCell):
        return say(message("yes")) if column.cell.checked(row) else ""
    if isinstance(value, date):
        return value.isoformat()
    if column.choices is None and column.edit is not None:
        return column.begins_with(row)
    return str(value) if is_number(value) else column.text(row).first


def _chosen(column: Column[Any], row: Any, text: str) -> str:
    assert column.choices is not None
    choices = [(key, say(words)) for key, words in column.choices(row)]
    typed = _folded(text)
    exact = [key for key, words in choices if typed in (_folded(key), _folded(words))]
    if exact:
        return exact[0]
    begun = [key for key, words in choices if typed and _folded(words).startswith(typed.removesuffix("s"))]
    if len(begun) == 1:
        return begun[0]
    named = tuple(words for _, words in choices)
    remedy = message("Choose one from the list.")
    if len(named) <= _MOST_CHOICES:
        remedy = message("It can be: {choices}.", choices=named)
    if not typed:
        raise NotMeant(message("It can't be empty."), remedy)
    raise NotMeant(message("This is none of the choices."), remedy)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())
