"""The card School time in the inspector: a pilot's strip, its sentence, and the way to its bar on the roadmap."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from roadmap_desktop.journey.inspection import Line
from roadmap_desktop.journey.pilots.detail import on_the_roadmap
from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.language import message
from roadmap_desktop.screens.pilots.timestrip import TimeStrip
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.inspection_line import InspectionLine
from roadmap_desktop.widgets.paragraph import Paragraph


class TimeCard(Card):
    """Shows one pilot's dates; the line at its foot leads to the roadmap."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("quiet", True)
        self._sitting = sitting
        heading = sitting.say(message("School time"))
        self._kicker = QLabel(heading.upper(), self)
        self._kicker.setProperty("role", "kicker")
        self._kicker.setAccessibleName(heading)
        self.strip = TimeStrip(self)
        self.sentence = Paragraph(self, role="small")
        self._place: InspectionLine | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*(theme.px(side) for side in (15, 12, 15, 14)))
        self._rows.setSpacing(theme.px(8))
        for widget in (self._kicker, self.strip, self.sentence):
            self._rows.addWidget(widget)

    def present(self, pilot: PilotPicture) -> None:
        """Shows the pilot's school time."""
        self.strip.present(pilot.school_time)
        self.sentence.say(pilot.school_time.sentence if pilot.school_time else "")
        self.sentence.setVisible(pilot.school_time is not None)
        self._lead(on_the_roadmap(pilot))

    def _lead(self, line: Line) -> None:
        """The line at the foot, made anew only when it says something else."""
        if self._place is not None and self._place.line == line:
            return
        if self._place is not None:
            self._rows.removeWidget(self._place)
            self._place.deleteLater()
        self._place = InspectionLine(line, 1, self)
        self._place.clicked.connect(lambda: self._sitting.go(line.target) if line.target else None)
        self._rows.addWidget(self._place)
