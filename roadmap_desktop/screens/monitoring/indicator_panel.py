"""The fields of an indicator in the inspector: how it is measured, its threshold, and what happens beyond it."""

from __future__ import annotations

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
            self._uuid = row.uuid
            self._forget_typing()
        self.side.setCurrentIndex(self.side.findData(row.breach.value))
        say = self._sitting.say
        figure = "" if row.threshold is None else self._sitting.language.number(row.threshold)
        for line, shown in ((self.figure, figure), (self.unit, say(row.unit_name))):
            if not line.isModified() and line.text() != shown:
                line.setText(shown)
        for text, shown in ((self.measure, say(row.measure)), (self.trigger, say(row.trigger))):
            text.show_text(shown)

    def save_typing(self) -> None:
        """Saves what is typed in the panel and was not saved yet."""
        self._typed(self.figure, self.figure_row, IndicatorField.THRESHOLD)
        self._typed(self.unit, self.unit_row, IndicatorField.UNIT)
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
        self.figure.editingFinished.connect(lambda: self._typed(self.figure, self.figure_row, IndicatorField.THRESHOLD))
        self.unit.editingFinished.connect(lambda: self._typed(self.unit, self.unit_row, IndicatorField.UNIT))
        self.measure.written.connect(lambda text: self._set(IndicatorField.MEASURE, text, self.measure_row))
        self.trigger.written.connect(lambda text: self._set(IndicatorField.TRIGGER, text, self.trigger_row))

    def _forget_typing(self) -> None:
        for row in self.findChildren(Labelled):
            row.clear()
        for line in (self.figure, self.unit):
            line.setModified(False)

    def _typed(self, field: QLineEdit, row: Labelled, kind: IndicatorField) -> None:
        if self._uuid and field.isModified():
            field.setModified(False)
            self._set(kind, field.text(), row)
            field.setModified(bool(row.complaint()))  # what was refused stays as it was typed

    def _set(self, kind: IndicatorField, text: str, row: Labelled) -> None:
        move = lambda: edit_indicator(self._sitting.document, self._uuid, kind, text)  # noqa: E731
        self._sitting.attempt(move, beside=row)
