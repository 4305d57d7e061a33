"""The ranking while the criteria are compared in pairs in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.journey.usecases.scoring import set_weights
from roadmap_desktop.screens.usecases.importing import ImportingStep
from roadmap_desktop.screens.usecases.instead import Instead
from roadmap_desktop.screens.usecases.pairs import PairsPanel
from roadmap_desktop.widgets.button import Button


class Comparing(Instead):
    """Shows the pairs instead of ``parts``, and brings those back when the weights are taken or left."""

    def __init__(
        self,
        step: ImportingStep,
        pairs: PairsPanel,
        button: Button,
        parts: Callable[[], list[QWidget]],
        criteria: Callable[[], tuple[CriterionFact, ...]],
    ) -> None:
        super().__init__(step, pairs, parts)
        self._step, self._pairs, self._criteria = step, pairs, criteria
        button.clicked.connect(lambda: self._begin())
        pairs.taken.connect(self._take)
        pairs.given_up.connect(self.end)

    def _begin(self) -> None:
        self.begin()
        self._pairs.begin(self._criteria())

    def _take(self, weights: dict[str, float]) -> None:
        def move() -> bool:
            set_weights(self._step.sitting.document, weights)
            return True

        if self._step.sitting.attempt(move):
            self.end()
