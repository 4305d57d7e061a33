"""A column of the board: a wave with its schools, where schools can be dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.scaling.picture import WaveRow
from roadmap_desktop.journey.scaling.places import SchoolPlace
from roadmap_desktop.language import message
from roadmap_desktop.screens.scaling.school_list import SCHOOLS, SchoolList
from roadmap_desktop.screens.scaling.wave_head import WaveHead
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say

LEAST, MOST = 168, 400
"""How narrow and how wide a column is, in pixels at normal text size."""


class WaveColumn(QFrame):
    """``dropped`` carries the uuids of the schools that were let go here."""

    dropped = Signal(object)  # tuple[str, ...]

    def __init__(self, wave: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wave = wave
        self.head, self.schools = WaveHead(self), SchoolList(self)
        self._nothing = Paragraph(self, role="hint")
        self._nothing.setContentsMargins(*(theme.px(side) for side in (12, 8, 12, 8)))
        self._is_over = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, theme.px(4))
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.schools, 1)
        layout.addStretch(0)

    def present(self, wave: WaveRow | None, schools: Sequence[SchoolPlace]) -> None:
        """Shows a wave, or (None) the schools that are in none."""
        if wave is None:
            self.head.present_unplaced(len(schools))
            self._nothing.say(message("Every school is in a wave."))
            self.schools.setAccessibleName(say(message("Schools in no wave")))
        else:
            self.head.present(wave)
            self._nothing.say(message("No school yet: drop one here, or move it with the arrow keys."))
            self.schools.setAccessibleName(say(message("Schools of {wave}", wave=wave.name)))
        least = max(theme.px(LEAST), self.head.sizeHint().width() + 2)
        self.setMinimumWidth(least)
        self.setMaximumWidth(theme.px(MOST) if wave or schools else least)
        self._nothing.setVisible(not schools)
        self.schools.setVisible(bool(schools))
        self.schools.present(schools)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Schools may be dropped here."""
        if event.mimeData().hasFormat(SCHOOLS):
            event.acceptProposedAction()
            self._show_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went on."""
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells which schools were let go."""
        self._show_over(over=False)
        event.acceptProposedAction()
        carried = bytes(event.mimeData().data(SCHOOLS).data()).decode("ascii", "ignore")
        self.dropped.emit(tuple(carried.splitlines()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card; on tint while schools are held over it."""
        worn = theme.worn()
        ground = worn.tint if self._is_over else worn.surface if self.wave else worn.paper
        line = worn.accent if self._is_over else worn.line
        painter, place = QPainter(self), QRectF(self.rect())
        plate(painter, place, tokens.CARD_RADIUS, theme.colour(ground), theme.colour(line))
        painter.fillRect(1, self.head.geometry().bottom(), self.width() - 2, 1, theme.colour(worn.line))

    def _show_over(self, *, over: bool) -> None:
        self._is_over = over
        self.update()
