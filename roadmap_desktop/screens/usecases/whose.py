"""Whose weights are shown: the room's, those of a perspective, or the median of the perspectives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.journey.usecases.perspectives import ROOM, Perspective
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say

MIDDLE = "median of the perspectives"
"""Stands for the median among the keys of the perspectives."""

_SHORTEST = 12
"""The list of names is never narrower than so many letters."""


class WhoseWeights(QWidget):
    """``chose`` carries whose weights are to be shown, ``took`` that the median is to be the room's."""

    chose = Signal(str)
    took = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice, self.note = QComboBox(self), Paragraph(self, role="hint")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(_SHORTEST)
        self.choice.activated.connect(lambda _: self.chose.emit(self.choice.currentData()))
        self.take_button = Button(
            self, words=message("Take as the room's weights"), weight=Weight.PLAIN, pressed=self.took.emit
        )
        label = QLabel(say(message("Whose weights")), self)
        label.setProperty("role", "label")
        label.setBuddy(self.choice)
        self.choice.setAccessibleName(label.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        for each in (label, self.choice, self.note, self.take_button):
            layout.addWidget(each)

    def present(self, perspectives: Sequence[Perspective], whose: str, *, has_middle: bool) -> None:
        """Shows who can be chosen, with who gave weights marked, and what it means that ``whose`` is chosen."""
        offered: list[tuple[str, Words]] = [(ROOM, message("The room"))]
        offered += [
            (each.key, message("{name} · given", name=each.name) if each.weights else each.name)
            for each in perspectives
        ]
        given = sum(bool(each.weights) for each in perspectives)
        if has_middle:
            middle = plural("Median of {n} perspective", "Median of {n} perspectives", given)
            offered.append((MIDDLE, middle))
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for key, words in offered:
                self.choice.addItem(say(words), key)
                self.choice.setItemData(self.choice.count() - 1, say(words), Qt.ItemDataRole.ToolTipRole)
            self.choice.setCurrentIndex(max(0, self.choice.findData(whose)))
        self.choice.setToolTip(self.choice.currentText())
        self.note.say(_note(perspectives, whose))
        self.take_button.setVisible(whose == MIDDLE)


def _note(perspectives: Sequence[Perspective], whose: str) -> Words:
    """What is shown, and what it is good for."""
    given = tuple(each.name for each in perspectives if each.weights)
    if not perspectives:
        return message(
            "Once people have a perspective, each perspective can weigh on its own here, and the ranking says whether"
            " it holds by its weights too."
        )
    if whose == MIDDLE:
        return message("The middle of what they gave, in shares of 100. Nothing changes until it is taken.")
    found = next((each for each in perspectives if each.key == whose), None)
    if found is not None and found.weights:
        return message("Given by {perspective}. The weights of the room stay as they are.", perspective=found.name)
    if found is not None:
        return message(
            "{perspective}: none given yet, so these are the room's. Move one to give its own.", perspective=found.name
        )
    if not given:
        return message("Each perspective can give weights of its own.")
    return plural(
        "{n} of {of} perspectives gave weights: {names}.",
        "{n} of {of} perspectives gave weights: {names}.",
        len(given),
        of=len(perspectives),
        names=given,
    )
