"""Two similar use cases made one, in the place of the list: which one, and what follows, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.journey.usecases.joining import Joining
from roadmap_desktop.language import message
from roadmap_desktop.screens.form import load
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say


class JoinPanel(QWidget):
    """``taken`` carries the two uuids, the one that stays first; ``given_up`` says that both stay."""

    form: ClassVar[str] = "usecases_join"
    taken = Signal(str, str)
    given_up = Signal()

    stays: Paragraph
    other_field: QComboBox
    preview: Paragraph
    leave_button: Button
    take_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self._kept = ""
        self._look: Callable[[str, str], Joining | None] = lambda _kept, _goes: None
        self.other_field.currentIndexChanged.connect(lambda _: self._show())
        self.leave_button.clicked.connect(self.given_up)
        self.take_button.clicked.connect(lambda: self.taken.emit(self._kept, self.other_field.currentData()))

    def begin(
        self, kept: UseCaseFact, others: Sequence[UseCaseFact], look: Callable[[str, str], Joining | None]
    ) -> None:
        """Offers the others for the use case that stays; ``look`` says what joining two would do."""
        self._kept, self._look = kept.uuid, look
        self.stays.say(message("“{name}” stays, and takes another one in.", name=kept.name))
        with QSignalBlocker(self.other_field):
            self.other_field.clear()
            for each in others:
                self.other_field.addItem(say(each.name), each.uuid)
        self._show()
        self.other_field.setFocus()

    def _show(self) -> None:
        goes = self.other_field.currentData()
        found = self._look(self._kept, goes) if goes else None
        self.preview.say(" ".join(say(line) for line in found.lines) if found else "")
        self.take_button.setEnabled(found is not None)
