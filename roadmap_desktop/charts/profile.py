"""The readiness profile: a row for each dimension or statement, with every answer as a mark on one axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look, write
from roadmap_desktop.charts.profile_row import (
    HEIGHT,
    LEAST_HEIGHT,
    MOST_HEIGHT,
    Axis,
    ProfileRow,
    axis,
    mark_size,
    paint_row,
)
from roadmap_desktop.language import Language, Words

_HEAD, _FOOT, _SIDE, _LEAST_ROWS, _MOST_ROWS = 40, 12, 9, 4, 8
Level = tuple[int, Words]
Index = QModelIndex | QPersistentModelIndex


class ProfileChart(QFrame):
    """Rows under one axis of levels. ``chosen`` carries the uuid of the row that was clicked or reached by arrow keys.

    Each row is an item that a screen reader can walk to and that says its sentence.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, look: Callable[[], Look]) -> None:
        super().__init__(parent)
        self._look = look
        self._levels: tuple[Level, ...] = ()
        self._measured: tuple[object, Axis, float] | None = None
        self._model = _Rows(self)
        self.rows = _RowList(self)
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(_RowPainter(self, self._model))
        self.rows.selectionModel().currentChanged.connect(self._moved)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.rows)
        self.setFocusProxy(self.rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def present(self, levels: Sequence[Level], rows: Sequence[ProfileRow], *, name: Words, sentence: Words) -> None:
        """Shows these rows; the row chosen stays so. ``sentence`` says what the whole chart shows."""
        look = self._look()
        chosen = self.current()
        before, self._levels, self._measured = (self._levels, self._measured), tuple(levels), None
        self.rows.setAccessibleName(look.say(name))
        self.rows.setAccessibleDescription(look.say(sentence))
        if self._model.present(tuple(rows), look) and chosen:
            self.choose(chosen)
        self._fit()
        self._measures()
        if before != (self._levels, self._measured):  # else only the rows that changed are painted anew
            self.update()

    def choose(self, uuid: str) -> bool:
        """Makes a row the chosen one and brings it into view; False where there is no such row."""
        place = self._model.place(uuid)
        if place >= 0:
            self.rows.setCurrentIndex(self._model.index(place))
        return place >= 0

    def current(self) -> str:
        """The uuid of the row chosen; empty without one."""
        index = self.rows.currentIndex()
        return self._model.rows[index.row()].uuid if index.isValid() else ""

    def axis(self) -> Axis:
        """The axis of all rows at the present width."""
        return self._measures()[0]

    def mark_size(self) -> float:
        """The diameter of the marks in all rows."""
        return self._measures()[1]

    def look(self) -> Look:
        """What it is painted in."""
        return self._look()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(700, self._height(len(self._model.rows), HEIGHT))

    def most_height(self) -> int:
        """The height beyond which more room is of no use, in pixels."""
        return self._height(len(self._model.rows), MOST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As high as a few rows; beyond that it scrolls."""
        look = self._look()
        many = min(max(len(self._model.rows), _LEAST_ROWS), _MOST_ROWS)
        return QSize(round(look.px(480)), self._height(many, LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the rows the height there is."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card and the names of the levels."""
        look, painter = self._look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(look.theme.line), 1))
        painter.setBrush(look.colour(look.theme.surface))
        radius = tokens.CARD_RADIUS
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        along, is_head_seen = self.axis(), event.rect().top() < look.px(_HEAD)
        for (value, words), tick in zip(self._levels, along.ticks, strict=True):
            where = look.px(_SIDE) + tick
            if is_head_seen:
                self._paint_level(painter, where, value, words)
            line = QRectF(round(where), look.px(_HEAD) - 2, 1, self.height() - look.px(_HEAD + _FOOT) + 2)
            painter.fillRect(line, look.colour(look.theme.line))

    def _paint_level(self, painter: QPainter, where: float, value: int, words: Words) -> None:
        look = self._look()
        half = look.px(64)
        centre = Qt.AlignmentFlag.AlignHCenter
        number = QRectF(where - half, look.px(8), 2 * half, look.px(17))
        write(painter, number, str(value), look.font(tokens.LABEL, bold=True), look.colour(look.theme.ink2), centre)
        name = QRectF(where - half, look.px(22), 2 * half, look.px(17))
        shown = look.say(words)
        write(
            painter, name, shown[:1].lower() + shown[1:], look.font(tokens.LABEL), look.colour(look.theme.ink2), centre
        )

    def _measures(self) -> tuple[Axis, float]:
        look, width, height = self._look(), self.rows.viewport().width(), self.rows.row_height
        key = (look.theme, look.scale, look.language, width, height)
        if self._measured is None or self._measured[0] != key:
            values = tuple(value for value, _ in self._levels) or (0, 1)
            along = axis(look, values, self._model.rows, width)
            self._measured = (key, along, mark_size(self._model.rows, along, height))
        return self._measured[1:]

    def _height(self, rows: int, height: int) -> int:
        look = self._look()
        return round(look.px(_HEAD + _FOOT + 5 + rows * height))

    def _fit(self) -> None:
        look = self._look()
        side = round(look.px(_SIDE))
        self._layout.setContentsMargins(side, round(look.px(_HEAD + 4)), side, round(look.px(_FOOT)))
        room = self.height() - look.px(_HEAD + 4 + _FOOT)
        rows = max(1, len(self._model.rows))
        numbered = any(row.numeral is not None for row in self._model.rows)
        least = HEIGHT if numbered else LEAST_HEIGHT
        self.rows.set_row_height(int(min(look.px(MOST_HEIGHT), max(look.px(least), room // rows))))

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.rows[current.row()].uuid)


class _Rows(QAbstractListModel):
    """The rows as Qt's model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ProfileRow, ...] = ()
        self._spoken: tuple[str, ...] = ()
        self._language: Language | None = None

    def present(self, rows: tuple[ProfileRow, ...], look: Look) -> bool:
        """Takes other rows; True where they are other things and so the choice is lost."""
        same = [row.uuid for row in rows] == [row.uuid for row in self.rows]
        if not same:
            self.beginResetModel()
        before, known = self.rows, zip(self.rows, self._spoken, strict=True)
        is_known = same and look.language == self._language
        self._spoken = (
            tuple(heard if row == old else look.say(row.spoken) for row, (old, heard) in zip(rows, known, strict=True))
            if is_known
            else tuple(look.say(row.spoken) for row in rows)
        )
        self.rows, self._language = rows, look.language
        if not same:
            self.endResetModel()
            return True
        for place, row in enumerate(rows):
            if not is_known or row != before[place]:
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def place(self, uuid: str) -> int:
        """The number of a row from 0; -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.uuid == uuid), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence of a row, to read, to hear and to hover."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self._spoken[index.row()] if index.isValid() and role in wanted else None


class _RowList(QListView):
    """The list below the axis."""

    ring_moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row_height = HEIGHT
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: 0; }")
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    def set_row_height(self, height: int) -> None:
        """Lays the rows out at another height."""
        if height != self.row_height:
            self.row_height = height
            self.scheduleDelayedItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paints what changed; all rows are of one height, so that none need be laid out anew, as a list view would."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def focus_rect(self) -> QRect:
        """The row that has the focus."""
        index = self.currentIndex()
        return self.visualRect(index) if index.isValid() else self.rect()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells the ring of the focus."""
        super().currentChanged(current, previous)
        self.ring_moved.emit()


class _RowPainter(QStyledItemDelegate):
    """Paints the rows of a chart."""

    def __init__(self, chart: ProfileChart, model: _Rows) -> None:
        super().__init__(chart)
        self._chart, self._model = chart, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height that all rows have."""
        return QSize(100, self._chart.rows.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        painter.save()
        state: QStyle.StateFlag = option.state
        place: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        row, chart = self._model.rows[index.row()], self._chart
        paint_row(painter, chart.look(), QRectF(place), row, chart.axis(), chart.mark_size(), chosen=chosen)
        painter.restore()
