"""Criteria compared in pairs, in the place of the ranking: a line for each pair, and the weights that follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.usecases.comparing import PairRow, compared, pair_rows, verdict, weights_of
from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.journey.usecases.saying import ANSWERS
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.pairwise import Pair
from roadmap_desktop.screens.form import load
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet


class PairsPanel(QWidget):
    """``compared`` (two uuids, the answer) says what was said of a pair, empty where nothing is any more.

    ``taken`` (weights by uuid) says that the person takes what follows, ``given_up`` that the weights stay.
    """

    form: ClassVar[str] = "usecases_pairs"
    compared = Signal(str, str, str)
    taken = Signal(dict)
    given_up = Signal()

    verdict: Paragraph
    weights: Paragraph
    pairs: Sheet
    leave_button: Button
    take_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self._criteria: tuple[CriterionFact, ...] = ()
        self._said: Mapping[Pair, str] = {}
        self._whose: Words = ""
        self.pairs.declare(
            (
                Column("first", message("Criterion"), lambda row: row.first, stretch=1, strong=True, wraps=True),
                Column(
                    "answer",
                    message("Counts"),
                    lambda row: ANSWERS[row.answer] if row.answer else message("not compared"),
                    edit=self._answered,
                    choices=lambda _: (("", message("not compared")), *ANSWERS.items()),
                    width=170,
                ),
                Column("second", message("The other"), lambda row: row.second, stretch=1, strong=True, wraps=True),
            ),
            name=message("Pairs of criteria"),
        )
        self.leave_button.clicked.connect(self.given_up)
        self.take_button.clicked.connect(self._take)

    def present(self, criteria: tuple[CriterionFact, ...], said: Mapping[Pair, str], whose: Words) -> None:
        """Shows the pairs and what was said of them; ``whose`` names the perspective, and nobody for the room."""
        self._criteria, self._said, self._whose = criteria, said, whose
        self._refresh()

    def _answered(self, row: PairRow, key: str) -> None:
        first, _, second = row.uuid.partition("-")
        self.compared.emit(self._criteria[int(first)].uuid, self._criteria[int(second)].uuid, key)

    def _refresh(self) -> None:
        self.pairs.present(pair_rows(self._criteria, self._said))
        said = verdict(self._criteria, self._said)
        self.verdict.say(message("{perspective}: {said}", perspective=self._whose, said=said) if self._whose else said)
        found = compared(self._criteria, self._said)
        self.take_button.setEnabled(found is not None)
        weights = weights_of(self._criteria, found) if found else {}
        parts = (
            message("{name} {weight}", name=each.name, weight=weights[each.uuid]) for each in self._criteria if weights
        )
        self.weights.say(message("Weights: {weights}.", weights=tuple(parts)) if weights else "")
        self.weights.setVisible(bool(weights))

    def _take(self) -> None:
        found = compared(self._criteria, self._said)
        if found is not None:
            self.taken.emit(weights_of(self._criteria, found))
