"""The day as a column beside the agenda's table: items in proportion, dragged to move, by the lower edge to resize."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QToolTip, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.prepare.agenda import AgendaRow
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.daycolumn import scale
from roadmap_desktop.screens.prepare.dayblocks import Block, Lines, place_of
from roadmap_desktop.screens.prepare.daypaint import GUTTER, about, paint_block, paint_heads, paint_times
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say

_LEAST, _MOST, _HEAD, _EDGE, _FOOT = 20, 5.0, 28, 6, 20


class DayColumn(QScrollArea):
    """``chosen`` carries an item, ``placed`` an item with its session and place there, ``resized`` with its minutes.

    The two come once, when the mouse lets go; Esc before that leaves everything as it was.
    """

    chosen = Signal(str)
    opened = Signal(str)
    removed = Signal(str)
    placed = Signal(str, int, int)
    resized = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = Day(self)
        self.setWidget(self.day)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(theme.px(182))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().valueChanged.connect(self.day.ring_moved)

    def present(self, rows: Sequence[AgendaRow], now: str, now_words: Words) -> None:
        """Shows the items; ``now`` is the one that runs, with what is said of it."""
        self.day.present(rows, now, now_words, self.viewport().height())

    def choose(self, uuid: str) -> None:
        """Marks an item and brings it into view."""
        block = self.day.choose(uuid)
        if block is not None:
            self.ensureVisible(0, round(block.top + min(block.height, theme.px(60)) / 2), 0, theme.px(40))

    def sizeHint(self) -> QSize:
        """Beside the table."""
        return QSize(theme.px(280), theme.px(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A higher column has higher minutes."""
        super().resizeEvent(event)
        self.day.fill(self.viewport().height())


