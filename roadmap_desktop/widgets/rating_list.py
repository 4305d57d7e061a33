"""A list of statements to rate, quick by keyboard: digits and letters answer, arrows move, every key can be clicked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.rating_model import Heading, Index, RatingLines, RatingPainter
from roadmap_desktop.widgets.rating_row import (
    AnswerKey,
    RatingLine,
    key_width,
    line_height,
)
from roadmap_desktop.widgets.speech import say

_HEADING = 34
_DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RatingList(QTableView):
    """``answered`` carries a statement's uuid and the answer's value, None to take it back; ``chosen`` the statement.

    A digit gives that level, a letter the answer it stands for, Delete takes back; Up and Down go from statement to
    statement, Left and Right from key to key, Space or Enter takes the key.
    """

    answered = Signal(str, object)  # uuid, int | str | None
    chosen = Signal(str)
    ring_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RatingLines(self)
        self._letters: Mapping[str, int | str] = {}
        self._hovered = QPersistentModelIndex()
        self._given: tuple[str, int | str | None] | None = None
        self.answered.connect(lambda uuid, value: setattr(self, "_given", (uuid, value)))
        self.setModel(self._model)
        self.setItemDelegate(RatingPainter(self, self._model, self.is_hovered))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    def declare(self, keys: Sequence[AnswerKey], letters: Mapping[str, int | str], *, name: Words) -> None:
        """Sets the answers that can be given, the letters that stand for some of them, and what the list is called."""
        self._letters = dict(letters)
        self.setAccessibleName(say(name))
        self.setAccessibleDescription(say(message("Digits answer, arrows move, Delete takes back")))
        if self._model.declare(tuple(keys)):
            self._arrange()

    def present(self, lines: Sequence[RatingLine | Heading]) -> None:
        """Shows these lines; the statement that is the current one stays so."""
        current = self.current()
        if self._model.present(tuple(lines)):
            self._arrange()
            if not (current and self.choose(current)):
                self.choose(next((line.uuid for line in lines if isinstance(line, RatingLine)), ""))

    def answer_given(self) -> tuple[str, int | str | None] | None:
        """The statement answered last and the answer, whether it was taken or not."""
        return self._given

    def show_answer(self, uuid: str, answer: int | str | None) -> None:
        """Shows an answer that is not kept yet; nothing where there is no such statement."""
        self._model.show_answer(uuid, answer)

    def choose(self, uuid: str) -> bool:
        """Makes a statement the current one; False where there is no such statement."""
        place = self._model.place(uuid)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, 0))
        return place >= 0

    def current(self) -> str:
        """The uuid of the current statement; empty without one."""
        line = self._line(self.currentIndex())
        return line.uuid if line else ""

    def move_on(self) -> None:
        """Goes to the next statement; stays at the last."""
        self._step(1)

    def focus_rect(self) -> QRect:
        """The statement or the key that has the focus."""
        index = self.currentIndex()
        if not index.isValid():
            return self.rect()
        rect = self.visualRect(index)
        return rect if index.column() else rect.united(self.visualRect(index.siblingAtColumn(0)))

    def is_hovered(self, index: Index) -> bool:
        """Whether the pointer is on the key."""
        return self._hovered == index

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells which statement is the current one."""
        super().currentChanged(current, previous)
        self.ring_moved.emit()
        line, before = self._line(current), self._line(previous)
        if line is not None and line is not before:
            self.chosen.emit(line.uuid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answers, moves, takes back."""
        index, key = self.currentIndex(), Qt.Key(event.key())
        line = self._line(index)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if line is not None and plain:
            if (value := self._meant(event.text())) is not None:
                self.answered.emit(line.uuid, value)
                return
            if key in _DELETES:
                self.answered.emit(line.uuid, None)
                return
            if key in _TAKES and index.column():
                self._take(index)
                return
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters answer here, they do not search."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a key gives its answer; on the answer given it takes it back."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.column() > 0 and index == self.currentIndex():
            self._take(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the key under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """No key is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Fits the rows to a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(theme.px(420), theme.px(220))

    def _hover(self, index: QModelIndex) -> None:
        index = index if index.column() > 0 and self._line(index) else QModelIndex()
        before, self._hovered = self._hovered, QPersistentModelIndex(index)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor)
        for each in (before, self._hovered):
            if each.isValid():
                self.viewport().update(self.visualRect(each))

    def _take(self, index: QModelIndex) -> None:
        line = self._line(index)
        if line is not None:
            value = self._model.keys[index.column() - 1].value
            self.answered.emit(line.uuid, None if line.answer == value else value)

    def _meant(self, text: str) -> int | str | None:
        typed = text.upper()
        if typed in self._letters:
            return self._letters[typed]
        levels = {str(key.value): key.value for key in self._model.keys if key.rating is not None}
        return levels.get(typed)

    def _step(self, by: int) -> None:
        index = self.currentIndex()
        place = index.row() + by
        while 0 <= place < self._model.rowCount():
            if isinstance(self._model.lines[place], RatingLine):
                self.setCurrentIndex(self._model.index(place, max(0, index.column())))
                return
            place += by

    def _line(self, index: Index) -> RatingLine | None:
        line = self._model.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, RatingLine) else None

    def _arrange(self) -> None:
        """Widths of the keys, the rest for the words, and the heights that the words take."""
        widths = [key_width(key) for key in self._model.keys]
        words = max(theme.px(200), self.viewport().width() - sum(widths) - theme.px(6))
        self.setColumnWidth(0, words)
        for place, width in enumerate(widths, 1):
            self.setColumnWidth(place, width)
        self.clearSpans()
        for row, line in enumerate(self._model.lines):
            if isinstance(line, Heading):
                self.setSpan(row, 0, 1, len(widths) + 1)
                self.setRowHeight(row, theme.px(_HEADING))
            else:
                self.setRowHeight(row, line_height(line, words))
        self.ring_moved.emit()
