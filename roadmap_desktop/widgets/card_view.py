"""Many cards in one painted list: arrows walk over them, Space or Enter turns what a card's box says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.card_face import CardFace, check_place, face_height, paint_face
from roadmap_desktop.widgets.card_places import CardPlaces, in_lines
from roadmap_desktop.widgets.speech import say

Index = QModelIndex | QPersistentModelIndex
_Walk = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_WIDE, _GAP, _STEP = 240, 12, 24

_WAYS = {
    _Walk.MoveLeft: (-1, 0),
    _Walk.MoveRight: (1, 0),
    _Walk.MoveUp: (0, -1),
    _Walk.MoveDown: (0, 1),
}


class CardView(QListView):
    """``chosen`` carries the uuid of the current card (empty without one), ``turned`` that of one whose box turns."""

    chosen = Signal(str)
    turned = Signal(str)
    ring_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = CardModel(self)
        self._laid: tuple[object, CardPlaces] | None = None
        self.setModel(self._cards)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width decides the heights
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: 0; }")
        self.selectionModel().currentChanged.connect(self._moved)

    def declare(self, *, name: Words, description: Words) -> None:
        """What the list is called, and what the keys do."""
        self.setAccessibleName(say(name))
        self.setAccessibleDescription(say(description))

    def present(self, faces: Sequence[CardFace]) -> None:
        """Shows these cards; the current one and the scroll stay where they can."""
        if tuple(faces) == self._cards.faces:
            return
        place, uuid = self.currentIndex().row(), self.current()
        same = [face.uuid for face in faces] == [face.uuid for face in self._cards.faces]
        self._cards.present(tuple(faces), same=same)
        self._laid = None
        self.updateGeometries()
        self.updateGeometry()
        if not same and not self.select(uuid) and faces:
            self.setCurrentIndex(self._cards.index(min(max(place, 0), len(faces) - 1)))
        self.viewport().update()
        self.ring_moved.emit()

    def faces(self) -> tuple[CardFace, ...]:
        """The cards as they are shown."""
        return self._cards.faces

    def select(self, uuid: str) -> bool:
        """Makes a card the current one and brings it into view; False where there is no such card."""
        place = next((place for place, face in enumerate(self._cards.faces) if face.uuid == uuid), -1)
        if place >= 0:
            self.setCurrentIndex(self._cards.index(place))
        return place >= 0

    def current(self) -> str:
        """The uuid of the current card; empty without one."""
        index = self.currentIndex()
        return self._cards.faces[index.row()].uuid if index.isValid() else ""

    def places(self) -> CardPlaces:
        """Where the cards lie at the present width."""
        width = self.viewport().width()
        key = (width, self._cards.faces, theme.px(1000), theme.worn().name)
        if self._laid is None or self._laid[0] != key:
            self._laid = (key, self.laid_out(width))
        return self._laid[1]

    def laid_out(self, width: int) -> CardPlaces:
        """Lays the cards out for a width: in lines, as many side by side as have room."""
        gap, side = theme.px(_GAP), theme.px(4)
        columns = max(1, (width - side + gap) // (theme.px(_WIDE) + gap))
        wide = (width - side - gap * (columns - 1)) // columns
        return in_lines([face_height(face, wide) for face in self._cards.faces], width - side, columns, gap)

    def visualRect(self, index: Index) -> QRect:
        """Where a card is seen."""
        if not index.isValid() or index.row() >= len(self._cards.faces):
            return QRect()
        return self.places().cards[index.row()].translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card under a place."""
        number = self.places().at(point + QPoint(0, self.verticalOffset()))
        return self._cards.index(number) if number >= 0 else QModelIndex()

    def verticalOffset(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Brings a card into view, with a little of what is round it."""
        place, bar, room = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        edge = theme.px(_GAP)
        if place.top() < edge:
            bar.setValue(bar.value() + place.top() - edge)
        elif place.bottom() > room - edge:
            bar.setValue(bar.value() + min(place.bottom() - room + edge, place.top() - edge))

    def updateGeometries(self) -> None:
        """How far it can be scrolled."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.places().height + theme.px(2) - room))
        bar.setPageStep(room)
        bar.setSingleStep(theme.px(_STEP))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paints what comes into view."""
        self.viewport().update()
        self.ring_moved.emit()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Walks to the card beside; at the end of a line Right goes on to the next one."""
        last, row = len(self._cards.faces) - 1, self.currentIndex().row()
        if last < 0 or row < 0:
            return self._cards.index(0) if last >= 0 else QModelIndex()
        if action in (_Walk.MoveHome, _Walk.MoveEnd):
            return self._cards.index(0 if action == _Walk.MoveHome else last)
        if action in (_Walk.MovePageUp, _Walk.MovePageDown):
            return self._cards.index(self._paged(row, 1 if action == _Walk.MovePageDown else -1))
        across, down = _WAYS.get(action, (0, 0))
        found = self.places().beside(row, across, down) if (across or down) else row
        if found == row and not down:
            back = action in (_Walk.MoveLeft, _Walk.MovePrevious)
            found = min(max(row + (-1 if back else 1), 0), last)
        return self._cards.index(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter turn the current card's box."""
        turns = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if turns and not event.modifiers() and self.current():
            self.turned.emit(self.current())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes the card that is clicked the current one; a click on its box turns it."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        self.setCurrentIndex(index)
        face = self._cards.faces[index.row()]
        if face.check and check_place(self.visualRect(index)).contains(place):
            self.turned.emit(face.uuid)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging selects nothing."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click is done when it is pressed."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of two is a click as well."""
        self.mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the cards out for the new width."""
        super().resizeEvent(event)
        self.updateGeometries()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self.ring_moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Fits the cards to a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._laid = None
            self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cards that are in view."""
        painter = QPainter(self.viewport())
        places, offset, current = self.places(), self.verticalOffset(), self.currentIndex().row()
        for number, (face, card) in enumerate(zip(self._cards.faces, places.cards, strict=True)):
            place = card.translated(0, -offset)
            if place.intersects(event.rect()):
                paint_face(painter, place, face, is_current=number == current)

    def sizeHint(self) -> QSize:
        """As high as its cards."""
        return QSize(theme.px(3 * _WIDE), self.places().height + theme.px(2))

    def minimumSizeHint(self) -> QSize:
        """A card and a half."""
        return QSize(theme.px(_WIDE + 20), theme.px(180))

    def focus_rect(self) -> QRect:
        """The card that has the focus."""
        index = self.currentIndex()
        if not index.isValid():
            return self.rect()
        return self.visualRect(index).translated(self.viewport().pos())

    def _paged(self, row: int, way: int) -> int:
        """The card about a view's height further."""
        target = self.places().cards[row].center() + QPoint(0, way * self.viewport().height())
        gaps = [(place.center() - target).manhattanLength() for place in self.places().cards]
        return gaps.index(min(gaps))

    def _moved(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.ring_moved.emit()
        self.chosen.emit(self._cards.faces[current.row()].uuid if current.isValid() else "")


class CardModel(QAbstractListModel):
    """The cards as Qt's model."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.faces: tuple[CardFace, ...] = ()

    def present(self, faces: tuple[CardFace, ...], *, same: bool) -> None:
        """Takes other cards; ``same`` where only their words have changed."""
        if same and faces:
            self.faces = faces
            self.dataChanged.emit(self.index(0), self.index(len(faces) - 1))
            return
        self.beginResetModel()
        self.faces = faces
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many cards there are."""
        return 0 if parent is not None and parent.isValid() else len(self.faces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a card, to read and to hear."""
        if not index.isValid():
            return None
        face = self.faces[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return face.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.spoken or face.name
        return face.described if role == Qt.ItemDataRole.AccessibleDescriptionRole else None
