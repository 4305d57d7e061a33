"""The grid inside a sheet: moves, selects and edits by keyboard as a spreadsheet does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column_widths import Room, share_out, wanted
from roadmap_desktop.widgets.sheet_delegate import Commit, Complain, Onward, SheetDelegate
from roadmap_desktop.widgets.sheet_model import Index, SheetModel

HEADER = 34
"""Height of the titles' line, in pixels at normal text size."""
_LEAST_ROWS = 3


class SheetGrid(QTableView):
    """The table of a sheet; the sheet listens to its signals."""

    chosen = Signal(str)
    opened = Signal(str)
    ended = Signal()
    ring_moved = Signal()

    def __init__(self, model: SheetModel, commit: Commit, complain: Complain, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._commit = commit
        self._chosen = ""
        self.takes_key: Callable[[QKeyEvent], bool] = lambda _: False
        self.opens_menu: Callable[[QPoint], object] = lambda _: None
        self._rooms: list[Room] = []
        self._delegate = SheetDelegate(model, commit, complain, self)
        self._delegate.left.connect(self._go_on)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.SelectedClicked | trigger.AnyKeyPressed)
        self.viewport().setAutoFillBackground(False)
        self._dress_headers()
        self.doubleClicked.connect(self._double_clicked)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)
        self.horizontalScrollBar().valueChanged.connect(self.ring_moved)

    # Shape

    def select_by(self, *, cells: bool) -> None:
        """Whether single cells are selected, or whole rows where none can be edited."""
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if cells else behaviour.SelectRows)

    def arrange(self, *, row_height: int) -> None:
        """Fits column widths and row heights to what is shown."""
        self._delegate.row_height = row_height
        self.verticalHeader().setDefaultSectionSize(theme.px(row_height))
        self._rooms = wanted(self._model.columns, self._model.rows)
        self._share_width()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(super().sizeHint().width(), theme.px(HEADER) + self.verticalHeader().length())

    def minimumSizeHint(self) -> QSize:
        """As high as a few rows; beyond that it scrolls."""
        header = self.verticalHeader()
        rows = range(min(_LEAST_ROWS, self._model.rowCount()))
        return QSize(theme.px(200), theme.px(HEADER) + sum(header.sectionSize(row) for row in rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new width among the columns."""
        super().resizeEvent(event)
        self._share_width()
        self.ring_moved.emit()

    def focus_rect(self) -> QRect:
        """Where the ring of the focus is drawn: round the current cell, in the grid's coordinates."""
        rect = self.visualRect(self.currentIndex())
        if rect.isEmpty():
            return self.rect()
        place = rect.translated(self.viewport().pos())
        return place.adjusted(4, 4, -4, -5)

    # Selection

    def select(self, uuid: str, *, column: int = -1) -> bool:
        """Makes a row the current one; False where there is no such row."""
        place = self._model.place(uuid)
        if place < 0:
            return False
        index = self._model.index(place, max(0, column if column >= 0 else self.currentIndex().column()))
        self.updateGeometries()  # rows that came in this turn of the event loop count for the scroll bar, too
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
            flags |= QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)  # by itself, Qt asks which keys are held
        self.scrollTo(index)
        return True

    def selected_uuids(self) -> tuple[str, ...]:
        """The uuids of the selected rows, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(self._model.rows[row].uuid for row in rows)

    def selected_places(self) -> frozenset[tuple[int, int]]:
        """Row and column of each selected cell."""
        return frozenset((index.row(), index.column()) for index in self.selectionModel().selectedIndexes())

    def has_whole_rows(self) -> bool:
        """Whether every cell is selected of every row of which one is."""
        rows = {row for row, _ in self.selected_places()}
        return bool(rows) and len(self.selected_places()) == len(rows) * len(self._model.columns)

    def select_rows(self) -> None:
        """Selects the whole rows of the selected cells, as Shift Space does in a spreadsheet."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(self.selectionModel().selection(), flags)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells the sheet when another row is current."""
        super().currentChanged(current, previous)
        self.ring_moved.emit()
        self.tell_chosen()

    def tell_chosen(self) -> None:
        """Emits ``chosen`` where the current row is another than the one told last."""
        index = self.currentIndex()
        uuid = self._model.rows[index.row()].uuid if 0 <= index.row() < len(self._model.rows) else ""
        if uuid != self._chosen:
            self._chosen = uuid
            self.chosen.emit(uuid)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Redraws whole rows, since the tint runs through them."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    # Keys and mouse

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at the first cell where none is current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggles a check; a click beside the rows changes nothing."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet; see the sheet's description."""
        key = Qt.Key(event.key())
        if self.takes_key(event):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._enter()
        elif key == Qt.Key.Key_Space and self._toggle(self.currentIndex()):
            return
        elif (key == Qt.Key.Key_Down and self._is_last()) or key == Qt.Key.Key_Insert:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the cell under the mouse, or of the current one where a key asks for it."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = event.globalPos() if by_mouse else self.mapToGlobal(self.focus_rect().bottomLeft())
        self.opens_menu(place)

    def event(self, event: Any) -> bool:
        """Takes Tab before Qt turns it into a change of focus."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._tab(key):
                return True
        return super().event(event)

    def edit_at(self, uuid: str, column: int) -> None:
        """Opens the editor of a cell."""
        if self.select(uuid, column=column):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._edit(self.currentIndex())

    def shut(self, uuid: str, key: str) -> None:
        """Closes the editor of a cell whose text was taken, unless the person is in it."""
        row = self._model.place(uuid)
        column = next((place for place, each in enumerate(self._model.columns) if each.key == key), -1)
        editor = self.indexWidget(self._model.index(row, column)) if row >= 0 and column >= 0 else None
        if editor is not None and not editor.hasFocus():
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def next_editable(self, after: int, *, step: int = 1) -> int:
        """The next column that can be edited; -1 where there is none."""
        column = after + step
        while 0 <= column < len(self._model.columns):
            if self._model.columns[column].edit is not None:
                return column
            column += step
        return -1

    def _enter(self) -> None:
        index = self.currentIndex()
        if not index.isValid() or self._toggle(index):
            return
        if self._model.columns[index.column()].edit is not None:
            self._edit(index)
        else:
            self.opened.emit(self._model.rows[index.row()].uuid)

    def _edit(self, index: QModelIndex) -> None:
        """Opens the editor; a list at once."""
        self.edit(index)
        editor = self.indexWidget(index)
        if editor is not None and hasattr(editor, "showPopup"):
            editor.showPopup()

    def _toggle(self, index: QModelIndex) -> bool:
        column = self._model.columns[index.column()] if index.isValid() else None
        if column is None or column.edit is None or not isinstance(column.cell, CheckCell):
            return False
        checked = self._model.is_ticked(index)
        self._commit(index.row(), index.column(), "" if checked else "yes")
        return True

    def _tab(self, key: Qt.Key) -> bool:
        """Goes to the next cell that can be edited; False at the ends, so that Tab leaves the sheet there."""
        step = 1 if key == Qt.Key.Key_Tab else -1
        return self._step_to(self.currentIndex(), step) is not None

    def _step_to(self, index: QModelIndex, step: int) -> QModelIndex | None:
        if not index.isValid():
            return None
        row, column = index.row(), self.next_editable(index.column(), step=step)
        if column < 0:
            row += step
            column = self.next_editable(-1 if step > 0 else len(self._model.columns), step=step)
        if column < 0 or not 0 <= row < self._model.rowCount():
            return None
        self.setCurrentIndex(self._model.index(row, column))
        return self.currentIndex()

    def _go_on(self, onward: Onward) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        index = self.currentIndex()
        if onward in (Onward.NEXT, Onward.BACK):
            target = self._step_to(index, 1 if onward is Onward.NEXT else -1)
            if target is not None and not isinstance(self._model.columns[target.column()].cell, CheckCell):
                self.edit(target)  # a list stays shut, so that Tab goes past it
        elif onward is Onward.DOWN and self._is_last():
            self.ended.emit()
        elif onward in (Onward.DOWN, Onward.UP):
            row = index.row() + (1 if onward is Onward.DOWN else -1)
            if 0 <= row < self._model.rowCount():
                self.setCurrentIndex(self._model.index(row, index.column()))

    def _double_clicked(self, index: QModelIndex) -> None:
        if self._model.columns[index.column()].edit is None:
            self.opened.emit(self._model.rows[index.row()].uuid)

    def _is_last(self) -> bool:
        return self.currentIndex().row() == self._model.rowCount() - 1

    # Widths

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setFixedHeight(theme.px(HEADER))
        across.setMinimumSectionSize(theme.px(tokens.TARGET))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(theme.px(tokens.ROW))
        down.hide()

    def _share_width(self) -> None:
        if len(self._rooms) != len(self._model.columns):
            return
        for column, width in enumerate(share_out(self._model.columns, self._rooms, self.viewport().width())):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self._fit_heights()

    def _fit_heights(self) -> None:
        """Makes rows as high as their wrapped words; others keep the height of all rows."""
        wrapping = [place for place, column in enumerate(self._model.columns) if column.wraps]
        if not wrapping:
            return
        header = self.verticalHeader()
        for row in range(self._model.rowCount()):
            indexes = (self._model.index(row, column) for column in wrapping)
            height = max(self._delegate.height(index, self.columnWidth(index.column())) for index in indexes)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
