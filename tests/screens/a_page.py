"""A page beside the stages, for tests of the frame: the field of a step, and a button that is done."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.beside.pages import BesideEntry
from roadmap_desktop.screens.sitting import Sitting
from tests.screens.windows import Naming

ENTRY = BesideEntry(
    "notes", message("Notes"), message("What was noted"), message("&Notes"), "Ctrl+Shift+N", "tests.screens.a_page"
)


class NotesPage(Naming, BesidePage):
    """Names the facilitator; Done goes back."""

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self.furnish()
        self.done = QPushButton("Done", self)
        self.done.clicked.connect(self.left)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.done)


PAGE = NotesPage
