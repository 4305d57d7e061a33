"""What the keys and the menu of a sheet do with its selected cells: copy, cut, paste, clear, fill down, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.widgets.sheet_block import Place, Placed, filled_down, placed, rectangle
from roadmap_desktop.widgets.sheet_blocks import NotTaken, SheetBlocks
from roadmap_desktop.widgets.sheet_clipboard import Cells, as_text, clipboard_cells, filled
from roadmap_desktop.widgets.sheet_grid import SheetGrid
from roadmap_desktop.widgets.sheet_menu import Entry, menu_of
from roadmap_desktop.widgets.sheet_model import SheetModel

_REMOVING = (QKeySequence("Ctrl+-"), QKeySequence("Ctrl+Del"))
_STANDARD = QKeySequence.StandardKey


class SheetActions(QObject):
    """``removed`` asks for rows to be removed, ``listed`` carries a list pasted with headings or with no cell chosen.

    ``made`` tells what came of a change of several cells, ``sought`` that rows are to be filtered.
    """

    removed = Signal(object)  # tuple[str, ...]
    listed = Signal(object)  # Cells
    made = Signal(object, int)  # tuple[NotTaken, ...], how many cells were changed
    sought = Signal()
    sort_wanted = Signal(int)

    def __init__(self, grid: SheetGrid, model: SheetModel, blocks: SheetBlocks) -> None:
        super().__init__(grid)
        self._grid, self._model, self._blocks = grid, model, blocks
        self.has_headings: Callable[[Cells], bool] = lambda _: False
        self.removes: Callable[[], bool] = lambda: False
        grid.takes_key = self._take_key
        grid.opens_menu = self._open_menu

    def copy(self) -> None:
        """Puts the selected cells on the clipboard as a spreadsheet does."""
        selected = self._grid.selected_places()
        if not selected:
            return
        rows, columns = rectangle(selected)
        has = selected.__contains__
        cells = [[self._blocks.copied((row, each)) if has((row, each)) else "" for each in columns] for row in rows]
        QGuiApplication.clipboard().setText(as_text(cells))

    def cut(self) -> None:
        """Copies the selected cells and clears them."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Fills the cells from the current one on with what is on the clipboard; lines beyond the last are added."""
        cells, index = clipboard_cells(), self._grid.currentIndex()
        if not cells:
            return
        if not index.isValid() or self._is_list(cells):
            self.listed.emit(filled(cells))
            return
        selected = self._grid.selected_places()
        self._take("pasted", placed(cells, (index.row(), index.column()), selected))

    def clear(self) -> None:
        """Empties the selected cells that can be edited."""
        self._take("cleared", [Placed(row, column, "") for row, column in self._editable()])

    def fill_down(self) -> None:
        """Gives the selected cells the text of the topmost one, or a single row that of the row above."""
        source = filled_down(self._grid.selected_places())
        self._take("filled", [Placed(*place, self._blocks.copied(above)) for place, above in sorted(source.items())])

    def delete(self) -> None:
        """Clears cells; removes rows that are selected whole, and where no selected cell can be edited."""
        if self._grid.has_whole_rows() or not self._editable():
            self.remove()
        else:
            self.clear()

    def remove(self) -> None:
        """Asks to remove the rows of the selected cells."""
        if uuids := self._grid.selected_uuids():
            self.removed.emit(uuids)

    def _take(self, what: str, cells: Sequence[Placed]) -> None:
        if not cells:
            return
        refused: tuple[NotTaken, ...] = self._blocks.take(_label(what, len(cells)), cells)
        self.made.emit(refused, len(cells))

    def _editable(self) -> list[Place]:
        columns = self._model.columns
        return [place for place in sorted(self._grid.selected_places()) if columns[place[1]].edit is not None]

    def _is_list(self, cells: Cells) -> bool:
        return len(cells) > 1 and self.has_headings(filled(cells))

    def _take_key(self, event: QKeyEvent) -> bool:
        found = self._asked(event)
        if found is None:
            return False
        found()
        return True

    def _asked(self, event: QKeyEvent) -> Callable[[], None] | None:
        standard = {
            _STANDARD.Copy: self.copy,
            _STANDARD.Cut: self.cut,
            _STANDARD.Paste: self.paste,
            _STANDARD.Find: self.sought.emit,
        }
        for key, perform in standard.items():
            if event.matches(key):
                return perform
        pressed = QKeySequence(event.keyCombination())
        if pressed in _REMOVING:
            return self.remove
        if pressed == QKeySequence("Ctrl+D"):
            return self.fill_down
        if pressed == QKeySequence("Shift+Space"):
            return self._grid.select_rows
        return self.delete if event.key() == Qt.Key.Key_Delete else None

    def _open_menu(self, place: QPoint) -> None:
        menu_of(self._grid, self._entries()).popup(place)

    def _entries(self) -> list[Entry]:
        is_editable, index = bool(self._editable()), self._grid.currentIndex()
        column = self._model.columns[index.column()] if index.isValid() else None
        sorting = message("Sort by {column}", column=column.title) if column is not None else ""
        return [
            Entry(message("Copy"), "Ctrl+C", self.copy, index.isValid()),
            Entry(message("Cut"), "Ctrl+X", self.cut, is_editable),
            Entry(message("Paste"), "Ctrl+V", self.paste),
            Entry(message("Clear"), "Del", self.clear, is_editable),
            Entry(message("Fill down"), "Ctrl+D", self.fill_down, is_editable),
            Entry(message("Remove the line"), "Ctrl+-", self.remove, self.removes() and index.isValid()),
            Entry(sorting, "", lambda: self.sort_wanted.emit(index.column()), column is not None and column.sortable),
            Entry(message("Show only lines with …"), "Ctrl+F", self.sought.emit),
        ]


def _label(what: str, number: int) -> Words:
    """What undo calls the change."""
    return {
        "pasted": plural("Pasted {n} cell", "Pasted {n} cells", number),
        "cleared": plural("Cleared {n} cell", "Cleared {n} cells", number),
        "filled": plural("Filled down {n} cell", "Filled down {n} cells", number),
    }[what]
