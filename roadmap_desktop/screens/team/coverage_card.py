"""The card beside the seats: every rule of the team, whether it holds, and which perspective is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.journey.inspection import Line, Mark
from roadmap_desktop.journey.team.seats import SeatsPicture
from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.inspection_line import InspectionLine
from roadmap_desktop.widgets.paragraph import Paragraph

_WIDE = 252


class CoverageCard(Card):
    """``followed`` carries the place where a rule that does not hold can be mended."""

    followed = Signal(object)  # Target

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Line, ...] = ()
        self._lines: list[InspectionLine] = []
        self.setFixedWidth(theme.px(_WIDE))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*(theme.px(side) for side in (15, 12, 15, 14)))
        self._rows.setSpacing(theme.px(7))
        self._rows.addWidget(Paragraph(self, words=message("What the team must cover"), role="strong"))

    def present(self, picture: SeatsPicture) -> None:
        """Shows what does not hold first; lines that stand already are left alone, so that focus stays."""
        rows = sorted(picture.coverage, key=lambda each: each.holds)
        lines = [each.line for each in rows]
        if picture.absent:
            lines.append(Line(message("Not on the team: {perspectives}", perspectives=picture.absent), Mark.LOOK))
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        for old in self._lines:
            self._rows.removeWidget(old)
            old.deleteLater()
        self._lines = [self._line(line) for line in lines]
        self.updateGeometry()

    def lines(self) -> tuple[InspectionLine, ...]:
        """The lines shown."""
        return tuple(self._lines)

    def _line(self, line: Line) -> InspectionLine:
        made = InspectionLine(line, 0, self)
        made.clicked.connect(lambda: self.followed.emit(line.target))
        self._rows.addWidget(made)
        made.show()
        return made
