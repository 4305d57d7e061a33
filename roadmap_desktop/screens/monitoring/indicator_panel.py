"""The fields of an indicator in the inspector: how it is measured, its threshold, and what happens beyond it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.monitoring.indicators import IndicatorField, edit_indicator
from roadmap_desktop.journey.monitoring.picture import IndicatorRow
from roadmap_desktop.journey.monitoring.saying import SIDES
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.longtext import LongText

_SHORTEST = 12
"""Letters that the list of sides shows at least: the inspector is narrow."""


class IndicatorPanel(QWidget):
    """Shows one indicator and makes its moves; what is being typed is never overwritten."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._uuid = ""
        self.side, self.figure, self.unit = QComboBox(self), QLineEdit(self), QLineEdit(self)
        self.measure, self.trigger = LongText(self), LongText(self)
        self.side_row = Labelled.around(self.side, message("It asks for action at"), parent=self)
        self.figure_row = Labelled.around(self.figure, message("Figure"), parent=self)
        self.unit_row = Labelled.around(self.unit, message("Unit"), parent=self)
        self.measure_row = Labelled.around(self.measure, message("How it is measured"), parent=self)
        self.trigger_row = Labelled.around(self.trigger, message("What is done then"), parent=self)
        self.side.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.side.setMinimumContentsLength(_SHORTEST)
        for side, words in SIDES.items():
            self.side.addItem(sitting.say(words), side.value)
        self._lay_out()
        self._connect()

    def present(self, row: IndicatorRow) -> None:
        """Shows the indicator."""
        if row.uuid != self._uuid:
            self.save_typing()
            self._sitting.typing.begin(self)
            self._uuid = row.uuid
            for each in self.findChildren(Labelled):
                each.begin(row.uuid)
        self.side.setCurrentIndex(self.side.findData(row.breach.value))
        say = self._sitting.say
        figure = "" if row.threshold is None else self._sitting.language.number(row.threshold)
        for beside, line, shown in (
            (self.figure_row, self.figure, figure),
            (self.unit_row, self.unit, say(row.unit_name)),
        ):
            if not beside.complaint():
                self._sitting.typing.fill(line, shown)
        for text, shown in ((self.measure, say(row.measure)), (self.trigger, say(row.trigger))):
            text.show_text(shown)

    def save_typing(self) -> None:
        """Saves what is typed in the panel and was not saved yet."""
        self._sitting.typing.save_in(self)
        self.measure.save()
        self.trigger.save()

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(theme.px(8))
        pair.addWidget(self.figure_row, 1)
        pair.addWidget(self.unit_row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.side_row)
        layout.addLayout(pair)
        layout.addWidget(self.trigger_row)
        layout.addWidget(self.measure_row)

    def _connect(self) -> None:
        self.side.activated.connect(lambda _: self._set(IndicatorField.BREACH, self.side.currentData(), self.side_row))
        watch = self._sitting.typing.watch
        watch(self.figure, lambda text: self._set(IndicatorField.THRESHOLD, text, self.figure_row))
        watch(self.unit, lambda text: self._set(IndicatorField.UNIT, text, self.unit_row))
        self.measure.written.connect(lambda text: self._set(IndicatorField.MEASURE, text, self.measure_row))
        self.trigger.written.connect(lambda text: self._set(IndicatorField.TRIGGER, text, self.trigger_row))

    def _set(self, kind: IndicatorField, text: str, row: Labelled) -> None:
        if self._uuid:
            self._sitting.attempt(partial(edit_indicator, self._sitting.document, self._uuid, kind, text), beside=row)