class Day(QWidget):
    """What the column shows; one stop of Tab, in which Up and Down choose."""

    ring_moved = Signal()

    def __init__(self, column: DayColumn) -> None:
        super().__init__(column)
        self._column = column
        self._rows: tuple[AgendaRow, ...] = ()
        self._shown: tuple[AgendaRow, ...] = ()
        self._now, self._now_words = "", ""
        self._current = ""
        self._lines = Lines(1, 0)
        self._grabbed: tuple[str, bool, float] | None = None  # item, by its lower edge, pixels below its top (or edge)
        self._pressed_at = QPoint()
        self._is_dragging = False
        self._top = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(say(message("The day as a column")))

    def present(self, rows: Sequence[AgendaRow], now: str, now_words: Words, room: int) -> None:
        """Shows the items; a drag that is under way ends."""
        self._rows = tuple(rows)
        self._now, self._now_words = now, say(now_words)
        self._end_drag()
        if self._current not in {row.uuid for row in rows}:
            self._current = rows[0].uuid if rows else ""
        self._describe()
        self.fill(room)

    def fill(self, room: int) -> None:
        """Takes the height there is, or more where short items need it to be read."""
        sessions = len({row.session for row in self._rows})
        head = theme.px(_HEAD) if sessions > 1 else 0.0
        free = room - theme.px(_FOOT) - sessions * head - 2
        least, most = theme.px(_LEAST), _MOST * theme.px(100) / 100
        minute = scale([row.minutes for row in self._rows], free, least=least, most=most)
        self._lines = Lines(minute, head)
        height = sum(row.minutes for row in self._rows) * minute + sessions * head + theme.px(_FOOT)
        self.setMinimumHeight(round(height))
        self.update()
        self.ring_moved.emit()

    def choose(self, uuid: str) -> Block | None:
        """Marks an item, and says where it lies; None where it is not here."""
        block = next((each for each in self.blocks() if each.row.uuid == uuid), None)
        if block is not None and uuid != self._current:
            self._current = uuid
            self._describe()
            self.ring_moved.emit()
            self.update()
        return block

    def blocks(self) -> tuple[Block, ...]:
        """The items as they are shown, in a drag as it would make them."""
        return self._lines.blocks(self._shown)

    def focus_rect(self) -> QRect:
        """The ring of the focus goes round the item that is chosen."""
        place = next((self._place(each) for each in self.blocks() if each.row.uuid == self._current), None)
        return self.rect() if place is None else place.toRect().adjusted(2, 2, -2, -2)

    # By keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Enter opens the item in the table, Delete takes it off, Esc leaves a drag."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._grabbed is not None:
            self._end_drag()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._rows:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._column.opened.emit(self._current)
        elif key == Qt.Key.Key_Delete and self._current:
            self._column.removed.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        uuids = [row.uuid for row in self._rows]
        place = uuids.index(self._current) + by if self._current in uuids else 0
        uuid = uuids[min(max(0, place), len(uuids) - 1)]
        self._column.choose(uuid)
        self._column.chosen.emit(uuid)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))

    def _describe(self) -> None:
        row = next((each for each in self._rows if each.uuid == self._current), None)
        self.setAccessibleDescription("" if row is None else say(about(row)))

    # By mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of an item, or of its lower edge."""
        block = self._under(event.position().y())
        if event.button() != Qt.MouseButton.LeftButton or block is None:
            return
        by_edge = self._is_edge(block, event.position().y())
        self._grabbed = (block.row.uuid, by_edge, event.position().y() - (block.bottom if by_edge else block.top))
        self._pressed_at = event.position().toPoint()
        self._column.choose(block.row.uuid)
        self._column.chosen.emit(block.row.uuid)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the day as letting go would make it."""
        y = event.position().y()
        if self._grabbed is None:
            block = self._under(y)
            edge = block is not None and self._is_edge(block, y)
            self.setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        uuid, by_edge, hold = self._grabbed
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if not self._is_dragging and far < QApplication.startDragDistance():
            return
        self._is_dragging, self._top = True, y - hold
        self._shown = (self._lines.resized if by_edge else self._lines.dropped)(self._rows, uuid, self._top)
        self._column.ensureVisible(0, round(y), 0, theme.px(24))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tells what was dragged where; a click tells nothing more."""
        grabbed, shown, is_dragged = self._grabbed, self._shown, self._is_dragging
        self._end_drag()
        if grabbed is None or not is_dragged or shown == self._rows:
            return
        uuid, by_edge, _ = grabbed
        if by_edge:
            self._column.resized.emit(uuid, next(row.minutes for row in shown if row.uuid == uuid))
        elif place_of(shown, uuid) != place_of(self._rows, uuid):
            self._column.placed.emit(uuid, *place_of(shown, uuid))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the item in the table."""
        if (block := self._under(event.position().y())) is not None:
            self._end_drag()
            self._column.opened.emit(block.row.uuid)

    def event(self, event: QEvent) -> bool:
        """A low item says its words in full under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._under(event.pos().y())
            QToolTip.showText(event.globalPos(), say(about(block.row)) if block is not None else "", self)
            return True
        return super().event(event)

    def _end_drag(self) -> None:
        self._grabbed, self._is_dragging = None, False
        self._shown = self._rows
        self.unsetCursor()
        self.update()

    def _under(self, y: float) -> Block | None:
        return next((each for each in self.blocks() if each.top <= y < each.bottom), None)

    def _is_edge(self, block: Block, y: float) -> bool:
        return y >= block.bottom - min(theme.px(_EDGE), block.height / 3)

    def _place(self, block: Block) -> QRectF:
        left = theme.px(GUTTER)
        return QRectF(left, block.top, self.width() - left - 2, block.height)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Times on the left, items beside them, heads of sessions where there are several."""
        painter = QPainter(self)
        moving = self._grabbed[0] if self._grabbed is not None and self._is_dragging and not self._grabbed[1] else ""
        blocks = self.blocks()
        paint_heads(painter, blocks, self._lines.head, self.width())
        paint_times(painter, blocks)
        for block in blocks:
            if block.row.uuid == moving:
                self._paint_gap(painter, self._place(block))
                continue
            now = self._now_words if block.row.uuid == self._now else ""
            paint_block(painter, self._place(block), block.row, chosen=block.row.uuid == self._current, now=now)
        lifted = next((each for each in blocks if each.row.uuid == moving), None)
        if lifted is not None:
            place = self._place(lifted)
            place.moveTop(self._top)
            paint_block(painter, place, lifted.row, lifted=True)

    def _paint_gap(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(theme.colour(theme.worn().accent), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), tokens.FIELD_RADIUS, tokens.FIELD_RADIUS)
