"""The list while many use cases are added at once, or while two are joined, in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases.facts import use_case
from roadmap_desktop.journey.usecases.joining import Joining, alike_first, join_use_cases, joining
from roadmap_desktop.journey.usecases.several import read_several, write_several
from roadmap_desktop.screens.usecases.importing import ImportingStep
from roadmap_desktop.screens.usecases.instead import Instead
from roadmap_desktop.screens.usecases.join_panel import JoinPanel
from roadmap_desktop.screens.usecases.several_panel import SeveralPanel
from roadmap_desktop.widgets.button import Button

Parts = Callable[[], list[QWidget]]


class AddingSeveral(Instead):
    """Counts the lines while they are typed, and adds them in one step."""

    def __init__(self, step: ImportingStep, panel: SeveralPanel, button: Button, parts: Parts) -> None:
        super().__init__(step, panel, parts)
        self._step, self._lines = step, panel
        button.clicked.connect(lambda: self._begin())
        panel.lines_field.textChanged.connect(self._count)
        panel.taken.connect(self._take)
        panel.given_up.connect(self.end)

    def keep(self) -> None:
        """Adds the lines that stand there when the step or the window is left, so that nothing typed is lost."""
        text = self._lines.lines_field.toPlainText()
        if self.is_shown and read_several(self._step.sitting.document, text).new:
            self._take()

    def _begin(self) -> None:
        self.begin()
        self._count()
        self._lines.lines_field.setFocus()

    def _count(self) -> None:
        self._lines.count(read_several(self._step.sitting.document, self._lines.lines_field.toPlainText()))

    def _take(self) -> None:
        document, text = self._step.sitting.document, self._lines.lines_field.toPlainText()
        level = self._lines.lines_level.current()
        if self._step.sitting.attempt(lambda: write_several(document, text, level=level)):
            self._lines.lines_field.clear()
            self.end()


class JoiningTwo(Instead):
    """Shows what joining would do, and does it in one step."""

    def __init__(self, step: ImportingStep, panel: JoinPanel, parts: Parts) -> None:
        super().__init__(step, panel, parts)
        self._step, self._pair = step, panel
        panel.taken.connect(self._take)
        panel.given_up.connect(self.end)

    def begin_with(self, uuid: str) -> None:
        """Asks which use case becomes part of this one."""
        document = self._step.sitting.document
        others = alike_first(document, uuid)
        if others:
            self.begin()
            self._pair.begin(use_case(document, uuid), others, self._look)

    def _look(self, kept: str, goes: str) -> Joining | None:
        try:
            return joining(self._step.sitting.document, kept, goes)
        except Refused:
            return None

    def _take(self, kept: str, goes: str) -> None:
        def move() -> bool:
            join_use_cases(self._step.sitting.document, kept, goes)
            return True

        if self._step.sitting.attempt(move):
            self.end()
