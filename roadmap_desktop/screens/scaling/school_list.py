"""The schools of one column of the board: moved with the mouse, with Left and Right, or by a menu of the waves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from roadmap_desktop.journey.scaling.places import SchoolPlace
from roadmap_desktop.language import message
from roadmap_desktop.screens.scaling.school_row import ROW, SchoolDelegate, about, marks
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say, spoken

SCHOOLS = "application/x-roadmap-schools"
"""What a drag of schools carries: their uuids, one a line."""
Index = QModelIndex | QPersistentModelIndex
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SchoolList(QListView):
    """``chosen`` carries the school that is current; ``pushed`` the selected ones and to which side they go."""

    chosen = Signal(str)
    pushed = Signal(object, int)  # tuple[str, ...], -1 or 1
    asked = Signal(object, QPoint)  # tuple[str, ...]: for a menu of the waves, at that place on the screen
    taken_out = Signal(object)  # tuple[str, ...]
    ring_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schools = _Schools(self)
        self.setModel(self._schools)
        self.setItemDelegate(SchoolDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleDescription(
            say(message("Left and Right move a school to the wave beside, Enter shows all waves"))
        )
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    def present(self, schools: Sequence[SchoolPlace]) -> None:
        """Shows these schools; the current and the selected ones stay so."""
        if tuple(schools) == self._schools.rows:
            return
        selected, current = set(self.selected_uuids()), self.current()
        self._schools.show_rows(tuple(schools))
        chosen = QItemSelection()
        for place, school in enumerate(schools):
            index = self._schools.index(place)
            if school.uuid == current:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if school.uuid in selected:
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.ring_moved.emit()

    def select(self, uuid: str) -> bool:
        """Makes a school the current one and brings it into view; False where it is not here."""
        place = self._schools.place(uuid)
        if place >= 0:
            self.setCurrentIndex(self._schools.index(place))
        return place >= 0

    def current(self) -> str:
        """The uuid of the current school; empty without one."""
        return self._schools.uuid(self.currentIndex())

    def selected_uuids(self) -> tuple[str, ...]:
        """The uuids of the selected schools, from top to bottom."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self._schools.rows[place].uuid for place in places)

    def names(self) -> tuple[str, ...]:
        """The names shown, from top to bottom."""
        return tuple(school.name for school in self._schools.rows)

    def focus_rect(self) -> QRect:
        """Where the ring of the focus is drawn: round the current school."""
        rect = self.visualRect(self.currentIndex())
        return rect.adjusted(4, 4, -4, -5) if not rect.isEmpty() else self.rect()

    def minimumSizeHint(self) -> QSize:
        """Room for one school; beyond that it scrolls."""
        return QSize(theme.px(120), theme.px(72))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells which school is current."""
        super().currentChanged(current, previous)
        self.ring_moved.emit()
        if current.isValid() and self.hasFocus():
            self.chosen.emit(self._schools.uuid(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at the first school where none is current, and tells which is."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            return  # the click says which
        if not self.currentIndex().isValid() and self._schools.rows:
            self.setCurrentIndex(self._schools.index(0))
        elif self.current():
            if not self.selectedIndexes():
                select = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().select(self.currentIndex(), select)
            self.chosen.emit(self.current())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click tells the current school even where it was current before."""
        super().mousePressEvent(event)
        if self.current():
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the selected schools, Enter asks where to, Delete takes them out of their wave."""
        uuids, key = self.selected_uuids(), Qt.Key(event.key())
        if not uuids or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step := _STEPS.get(key):
            self.pushed.emit(uuids, step)
        elif key in _OPENS:
            self.asked.emit(uuids, self._below_current())
        elif key == Qt.Key.Key_Delete:
            self.taken_out.emit(uuids)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the waves, by the menu key or the right button."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if uuids := self.selected_uuids():
            self.asked.emit(uuids, self._below_current() if by_key else event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names wrap at the new width; the current school stays in view."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())
        self.ring_moved.emit()

    def _below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())


class _Schools(QAbstractListModel):
    """The rows of a list; a drag carries their uuids."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[SchoolPlace, ...] = ()

    def show_rows(self, rows: tuple[SchoolPlace, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place(self, uuid: str) -> int:
        return next((place for place, each in enumerate(self.rows) if each.uuid == uuid), -1)

    def uuid(self, index: Index) -> str:
        return self.rows[index.row()].uuid if 0 <= index.row() < len(self.rows) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        school = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return school.name
        if role == ROW:
            return school
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken().listing([school.name, about(school), *(words for words, _ in marks(school))])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [SCHOOLS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(SCHOOLS, "\n".join(self.uuid(index) for index in indexes).encode())
        return carried
