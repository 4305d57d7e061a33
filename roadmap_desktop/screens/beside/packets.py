"""Packets: given out to tables, people and schools, one file each; taken in again, and where they differ from here."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.exchange.packet_files import given_out
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.packet import Kind
from roadmap_desktop.journey.packet_overview import KINDS, PacketRow, packet_rows
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.beside.packet_arriving import take_file_in
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.carrying import LongMove
from roadmap_desktop.screens.choosing import SystemChooser
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.work import Progress
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.speech import say

_CHOICES: tuple[tuple[str, Words], ...] = (
    (Kind.TABLE.value, message("Tables")),
    (Kind.PERSON.value, message("People")),
    (Kind.SCHOOL.value, message("Schools")),
)


class Asks(Protocol):
    """Gives the path of a folder or file, or None where the person gave up; tests give others."""

    def __call__(self, parent: QWidget) -> Path | None:
        """Asks."""


def ask_for_folder(parent: QWidget) -> Path | None:
    """The system's dialog for the stick or folder."""
    chosen = QFileDialog.getExistingDirectory(parent, say(message("Where to put the packets")), str(Path.home()))
    return Path(chosen) if chosen else None


class PacketsPage(BesidePage):
    """One line for each who can be given a packet; the selected ones are given theirs."""

    form = "beside_packets"
    kinds = frozenset(KINDS)
    folder: Asks = staticmethod(ask_for_folder)
    file: Asks = staticmethod(SystemChooser().packet)

    kind_choice: SegmentedChoice
    take_button: Button
    give_button: Button
    promise: Paragraph
    empty: EmptyState
    packets: Sheet
    done: Paragraph

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._rows: tuple[PacketRow, ...] = ()
        self._kind = Kind.TABLE
        self._selects_all = True
        self.kind_choice.present(_CHOICES, self._kind.value)
        self.packets.declare(_COLUMNS, name=message("Packets"))
        self.promise.say(
            message("A packet holds the questions of one table, person or school, and nothing of anybody else.")
        )
        self.done.hide()
        self.kind_choice.chosen.connect(self._kind_chosen)
        self.give_button.clicked.connect(self._give_out)
        self.take_button.clicked.connect(self._take_in)
        self.packets.selected.connect(self._inspect)
        self.packets.grid.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.empty.begun.connect(lambda: sitting.go(Target("prepare", "participants")))

    def picture(self) -> tuple[PacketRow, ...]:
        """Everybody who can be given a packet."""
        return packet_rows(self.sitting.document)

    def present(self, picture: tuple[PacketRow, ...]) -> None:
        """Shows those of the kind chosen, at first all selected."""
        self._rows = tuple(each for each in picture if each.recipient.kind is self._kind)
        self.packets.present(self._rows)
        for each, shown in ((self.packets, self._rows), (self.empty, not self._rows), (self.give_button, self._rows)):
            each.setVisible(bool(shown))
        if not self._rows:
            self.empty.present(*_nobody(self._kind))
        elif self._selects_all:
            self.packets.grid.selectAll()
            self._selects_all = False
        self._count()

    def remark(self, picture: tuple[PacketRow, ...]) -> Remark | None:
        """How many came back."""
        back = sum(each.back is not None for each in picture)
        return Remark(plural("{n} packet came back", "{n} packets came back", back), "good") if back else None

    def arrive(self, subject: str) -> None:
        """Selects somebody's packet."""
        found = next((each for each in self.picture() if each.uuid == subject), None)
        if found is not None:
            self._turn_to(found.recipient.kind)
            self.packets.select(subject)
            self._inspect(subject)

    def _turn_to(self, kind: Kind) -> None:
        self._kind, self._selects_all = kind, True
        self.kind_choice.present(_CHOICES, kind.value)
        self.refresh()

    def _kind_chosen(self, key: str) -> None:
        self._turn_to(Kind(key))

    def _chosen(self) -> tuple[PacketRow, ...]:
        uuids = self.packets.selected_uuids()
        return tuple(each for each in self._rows if each.uuid in uuids)

    def _count(self) -> None:
        number = len(self._chosen())
        self.give_button.say(plural("Give out {n} packet", "Give out {n} packets", number))
        self.give_button.setEnabled(bool(number))

    def _give_out(self) -> None:
        folder = self.folder(self)
        if folder is None:
            return
        recipients = [each.recipient for each in self._chosen()]
        document = self.sitting.document

        def give(progress: Progress) -> tuple[Path, ...]:
            with closing(document.reader()) as reader:
                return given_out(reader, recipients, folder, progress.reached)

        words = plural("Giving out {n} packet", "Giving out {n} packets", len(recipients))
        self.done.hide()
        self.sitting.carry_out(LongMove(words, give, lambda paths: paths, done=partial(self._gave, folder)))

    def _gave(self, folder: Path, paths: tuple[Path, ...]) -> None:
        names = tuple(path.name for path in paths)
        self.done.say(message("In {folder}: {names}.", folder=str(folder), names=names))
        self.done.show()

    def _take_in(self) -> None:
        if (path := self.file(self)) is not None:
            take_file_in(self.sitting, path)

    def _inspect(self, uuid: str) -> None:
        row = next((each for each in self._rows if each.uuid == uuid), None)
        self.sitting.inspect(None if row is None else _inspection(row))


_COLUMNS: list[Column[PacketRow]] = [
    Column("name", message("For"), lambda row: row.recipient.name, stretch=1, strong=True, wraps=True),
    Column("back", message("Came back"), lambda row: _came_back(row), width=240),
    Column("differs", message("Differs from here"), lambda row: _differs(row), width=180),
]


def _came_back(row: PacketRow) -> Words:
    if row.back is None:
        return message("not yet")
    count = plural("{n} answer", "{n} answers", row.back.answers)
    return message("{day:short}, {at}: {count}", day=row.back.at.date(), at=row.back.at, count=count)


def _differs(row: PacketRow) -> Words:
    if row.back is None or not row.back.differences:
        return ""
    return plural("in {n} answer", "in {n} answers", len(row.back.differences))


def _inspection(row: PacketRow) -> Inspection:
    if row.back is None:
        text = message("No packet of theirs was taken in yet.")
        return Inspection(row.kind_words, row.recipient.name, text)
    lines = tuple(Line(each, Mark.LOOK) for each in row.back.differences)
    sections = (Section(message("What is here stays"), lines),) if lines else ()
    return Inspection(row.kind_words, row.recipient.name, _came_back(row), sections)


def _nobody(kind: Kind) -> tuple[Words, Words, Words]:
    feeds = message("A packet asks to rate the statements and to score the use cases.")
    if kind is Kind.SCHOOL:
        return message("Here are the schools whose leader is not in the room."), "", feeds
    return message("Here are the tables and people of the room."), message("Add participants"), feeds


PAGE = PacketsPage
