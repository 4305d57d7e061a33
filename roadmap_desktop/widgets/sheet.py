"""A table that behaves like a good small spreadsheet; a dozen steps declare one by its columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMetaMethod, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.sheet_actions import SheetActions
from roadmap_desktop.widgets.sheet_blocks import NotTaken, SheetBlocks, Together
from roadmap_desktop.widgets.sheet_clipboard import Cells, filled
from roadmap_desktop.widgets.sheet_complaint import SheetComplaint
from roadmap_desktop.widgets.sheet_filter import SheetFilter
from roadmap_desktop.widgets.sheet_grid import SheetGrid
from roadmap_desktop.widgets.sheet_line import AddLine
from roadmap_desktop.widgets.sheet_model import SheetModel
from roadmap_desktop.widgets.sheet_refusals import SheetRefusals
from roadmap_desktop.widgets.sheet_shown import ShownRows
from roadmap_desktop.widgets.speech import say

Edit = Callable[[Any, str], object]
_LINE = ("", "")
"""What stands for the last line among the cells."""


class Sheet(QWidget):
    """Rows under declared columns, edited in place, with a last line that begins a new row.

    Arrow keys move, Enter or F2 or typing edits, Enter then goes down and Tab to the next cell, Escape gives up;
    Space ticks a check, Insert or Down under the last row goes to the line that adds. Shift and the arrows select
    cells, Shift Space their rows; Ctrl C, X and V copy, cut and paste them, Delete clears them, Ctrl D fills them
    downward, each as one step of undo. Ctrl Minus, or Delete with whole rows selected, asks to remove rows. Ctrl F
    leaves only the rows with some words. Tab leaves the sheet at its first and last cell, F6 from everywhere.
    """

    selected = Signal(str)  # uuid of the current row, empty without one
    opened = Signal(str)  # uuid of a row: Enter or a double click on a cell that is not edited in place
    removed = Signal(object)  # tuple[str, ...]: uuids
    pasted = Signal(object)  # list[list[str]]: rows of cells

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SheetModel(self)
        self._given: tuple[Any, ...] = ()
        self._complained, self._is_quiet = False, False
        self._awaited: tuple[str, bool] = ("", False)
        self._begin: Callable[[str], object] | None = None
        self._forget: Callable[[str], object] = lambda uuid: self.removed.emit((uuid,))
        self._begun_so_far: tuple[str, str] = _LINE
        self._beginning = False
        self._edited: tuple[str, str] | None = None
        self._wanted = ""
        self._empty: EmptyState | None = None
        self._blocks = SheetBlocks(self._model)
        self.grid = SheetGrid(self._model, self._commit, self.complain, self)
        self._actions = SheetActions(self.grid, self._model, self._blocks)
        self._filter = SheetFilter(self)
        self._shown = ShownRows(self._filter)
        self._refusals = SheetRefusals(self)
        self._line = AddLine(self)
        self._complaint = SheetComplaint(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(11), 1, theme.px(11), theme.px(7))
        self._layout.setSpacing(0)
        self._layout.addWidget(self._filter)
        self._layout.addWidget(self.grid, 1)
        self._layout.addWidget(self._line)
        self._layout.addWidget(self._refusals)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.grid)
        self._connect()

    def declare(
        self,
        columns: Sequence[Column[Any]],
        *,
        name: Words,
        add: Words = "",
        begin: Callable[[str], object] | None = None,
        forget: Callable[[str], object] | None = None,
        in_pauses: bool = True,
        empty: EmptyState | None = None,
        headings: Callable[[Cells], bool] | None = None,
    ) -> None:
        """Sets the sheet up.

        ``name`` is what a screen reader calls it. ``add`` and ``begin`` make the last line: what is typed there goes
        to ``begin``, which makes the move and gives the new row's uuid (None where it was refused). It is called when
        the person pauses (not so without ``in_pauses``, where half of the text means something else); what is typed on
        goes into the row's first column that is edited. Escape has ``forget`` take the row away, else ``removed``
        asks for it. ``empty`` stands
        in the sheet's place while there are no rows; its button leads to the last line, where there is one.
        ``headings`` says whether the first line of a paste names columns: ``pasted`` carries such a list, and what is
        pasted where no cell is chosen; all else goes into the cells.
        """
        self._model.declare(columns)
        self._blocks.begin = None if begin is None else self._begun
        self._actions.has_headings = headings or (lambda _: False)
        self.grid.select_by(cells=any(column.edit is not None for column in columns))
        self._given, self._begin, self._shown = (), begin, ShownRows(self._filter)
        self._forget = forget or (lambda uuid: self.removed.emit((uuid,)))
        self._line.waits = not in_pauses
        self.grid.setAccessibleName(say(name))
        self.grid.setAccessibleDescription(say(message("Enter edits a cell, F6 leaves the table")))
        self._line.say(add)
        if empty is not None:
            self._empty = empty
            self._layout.insertWidget(0, empty)
            QWidget.setTabOrder(self.grid, empty.button())
            if begin is not None:
                empty.begun.connect(self.begin)
        header = self.grid.horizontalHeader()
        header.setSectionsClickable(any(column.sortable for column in columns))
        self._show_parts()

    def work_together(self, together: Together, refresh: Callable[[], object]) -> None:
        """Has several cells changed by ``together``; ``refresh`` has the sheet's rows read anew meanwhile."""
        self._blocks.together, self._blocks.refresh = together, refresh

    def present(self, rows: Sequence[Any]) -> None:
        """Shows these rows: selection, scroll and an editor in progress stay, by the rows' uuids."""
        self._given = tuple(rows)
        if any(row.uuid != self._begun_so_far[0] for row in rows):
            self._beginning = False
        self._fill()

    def select(self, uuid: str) -> bool:
        """Makes a row the current one and brings it into view; False where there is no such row."""
        return self.grid.select(uuid)

    def current(self) -> str:
        """The uuid of the current row; empty without one."""
        index = self.grid.currentIndex()
        return str(self._model.rows[index.row()].uuid) if index.isValid() else ""

    def selected_uuids(self) -> tuple[str, ...]:
        """The uuids of all selected rows."""
        return self.grid.selected_uuids()

    def rows(self) -> tuple[Any, ...]:
        """The rows in the order shown."""
        return self._model.rows

    def begin(self) -> None:
        """Goes to the last line, as the empty state's button does."""
        self._beginning = True
        self._show_parts()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, uuid: str, column: str) -> None:
        """Opens the editor of a cell."""
        place = next((place for place, each in enumerate(self._model.columns) if each.key == column), -1)
        if place >= 0:
            self.grid.edit_at(uuid, place)

    def sort(self, column: int) -> None:
        """Sorts by a column; again turns the order round, and a third time gives back the step's own."""
        if not self._model.columns[column].sortable:
            self._show_order()
            return
        self._shown.turn(column)
        self._show_order()
        self._fill(anew=True)

    def complain(self, reason: str, remedy: str) -> None:
        """Shows beside the cell why a move was not made; an open editor stays with what was typed."""
        self._complained = True
        if self._is_quiet:
            return
        if self._blocks.gather(reason, remedy):
            return
        beside = self._line if self._line.is_beginning() else None
        self._complaint.show_beside(beside or self.grid, reason, remedy)

    def about(self) -> tuple[str, str] | None:
        """Row and column of the cell that is being taken, or the last line; None where something else is done."""
        return self._edited

    def taken(self, about: Hashable) -> None:
        """What was refused before is saved: its cell's editor closes, the last line is free."""
        self._complaint.clear()
        if about == _LINE:
            self._free_line()
        elif isinstance(about, tuple):
            self._model.set_tick(*about, is_set=None)
            self.grid.shut(*about)

    def as_set(self) -> Callable[[], None] | None:
        """Shows the check that is being set as the person set it, whatever the file has; None where it is no check."""
        if self._edited is None or not self._model.is_check(self._edited[1]):
            return None
        (uuid, key), is_set = self._edited, bool(self._wanted)
        return lambda: self._model.set_tick(uuid, key, is_set=is_set)

    def complaint(self) -> str:
        """The reason and remedy shown; empty without one."""
        return self._complaint.text()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return self._layout.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card under the table."""
        worn = theme.worn()
        place = QRectF(self.rect())
        plate(QPainter(self), place, tokens.CARD_RADIUS, theme.colour(worn.surface), theme.colour(worn.line))

    def changeEvent(self, event: QEvent) -> None:
        """Fits the columns to a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._model.columns:
            self._arrange()

    def _connect(self) -> None:
        self.grid.chosen.connect(self.selected)
        self.grid.chosen.connect(lambda _: self._complaint.clear())
        self.grid.opened.connect(self.opened)
        self._connect_actions()
        self.grid.ended.connect(self._to_line)
        self.grid.horizontalHeader().sectionClicked.connect(self.sort)
        self._line.finished.connect(self._add)
        self._line.left.connect(self._keep)
        self._line.paused.connect(lambda text: self._save_line(text, quietly=True))
        self._line.given_up.connect(self._give_up_line)
        self._line.pasted.connect(lambda cells: self.pasted.emit(filled(cells)))
        self._line.rose.connect(self._from_line)
        self._line.textEdited.connect(lambda _: self._complaint.clear())

    def _connect_actions(self) -> None:
        self._actions.removed.connect(self.removed)
        self._actions.listed.connect(self.pasted)
        self._actions.made.connect(self._tell_made)
        self._actions.sought.connect(self._filter.open)
        self._actions.sort_wanted.connect(self.sort)
        self._actions.removes = lambda: self.isSignalConnected(QMetaMethod.fromSignal(self.removed))
        self._filter.changed.connect(lambda: self._fill(anew=True))
        self._filter.left.connect(lambda: self.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        self._refusals.sought.connect(lambda uuid, column: self.grid.select(uuid, column=column))

    def _tell_made(self, refused: tuple[NotTaken, ...], cells: int) -> None:
        """Lists what was refused of many cells; of a single one it is said beside it."""
        self._refusals.clear()
        if refused and cells == 1:
            self._complaint.show_beside(self.grid, refused[0].reason, refused[0].remedy)
        elif refused:
            titles = [column.title for column in self._model.columns]
            self._refusals.present(refused, titles, cells - len(refused))
        else:
            self._complaint.clear()

    def _fill(self, *, anew: bool = False) -> None:
        """Shows the rows; while a person works in them they stay where they are, unless ``anew`` is asked for."""
        focused = QApplication.focusWidget()
        calm = not anew and focused is not None and self.isAncestorOf(focused)
        self._model.present(self._shown.rows(self._model.columns, self._given, hidden=self._begun_so_far[0], calm=calm))
        self.grid.tell_chosen()
        self._arrange()
        self._show_parts()
        self._follow()

    def _arrange(self) -> None:
        two = any(column.second for column in self._model.columns)
        self.grid.arrange(row_height=tokens.ROW_TWO if two else tokens.ROW)
        self._layout.invalidate()
        self.updateGeometry()

    def _show_parts(self) -> None:
        empty = not self._given and not self._beginning and self._empty is not None
        if self._empty is not None:
            self._empty.setVisible(empty)
        self.grid.setVisible(not empty)
        self._line.setVisible(self._begin is not None and not empty)
        # Tab stops for good before a part that is hidden: the focus is sent on to the one that is there.
        self.setFocusProxy(self._empty.button() if empty and self._empty is not None else self.grid)

    def _show_order(self) -> None:
        header = self.grid.horizontalHeader()
        header.setSortIndicatorShown(self._shown.sorted_by is not None)
        if self._shown.sorted_by is not None:
            column, descending = self._shown.sorted_by
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, order)

    def _commit(self, row: int, column: int, text: str, *, quietly: bool = False, so_far: bool = False) -> bool:
        declared = self._model.columns[column]
        edit = declared.so_far if so_far and declared.so_far is not None else declared.edit
        return self._change(self._model.rows[row], declared.key, edit, text, quietly=quietly)

    def _change(self, row: Any, key: str, edit: Edit | None, text: str, *, quietly: bool) -> bool:
        self._complained, self._is_quiet, self._wanted = False, quietly, text
        if edit is not None:
            self._edited = (row.uuid, key)
            try:
                edit(row, text)
            finally:
                self._edited, self._is_quiet = None, False
        if not self._complained:
            self._complaint.clear()
        return not self._complained

    def _add(self, text: str, onward: bool) -> None:
        if made := self._save_line(text):
            self._complaint.clear()
            self._awaited = (made, onward)
            self._free_line()

    def _keep(self, text: str) -> None:
        """Begins a row with what was typed before the line was left; the person is elsewhere by now."""
        if self._save_line(text):
            self._free_line()

    def _save_line(self, text: str, *, quietly: bool = False) -> str:
        """The uuid of the row that was begun with a text, at the latest now; none where it was refused."""
        begun, saved = self._begun_so_far
        row = self._row_begun(begun) if begun else None
        if row is None:
            made = self._begun(text, quietly=quietly)
            if made is None or self._complained:
                return ""
            self._begun_so_far, self._line.is_begun = (str(made), text), True
            self._fill()  # it stands on the last line, and not among the others as well
            return str(made)
        column = self._model.columns[self.grid.next_editable(-1)]
        if text != saved and not self._change(row, column.key, column.edit, text, quietly=quietly):
            return ""
        self._begun_so_far = (begun, text)
        return begun

    def _row_begun(self, uuid: str) -> Any:
        """The row that was begun in a pause; None where it was undone since."""
        if all(row.uuid != uuid for row in self._given):
            self._blocks.refresh()  # begun just now, it is perhaps not shown yet
        return next((row for row in self._given if row.uuid == uuid), None)

    def _free_line(self) -> None:
        """The line is ready for the next row, and the one that was begun there stands among the others."""
        self._begun_so_far = _LINE
        self._line.free()
        self._fill()

    def _give_up_line(self) -> None:
        uuid = self._begun_so_far[0]
        if uuid and self._row_begun(uuid) is not None:
            self._beginning = len(self._given) == 1
            self._forget(uuid)
        self._begun_so_far = _LINE
        self._complaint.clear()

    def _begun(self, text: str, *, quietly: bool = False) -> object:
        """The uuid of the row that was begun with a text; None where it was refused."""
        if self._begin is None:
            return None
        self._complained, self._is_quiet, self._edited = False, quietly, _LINE
        try:
            return self._begin(text)
        finally:
            self._edited, self._is_quiet = None, False

    def _follow(self) -> None:
        """Shows the row that was begun, once it is there; after Tab its next cell is edited."""
        uuid, onward = self._awaited
        place = self._model.place(uuid) if uuid else -1
        if place < 0 and uuid and self._filter.is_on() and any(row.uuid == uuid for row in self._given):
            self._filter.put_away()  # the new row does not say what was looked for; this fills the sheet again
            return
        if place < 0:
            return
        self._awaited = ("", False)
        self.grid.select(uuid, column=0)
        first = self.grid.next_editable(0)
        if onward and first >= 0:
            self.grid.edit_at(uuid, first)

    def _to_line(self) -> None:
        if self._begin is not None:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _from_line(self) -> None:
        if self._model.rows:
            self.grid.setCurrentIndex(self._model.index(len(self._model.rows) - 1, 0))
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
