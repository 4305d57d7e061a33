"""The fields of a wave in the inspector: name, lead, how long, after what, and what its schools are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.scaling.picture import ScalingPicture, WaveRow
from roadmap_desktop.journey.scaling.waves import WaveField, edit_wave, follow_wave, remove_wave, start_no_earlier
from roadmap_desktop.language import message
from roadmap_desktop.screens.scaling.lists import narrow_list, offer
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.longtext import LongText


class WavePanel(QWidget):
    """Shows one wave and makes its moves; what is being typed is never overwritten."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._uuid = ""
        self.name, self.lead, self.length = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.not_before = DateField(self)
        self.not_before.setPlaceholderText(sitting.say(message("any day")))
        self.after_pilot, self.after_wave = narrow_list(self), narrow_list(self)
        self.communication = LongText(self)
        self.name_row = Labelled.around(self.name, message("Name"), parent=self)
        self.lead_row = Labelled.around(self.lead, message("Lead"), parent=self)
        self.length_row = Labelled.around(self.length, message("Length"), parent=self)
        self.not_before_row = Labelled.around(self.not_before, message("Not before"), parent=self)
        self.pilot_row = Labelled.around(self.after_pilot, message("After the decision on"), parent=self)
        self.wave_row = Labelled.around(self.after_wave, message("After the wave"), parent=self)
        self.told_row = Labelled.around(self.communication, message("What families and staff are told"), parent=self)
        self.remove = Button(self, words=message("Remove this wave"), weight=Weight.PLAIN, pressed=self._remove)
        self._lay_out()
        self._connect()

    def present(self, wave: WaveRow, picture: ScalingPicture) -> None:
        """Shows the wave."""
        if wave.uuid != self._uuid:
            self.save_typing()
            self._sitting.typing.begin(self)
            self._uuid = wave.uuid
            for row in self.findChildren(Labelled):
                row.begin(wave.uuid)
        for (field, row, _), text in zip(self._lines(), (wave.name, wave.lead, wave.length), strict=True):
            if not row.complaint():
                self._sitting.typing.fill(field, text)
        self.not_before.show_day(wave.not_before)
        self.communication.show_text(wave.communication)
        say = self._sitting.say
        offer(self.after_pilot, (("", say(message("no pilot"))), *picture.pilots), wave.after_pilot)
        others = tuple((each.uuid, each.name) for each in picture.waves if each.uuid != wave.uuid)
        offer(self.after_wave, (("", say(message("no other wave"))), *others), wave.after_wave)

    def begin(self) -> None:
        """Takes the focus to the name, to be typed over."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def save_typing(self) -> None:
        """Saves what is typed in the panel and was not saved yet."""
        self._sitting.typing.save_in(self)
        self.communication.save()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        for row in (self.name_row, self.length_row, self.not_before_row, self.pilot_row, self.wave_row):
            layout.addWidget(row)
        for widget in (self.lead_row, self.told_row, self.remove):
            layout.addWidget(widget)

    def _connect(self) -> None:
        for field, row, kind in self._lines():
            self._sitting.typing.watch(field, partial(self._typed, row, kind))
        self.communication.written.connect(self._told)
        self.not_before.chosen.connect(self._dated)
        self.after_pilot.activated.connect(lambda _: self._follow_pilot())
        self.after_wave.activated.connect(lambda _: self._follow_wave())

    def _lines(self) -> tuple[tuple[QLineEdit, Labelled, WaveField], ...]:
        return (
            (self.name, self.name_row, WaveField.NAME),
            (self.lead, self.lead_row, WaveField.LEAD),
            (self.length, self.length_row, WaveField.LENGTH),
        )

    def _attempt(self, move: Callable[[], object], row: Labelled) -> None:
        self._sitting.attempt(move, beside=row)

    def _typed(self, row: Labelled, kind: WaveField, text: str) -> None:
        if self._uuid:
            self._attempt(partial(edit_wave, self._sitting.document, self._uuid, kind, text), row)

    def _told(self, text: str) -> None:
        self._typed(self.told_row, WaveField.COMMUNICATION, text)

    def _dated(self, day: date | None) -> None:
        self._attempt(partial(start_no_earlier, self._sitting.document, self._uuid, day), self.not_before_row)

    def _follow_pilot(self) -> None:
        self._typed(self.pilot_row, WaveField.AFTER_PILOT, self.after_pilot.currentData())

    def _follow_wave(self) -> None:
        before = self.after_wave.currentData()
        self._attempt(partial(follow_wave, self._sitting.document, self._uuid, before), self.wave_row)

    def _remove(self) -> None:
        self._sitting.attempt(partial(remove_wave, self._sitting.document, self._uuid))
