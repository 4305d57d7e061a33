"""Prepare, the step Tables: who sits where, moved by mouse and keyboard, and balanced over tables with a preview."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.balancing import Balance, Wish, balance, take_balance, wished_tables
from roadmap_desktop.journey.prepare.inspections import inspection
from roadmap_desktop.journey.prepare.seating import add_table, name_table, pin, remove_table, sit, swap
from roadmap_desktop.journey.prepare.tables import TablesPicture, tables, without_teacher
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.prepare.ground import PrepareStep
from roadmap_desktop.screens.prepare.personpanel import PersonPanel
from roadmap_desktop.screens.prepare.tableboard import TableBoard
from roadmap_desktop.screens.prepare.tablecard import SeatingCard
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape

HOW = message("Drag a person to another table, or onto somebody to change places. By keyboard: Space, arrows, Space.")


class TablesStep(PrepareStep):
    """The board; while a balance is looked at, the board shows the room as it would be."""

    form = "prepare_tables"
    kinds = frozenset({"participant", "room_table", "school"})
    scrolls_inside = True  # the tables scroll inside the step, so that what is said of them stays

    room: Paragraph
    add_button: Button
    balance_button: Button
    plan: QWidget
    number_field: QSpinBox
    keep_field: QCheckBox
    anew_button: Button
    leave_button: Button
    take_button: Button
    empty: EmptyState
    board: TableBoard
    hint: Paragraph

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._wish: Wish | None = None
        self._balance: Balance | None = None
        self.add_button.mark(before=Shape.PLUS)
        self.empty.begun.connect(lambda: sitting.go(Target("prepare", "participants")))
        self.add_button.clicked.connect(self._add)
        self.balance_button.clicked.connect(self._begin)
        self.number_field.valueChanged.connect(lambda number: self._change(tables=number))
        self.keep_field.toggled.connect(lambda kept: self._change(keep_pinned=kept))
        self.anew_button.clicked.connect(self._mix)
        self.leave_button.clicked.connect(self._end)
        self.take_button.clicked.connect(self._take)
        self._panel = PersonPanel(self)
        self._connect_board()

    def picture(self) -> TablesPicture:
        """Who sits at which table."""
        return tables(self.sitting.document)

    def present(self, picture: TablesPicture) -> None:
        """Shows the room as it is, or as a balance would make it."""
        there = bool(picture.people)
        if not there:
            self._wish = None
        wish = self._wish
        self._balance = None if wish is None else self.sitting.attempt(lambda: balance(self.sitting.document, wish))
        shown = self._balance
        self.empty.setVisible(not there)
        self.room.setVisible(there)
        self.board.setVisible(there)
        self.plan.setVisible(shown is not None)
        self.hint.setVisible(there and shown is None)
        for button in (self.add_button, self.balance_button):
            button.setVisible(there and shown is None)
        if shown is None:
            self.room.say(_room(picture))
            self.hint.say(HOW)
            self.board.present(picture.tables, picture.waiting)
            self._fill_names(picture)
        else:
            self.room.say(_outcome(shown))
            self.take_button.setEnabled(bool(shown.moves))
            self.board.present(shown.cards, (), movable=False)
        self.keep_field.setVisible(any(each.pinned for each in picture.people))
        begins = there and not picture.tables
        weight = Weight.PRIMARY if begins and shown is None else Weight.OUTLINED
        self.balance_button.setProperty("weight", weight.value)
        self.own_primary(owned=not there or begins or shown is not None)

    def remark(self, picture: TablesPicture) -> Remark | None:
        """Tables where nobody speaks from a classroom, and people without one."""
        if lacking := without_teacher(picture.tables):
            return Remark(message("no teacher at {tables}", tables=lacking), "warn")
        if picture.waiting:
            return Remark(plural("{n} without a table", "{n} without a table", len(picture.waiting)), "warn")
        if picture.tables:
            return Remark(message("a teacher at every table"), "good")
        return None

    def arrive(self, subject: str) -> None:
        """Goes to a person."""
        self.refresh()
        self.board.reach(subject)

    def inspect_row(self, uuid: str) -> None:
        """What is known of a person, and what can be done with one who sits at a table."""
        card = self.picture().table_of(uuid)
        if card is None or self._wish is not None:
            super().inspect_row(uuid)
            return
        self._inspected = uuid
        self._panel.present(next(each for each in card.people if each.uuid == uuid))
        self.sitting.inspect(inspection(self.sitting.document, uuid), panel=self._panel)

    def _connect_board(self) -> None:
        document, attempt = self.sitting.document, self.sitting.attempt
        board = self.board
        board.chosen.connect(self.inspect_row)
        board.said.connect(lambda words: self.hint.say(words or HOW))
        board.moved.connect(lambda person, table: attempt(lambda: sit(document, person, table)))
        board.swapped.connect(lambda one, other: attempt(lambda: swap(document, one, other)))
        for asks in (board.pinned, self._panel.pinned):
            asks.connect(lambda person, pinned: attempt(lambda: pin(document, person, pinned=pinned)))
        self._panel.unseated.connect(lambda person: attempt(lambda: sit(document, person, "")))
        board.card_made.connect(self._watch_name)
        board.table_removed.connect(lambda table: attempt(lambda: remove_table(document, table)))

    def _watch_name(self, card: SeatingCard) -> None:
        """A name is saved while it is typed; a refused one gives way to the one there was."""

        def save(text: str) -> None:
            self.sitting.attempt(lambda: name_table(self.sitting.document, card.table, text))
            self._fill_names(self.picture())

        self.sitting.typing.watch(card.name_field(), save)

    def _fill_names(self, picture: TablesPicture) -> None:
        names = {card.uuid: card.name for card in picture.tables}
        for card in self.board.cards():
            self.fill(card.name_field(), names.get(card.table, ""))

    def _add(self) -> None:
        uuid = self.sitting.attempt(lambda: add_table(self.sitting.document))
        if uuid is not None:
            self.refresh()
            self.board.reach_name(uuid)

    def _begin(self) -> None:
        self._wish = Wish(wished_tables(self.picture()), keep_pinned=self.keep_field.isChecked())
        self.number_field.blockSignals(True)
        self.number_field.setValue(self._wish.tables)
        self.number_field.blockSignals(False)
        self.refresh()
        self.take_button.setFocus()

    def _change(self, *, tables: int = 0, keep_pinned: bool | None = None) -> None:
        if self._wish is None:
            return
        if tables:
            self._wish = replace(self._wish, tables=tables)
        if keep_pinned is not None:
            self._wish = replace(self._wish, keep_pinned=keep_pinned)
        self.refresh()

    def _mix(self) -> None:
        if self._wish is not None:
            self._wish = replace(self._wish, anew=True, seed=self._wish.seed + 1)
            self.refresh()

    def _end(self) -> None:
        self._wish = None
        self.refresh()
        self.balance_button.setFocus()

    def _take(self) -> None:
        found = self._balance
        if found is not None:
            self._wish = None
            self.sitting.attempt(lambda: take_balance(self.sitting.document, found))
            self._end()


def _room(picture: TablesPicture) -> Words:
    people = plural("{n} person", "{n} people", len(picture.people))
    if not picture.tables:
        return message("{people}, no tables yet. Balance them: the tables come by themselves.", people=people)
    there = plural("{n} table", "{n} tables", len(picture.tables))
    if picture.waiting:
        waiting = plural("{n} without a table", "{n} without a table", len(picture.waiting))
        return message("{people}, {tables}, {waiting}.", people=people, tables=there, waiting=waiting)
    return message("{people}, {tables}.", people=people, tables=there)


def _outcome(found: Balance) -> Words:
    """What the balance does, in one line; who moves is said at each person."""
    if not found.moves:
        return message("The tables are balanced: nobody has to move.")
    sizes = sorted({len(card.people) for card in found.cards})
    moves = plural("{n} person moves", "{n} people move", len(found.moves))
    each: Words = plural("{n} at each table", "{n} at each table", sizes[0])
    if len(sizes) > 1:
        each = message("{least} to {most} at a table", least=sizes[0], most=sizes[-1])
    lacking = without_teacher(found.cards)
    teachers: Words = message("every table has a teacher")
    if lacking:
        teachers = message("no teacher at {tables}", tables=lacking)
    return message("{moves}; {each}; {teachers}. Nothing changes yet.", moves=moves, each=each, teachers=teachers)


STEP = TablesStep
