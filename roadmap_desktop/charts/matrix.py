"""Things on a plane of two values, such as impact against effort, each with its name and the middle half of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.matrix_plot import MatrixMark, MatrixPlot, MatrixWords
from roadmap_desktop.language import Words

Index = QModelIndex | QPersistentModelIndex
_Walk = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class MatrixChart(QFrame):
    """``chosen`` carries the uuid of the mark that was clicked or reached by arrow keys.

    Left and right walk from mark to mark by what is across, up and down by what is up; each mark is an item that a
    screen reader can walk to and that says its sentence.
    """

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, look: Callable[[], Look], words: MatrixWords, scale: tuple[int, int]
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._model = _Marks(self)
        self.marks = _Plane(self, look, words, scale)
        self.marks.setModel(self._model)
        self.marks.selectionModel().currentChanged.connect(self._moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.marks)
        self.setFocusProxy(self.marks)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def present(self, marks: Sequence[MatrixMark], *, name: Words, sentence: Words) -> None:
        """Shows these marks; the one chosen stays so. ``sentence`` says what the whole chart shows."""
        look, chosen = self._look(), self.current()
        self.marks.setAccessibleName(look.say(name))
        self.marks.setAccessibleDescription(look.say(sentence))
        self._model.present(tuple(marks), look)
        if chosen:
            self.choose(chosen)
        self.marks.forget()

    def choose(self, uuid: str) -> bool:
        """Makes a mark the chosen one; False where there is no such mark."""
        place = next((place for place, mark in enumerate(self._model.marks) if mark.uuid == uuid), -1)
        self.marks.setCurrentIndex(self._model.index(place) if place >= 0 else QModelIndex())
        return place >= 0

    def current(self) -> str:
        """The uuid of the mark chosen; empty without one."""
        index = self.marks.currentIndex()
        return self._model.marks[index.row()].uuid if index.isValid() else ""

    def sizeHint(self) -> QSize:
        """Wide enough for the names."""
        return QSize(700, 440)

    def minimumSizeHint(self) -> QSize:
        """As small as still tells the quarters apart."""
        look = self._look()
        return QSize(round(look.px(420)), round(look.px(260)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        look, painter = self._look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(look.theme.line), 1))
        painter.setBrush(look.colour(look.theme.surface))
        radius = tokens.CARD_RADIUS
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _moved(self, current: QModelIndex) -> None:
        self.marks.forget()
        if current.isValid():
            self.chosen.emit(self._model.marks[current.row()].uuid)


class _Marks(QAbstractListModel):
    """The marks as Qt's model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.marks: tuple[MatrixMark, ...] = ()
        self._spoken: tuple[str, ...] = ()

    def present(self, marks: tuple[MatrixMark, ...], look: Look) -> None:
        """Takes other marks."""
        spoken = tuple(look.say(mark.spoken) for mark in marks)
        if (marks, spoken) == (self.marks, self._spoken):
            return
        self.beginResetModel()
        self.marks, self._spoken = marks, spoken
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many marks there are."""
        return 0 if parent is not None and parent.isValid() else len(self.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence of a mark, to read, to hear and to hover."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self._spoken[index.row()] if index.isValid() and role in wanted else None


class _Plane(QListView):
    """A list whose items lie on the plane instead of under one another."""

    ring_moved = Signal()

    def __init__(self, parent: QWidget, look: Callable[[], Look], words: MatrixWords, scale: tuple[int, int]) -> None:
        super().__init__(parent)
        self._look, self._words, self._scale = look, words, scale
        self._laid: tuple[object, MatrixPlot] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: 0; }")

    def plot(self) -> MatrixPlot:
        """Everything laid out for the present size."""
        look, size = self._look(), self.viewport().size()
        marks = self._marks()
        index = self.currentIndex()
        chosen = marks[index.row()].uuid if index.isValid() and index.row() < len(marks) else ""
        key = (look.theme, look.scale, look.language, size, marks, chosen)
        if self._laid is None or self._laid[0] != key:
            plane = (float(size.width()), float(size.height()))
            self._laid = (key, MatrixPlot(look, plane, self._words, self._scale, marks, chosen))
        return self._laid[1]

    def forget(self) -> None:
        """Lays everything out anew when it is painted next."""
        self._laid = None
        self.viewport().update()
        self.ring_moved.emit()

    def visualRect(self, index: Index) -> QRect:
        """The square round a mark."""
        spots = self.plot().spots
        if not index.isValid() or index.row() >= len(spots):
            return QRect()
        return self.plot().mark_place(index.row()).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The mark under a place."""
        number = self.plot().at(point.toPointF())
        return self.model().index(number, 0) if number >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Everything is in view."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Walks by what is across or up; Home and End go to the first and last in the order of the table."""
        marks = self._marks()
        if not marks:
            return QModelIndex()
        by_row = range(len(marks))
        across = sorted(by_row, key=lambda row: (marks[row].across, marks[row].up, row))
        upward = sorted(by_row, key=lambda row: (marks[row].up, -marks[row].across, row))
        order, move = {
            _Walk.MoveLeft: (across, -1),
            _Walk.MoveRight: (across, 1),
            _Walk.MoveUp: (upward, 1),
            _Walk.MoveDown: (upward, -1),
            _Walk.MoveHome: (list(by_row), -len(marks)),
            _Walk.MoveEnd: (list(by_row), len(marks)),
        }.get(action, (list(by_row), -1 if action in (_Walk.MovePrevious, _Walk.MovePageUp) else 1))
        index = self.currentIndex()
        place = order.index(index.row()) + move if index.isValid() else 0
        return self.model().index(order[min(max(place, 0), len(order) - 1)], 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the mark or name that was clicked."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging selects nothing."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click is done when it is pressed."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells the ring of the focus."""
        super().resizeEvent(event)
        self.ring_moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the plane."""
        index = self.currentIndex()
        marks = self._marks()
        chosen = marks[index.row()].uuid if index.isValid() and index.row() < len(marks) else ""
        self.plot().paint(QPainter(self.viewport()), chosen)

    def _marks(self) -> tuple[MatrixMark, ...]:
        model = self.model()
        return model.marks if isinstance(model, _Marks) else ()

    def focus_rect(self) -> QRect:
        """The mark that has the focus."""
        index = self.currentIndex()
        return self.visualRect(index) if index.isValid() else self.rect()
