"""What can be done with a person at a table, in the inspector: stay there whatever is balanced, or leave it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.journey.prepare.tables import Seated
from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button


class PersonPanel(QWidget):
    """``pinned`` carries the person and whether they stay, ``unseated`` the person."""

    pinned = Signal(str, bool)
    unseated = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._person: Seated | None = None
        self.stay = Button(self, key="P", pressed=self._toggle)
        self.leave = Button(self, words=message("Take from the table"), pressed=self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for button in (self.stay, self.leave):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def present(self, person: Seated) -> None:
        """Shows what can be done with a person who sits at a table."""
        self._person = person
        self.stay.say(message("May move when balanced") if person.pinned else message("Stays when balanced"))

    def _toggle(self) -> None:
        if self._person is not None:
            self.pinned.emit(self._person.uuid, not self._person.pinned)

    def _leave(self) -> None:
        if self._person is not None:
            self.unseated.emit(self._person.uuid)
