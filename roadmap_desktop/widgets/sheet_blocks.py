"""Many cells of a sheet changed as one step: pasted, cleared, filled downward; what is refused is listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.cell_words import NotMeant, copied, meant
from roadmap_desktop.widgets.sheet_block import Place, Placed
from roadmap_desktop.widgets.sheet_model import SheetModel
from roadmap_desktop.widgets.speech import say

Together = Callable[[Words, Callable[[], object]], object]
"""Makes the moves inside as one step of undo, by the name given."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A cell that was not changed: where it is (no uuid where its line could not begin), its text, and why."""

    uuid: str
    column: int
    line: str
    text: str
    reason: str
    remedy: str


class SheetBlocks:
    """Changes cells through the columns' own edits; ``begin`` makes a new line and gives its uuid."""

    def __init__(self, model: SheetModel) -> None:
        self._model = model
        self.together: Together = lambda _, moves: moves()
        self.refresh: Callable[[], object] = lambda: None
        self.begin: Callable[[str], object] | None = None
        self._at: tuple[str, int, str, str] | None = None
        self._found: list[NotTaken] = []
        self._renamed: dict[str, str] = {}

    def take(self, label: Words, cells: Sequence[Placed]) -> tuple[NotTaken, ...]:
        """Changes the cells whose text differs; those beyond the last row begin new lines. Gives what was refused."""
        rows, known = self._model.rows, len(self._model.rows)
        edits = [(rows[each.row].uuid, each.column, each.text) for each in cells if each.row < known]
        lines: dict[int, dict[int, str]] = {}
        for each in cells:
            if each.row >= known:
                lines.setdefault(each.row, {})[each.column] = each.text

        def moves() -> None:
            self._found = []
            self._renamed = {}
            try:
                for uuid, column, text in edits:
                    self._edit(uuid, column, text)
                self._begin_lines(tuple(line for _, line in sorted(lines.items()) if any(line.values())))
            finally:
                self._at = None

        self.together(label, moves)
        return tuple(self._found)

    def gather(self, reason: str, remedy: str) -> bool:
        """Takes a refusal that is about one of the cells that are just changed; False where none is."""
        if self._at is None:
            return False
        uuid, column, line, text = self._at
        self._found.append(NotTaken(uuid, column, line, text, reason, remedy))
        return True

    def copied(self, place: Place) -> str:
        """The text of a cell as it is copied."""
        row, column = place
        return copied(self._model.columns[column], self._model.rows[row])

    def _edit(self, uuid: str, place: int, text: str) -> None:
        row = self._row(uuid)
        if row is None:
            return
        line = self._renamed.get(uuid) or self._named(row)
        if place >= len(self._model.columns):
            self._refuse(uuid, place, line, text, message("There is no column here."), message("It was left out."))
            return
        column = self._model.columns[place]
        if text == copied(column, row):
            return
        self._at = (uuid, place, line, text)
        try:
            typed = meant(column, row, text)
        except NotMeant as problem:
            self.gather(say(problem.reason), say(problem.remedy))
            return
        assert column.edit is not None
        refused = len(self._found)
        column.edit(row, typed)
        if place == 0 and len(self._found) == refused:
            self._renamed[uuid] = text

    def _begin_lines(self, lines: Sequence[Mapping[int, str]]) -> None:
        """Begins the new lines by their first column that can be filled in, then fills in the others."""
        if not lines:
            return
        first = next((place for place, column in enumerate(self._model.columns) if column.edit is not None), -1)
        begun: list[tuple[str, Mapping[int, str]]] = []
        for line in lines:
            text = line.get(first, "")
            self._at = ("", first, text or next(each for each in line.values() if each), text)
            if self.begin is None or not text:
                self.gather(*self._lineless(first))
            elif made := self.begin(text):
                begun.append((str(made), line))
        if begun:
            self.refresh()
        for uuid, line in begun:
            for place, text in line.items():
                if place != first and text:
                    self._edit(uuid, place, text)

    def _lineless(self, first: int) -> tuple[str, str]:
        if self.begin is None or first < 0:
            return say(message("There is no line for it.")), say(message("Lines are not added here by pasting."))
        title = self._model.columns[first].title
        return (
            say(message("A new line begins with its column {column}.", column=title)),
            say(message("Copy that column too, or begin the line here first.")),
        )

    def _refuse(self, uuid: str, column: int, line: str, text: str, reason: Words, remedy: Words) -> None:
        if text:
            self._found.append(NotTaken(uuid, column, line, text, say(reason), say(remedy)))

    def _row(self, uuid: str) -> Any:
        place = self._model.place(uuid)
        return self._model.rows[place] if place >= 0 else None

    def _named(self, row: Any) -> str:
        """What a line is called: the text of its first column that has one."""
        texts = (column.text(row).first for column in self._model.columns)
        return next((text for text in texts if text), "")
