"""A step of this stage while something else stands in the place of its own parts, until that is done or left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roadmap_desktop.screens.usecases.importing import ImportingStep


class Instead(QObject):
    """Shows a panel instead of ``parts``, and brings those back that were seen before."""

    def __init__(self, step: ImportingStep, panel: QWidget, parts: Callable[[], list[QWidget]]) -> None:
        super().__init__(step)
        self._of, self._panel, self._parts = step, panel, parts
        self._hidden: list[QWidget] = []
        self.is_shown = False
        panel.hide()

    def keep_away(self) -> None:
        """Keeps parts away that the step has just shown again."""
        shown = [part for part in self._parts() if not part.isHidden()] if self.is_shown else []
        for part in shown:
            part.hide()
        self._hidden += shown

    def begin(self) -> None:
        """Shows the panel; the primary button is the panel's, and not the way to the next step."""
        self.is_shown = self._of.owns_primary = True
        self.keep_away()
        self._panel.show()
        self._of.sitting.inspect(None)

    def end(self) -> None:
        """Shows the step's own parts again."""
        self.is_shown = self._of.owns_primary = False
        self._panel.hide()
        for part in self._hidden:
            part.show()
        self._hidden = []
        self._of.refresh()
