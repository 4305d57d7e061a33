"""A list of questions with two or more answers side by side: arrows or digits choose, Down moves on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.choice_model import ChoiceLine, ChoicePainter, ChoiceRows, Index, NoteLine, row_height
from roadmap_desktop.widgets.speech import say

_WORDS_SHARE = 0.36
"""The part of the width that the questions take; the answers share the rest."""


class ChoiceList(QTableView):
    """``chosen`` carries the key of a question and the number of the answer taken; ``came`` the key come to.

    Left and Right take the answer beside, a digit the one of its number; Up and Down go from question to question.
    """

    chosen = Signal(object, int)
    came = Signal(object)
    ring_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChoiceRows(self)
        self.setModel(self._model)
        self.setItemDelegate(ChoicePainter(self, self._model))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setFixedHeight(theme.px(tokens.ROW + 4))
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    def declare(self, titles: Sequence[Words], *, name: Words) -> None:
        """Sets the titles over the questions and over each answer, and what the list is called."""
        self._model.declare(tuple(titles))
        self.setAccessibleName(say(name))
        self.setAccessibleDescription(say(message("Left and Right choose, Down moves on")))

    def present(self, lines: Sequence[ChoiceLine | NoteLine]) -> None:
        """Shows these lines; where they are the same questions, the current one stays."""
        if self._model.present(tuple(lines)):
            self._arrange()
            first = next((row for row, line in enumerate(lines) if isinstance(line, ChoiceLine)), -1)
            if first >= 0:
                self.setCurrentIndex(self._model.index(first, 0))

    def lines(self) -> tuple[ChoiceLine | NoteLine, ...]:
        """The lines as they are shown."""
        return self._model.lines

    def current(self) -> ChoiceLine | None:
        """The question that is the current one."""
        return self._line(self.currentIndex())

    def focus_rect(self) -> QRect:
        """The question that has the focus."""
        index = self.currentIndex()
        if not index.isValid():
            return self.rect()
        last = index.siblingAtColumn(self._model.columnCount() - 1)
        inside = self.visualRect(index.siblingAtColumn(0)).united(self.visualRect(last))
        return inside.translated(self.viewport().pos())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells which question is the current one."""
        super().currentChanged(current, previous)
        self.ring_moved.emit()
        line = self._line(current)
        if line is not None and line is not self._line(previous):
            self.came.emit(line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses or moves."""
        key, line = Qt.Key(event.key()), self.current()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif line is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._take_beside(line, 1 if key == Qt.Key.Key_Right else -1)
        elif line is not None and event.text().isdecimal():
            self._take(line, int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Digits choose here, they do not search."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on an answer takes it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._line(index)
        if event.button() == Qt.MouseButton.LeftButton and line is not None and index.column() > 0:
            self._take(line, index.column() - 1)

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
        return QSize(theme.px(420), theme.px(180))

    def _take_beside(self, line: ChoiceLine, by: int) -> None:
        offered = [number for number, answer in enumerate(line.answers) if answer]
        place = offered.index(line.taken) + by
        if 0 <= place < len(offered):
            self._take(line, offered[place])

    def _take(self, line: ChoiceLine, number: int) -> None:
        if 0 <= number < len(line.answers) and line.answers[number] and number != line.taken:
            self.chosen.emit(line.key, number)

    def _step(self, by: int) -> None:
        place = self.currentIndex().row() + by
        while 0 <= place < self._model.rowCount():
            if isinstance(self._model.lines[place], ChoiceLine):
                self.setCurrentIndex(self._model.index(place, 0))
                return
            place += by
        bar = self.verticalScrollBar()  # what stands after the last question, or over the first, comes into view
        bar.setValue(bar.maximum() if by > 0 else bar.minimum())

    def _line(self, index: Index) -> ChoiceLine | None:
        line = self._model.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, ChoiceLine) else None

    def _arrange(self) -> None:
        """A share of the width for the questions, the rest for the answers, and the heights that the words take."""
        answers = self._model.columnCount() - 1
        if answers < 1:
            return
        room = self.viewport().width()
        first = round(room * _WORDS_SHARE)
        width = (room - first) // answers
        self.setColumnWidth(0, room - width * answers)
        for column in range(1, answers + 1):
            self.setColumnWidth(column, width)
        self.clearSpans()
        for row, line in enumerate(self._model.lines):
            if isinstance(line, NoteLine):
                self.setSpan(row, 0, 1, answers + 1)
            self.setRowHeight(row, row_height(line, first, width, room))
        self.ring_moved.emit()
