"""Prepare, the step Print pack: what is printed before the day and how often, seen before it is saved as one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.handouts.page import printed
from roadmap_desktop.handouts.preview import Picture, page_count, picture
from roadmap_desktop.handouts.print_pack import MAKERS, packed
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.journey.handouts.print_pack import Kind, PackPicture, PackRow, change_copies, print_pack
from roadmap_desktop.journey.inspection import Inspection
from roadmap_desktop.journey.prepare.district import choose_paper
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.screens.prepare.ground import PrepareStep
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.work import Progress, Work
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.store.whole import write_whole
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.page_stack import PageStack
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.speech import say

_PAPERS = ((Paper.LETTER.value, message("Letter")), (Paper.A4.value, message("A4")))
_RESIZE_PAUSE_MS = 200
_WIDEST = 620
AskPlace = Callable[[QWidget], Path | None]


def ask_place(parent: QWidget) -> Path | None:
    """Asks the system where the pack is to be kept; None where the person gave up."""
    place = str(Path.home() / "print-pack.pdf")
    chosen, _ = QFileDialog.getSaveFileName(parent, say(message("Save the print pack")), place, "PDF (*.pdf)")
    return Path(chosen) if chosen else None


class PrintPackStep(PrepareStep):
    """The papers with their numbers of copies; the selected one is shown below as it will be printed."""

    form = "prepare_printpack"
    kinds = frozenset(
        {
            "participant",
            "room_table",
            "print_count",
            "agenda_item",
            "statement",
            "level",
            "dimension",
            "use_case",
            "criterion",
            "workshop",
            "wording",
        }
    )
    ask: AskPlace = staticmethod(ask_place)

    summary: Paragraph
    paper_choice: SegmentedChoice
    save_button: Button
    papers: Sheet
    told: Paragraph
    pages: PageStack

    def __init__(self, sitting: Sitting) -> None:
        self._drawing, self._saving = Work(), Work()
        super().__init__(sitting)
        self.owns_primary = True
        self._drawing.setParent(self)
        self._saving.setParent(self)
        self._resized = QTimer(self, singleShot=True, interval=_RESIZE_PAUSE_MS)
        self.papers.declare(self._columns(), name=message("Papers of the day"))
        self.papers.selected.connect(self._selected)
        self.paper_choice.chosen.connect(self._choose_paper)
        self.save_button.clicked.connect(self._save)
        self._resized.timeout.connect(self._draw)
        self._drawing.finished.connect(self._drawn)
        self._drawing.failed.connect(self._raise)
        self._saving.finished.connect(self._saved)
        self._saving.failed.connect(self._not_saved)

    def picture(self) -> PackPicture:
        """The pack as it stands."""
        return print_pack(self.sitting.document)

    def present(self, picture: PackPicture) -> None:
        """Shows the papers, and draws the selected one anew."""
        self.papers.present(picture.rows)
        self.paper_choice.present(_PAPERS, workshop(self.sitting.document).paper)
        self.summary.say(_summary(picture))
        self.save_button.setEnabled(bool(picture.printed))
        if not self.papers.current():
            self.papers.select(Kind.WORKSHEET.value)
        self._draw()

    def arrive(self, subject: str) -> None:
        """Selects a paper."""
        self.papers.select(subject)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws the pages at the new width once the window rests."""
        super().resizeEvent(event)
        self._resized.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draws again what was not finished when the step was left."""
        super().showEvent(event)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for a drawing that can't be seen."""
        self._drawing.cancel()
        super().hideEvent(event)

    def inspect_row(self, uuid: str) -> None:
        """Shows in the inspector what the selected paper is for."""
        self._inspected = uuid
        row = next((each for each in self.papers.rows() if each.uuid == uuid), None)
        self.sitting.inspect(Inspection(message("Paper of the day"), row.name, row.about) if row is not None else None)

    def wait(self) -> None:
        """Stops all work and waits for its threads."""
        self._drawing.wait()
        self._saving.wait()

    def _columns(self) -> list[Column[PackRow]]:
        return [
            Column("name", message("Paper"), lambda row: row.name, width=190, strong=True),
            Column(
                key="copies",
                title=message("Copies"),
                value=lambda row: row.copies,
                edit=self._changed,
                width=76,
                hint=message("Empty: as many as there are people or tables. 0: it is not printed."),
            ),
            Column("why", message("That many, because"), _why, stretch=1),
        ]

    def _changed(self, row: PackRow, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: change_copies(document, row.kind, text), beside=self.papers)

    def _selected(self, uuid: str) -> None:
        self.inspect_row(uuid)
        self._draw()

    def _choose_paper(self, paper: str) -> None:
        self.sitting.attempt(lambda: choose_paper(self.sitting.document, paper))

    def _draw(self) -> None:
        key = self.papers.current()
        if not key or not self.isVisible():
            return
        document, language = self.sitting.document, self.sitting.language
        width = round(min(self.pages.room(), _WIDEST) * self.devicePixelRatioF())
        self._drawing.begin(_drawing_of(document, Kind(key), width, language))

    def _drawn(self, pictures: list[Picture]) -> None:
        self.pages.present(pictures)

    def _save(self) -> None:
        path = self.ask(self)
        if path is None:
            return
        self.told.say(message("Saving"))
        self._saving.begin(_saving_of(self.sitting.document, path, self.sitting.language))

    def _saved(self, path: Path) -> None:
        self.told.say(message("Saved as {name} in {folder}.", name=path.name, folder=str(path.parent)))

    def _not_saved(self, error: Exception) -> None:
        self.told.say("")
        if not isinstance(error, FileTrouble):
            raise error
        self.sitting.noticed.emit(Notice(error.what, error.safe, error.remedy))

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error


def _drawing_of(document: Document, kind: Kind, width: int, language: Language) -> Callable[[Progress], list[Picture]]:
    """A job that draws the pages of one paper."""

    def job(progress: Progress) -> list[Picture]:
        reader = document.reader()
        try:
            handout, paper = MAKERS[kind](reader, language), Paper(workshop(reader).paper)
        finally:
            reader.close()
        progress.reached(0, 1)
        pdf = printed(handout, paper, body=handout.body)
        drawn = []
        for number in range(page_count(pdf)):
            progress.reached(number, 0)
            drawn.append(picture(pdf, number, width))
        return drawn

    return job


def _saving_of(document: Document, path: Path, language: Language) -> Callable[[Progress], Path]:
    """A job that writes the pack to a file."""

    def job(progress: Progress) -> Path:
        reader = document.reader()
        try:
            pdf = packed(reader, Paper(workshop(reader).paper), language)
        finally:
            reader.close()
        progress.reached(0, 1)
        return write_whole(path, pdf)

    return job


def _why(row: PackRow) -> Words:
    if row.is_changed:
        return message("your own number; suggested: {n}", n=row.suggested)
    if row.kind in (Kind.WORKSHEET, Kind.BALLOT):
        return message("one for each person")
    if row.kind is Kind.TABLE_WORKSHEET:
        return message("one for each table")
    return message("nobody is seated yet") if not row.suggested else message("one for the room")


def _summary(picture: PackPicture) -> Words:
    if not picture.people:
        return message("Nobody is entered yet, so the numbers are for a room of usual size.")
    people = plural("{n} person", "{n} people", picture.people)
    if not picture.tables:
        return message("Printed for {people}; there are no tables yet.", people=people)
    tables = plural("{n} table", "{n} tables", picture.tables)
    return message("Printed for {people} at {tables}.", people=people, tables=tables)


STEP = PrintPackStep
