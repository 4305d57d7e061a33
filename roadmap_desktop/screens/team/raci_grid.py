"""The RACI grid: letters are typed where the cell is, Delete clears one, arrows move."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from roadmap_desktop import tokens
from roadmap_desktop.journey.team.responsibilities import GridPicture
from roadmap_desktop.language import message
from roadmap_desktop.rules.team import Letter
from roadmap_desktop.screens.team.raci_headers import SeatHeader, WorkHeader
from roadmap_desktop.screens.team.raci_model import Index, RaciModel
from roadmap_desktop.tokens import Theme
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say

_NARROWEST, _WIDEST, _SQUARE, _LEAST_ROWS = 34, 88, 24, 4


class RaciGrid(QTableView):
    """``lettered`` carries work item, seat and letter (None: cleared); ``chosen`` work item and seat of the cell."""

    lettered = Signal(str, str, object)  # Letter | None
    chosen = Signal(str, str)
    ring_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RaciModel(self)
        self._seat_header, self._work_header = SeatHeader(self._model, self), WorkHeader(self._model, self)
        self.setHorizontalHeader(self._seat_header)
        self.setVerticalHeader(self._work_header)
        self.setModel(self._model)
        self.setItemDelegate(_LetterDelegate(self._model, self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(say(message("Who does what")))
        self.setAccessibleDescription(say(message("R, A, C and I give a letter, Delete clears it, arrows move")))
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)
        self.horizontalScrollBar().valueChanged.connect(self.ring_moved)

    def present(self, picture: GridPicture) -> None:
        """Shows the picture; the current cell stays, by its work item and seat."""
        work, seat = self.current()
        self._model.present(picture)
        self._arrange()
        if not self.currentIndex().isValid():
            self.select(work, seat)

    def current(self) -> tuple[str, str]:
        """The work item and the seat of the current cell; empty without one."""
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        return self._model.rows[index.row()].uuid, self._model.seats[index.column()].uuid

    def current_row(self) -> int:
        """The number of the current row from 0; -1 without one."""
        return self.currentIndex().row()

    def select(self, work: str, seat: str = "") -> bool:
        """Makes a cell the current one, the first of its row where no seat is named; False without such a row."""
        row = next((place for place, each in enumerate(self._model.rows) if each.uuid == work), -1)
        column = next((place for place, each in enumerate(self._model.seats) if each.uuid == seat), 0)
        if row < 0 or not self._model.seats:
            return False
        self.setCurrentIndex(self._model.index(row, column))
        return True

    def letter(self) -> Letter | None:
        """The letter of the current cell."""
        index = self.currentIndex()
        return self._model.letter(index) if index.isValid() else None

    def give(self, letter: Letter | None) -> None:
        """Gives the current cell a letter, as typing does."""
        work, seat = self.current()
        if work and letter is not self.letter():
            self.lettered.emit(work, seat, letter)

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(super().sizeHint().width(), self._height(self._model.rowCount()))

    def minimumSizeHint(self) -> QSize:
        """As high as a few rows; beyond that it scrolls."""
        return QSize(theme.px(200), self._height(min(_LEAST_ROWS, self._model.rowCount())))

    def focus_rect(self) -> QRect:
        """Where the ring of the focus is drawn: round the current cell."""
        rect = self.visualRect(self.currentIndex())
        if rect.isEmpty():
            return self.rect()
        return rect.translated(self.viewport().pos()).adjusted(4, 4, -4, -5)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells which cell is current."""
        super().currentChanged(current, previous)
        self.ring_moved.emit()
        self._work_header.viewport().update()
        self.viewport().update()
        self.chosen.emit(*self.current())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Redraws whole rows, since the tint runs through them."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at the first cell where none is current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount() and self._model.columnCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are given, Delete and Backspace clear, everything else moves."""
        typed = event.text().upper()
        if typed in tuple(Letter) and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.give(Letter(typed))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.give(None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new width among the seats."""
        super().resizeEvent(event)
        self._arrange()
        self.ring_moved.emit()

    def _arrange(self) -> None:
        wanted = self._work_header.wanted()
        self._work_header.setFixedWidth(wanted)
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, theme.px(tokens.TARGET))
        columns = self._model.columnCount()
        if columns:
            bar = self.verticalScrollBar()
            room = self.width() - wanted - (bar.sizeHint().width() if bar.isVisible() else 0)
            share = room // columns
            width = max(theme.px(_NARROWEST), min(theme.px(_WIDEST), share))
            for column in range(columns):
                self.setColumnWidth(column, width)
            self._seat_header.setFixedHeight(self._seat_header.wanted())
        self.updateGeometry()

    def _height(self, rows: int) -> int:
        return self._seat_header.wanted() + rows * theme.px(tokens.TARGET)


class _LetterDelegate(QStyledItemDelegate):
    """Draws a letter: A on accent, R on tint, C and I plain; the letter says it, the ground only helps the eye."""

    def __init__(self, model: RaciModel, parent: RaciGrid) -> None:
        super().__init__(parent)
        self._model, self._grid = model, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws the row's tint, its hairline, and the letter."""
        worn = theme.worn()
        rect: QRect = option.rect
        if index.row() == self._grid.current_row():
            painter.fillRect(rect, theme.colour(worn.tint))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(worn.line))
        letter = self._model.letter(index)
        if letter is None:
            return
        side = theme.px(_SQUARE)
        square = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        ground, ink = _colours(worn, letter)
        if ground:
            plate(painter, square, 5, theme.colour(ground), theme.colour(worn.accent))
        painter.setFont(theme.font(tokens.CONTROL, bold=letter in (Letter.ACCOUNTABLE, Letter.RESPONSIBLE)))
        painter.setPen(theme.colour(ink))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter.value)


def _colours(worn: Theme, letter: Letter) -> tuple[str, str]:
    """The ground of a letter (empty: none) and its ink."""
    match letter:
        case Letter.ACCOUNTABLE:
            return worn.accent, worn.surface
        case Letter.RESPONSIBLE:
            return worn.tint, worn.accent
        case Letter.CONSULTED:
            return "", worn.ink
    return "", worn.ink3
