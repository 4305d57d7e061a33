"""The step Seats: who holds each function of the team, which stay empty and why, and what the team must cover."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent

from roadmap_desktop.journey.team import holding, seats
from roadmap_desktop.journey.team.detail import seat_inspection
from roadmap_desktop.journey.team.seats import SeatRow, SeatsPicture, SeatState
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.screens.team.coverage_card import CoverageCard
from roadmap_desktop.screens.team.seat_panel import SeatPanel
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone


class SeatsStep(Step):
    """The seats, and beside them the rules of the team as a whole."""

    form = "team_seats"
    kinds = frozenset(seats.KINDS)
    scrolls_inside = True  # the table scrolls inside the step, so that its titles stay
    seats: Sheet
    coverage: CoverageCard

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._panel = SeatPanel(sitting, self)
        self._panel.hide()
        self._declare()
        self.seats.selected.connect(lambda _: self._inspect())
        self.seats.removed.connect(lambda uuids: self._attempt(lambda: holding.remove_seats(self._document, uuids)))
        self.coverage.followed.connect(sitting.go)

    def picture(self) -> SeatsPicture:
        """The team as it stands."""
        return seats.seats(self._document)

    def present(self, picture: SeatsPicture) -> None:
        """Shows seats and rules."""
        self.seats.present(picture.rows)
        self.coverage.present(picture)
        self._inspect()

    def remark(self, picture: SeatsPicture) -> Remark | None:
        """How many seats are open."""
        waiting = len(picture.of(SeatState.OPEN))
        if waiting:
            return Remark(plural("{n} seat open", "{n} seats open", waiting), "warn")
        return Remark(message("every seat filled or waived"), "good")

    def arrive(self, subject: str) -> None:
        """Selects a seat."""
        self.seats.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._inspect()

    @property
    def _document(self) -> Document:
        return self.sitting.document

    def _declare(self) -> None:
        columns: list[Column[SeatRow]] = [
            Column(
                "name",
                message("Seat"),
                lambda row: row.name,
                second=lambda row: row.perspective_name or message("any perspective"),
                edit=lambda row, text: self._attempt(lambda: holding.rename_seat(self._document, row.uuid, text)),
                stretch=1,
                wraps=True,
            ),
            Column(
                "holder",
                message("Held by"),
                _holder,
                edit=lambda row, text: self._attempt(lambda: holding.fill_seat(self._document, row.uuid, text)),
                typed=lambda row: row.holder,
                names=self.sitting.possible_owners,
                cell=PillCell(lambda row: Tone.BAD if row.state is SeatState.OPEN else None),
                width=150,
                wraps=True,
            ),
            Column(
                "waived",
                message("Why waived"),
                lambda row: row.waived,
                edit=lambda row, text: self._attempt(lambda: holding.waive_seat(self._document, row.uuid, text)),
                hint=message("Why a function stays empty, where it does"),
                width=106,
                wraps=True,
            ),
        ]
        self.seats.declare(columns, name=message("Seats"), add=message("Add a seat of your own"), begin=self._begun)

    def _attempt(self, move: Callable[[], object]) -> None:
        self.sitting.attempt(move, beside=self.seats)

    def _begun(self, text: str) -> str | None:
        return self.sitting.attempt(lambda: holding.add_seat(self._document, text), beside=self.seats)

    def _inspect(self) -> None:
        if not self.isVisible():
            return
        uuid = self.seats.current()
        picture = self.picture()
        row = picture.row(uuid) if uuid else None
        if row is None:
            self.sitting.inspect(None)
            return
        self._panel.present(row, picture)
        self.sitting.inspect(seat_inspection(self._document, uuid), panel=self._panel)


def _holder(row: SeatRow) -> Words:
    return row.holder or (message("open") if row.state is SeatState.OPEN else "")


STEP = SeatsStep
