"""Draws the cells of a sheet and opens an editor in them; what is being typed is never overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.cells import CheckCell, fits, text_height
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.pausing import PAUSE_MS
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.sheet_model import Index, SheetModel
from roadmap_desktop.widgets.sheet_names import Names
from roadmap_desktop.widgets.speech import say, spoken
from roadmap_desktop.widgets.tone import Tone
from roadmap_desktop.widgets.typed_day import NotADay, may_be_complete, read_day

PAD = 8
"""Between a cell's edge and its words on either side, in pixels at normal text size."""
_CHOSEN = 0.10
"""How much of the accent lies over the tint of its row where single cells are selected."""


class Onward(StrEnum):
    """Where the person goes after a cell was edited."""

    STAY = "stay"
    DOWN = "down"
    UP = "up"
    NEXT = "next"
    BACK = "back"


_KEYS = {
    Qt.Key.Key_Return: Onward.DOWN,
    Qt.Key.Key_Enter: Onward.DOWN,
    Qt.Key.Key_Tab: Onward.NEXT,
    Qt.Key.Key_Backtab: Onward.BACK,
}
_LINE_KEYS = {Qt.Key.Key_Up: Onward.UP, Qt.Key.Key_Down: Onward.DOWN}


class Commit(Protocol):
    """Makes an edit; whether it was made. Where it is made ``quietly``, a refusal is not told yet.

    ``so_far`` says that more is perhaps typed.
    """

    def __call__(self, row: int, column: int, text: str, *, quietly: bool = False, so_far: bool = False) -> bool:
        """Makes it."""


Complain = Callable[[str, str], None]


