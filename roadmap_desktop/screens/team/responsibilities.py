"""The step Who does what: the RACI grid, its rules shown at each row."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.team import assigning, responsibilities
from roadmap_desktop.journey.team.detail import work_inspection
from roadmap_desktop.journey.team.responsibilities import GridPicture
from roadmap_desktop.language import message, plural
from roadmap_desktop.rules.team import Letter
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.screens.team.raci_grid import RaciGrid
from roadmap_desktop.screens.team.work_panel import WorkPanel
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.sheet_line import AddLine


class ResponsibilitiesStep(Step):
    """The grid of work and seats; the letter of the cell can be typed, or chosen below."""

    form = "team_responsibilities"
    kinds = frozenset(responsibilities.KINDS)
    scrolls_inside = True  # the grid scrolls inside the step, so that its titles stay
    with_open: QCheckBox
    nobody: EmptyState
    card: Card
    grid: RaciGrid
    add: AddLine

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._panel = WorkPanel(sitting, self)
        self._panel.hide()
        self._panel.lettered.connect(self.grid.give)
        self.add.say(message("Add a row of your own"))
        self.nobody.begun.connect(lambda: sitting.go(Target("team", "seats")))
        self.with_open.toggled.connect(lambda _: self.refresh())
        self.grid.lettered.connect(self._lettered)
        self.grid.chosen.connect(lambda _work, _seat: self._show_cell())
        self._row_begun = self._so_far = ""
        self.when_typed(self.add, self._save_so_far)
        self.add.finished.connect(self._begun)
        self.add.left.connect(self._begun)
        self.add.given_up.connect(self._give_up)
        self.add.rose.connect(self.grid.setFocus)

    def picture(self) -> GridPicture:
        """Who does what, by the seats that are shown."""
        with_open = self.with_open.isChecked()
        return responsibilities.responsibilities(self.sitting.document, with_open_seats=with_open)

    def present(self, picture: GridPicture) -> None:
        """Shows the grid, or where no seat is filled the way to the seats."""
        empty = not picture.seats
        self.nobody.setVisible(empty)
        self.card.setHidden(empty)
        self.with_open.setVisible(bool(picture.open_seats))
        self.grid.present(picture)
        self._show_cell()

    def remark(self, picture: GridPicture) -> Remark | None:
        """How many rows lack something."""
        broken = len(picture.broken)
        if broken and picture.seats:
            return Remark(plural("{n} row to mend", "{n} rows to mend", broken), "warn")
        return Remark(message("every row has its A and R"), "good") if picture.seats else None

    def arrive(self, subject: str) -> None:
        """Selects a row."""
        self.grid.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._show_cell()

    def _lettered(self, work: str, seat: str, letter: Letter | None) -> None:
        move = lambda: assigning.set_letter(self.sitting.document, work, seat, letter)  # noqa: E731
        self.sitting.attempt(move)

    def _save_so_far(self, text: str) -> None:
        """Begins a row with what was typed before a pause; what is typed on is its name."""
        document = self.sitting.document

        def move() -> None:
            if self._row_begun:
                assigning.rename_work_item(document, self._row_begun, text)
            else:
                self._row_begun = assigning.add_work_item(document, text)
            self._so_far = text

        if text.strip():
            self.sitting.attempt(move)

    def _begun(self, text: str) -> None:
        if self._so_far.strip() != text.strip():
            self._save_so_far(text)
        if self._so_far.strip() == text.strip():
            made, self._row_begun, self._so_far = self._row_begun, "", ""
            self.add.clear()
            self.refresh()
            self.grid.select(made)

    def _give_up(self) -> None:
        """The row that was begun in a pause goes with what was typed."""
        begun, self._row_begun, self._so_far = self._row_begun, "", ""
        if begun:
            self.sitting.attempt(lambda: assigning.remove_work_items(self.sitting.document, (begun,)))

    def _show_cell(self) -> None:
        if not self.isVisible():
            return
        picture = self.picture()
        work, seat = self.grid.current()
        row = picture.row(work)
        column = next((each for each in picture.seats if each.uuid == seat), None)
        if row is None or column is None:
            self.sitting.inspect(None)
            return
        self._panel.present(row, column, self.grid.letter(), picture)
        self.sitting.inspect(work_inspection(self.sitting.document, work), panel=self._panel)


STEP = ResponsibilitiesStep
