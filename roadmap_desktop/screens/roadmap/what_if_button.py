"""A button that opens the list of what can be asked: a task that starts later, a break that lies elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.journey.roadmap.whatif import About
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.speech import say

Offers = tuple[tuple[About, Words], ...]


class WhatIfButton(Button):
    """``asked`` carries what is asked about; ``wanted`` tells that the comparison is to be seen again."""

    asked = Signal(object)  # About
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, words=message("What if"), after=Shape.DOWN)
        self.offers: Callable[[], Offers] = tuple
        self.has_some: Callable[[], bool] = bool
        self.list = QMenu(self)
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Opens the list of what can be asked just now."""
        self.fill()
        self.list.setMinimumWidth(self.width())
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def fill(self) -> None:
        """Puts into the list what can be asked just now."""
        self.list.clear()
        offers = self.offers()
        for about, words in offers:
            self._add(words, partial(self.asked.emit, about))
        if not offers:
            self._add(message("Select a task that has not begun"), lambda: None).setEnabled(False)
        if self.has_some():
            self.list.addSeparator()
            self._add(message("Show the comparison"), self.wanted.emit)

    def _add(self, words: Words, perform: Callable[[], object]) -> QAction:
        action = QAction(say(words).replace("&", "&&"), self.list)
        action.triggered.connect(perform)
        self.list.addAction(action)
        return action
