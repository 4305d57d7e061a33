"""What parking lot, actions and record have in common: a turn to the others, and the way back to an origin."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.beside.counts import beside_counts
from roadmap_desktop.journey.beside.origin import Origin
from roadmap_desktop.journey.inspection import Line, Mark, Section, Target
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.segments import SegmentedChoice


class LotPage(BesidePage):
    """``key`` names the page; a subclass calls ``show_turn`` when it presents and gives ``inspect_chosen``."""

    key = ""
    turn: SegmentedChoice

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self.turn.chosen.connect(self._turned)

    def show_turn(self) -> None:
        """The three names with how much is in each."""
        counts = beside_counts(self.sitting.document)
        self.turn.present(
            (
                ("parking", message("Parking lot {n}", n=counts.parked)),
                ("actions", message("Actions {n}", n=counts.actions)),
                ("record", message("Decisions {n}", n=counts.decisions)),
            ),
            self.key,
        )

    def inspect_chosen(self) -> None:
        """Shows what is selected in the inspector."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with what was selected."""
        super().showEvent(event)
        self.show_turn()
        self.inspect_chosen()

    def _turned(self, key: str) -> None:
        if key != self.key:
            self.sitting.go(Target("beside", key))


def from_words(origin: Origin | None) -> Words:
    """Where something came from, for a cell."""
    return "" if origin is None else origin.words


def back_to(origin: Origin | None) -> tuple[Section, ...]:
    """The link back to where something came from."""
    if origin is None:
        return ()
    return (Section(message("Where it came from"), (Line(origin.words, Mark.NONE, origin.target),)),)
