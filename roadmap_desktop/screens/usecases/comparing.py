"""The ranking while the criteria are compared in pairs in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.journey.usecases.scoring import set_weights
from roadmap_desktop.screens.usecases.importing import ImportingStep
from roadmap_desktop.screens.usecases.pairs import PairsPanel
from roadmap_desktop.widgets.button import Button


class Comparing(QObject):
    """Shows the pairs instead of ``parts``, and brings those back when the weights are taken or left."""

    def __init__(
        self,
        step: ImportingStep,
        pairs: PairsPanel,
        button: Button,
        parts: Callable[[], list[QWidget]],
        criteria: Callable[[], tuple[CriterionFact, ...]],
    ) -> None:
        super().__init__(step)
        self._step, self._pairs, self._parts, self._criteria = step, pairs, parts, criteria
        self._hidden: list[QWidget] = []
        self.is_shown = False
        pairs.hide()
        button.clicked.connect(lambda: self._begin())
        pairs.taken.connect(self._take)
        pairs.given_up.connect(self._end)

    def keep_away(self) -> None:
        """Keeps parts away that the step has just shown again."""
        shown = [part for part in self._parts() if not part.isHidden()] if self.is_shown else []
        for part in shown:
            part.hide()
        self._hidden += shown

    def _begin(self) -> None:
        self.is_shown = self._step.owns_primary = True
        self.keep_away()
        self._pairs.show()
        self._step.sitting.inspect(None)
        self._pairs.begin(self._criteria())

    def _take(self, weights: dict[str, float]) -> None:
        def move() -> bool:
            set_weights(self._step.sitting.document, weights)
            return True

        if self._step.sitting.attempt(move):
            self._end()

    def _end(self) -> None:
        self.is_shown = self._step.owns_primary = False
        self._pairs.hide()
        for part in self._hidden:
            part.show()
        self._hidden = []
        self._step.refresh()
