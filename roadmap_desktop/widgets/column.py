"""What a step declares of each column of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import Qt

from roadmap_desktop.language import Message, Phrase, Words, message
from roadmap_desktop.widgets.cells import Cell, CellText, TextCell
from roadmap_desktop.widgets.speech import say, spoken

Value: TypeAlias = "Words | int | float | date | None"


class Identified(Protocol):
    """A row of a sheet: any frozen dataclass with a uuid."""

    @property
    def uuid(self) -> str:
        """What the row is known by."""


R = TypeVar("R", bound=Identified)


class Editor(StrEnum):
    """What opens in a cell that is edited; a column with choices always opens a list."""

    LINE = "line"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: what it shows of a row, and how it is edited.

    ``edit`` gets the row and what was typed (a choice's key, a day as 2026-10-12, "yes" or "" of a check) and makes
    the move through ``sitting.attempt(..., beside=sheet)``. ``typed`` gives what an editor begins with where that
    is not the text shown. ``names`` gives what an editor suggests while something is typed. ``missing`` is shown as
    a pill in bad where the value is empty. A column is as wide as its words; with ``width`` (pixels at normal text
    size) that wide, and wider by half at most where its words ask for it. What is left over goes to those that
    ``stretch``. ``so_far`` saves in a pause what is typed so far where a part of it would mean something else; ``edit``
    follows when the cell is left. ``tall_title`` says that the step breaks the title into lines.
    """

    key: str
    title: Words
    value: Callable[[R], Value]
    edit: Callable[[R, str], object] | None = None
    so_far: Callable[[R, str], object] | None = None
    choices: Callable[[R], Sequence[tuple[str, Words]]] | None = None
    names: Callable[[], Sequence[str]] | None = None
    second: Callable[[R], Words] | None = None
    cell: Cell[R] = field(default_factory=TextCell)
    editor: Editor = Editor.LINE
    typed: Callable[[R], str] | None = None
    missing: Words = ""
    digits: int | None = None
    width: int = 0
    stretch: int = 0
    strong: bool = False
    wraps: bool = False
    sortable: bool = False
    right: bool = False
    tall_title: bool = False
    hint: Words = ""

    def text(self, row: R) -> CellText:
        """What the cell says."""
        value = self.value(row)
        second = say(self.second(row)) if self.second else ""
        right = self.right or is_number(value)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        strong = self.strong or self.second is not None
        return CellText(written(value, self.digits), second, side, strong, self.wraps)

    def begins_with(self, row: R) -> str:
        """The text that an editor opens with."""
        if self.typed is not None:
            return self.typed(row)
        value = self.value(row)
        return str(value) if is_number(value) else written(value, self.digits)

    def order(self, row: R) -> tuple[int, Any]:
        """What rows are sorted by in this column; the empty ones come last."""
        value = self.value(row)
        if value is None or value == "":
            return (2, "")
        if isinstance(value, str | Message | Phrase):
            return (1, say(value).casefold())
        return (0, value.toordinal() if isinstance(value, date) else value)


def is_number(value: Value) -> bool:
    """Whether the value is a number, and so stands on the right; True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def written(value: Value, digits: int | None = None) -> str:
    """A value in the language spoken; nothing for None."""
    match value:
        case None:
            return ""
        case bool():
            return say(message("yes") if value else message("no"))
        case int() | float():
            return spoken().number(value, digits)
        case date():
            return spoken().date(value)
    return say(value)
