"""Many use cases typed or pasted at once, in the place of the list: one on each line, counted while one types."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from roadmap_desktop.journey.usecases.saying import LEVELS
from roadmap_desktop.journey.usecases.several import Several
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.form import load
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice


class SeveralPanel(QWidget):
    """``taken`` says that the person adds the lines, ``given_up`` that the list comes back."""

    form: ClassVar[str] = "usecases_several"
    taken = Signal()
    given_up = Signal()

    lines_field: QPlainTextEdit
    counted: Paragraph
    lines_level: SegmentedChoice
    leave_button: Button
    take_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self.lines_field.setTabChangesFocus(True)
        self.lines_level.present(tuple(LEVELS.items()), next(iter(LEVELS)))
        self.leave_button.clicked.connect(self.given_up)
        self.take_button.clicked.connect(self.taken)

    def count(self, found: Several) -> None:
        """Says how many lines would be added, and which are on the list already."""
        self.counted.say(_counted(found))
        self.take_button.say(plural("Add {n} use case", "Add {n} use cases", len(found.new)))
        self.take_button.setEnabled(bool(found.new))


def _counted(found: Several) -> Words:
    known = sum(bool(key) for _, key in found.new)
    said: list[Words] = [plural("{n} new use case.", "{n} new use cases.", len(found.new))]
    if known:
        said.append(
            plural("{n} of them is in the catalogue.", "{n} of them are in the catalogue.", known),
        )
    if found.here:
        said.append(message("On the list already: {names}.", names=found.here))
    return message("{said}", said=said[0]) if len(said) == 1 else _joined(said)


def _joined(said: list[Words]) -> Words:
    whole = said[0]
    for more in said[1:]:
        whole = message("{whole} {more}", whole=whole, more=more)
    return whole
