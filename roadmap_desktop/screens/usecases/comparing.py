"""The ranking while the criteria are compared in pairs in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.usecases.comparing import answers, compare
from roadmap_desktop.journey.usecases.perspectives import ROOM, perspective_name
from roadmap_desktop.journey.usecases.weighing import set_weights
from roadmap_desktop.language import Words
from roadmap_desktop.screens.usecases.importing import ImportingStep
from roadmap_desktop.screens.usecases.instead import Instead
from roadmap_desktop.screens.usecases.pairs import PairsPanel
from roadmap_desktop.screens.usecases.weighing import Weighing
from roadmap_desktop.widgets.button import Button


class Comparing(Instead):
    """Shows the pairs instead of ``parts``, and brings those back when the weights are taken or left.

    Whose comparisons they are follows from whose weights are shown.
    """

    def __init__(
        self,
        step: ImportingStep,
        pairs: PairsPanel,
        button: Button,
        parts: Callable[[], list[QWidget]],
        weighing: Weighing,
    ) -> None:
        super().__init__(step, pairs, parts)
        self._step, self._pairs, self._weighing = step, pairs, weighing
        button.clicked.connect(lambda: self._begin())
        pairs.compared.connect(self._compare)
        pairs.taken.connect(self._take)
        pairs.given_up.connect(self.end)

    def refresh(self) -> None:
        """Shows what is compared, while the pairs are shown."""
        if not self.is_shown:
            return
        document, whose = self._step.sitting.document, self._weighing.perspective
        name: Words = "" if whose == ROOM else perspective_name(document, whose)
        self._pairs.present(self._weighing.criteria(), answers(document, whose), name)

    def _begin(self) -> None:
        self.begin()
        self.refresh()
        self._pairs.pairs.grid.setFocus()

    def _compare(self, first: str, second: str, answer: str) -> None:
        document, whose = self._step.sitting.document, self._weighing.perspective
        self._step.sitting.attempt(lambda: compare(document, first, second, answer, perspective=whose))
        self.refresh()

    def _take(self, weights: dict[str, float]) -> None:
        def move() -> bool:
            set_weights(self._step.sitting.document, weights, perspective=self._weighing.perspective)
            return True

        if self._step.sitting.attempt(move):
            self.end()
