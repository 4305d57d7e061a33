"""The weights beside the ranking: whose are shown, what is tried while one moves, and what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.journey.usecases import scoring, weighing
from roadmap_desktop.journey.usecases.facts import CriterionFact, criteria
from roadmap_desktop.journey.usecases.perspectives import (
    ROOM,
    middle,
    perspective_name,
    perspectives,
    weights_of,
)
from roadmap_desktop.journey.usecases.ranking import RankingPicture, RankingRow
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.acceptability import Basis
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.usecases.weights_panel import WeightsPanel
from roadmap_desktop.screens.usecases.whose import MIDDLE


class Weighing(QObject):
    """``turned`` tells that other weights are shown than before."""

    turned = Signal()

    def __init__(self, sitting: Sitting, panel: WeightsPanel) -> None:
        super().__init__(panel)
        self._sitting, self._panel = sitting, panel
        self._whose = ROOM
        document = sitting.document
        panel.settled.connect(self._keep)
        panel.reset.connect(
            lambda: sitting.attempt(lambda: weighing.reset_weights(document, perspective=self.perspective))
        )
        panel.chose.connect(lambda number: sitting.attempt(lambda: scoring.set_choose(document, number)))
        panel.whose.chose.connect(self._turn)
        panel.whose.took.connect(self._take_middle)

    @property
    def perspective(self) -> str:
        """The perspective whose weights are shown; the room where it is none."""
        return ROOM if self._whose == MIDDLE else self._whose

    def tried(self, basis: Basis) -> Mapping[str, float]:
        """The weights to rank by where they are not the room's as they are kept; else none."""
        document = self._sitting.document
        self._mind_who_is_there()
        room = {each.uuid: each.weight for each in criteria(document)}
        if self._whose != ROOM and basis is Basis.PERSPECTIVES:
            return {}  # what is compared there is the room's ranking with everybody's
        shown = {**self._kept(), **self._panel.moving()}
        return {} if shown == room else shown

    def present(self, picture: RankingPicture, row: RankingRow | None) -> None:
        """Shows the weights in the panel, and what is to say of the selected use case."""
        document, kept = self._sitting.document, self._kept()
        shown = tuple(replace(each, weight=kept.get(each.uuid, each.weight)) for each in picture.criteria)
        self._panel.present(picture, row, shown, may_move=self._whose != MIDDLE)
        self._panel.whose.present(perspectives(document), self._whose, has_middle=bool(middle(document)))

    def above(self, said: Words) -> Words:
        """The sentence over the ranking, with whose weights it goes by where they are not the room's."""
        if self._whose == ROOM:
            return said
        if self._whose == MIDDLE:
            return message("Ranked by the median of the perspectives. {said}", said=said)
        name = perspective_name(self._sitting.document, self._whose)
        return message("Ranked by the weights of {perspective}. {said}", perspective=name, said=said)

    def criteria(self) -> tuple[CriterionFact, ...]:
        """The criteria that are weighed."""
        return criteria(self._sitting.document)

    def _kept(self) -> Mapping[str, float]:
        document = self._sitting.document
        return middle(document) if self._whose == MIDDLE else weights_of(document, self._whose)

    def _mind_who_is_there(self) -> None:
        """Goes back to the room's weights where those shown are gone."""
        document = self._sitting.document
        there = {ROOM, *(each.key for each in perspectives(document))} | ({MIDDLE} if middle(document) else set())
        if self._whose not in there:
            self._whose = ROOM

    def _turn(self, whose: str) -> None:
        self._panel.keep()  # what waits for a pause belongs to whose weights were shown
        self._whose = whose
        self.turned.emit()

    def _keep(self, uuid: str, weight: int) -> None:
        document, whose = self._sitting.document, self.perspective
        self._sitting.attempt(lambda: weighing.set_weight(document, uuid, weight, perspective=whose))

    def _take_middle(self) -> None:
        document = self._sitting.document

        def move() -> bool:
            weighing.take_middle(document)
            return True

        if self._sitting.attempt(move):
            self._turn(ROOM)
