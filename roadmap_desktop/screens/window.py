"""The window: the start page, or one open workshop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget
from shiboken6 import delete

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message
from roadmap_desktop.screens import places
from roadmap_desktop.screens.beside.pages import PAGES, BesideEntry
from roadmap_desktop.screens.beside.paths import subject_of
from roadmap_desktop.screens.choosing import PACKET, FileChooser, SystemChooser, dropped
from roadmap_desktop.screens.commands import Commands, Deeds
from roadmap_desktop.screens.leaving import left_at, not_saved
from roadmap_desktop.screens.menu_key import MenuKey
from roadmap_desktop.screens.opening import LookOut
from roadmap_desktop.screens.padded import scrolling
from roadmap_desktop.screens.rescue import Rescue
from roadmap_desktop.screens.room.plug import RoomPlug
from roadmap_desktop.screens.screenplace import Screens
from roadmap_desktop.screens.sitting import Action, Notice, Sitting
from roadmap_desktop.screens.stage_area import StepClass
from roadmap_desktop.screens.start import StartPage
from roadmap_desktop.screens.work import Work
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.openfile import local_now
from roadmap_desktop.store.recent import Recent, RecentWorkshops
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.focus_ring import FocusRing
from roadmap_desktop.widgets.speech import say

if TYPE_CHECKING:
    from roadmap_desktop.journey.keeping.copies import EarlierCopy
    from roadmap_desktop.screens.packet.page import PacketPage

SIZE = (1366, 768)
LEAST = (900, 440)
"""What is left of a screen of 1920 x 1080 at 200 % beside the bars of the system, in pixels at normal text size."""


@dataclass(frozen=True)
class Ways:
    """What the window can't do by itself: how workshops are made and files chosen; tests give others."""

    begin: Callable[[Path, str, str], Document]
    sample: Callable[[], Document]
    chooser: FileChooser = field(default_factory=SystemChooser)
    recent: RecentWorkshops = field(default_factory=RecentWorkshops)
    step_class: StepClass = places.step_class
    beside: Sequence[BesideEntry] = PAGES
    screens: Callable[[], Screens] = Screens


