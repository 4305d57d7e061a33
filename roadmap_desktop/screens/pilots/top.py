"""The top of the six steps: the pilot's name, the choice of another, and the button that begins a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.pilots.chooser import PilotChooser
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph


class PilotTop(QWidget):
    """Not there while there is no pilot; the choice is there from two on."""

    chosen = Signal(str)  # uuid
    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pilot_name = Paragraph(self, role="heading")
        self.chooser = PilotChooser(self)
        self.new_button = Button(self, words=message("New pilot"), pressed=self.begun.emit)
        self.chooser.chosen.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.pilot_name, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.chooser)
        row.addWidget(self.new_button)

    def present(self, pilots: Sequence[tuple[str, Words]], current: str, name: str) -> None:
        """Shows the name of the current pilot (its uuid is ``current``) and offers all (uuid and words)."""
        self.pilot_name.say(name)
        self.chooser.present(pilots, current, name)
        self.chooser.setVisible(len(pilots) > 1)
        self.setVisible(bool(pilots))
