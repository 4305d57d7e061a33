"""The fields of a school in the inspector: in which wave it is, and at what pace it wants to go."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from roadmap_desktop.journey.scaling.picture import ScalingPicture
from roadmap_desktop.journey.scaling.places import PACES, SchoolPlace
from roadmap_desktop.journey.scaling.schools import put_schools, set_pace
from roadmap_desktop.language import message
from roadmap_desktop.screens.scaling.lists import narrow_list, offer
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.labelled import Labelled


class SchoolPanel(QWidget):
    """Shows one school and makes its moves."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._uuid = ""
        self.wave: QComboBox = narrow_list(self)
        self.pace: QComboBox = narrow_list(self)
        self.wave_row = Labelled.around(self.wave, message("Wave"), parent=self)
        self.pace_row = Labelled.around(
            self.pace,
            message("Pace"),
            hint=message("It decides when a school goes, never what must hold."),
            parent=self,
        )
        self.wave.activated.connect(lambda _: self._put())
        self.pace.activated.connect(lambda _: self._paced())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.wave_row)
        layout.addWidget(self.pace_row)

    def present(self, school: SchoolPlace, picture: ScalingPicture) -> None:
        """Shows the school."""
        if school.uuid != self._uuid:
            self._uuid = school.uuid
            self.wave_row.begin(school.uuid)
            self.pace_row.begin(school.uuid)
        say = self._sitting.say
        waves = tuple((wave.uuid, wave.name) for wave in picture.waves)
        offer(self.wave, (("", say(message("in no wave"))), *waves), school.wave)
        paces = tuple((pace.value, say(words)) for pace, words in PACES.items())
        offer(self.pace, (("", say(message("not said yet"))), *paces), school.pace or "")

    def _put(self) -> None:
        wave = self.wave.currentData()
        self._sitting.attempt(partial(put_schools, self._sitting.document, (self._uuid,), wave), beside=self.wave_row)

    def _paced(self) -> None:
        pace = self.pace.currentData()
        self._sitting.attempt(partial(set_pace, self._sitting.document, self._uuid, pace), beside=self.pace_row)
