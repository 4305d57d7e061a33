"""The board of waves: columns side by side, between which schools are moved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QScrollArea, QWidget

from roadmap_desktop.journey.scaling.picture import ScalingPicture
from roadmap_desktop.language import message
from roadmap_desktop.screens.scaling.wave_column import WaveColumn
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say


class WaveBoard(QScrollArea):
    """``moved`` carries schools (uuids) and the wave they go to, empty for none; the focus goes with them."""

    wave_chosen = Signal(str)
    wave_opened = Signal(str)
    wave_removed = Signal(str)
    school_chosen = Signal(str)
    moved = Signal(object, str)  # tuple[str, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: dict[str, WaveColumn] = {}
        self._awaited: tuple[str, bool] = ("", False)
        self._menu: QMenu | None = None
        inside = QWidget(self)
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addStretch(0)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(240))

    def present(self, picture: ScalingPicture) -> None:
        """Shows the schools in no wave, then every wave; columns that stay are kept, with focus and selection."""
        wanted = ["", *(wave.uuid for wave in picture.waves)]
        for uuid in [each for each in self._columns if each not in wanted]:
            column = self._columns.pop(uuid)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        for place, uuid in enumerate(wanted):
            column = self._columns.get(uuid) or self._new_column(uuid)
            if self._row.indexOf(column) != place:
                self._row.removeWidget(column)
                self._row.insertWidget(place, column, 1)
            wave = picture.wave(uuid)
            column.present(wave, wave.schools if wave else picture.unplaced)
            column.show()
        self._columns = {uuid: self._columns[uuid] for uuid in wanted}
        self._follow()

    def choose(self, wave: str) -> None:
        """Tints the head of the wave that the inspector shows, and no school then; no head where it is empty."""
        for uuid, column in self._columns.items():
            column.head.choose(chosen=bool(wave) and uuid == wave)
            if wave:
                column.schools.clearSelection()

    def reach_wave(self, wave: str) -> None:
        """Takes the focus to a wave and brings it into view."""
        if (column := self._columns.get(wave)) is not None and wave:
            column.head.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(column)

    def reach_school(self, school: str) -> bool:
        """Takes the focus to a school and brings it into view; False where it is on no column."""
        column = next((each for each in self._columns.values() if each.schools.select(school)), None)
        if column is None:
            return False
        self._clear_others(column)
        column.schools.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(column)
        return True

    def columns(self) -> tuple[WaveColumn, ...]:
        """The columns from left to right; the first holds the schools in no wave."""
        return tuple(self._columns.values())

    def menu(self) -> QMenu | None:
        """The menu of the waves that was opened last."""
        return self._menu

    def _new_column(self, uuid: str) -> WaveColumn:
        column = WaveColumn(uuid, self.widget())
        column.head.reached.connect(lambda: self.wave_chosen.emit(uuid))
        column.head.opened.connect(lambda: self.wave_opened.emit(uuid))
        column.head.removed.connect(lambda: self.wave_removed.emit(uuid))
        column.schools.chosen.connect(lambda school: self._chose(column, school))
        column.schools.pushed.connect(lambda schools, step: self._push(uuid, schools, step))
        column.schools.taken_out.connect(lambda schools: self._move(schools, ""))
        column.schools.asked.connect(lambda schools, place: self._ask(uuid, schools, place))
        column.dropped.connect(lambda schools: self._move(schools, uuid))
        self._columns[uuid] = column
        return column

    def _chose(self, column: WaveColumn, school: str) -> None:
        self._clear_others(column)
        self.school_chosen.emit(school)

    def _clear_others(self, column: WaveColumn) -> None:
        for each in self._columns.values():
            if each is not column:
                each.schools.clearSelection()

    def _push(self, wave: str, schools: tuple[str, ...], step: int) -> None:
        order = list(self._columns)
        place = order.index(wave) + step
        if 0 <= place < len(order):
            self._move(schools, order[place])

    def _move(self, schools: tuple[str, ...], wave: str) -> None:
        if schools:
            focused = QApplication.focusWidget()
            self._awaited = (schools[0], focused is not None and self.isAncestorOf(focused))
            self.moved.emit(schools, wave)

    def _ask(self, wave: str, schools: tuple[str, ...], place: QPoint) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self)
        for uuid, column in self._columns.items():
            action = QAction(column.head.text().replace("&", "&&"), self._menu)
            action.setEnabled(uuid != wave)
            action.triggered.connect(lambda _, to=uuid: self._move(schools, to))
            self._menu.addAction(action)
        self._menu.setAccessibleName(say(message("Which wave")))
        self._menu.popup(place)

    def _follow(self) -> None:
        """The focus goes with the school that was moved, as soon as it is there."""
        school, had_focus = self._awaited
        self._awaited = ("", False)
        if school and had_focus:
            self.reach_school(school)
