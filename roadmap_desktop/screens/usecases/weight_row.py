"""One criterion's weight: its name, the number to type, and the slider."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSlider, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.language import message
from roadmap_desktop.rules.usecases import MOST_WEIGHT
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say

REACH = 40
"""The slider ends here, unless a weight is larger; with seven criteria of about 14 it is fine to move."""

_PAUSE_MS = 500
"""A weight that is moved is kept after this pause, and at once when the slider is let go."""


class WeightRow(QWidget):
    """``moved`` tells that the weight is being changed, ``settled`` that it is to be kept."""

    moved = Signal()
    settled = Signal(str, int)

    def __init__(self, criterion: CriterionFact, parent: QWidget) -> None:
        super().__init__(parent)
        self.uuid = criterion.uuid
        self._kept = criterion.weight
        self.number, self.slider = QLineEdit(self), _Slider(Qt.Orientation.Horizontal, self)
        self.number.setValidator(QIntValidator(0, int(MOST_WEIGHT), self))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setProperty("cell", True)
        self.number.setProperty("role", "strong")
        self.number.setFont(theme.font(tokens.CONTROL, bold=True))
        self.number.setFixedWidth(theme.px(44))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.number.textEdited.connect(self._typed)
        self.number.editingFinished.connect(self._left)
        self.slider.valueChanged.connect(self._changed)
        self.slider.sliderReleased.connect(self.keep)
        self._lay_out(criterion)
        self.present(criterion)

    def present(self, criterion: CriterionFact) -> None:
        """Shows the weight as it is kept, unless it is being changed here."""
        if self.is_moving:
            return
        self._kept = criterion.weight
        self._show(round(criterion.weight))

    def weight(self) -> float:
        """The weight shown; what is kept is not rounded by being shown."""
        shown = self.slider.value()
        return self._kept if shown == round(self._kept) else shown

    @property
    def is_moving(self) -> bool:
        """Whether the weight shown is on its way and not kept yet."""
        return self._pause.isActive() or self.slider.isSliderDown()

    def keep(self) -> None:
        """Asks to keep what is shown, if it is new."""
        self._pause.stop()
        if self.weight() != self._kept:
            self._kept = self.slider.value()
            self.settled.emit(self.uuid, self.slider.value())

    def _changed(self, value: int) -> None:
        self.number.setText(str(value))
        self._pause.start()
        self.moved.emit()

    def _typed(self, text: str) -> None:
        if not text:
            return
        with QSignalBlocker(self.slider):
            self._reach(int(text))
            self.slider.setValue(int(text))
        self._pause.start()
        self.moved.emit()

    def _left(self) -> None:
        self.number.setText(str(self.slider.value()))
        self.keep()

    def _show(self, value: int) -> None:
        with QSignalBlocker(self.slider):
            self._reach(value)
            self.slider.setValue(value)
        if not self.number.hasFocus():
            self.number.setText(str(value))

    def _reach(self, value: int) -> None:
        self.slider.setRange(0, max(REACH, value))

    def _lay_out(self, criterion: CriterionFact) -> None:
        name = say(criterion.name)
        label = QLabel(name, self)
        label.setProperty("role", "label")
        label.setBuddy(self.slider)
        self.number.setAccessibleName(say(message("{criterion}: weight as a number", criterion=criterion.name)))
        self.slider.setAccessibleName(say(message("{criterion}: weight", criterion=criterion.name)))
        top = QHBoxLayout()
        top.addWidget(label, 1)
        top.addWidget(self.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.slider)


class _Slider(QSlider):
    """A slider that leaves the wheel to the panel's scrolling."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
