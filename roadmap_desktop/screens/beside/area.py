"""The middle of the window while a page beside the stages is shown there: its heading, the page, the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.beside.pages import BesideEntry, page_class
from roadmap_desktop.screens.heading import Heading
from roadmap_desktop.screens.padded import SIDE, scrolled
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.shapes import Shape


class BesideArea(QFrame):
    """``left`` tells that the person wants back to the stage, by the button or by the page itself."""

    left = Signal()

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._pages: dict[str, BesidePage] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._remarks: dict[str, Remark | None] = {}
        self._key = ""
        self._heading = Heading(self)
        self._shown = QStackedWidget(self)
        self._back = Button(self, before=Shape.LEFT, pressed=self.left.emit)
        self._lay_out()

    def show_page(self, entry: BesideEntry, subject: str, back_to: Words) -> None:
        """Shows a page, made the first time it is asked for, and the name of the stage behind it."""
        self._key = entry.key
        self._heading.present(entry.title, entry.purpose)
        self._back.say(message("Back to {stage}", stage=back_to))
        page = self._page(entry)
        self._heading.remark(self._remarks.get(entry.key))
        self._shown.setCurrentWidget(self._areas[entry.key])
        if subject:
            page.arrive(subject)

    def page(self) -> BesidePage:
        """The page shown now, or shown last."""
        return self._pages[self._key]

    def back(self) -> Button:
        """The button that leads back to the stage."""
        return self._back

    def save_typing(self) -> None:
        """Saves what was typed in the page shown and waits for a pause."""
        if self._key:
            self.page().save_typing()

    def _page(self, entry: BesideEntry) -> BesidePage:
        if entry.key not in self._pages:
            page = page_class(entry)(self._sitting)
            page.left.connect(self.left)
            page.remarked.connect(lambda remark: self._remarked(entry.key, remark))
            self._pages[entry.key], self._areas[entry.key] = page, scrolled(page)
            self._shown.addWidget(self._areas[entry.key])
        return self._pages[entry.key]

    def _remarked(self, key: str, remark: Remark | None) -> None:
        self._remarks[key] = remark
        if key == self._key:
            self._heading.remark(remark)

    def _lay_out(self) -> None:
        head, foot = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(*(theme.px(side) for side in (SIDE, 14, SIDE, 4)))
        head.addWidget(self._heading)
        foot.setContentsMargins(*(theme.px(side) for side in (SIDE, 8, SIDE, 12)))
        foot.addWidget(self._back)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._shown, 1)
        layout.addLayout(foot)
