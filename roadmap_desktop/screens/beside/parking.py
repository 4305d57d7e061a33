"""The parking lot: what was put aside, with the way back to where it came from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.beside import parking
from roadmap_desktop.journey.beside.parking import ParkedRow, make_action, park, parking_lot, unpark, word_parked
from roadmap_desktop.journey.inspection import Inspection, Target
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.beside.lots import LotPage, back_to, from_words
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.sheet import Sheet


class ParkingPage(LotPage):
    """A line for each thing parked."""

    form = "beside_parking"
    key = "parking"
    kinds = frozenset((*parking.KINDS, "action_item", "record_entry"))
    parked: Sheet

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._rows: dict[str, ParkedRow] = {}
        self.parked.declare(
            _columns(self),
            name=message("Parking lot"),
            add=message("Park something"),
            begin=lambda text: sitting.attempt(lambda: park(sitting.document, text), beside=self.parked),
            empty=EmptyState(
                sentence=message("Here stands what was put aside for later. Ctrl+Shift+P parks from anywhere."),
                button=message("Park something"),
                feeds=message("It is printed in the full roadmap, so that nobody is forgotten."),
            ),
        )
        self.parked.selected.connect(lambda _: self.inspect_chosen())
        self.parked.removed.connect(self._remove)

    def picture(self) -> tuple[ParkedRow, ...]:
        """The parking lot."""
        return parking_lot(self.sitting.document)

    def present(self, picture: tuple[ParkedRow, ...]) -> None:
        """Shows it."""
        self._rows = {row.uuid: row for row in picture}
        self.parked.present(picture)
        self.show_turn()
        self.inspect_chosen()

    def arrive(self, subject: str) -> None:
        """Selects something parked."""
        if self._stale:
            self.refresh()
        self.parked.select(subject)

    def word(self, row: ParkedRow, text: str) -> None:
        """Changes the words of a row."""
        self.sitting.attempt(lambda: word_parked(self.sitting.document, row.uuid, text), beside=self.parked)

    def inspect_chosen(self) -> None:
        """What is parked, and what can be done with it."""
        row = self._rows.get(self.parked.current())
        if not self.isVisible():
            return
        if row is None:
            self.sitting.inspect(None)
            return
        turn = Action(message("Make it an action"), lambda: self._make_action(row.uuid))
        remove = Action(message("Remove it"), lambda: self._remove((row.uuid,)))
        inspection = Inspection(message("Parked"), row.text, _when(row), back_to(row.origin))
        self.sitting.inspect(inspection, (turn, remove))

    def _make_action(self, uuid: str) -> None:
        action = self.sitting.attempt(lambda: make_action(self.sitting.document, uuid))
        if action is not None:
            self.sitting.go(Target("beside", "actions", action))

    def _remove(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: unpark(self.sitting.document, uuids))


def _columns(page: ParkingPage) -> list[Column[ParkedRow]]:
    return [
        Column("text", message("For later"), lambda row: row.text, edit=page.word, stretch=1, strong=True, wraps=True),
        Column("from", message("Came from"), lambda row: from_words(row.origin), width=190, wraps=True),
        Column("at", message("When"), _when, width=130),
    ]


def _when(row: ParkedRow) -> Words:
    return "" if row.at is None else message("{day:short}, {at}", day=row.at.date(), at=row.at)


PAGE = ParkingPage
