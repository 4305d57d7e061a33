"""The list of the history: a thread of dots, the time, the words, and where the workshop stands."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from roadmap_desktop import tokens
from roadmap_desktop.journey.keeping.history import HistoryLine
from roadmap_desktop.language import message
from roadmap_desktop.screens.beside.history_model import HistoryModel, Index, mark_of, time_of
from roadmap_desktop.store.history import State
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

_LATE = time(22, 48)
_DAY, _THREAD, _ASIDE, _SIDE, _DOT = 34, 14, 10, 8, 4


class HistoryList(QListView):
    """``chosen`` carries the line that became the current one, ``taken`` the one that Enter or a double click chose,
    ``typed`` a sign that was typed here."""

    chosen = Signal(object)  # HistoryLine
    taken = Signal(object)  # HistoryLine
    typed = Signal(str)
    ring_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = HistoryModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(say(message("Steps, the newest first")))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: 0; }")
        self.doubleClicked.connect(self._take)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    def current(self) -> HistoryLine | None:
        """The line that is the current one."""
        return self.steps.line(self.currentIndex())

    def focus_rect(self) -> QRect:
        """The ring goes round the current line."""
        return self.visualRect(self.currentIndex()) if self.currentIndex().isValid() else self.rect()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells which line was chosen."""
        super().currentChanged(current, previous)
        self.ring_moved.emit()
        if (line := self.steps.line(current)) is not None:
            self.chosen.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the line; letters are for finding."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.currentIndex())
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _take(self, index: Index) -> None:
        if (line := self.steps.line(index)) is not None:
            self.taken.emit(line)


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _Painter(QStyledItemDelegate):
    """Paints days and lines."""

    def __init__(self, view: HistoryList) -> None:
        super().__init__(view)
        self._steps = view.steps

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line; a day has room above."""
        return QSize(200, theme.px(tokens.ROW if self._steps.line(index) else _DAY))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        worn, line = theme.worn(), self._steps.line(index)
        place = QRectF(option.rect)
        painter.save()
        if line is None:
            painter.setFont(theme.font(tokens.SMALL, bold=True))
            painter.setPen(theme.colour(worn.ink2))
            painter.drawText(place.adjusted(theme.px(_SIDE), theme.px(8), 0, 0), _LEFT, index.data())
        else:
            state: QStyle.StateFlag = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(place, theme.colour(worn.tint))
            self._paint_line(painter, place, line)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), theme.colour(worn.line))
        painter.restore()

    @staticmethod
    def _paint_line(painter: QPainter, place: QRectF, line: HistoryLine) -> None:
        worn = theme.worn()
        holds = line.state is State.DONE
        _paint_dot(painter, place, line)
        room = place.adjusted(theme.px(_SIDE + 2 * _THREAD + _ASIDE), 0, -theme.px(_SIDE), 0)
        painter.setFont(theme.font(tokens.CONTROL))
        wide = QFontMetrics(theme.font(tokens.CONTROL)).horizontalAdvance(_widest_time())
        painter.setPen(theme.colour(worn.ink3))
        painter.drawText(QRectF(room.left(), room.top(), wide, room.height()), _RIGHT, time_of(line))
        if line.at is not None:
            room.setLeft(room.left() + wide + theme.px(14))
        if mark := mark_of(line):
            size = pill_size(mark)
            top = round(room.center().y() - size.height() / 2)
            pill = QRectF(room.right() - size.width(), top, size.width(), size.height())
            paint_pill(painter, pill, mark, Tone.ACCENT if line.is_present else Tone.PLAIN)
            room.setRight(pill.left() - theme.px(12))
        painter.setFont(theme.font(tokens.CONTROL, bold=line.is_present))
        painter.setPen(theme.colour(worn.ink if holds else worn.ink3))
        words = painter.fontMetrics().elidedText(say(line.label), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _LEFT, words)


def _paint_dot(painter: QPainter, place: QRectF, line: HistoryLine) -> None:
    """A full dot holds, a ring does not; one that was left behind stands aside of the thread."""
    worn = theme.worn()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(place.left() + theme.px(_SIDE + _THREAD), place.center().y())
    painter.setPen(QPen(theme.colour(worn.line), 2))
    painter.drawLine(QPointF(middle.x(), place.top()), QPointF(middle.x(), place.bottom()))
    if line.state is State.LEFT:
        aside = QPointF(middle.x() + theme.px(_ASIDE), middle.y())
        painter.drawLine(middle, aside)
        middle = aside
    ink = theme.colour(worn.accent if line.is_present else worn.ink3)
    radius = theme.px(_DOT + (2 if line.is_present else 0))
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(ink if line.state is State.DONE else theme.colour(worn.surface))
    painter.drawEllipse(middle, radius, radius)


def _widest_time() -> str:
    return say(message("{time}", time=_LATE))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
