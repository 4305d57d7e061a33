"""A step of this stage while a file from outside is shown in the place of its own parts, before it is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roadmap_desktop.language import message
from roadmap_desktop.screens.foreign import ForeignPreview
from roadmap_desktop.screens.sourcefile import SourceChooser
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.taking import Taking
from roadmap_desktop.widgets.button import Button


class ImportingStep(Step):
    """A step that can show a file; then the primary button is the file's, and not the way to the next step."""

    owns_primary = False


class Importing(QObject):
    """Asks for the file, shows its preview instead of ``parts``, and brings those back when it ends."""

    def __init__(
        self,
        step: ImportingStep,
        preview: ForeignPreview,
        button: Button,
        kind: Callable[[], type[Taking[Any]]],
        parts: Callable[[], list[QWidget]],
        ask: Callable[[], SourceChooser],
    ) -> None:
        super().__init__(step)
        self._step, self._preview, self._parts, self._ask = step, preview, parts, ask
        self._taking: Taking[Any] | None = None
        self._hidden: list[QWidget] = []
        preview.hide()
        button.clicked.connect(lambda: self._choose(kind()))
        preview.taken.connect(self._take)
        preview.given_up.connect(self._give_up)

    @property
    def is_shown(self) -> bool:
        """Whether a file is shown instead of the step's own parts."""
        return self._taking is not None

    def keep_away(self) -> None:
        """Keeps parts away that the step has just shown again."""
        if not self.is_shown:
            return
        for part in self._parts():
            if not part.isHidden():
                part.hide()
                self._hidden.append(part)

    def _choose(self, kind: type[Taking[Any]]) -> None:
        path: Path | None = self._ask()(self._step, kind.title, message("Tables"), kind.patterns)
        if path is None:
            return
        self._taking = kind(self._step.sitting, self._preview, path)
        self._taking.ended.connect(self._give_up)
        self.keep_away()
        self._preview.show()
        self._step.owns_primary = True
        self._step.sitting.inspect(None)
        self._taking.begin()

    def _take(self) -> None:
        if self._taking is not None:
            self._taking.take(lambda _: self._give_up())

    def _give_up(self) -> None:
        self._step.sitting.stop_carrying()
        if self._taking is not None:
            self._taking.give_up()
            self._taking = None
        self._preview.hide()
        self._step.owns_primary = False
        for part in self._hidden:
            part.show()
        self._hidden = []
        self._step.refresh()