class SheetDelegate(QStyledItemDelegate):
    """``left`` tells that an editor was closed after its text was taken, and where to go."""

    left = Signal(object)  # Onward

    def __init__(self, model: SheetModel, commit: Commit, complain: Complain, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._commit, self._complain = model, commit, complain
        self.row_height = tokens.ROW

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws tint, hairline and what the column says its cells look like."""
        worn = theme.worn()
        rect: QRect = option.rect
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        selection = view.selectionModel()
        if selection.rowIntersectsSelection(index.row(), QModelIndex()):
            painter.fillRect(rect, theme.colour(worn.tint))
        if option.state & QStyle.StateFlag.State_Selected and not selection.isRowSelected(index.row()):
            painter.fillRect(rect, theme.colour(worn.accent, _CHOSEN))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(worn.line))
        column, row = self._at(index)
        text = column.text(row)
        pad = theme.px(PAD)
        place = QRectF(rect).adjusted(pad, 2, -pad, -3)
        if not text.first and column.missing:
            words = say(column.missing)
            size = pill_size(words)
            top = round(place.center().y() - size.height() / 2)
            width = min(float(size.width()), place.width())
            left = place.right() - width if self._model.stands_right(index.column()) else place.left()
            paint_pill(painter, QRectF(left, top, width, size.height()), words, Tone.BAD)
            return
        cell = column.cell
        if isinstance(cell, CheckCell):
            cell = CheckCell(lambda _: self._model.is_ticked(index))
        cell.paint(painter, place, row, text)

    def height(self, index: Index, width: int) -> int:
        """The height that a cell needs at that width, in pixels."""
        column, row = self._at(index)
        words = sum(text_height(column.text(row), width - 2 * theme.px(PAD)))
        return max(theme.px(self.row_height), round(words) + 11)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tells the whole text of a cell that is too narrow for it."""
        if index.isValid():
            text = self._model.text(index)
            width = option.rect.width() - 2 * theme.px(PAD)
            words = "" if fits(text, width) else "\n".join(part for part in (text.first, text.second) if part)
            QToolTip.showText(event.globalPos(), words, view)
        return True

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list for a column with choices, else a line to type in."""
        column, row = self._at(index)
        editor: QComboBox | QLineEdit
        if column.choices is not None:
            editor = QComboBox(parent)
            for key, words in column.choices(row):
                editor.addItem(say(words), key)
            editor.activated.connect(lambda _: self._leave(editor, Onward.STAY))
        else:
            editor = QLineEdit(parent)
            if column.names is not None:
                self._suggest(editor, column.names())
            self._save_in_pauses(editor)
        editor.setProperty("cell", True)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(say(column.title))
        return editor

    def _save_in_pauses(self, editor: QLineEdit) -> None:
        """Takes what was typed so far whenever the person pauses; why it can't be taken is said when it is left."""
        pause = QTimer(editor, singleShot=True, interval=PAUSE_MS)
        editor.textEdited.connect(lambda _: pause.start())
        pause.timeout.connect(lambda: self._take_so_far(editor, self._index_of(editor)))

    def _suggest(self, editor: QLineEdit, names: Sequence[str]) -> None:
        """Offers names while one is typed; the one taken, by click or Enter, goes into the cell at once."""

        def taken(name: str) -> None:
            editor.setText(name)
            self._leave(editor, Onward.STAY)

        Names(names, editor, self._pressed).activated.connect(taken)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fills the editor when it opens; later changes of the row leave it alone."""
        if editor.property("began") is not None:
            return
        column, row = self._at(index)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(column.text(row).first))
            editor.setProperty("began", editor.currentData() or "")
            editor.setProperty("first", editor.property("began"))
        elif isinstance(editor, QLineEdit):
            editor.setText(column.begins_with(row))
            editor.setProperty("began", editor.text())
            editor.setProperty("first", editor.text())

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Takes what was typed, if anything was."""
        self._take(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor fills its cell."""
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down, Tab to the next cell, Escape gives up; leaving takes what was typed."""
        if not isinstance(editor, QWidget):
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(editor, event)
        if event.type() == QEvent.Type.FocusOut:
            self._unfocused(editor)
        return False

    def _pressed(self, editor: QWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        onward = _KEYS.get(key) or (_LINE_KEYS.get(key) if isinstance(editor, QLineEdit) else None)
        if key == Qt.Key.Key_Escape:
            self._give_up(editor, self._index_of(editor))
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            self.left.emit(Onward.STAY)
            return True
        if onward is None:
            return False
        self._leave(editor, onward)
        return True

    def _give_up(self, editor: QWidget, index: Index) -> None:
        """Nothing of it is taken; what was taken in a pause is put back."""
        first = editor.property("first")
        if index.isValid() and (editor.property("began") != first or editor.property("paused")):
            column, _ = self._at(index)
            with suppress(NotADay):
                self._commit(index.row(), index.column(), _meant(column, first), quietly=True)
        editor.setProperty("began", _typed(editor))

    def _unfocused(self, editor: QWidget) -> None:
        if _list_is_open(editor):  # a window by itself, it has the focus
            return
        if self._take(editor, self._index_of(editor)) and editor.isActiveWindow():
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _leave(self, editor: QWidget, onward: Onward) -> None:
        if names := _names(editor):
            names.shut()
        if self._take(editor, self._index_of(editor)):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.left.emit(onward)

    def _take(self, editor: QWidget, index: Index) -> bool:
        """Makes the edit; False where it was refused, and the editor stays with what was typed."""
        typed = _typed(editor)
        if not index.isValid() or (typed == editor.property("began") and not editor.property("paused")):
            return True
        column, _ = self._at(index)
        try:
            wanted = _meant(column, typed)
        except NotADay as problem:
            self._complain(say(problem.reason), say(problem.remedy))
            return False
        if not self._commit(index.row(), index.column(), wanted):
            return False
        editor.setProperty("began", typed)
        editor.setProperty("paused", None)
        return True

    def _take_so_far(self, editor: QWidget, index: Index) -> None:
        """Saves what is typed so far, where it can be; why it can't is said when the cell is left."""
        typed = _typed(editor)
        if not index.isValid() or typed == editor.property("began"):
            return
        column, _ = self._at(index)
        if column.editor is Editor.DAY and not may_be_complete(typed):
            return
        with suppress(NotADay):
            if self._commit(index.row(), index.column(), _meant(column, typed), quietly=True, so_far=True):
                editor.setProperty("began", typed)
                editor.setProperty("paused", column.so_far is not None)

    def _index_of(self, editor: QWidget) -> Index:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        return view.indexAt(editor.geometry().center())

    def _at(self, index: Index) -> tuple[Column[Any], Any]:
        return self._model.columns[index.column()], self._model.rows[index.row()]


def _meant(column: Column[Any], typed: str) -> str:
    """What an edit gets: a day as the file has it, else what was typed."""
    if column.editor is not Editor.DAY:
        return typed
    day = read_day(typed, spoken())
    return day.isoformat() if day else ""


def _list_is_open(editor: QWidget) -> bool:
    names = _names(editor)
    return names.is_open() if names else isinstance(editor, QComboBox) and editor.view().isVisible()


def _names(editor: QWidget) -> Names | None:
    completer = editor.completer() if isinstance(editor, QLineEdit) else None
    return completer if isinstance(completer, Names) else None


def _typed(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    return editor.text() if isinstance(editor, QLineEdit) else ""