class MainWindow(QMainWindow):
    """One window, at most one workshop; opening another closes the first, which loses nothing."""

    takes_ring = False

    def __init__(self, ways: Ways, language: Language) -> None:
        super().__init__()
        self._ways, self._language = ways, language
        self.page: WorkshopPage | None = None
        self.packet_page: PacketPage | None = None
        self._start: StartPage | None = None
        self._pages = QStackedWidget(self)
        self._pages.setObjectName("pages")
        self._start_area = scrolling()
        self._pages.addWidget(self._start_area)
        self.setCentralWidget(self._pages)
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.setAcceptDrops(True)
        self.room = RoomPlug(self, ways.screens())
        self._commands = Commands(self, self._deeds(), ways.beside)
        self._ring = FocusRing(self)
        self._menu_key = MenuKey(self)
        self.beside_windows: list[MainWindow] = []
        self._copy: EarlierCopy | None = None
        self._rescue = Rescue(self._pages, ways.chooser, self.open, self.show_start)

    @property
    def start(self) -> StartPage:
        """The start page, made when it is first needed."""
        if self._start is None:
            self._start = StartPage(self)
            self._start.begun.connect(self._begin)
            self._start.opening.connect(self._choose)
            self._start.sampling.connect(self._sample)
            self._start.picked.connect(lambda recent: self.open(recent.path))
            self._start.forgotten.connect(self._forget)
            self._start_area.setWidget(self._start)
        return self._start

    def open(self, path: Path) -> None:
        """Opens a workshop where the person left it, or a packet; trouble with the file is told and changes nothing."""
        if self._is_open(path) and not self._is_for_reading():
            return
        if self._holds_unsaved(lambda: self.open(path)):
            return
        if self._is_open(path):
            self._stand_up()  # perhaps it can be changed by now
        try:
            if path.suffix.casefold() == PACKET:
                self._open_packet(path)
            else:
                self._sit_down(Document.open(path))
        except FileTrouble as trouble:
            if self._rescue.may_help(path, trouble):
                self.rescue(path, trouble)
                return
            if self.page is None and self.packet_page is None:
                self.show_start()
            self._tell(Notice(trouble.what, trouble.safe, trouble.remedy))

    def _open_packet(self, path: Path) -> None:
        """Takes the packet into the open workshop where it belongs there, else shows its questions."""
        from roadmap_desktop.screens.beside.packet_arriving import arrive  # a start without a packet is spared them
        from roadmap_desktop.screens.packet import page

        if self.packet_page is not None:  # it may be the same one, whose answers must be in it first
            self._stand_up()
        desk = arrive(path, None if self.page is None else self.page.sitting)
        if desk is None:
            return
        self._stand_up()
        ways = page.PacketWays(lambda name: self._ways.chooser.place_for_packet(self, name), self.close_workshop)
        self.packet_page = page.PacketPage(desk, Sitting(desk.document, self._language, self), ways, self)
        self._pages.addWidget(self.packet_page)
        self._pages.setCurrentWidget(self.packet_page)
        self._commands.has_workshop(is_open=False)
        self._name_itself()
        self.packet_page.go_to_next_open()

    def _take_packet(self) -> None:
        if self.page is not None and (path := self._ways.chooser.packet(self)) is not None:
            from roadmap_desktop.screens.beside.packet_arriving import take_file_in

            take_file_in(self.page.sitting, path)

    def rescue(self, path: Path, trouble: FileTrouble) -> None:
        """Shows what can be read of a damaged file, in the place of the workshop."""
        self._stand_up()
        self._commands.has_workshop(is_open=False)
        self._rescue.show(path, trouble)
        self._name_itself()

    def open_beside(self, copy: EarlierCopy) -> None:
        """Opens an earlier copy for reading in a window of its own."""
        try:
            document = Document.open(copy.path, read_only=True)
        except FileTrouble as trouble:
            self._tell(Notice(trouble.what, trouble.safe, trouble.remedy))
            return
        window = MainWindow(self._ways, self._language)
        window._sit_down(document, copy)
        self.beside_windows.append(window)
        window.show()

    def show_start(self) -> None:
        """Shows the start page with the workshops that were open last."""
        self._rescue.end()
        self.start.present(self._ways.recent.all(), local_now().date())
        self._pages.setCurrentWidget(self._start_area)
        self._commands.has_workshop(is_open=False)
        self._name_itself()

    def close_workshop(self) -> None:
        """Goes back to the start page; what was typed is saved, and the place remembered."""
        if self._holds_unsaved(self.close_workshop):
            return
        self._stand_up()
        self.show_start()

    def _stand_up(self) -> None:
        if self.packet_page is not None:
            packet_page, self.packet_page = self.packet_page, None
            self._pages.removeWidget(packet_page)
            packet_page.hide()
            packet_page.shut()
            delete(packet_page)
        if self.page is None:
            return
        page, self.page = self.page, None
        page.save_typing()
        self.room.unseat()
        with suppress(FileTrouble):  # of a file that is gone nothing need be remembered
            self._remember(page)
        for work in page.findChildren(Work):
            work.wait()
        self._pages.removeWidget(page)
        page.hide()
        delete(page)  # at once, so that no redraw that waits finds a closed file
        page.sitting.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Saves and remembers before it closes; where the file did not take a move, it says so and stays open once."""
        if self._holds_unsaved():
            event.ignore()
            return
        self._stand_up()
        self._rescue.end()
        for window in self.beside_windows:
            window.close()
        super().closeEvent(event)

    def _holds_unsaved(self, go_on: Callable[[], object] | None = None) -> bool:
        """Whether something would be lost that the person was not told of; it is told in the strip now.

        ``go_on`` leaves the workshop all the same; without it, it is the window that closes.
        """
        self.save_typing()
        if self.page is None or self.page.sitting.may_be_left():
            return False
        self._tell(not_saved(go_on or self.close, closes=go_on is None))
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes a workshop's file, or a packet."""
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the file that was dropped."""
        if (path := dropped(event)) is not None:
            event.acceptProposedAction()
            self.open(path)

    def _is_open(self, path: Path) -> bool:
        return self.page is not None and self.page.sitting.document.path.resolve() == path.resolve()

    def _is_for_reading(self) -> bool:
        return self.page is not None and self.page.sitting.document.read_only

    def _sit_down(self, document: Document, copy: EarlierCopy | None = None) -> None:
        if self._is_open(document.path) and not self._is_for_reading():
            document.close()
            return
        self._stand_up()
        self._rescue.end()
        self._copy = copy
        place = Target("", "")
        if (before := self._ways.recent.find(document.path)) is not None:
            place = Target(before.stage, before.step)
        sitting = Sitting(document, self._language, self)
        self.page = WorkshopPage(sitting, place, self._ways.step_class, self._ways.beside, self)
        self.page.moved.connect(self._moved)
        self.room.seat(self.page)
        sitting.elsewhere_wanted.connect(self._save_elsewhere)
        sitting.copy_wanted.connect(self.open_beside)
        sitting.damaged.connect(self._tell_of_damage)
        self._pages.addWidget(self.page)
        self._pages.setCurrentWidget(self.page)
        self._commands.has_workshop(is_open=True)
        self._remember(self.page)
        self._name_itself()
        self.page.setFocus()
        look_out = LookOut(sitting, self.page.messages, self._ways.chooser, self.page)
        # later, since the button that asked for it goes with the page
        look_out.copied.connect(self.open, Qt.ConnectionType.QueuedConnection)

    def save_typing(self) -> None:
        """Saves at once what was typed, since the program may be ended or the machine put to sleep."""
        if self.page is not None:
            self.page.save_typing()

    def _save_elsewhere(self) -> None:
        """Goes on in a copy at a place the person chooses, and makes there the moves that the file did not take."""
        if (page := self.page) is None:
            return
        path = self._ways.chooser.place_for(self, workshop(page.sitting.document).district)
        try:
            if path is not None:
                page.sitting.document.continue_in(path)
        except FileTrouble as trouble:
            self._tell(Notice(trouble.what, trouble.safe, trouble.remedy))
        page.sitting.try_again()  # where nothing was chosen, it tells of the trouble again
        page.redraw()
        self._remember(page)

    def _moved(self, _place: Target) -> None:
        if self.page is not None:
            self._remember(self.page)

    def _tell_of_damage(self, trouble: FileTrouble) -> None:
        """Once: nothing is written into the file any more, and what can be read of it is a click away."""
        if self.page is None or self.page.sitting.document.is_left_unchanged:
            return
        document = self.page.sitting.document
        document.leave_unchanged()
        action = Action(message("See what can be read"), lambda: self.rescue(document.path, trouble))
        self._tell(Notice(trouble.what, trouble.safe, action=action))

    def _remember(self, page: WorkshopPage) -> None:
        if self._copy is not None:  # looked at beside, never where somebody left off
            return
        before = self._ways.recent.find(page.sitting.document.path)
        self._ways.recent.remember(left_at(page, before))

    def _name_itself(self) -> None:
        shown = self.page or self.packet_page
        if shown is None:
            self.setWindowTitle("Roadmap Desktop")
            return
        district = workshop(shown.sitting.document).district
        title = message("{district} · Roadmap Desktop", district=district)
        if self._copy is not None:
            title = message("{district} · copy of {when}, for reading", district=district, when=self._copy.when)
        self.setWindowTitle(say(title))

    def _begin(self, district: str, state: str) -> None:
        path = self._ways.chooser.place_for(self, district)
        if path is None:
            return
        try:
            document = self._ways.begin(path, district, state)
        except Refused as refused:
            self.start.complain(refused)
        except FileTrouble as trouble:
            self._tell(Notice(trouble.what, trouble.safe, trouble.remedy))
        else:
            self._sit_down(document)

    def _ask_for_new(self) -> None:
        if self._holds_unsaved(self._ask_for_new):
            return
        self._stand_up()
        self.show_start()
        self.start.ask_for_new()

    def _choose(self) -> None:
        if (path := self._ways.chooser.existing(self)) is not None:
            self.open(path)

    def merge_copies(self, paths: Sequence[Path] = ()) -> None:
        """Shows what other copies of the open workshop would bring; asks for them where none are given."""
        if self.page is not None and (found := paths or self._ways.chooser.copies(self)):
            self.page.show_beside("merge", subject_of(found))

    def _sample(self) -> None:
        if self._holds_unsaved(self._sample):
            return
        try:
            document = self._ways.sample()
        except FileTrouble as trouble:
            self._tell(Notice(trouble.what, trouble.safe, trouble.remedy))
            return
        self._sit_down(document)

    def _forget(self, recent: Recent) -> None:
        self._ways.recent.forget(recent.path)
        self.show_start()

    def _tell(self, notice: Notice) -> None:
        shown = self.page or self.packet_page or self.start
        shown.messages.tell(notice)

    def _deeds(self) -> Deeds:
        def on_page(deed: Callable[[WorkshopPage], object]) -> None:
            if self.page is not None:
                deed(self.page)

        return Deeds(
            new=self._ask_for_new,
            open=self._choose,
            take_packet=self._take_packet,
            sample=self._sample,
            merge=lambda: self.merge_copies(),
            close=self.close_workshop,
            leave=self.close,
            undo=lambda: on_page(WorkshopPage.undo),
            redo=lambda: on_page(WorkshopPage.redo),
            go_to_stage=lambda key: on_page(lambda page: page.go(Target(key))),
            show_beside=lambda key: on_page(lambda page: page.show_beside(key)),
            jot=lambda kind: on_page(lambda page: page.jot(kind)),
            go_by=lambda move: on_page(lambda page: page.go(places.beside(page.place, move) or page.place)),
            go_to_pane=lambda step: on_page(lambda page: page.next_pane(step)),
            fold_inspector=lambda: on_page(WorkshopPage.fold_inspector),
            dress=theme.dress,
            room=self.room,
        )
