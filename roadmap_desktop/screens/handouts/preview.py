"""The step in which handouts are looked at and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from roadmap_desktop.handouts.preview import Picture
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.journey.handouts.picture import HandoutRow, HandoutsPicture, handouts
from roadmap_desktop.journey.inspection import Inspection, Line, Section
from roadmap_desktop.journey.prepare.district import choose_paper
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.screens.handouts.printing import Wanted, preview_of, saving_all, saving_one
from roadmap_desktop.screens.sitting import Action, Notice, Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.work import Progress, Work
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.page_stack import PageStack
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.speech import say

PAPERS = ((Paper.LETTER.value, message("Letter")), (Paper.A4.value, message("A4")))
RESIZE_PAUSE_MS = 200


class PlaceChooser(Protocol):
    """Gives a path to save to, or None where the person gave up."""

    def file(self, parent: QWidget, name: str) -> Path | None:
        """Where one handout is to be kept."""

    def folder(self, parent: QWidget) -> Path | None:
        """The folder for all of them."""


class SystemPlaces:
    """The system's dialogs."""

    def file(self, parent: QWidget, name: str) -> Path | None:
        """Asks with a suggested name; the system asks before a file is replaced."""
        title = say(message("Save the handout"))
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / f"{name}.pdf"), "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget) -> Path | None:
        """Asks for a folder."""
        title = say(message("Save every handout into a folder"))
        chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
        return Path(chosen) if chosen else None


class PreviewStep(Step):
    """Chooses a handout, shows its pages as they will be printed, and saves it or all of them."""

    form = "handouts_preview"
    kinds = frozenset(table.name for table in fact_tables())
    owns_primary = True

    handout_row: Labelled
    handout_choice: SegmentedChoice
    school_row: Labelled
    school_choice: QComboBox
    paper_choice: SegmentedChoice
    pages: PageStack
    told: Paragraph
    cancel_button: Button

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self.places: PlaceChooser = SystemPlaces()
        self._picture: HandoutsPicture = handouts(sitting.document)
        self._handout = self._picture.rows[0].key
        self._drawing, self._saving = Work(self), Work(self)
        self._told_of_saving = False  # what was saved stays to be read until something else is chosen
        self._resized = QTimer(self, singleShot=True, interval=RESIZE_PAUSE_MS)
        self._connect()

    def picture(self) -> HandoutsPicture:
        """What can be printed."""
        return handouts(self.sitting.document)

    def present(self, picture: HandoutsPicture) -> None:
        """Shows the choices, and draws the chosen handout anew."""
        self._picture = picture
        self.handout_choice.present([(row.key, row.name) for row in picture.rows], self._handout)
        self.paper_choice.present(PAPERS, picture.paper)
        self._present_schools(picture)
        self._draw()
        self._inspect()

    def arrive(self, subject: str) -> None:
        """Shows a handout by its name, or the sheet of a school by its uuid."""
        if subject in {row.key for row in self._picture.rows}:
            self._choose(subject)
        elif (at := self.school_choice.findData(subject)) >= 0:
            self.school_choice.setCurrentIndex(at)
            self._choose("school_sheet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws the pages at the new width once the window rests."""
        super().resizeEvent(event)
        self._resized.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draws again what was not finished when the step was left, and tells the inspector again."""
        super().showEvent(event)
        self._draw()
        self._inspect()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for a drawing that can't be seen."""
        self._drawing.cancel()
        super().hideEvent(event)

    def wait(self) -> None:
        """Stops all work and waits for its threads."""
        self._drawing.wait()
        self._saving.wait()

    def _connect(self) -> None:
        self.handout_choice.chosen.connect(self._choose)
        self.school_choice.activated.connect(lambda _: self._draw())
        self.paper_choice.chosen.connect(self._choose_paper)
        self.cancel_button.clicked.connect(self._cancel)
        self.cancel_button.hide()
        self._resized.timeout.connect(self._draw)
        self._drawing.finished.connect(self._drawn)
        self._drawing.failed.connect(self._raise)
        self._saving.progressed.connect(self._progressed)
        self._saving.finished.connect(self._saved)
        self._saving.failed.connect(self._not_saved)
        self.destroyed.connect(self._drawing.cancel)

    def _present_schools(self, picture: HandoutsPicture) -> None:
        current = self.school_choice.currentData()
        self.school_choice.clear()
        for uuid, name in picture.schools:
            self.school_choice.addItem(name, uuid)
        self.school_choice.setCurrentIndex(max(self.school_choice.findData(current), 0))
        self.school_row.setVisible(self._row().for_each_school)

    def _choose(self, key: str) -> None:
        self._handout = key
        self._told_of_saving = False
        self.handout_choice.present([(row.key, row.name) for row in self._picture.rows], key)
        self.school_row.setVisible(self._row().for_each_school)
        self._draw()
        self._inspect()

    def _choose_paper(self, paper: str) -> None:
        self.sitting.attempt(lambda: choose_paper(self.sitting.document, paper))

    def _row(self) -> HandoutRow:
        return next(row for row in self._picture.rows if row.key == self._handout)

    def _wanted(self) -> Wanted | None:
        school = self.school_choice.currentData() or ""
        if self._row().for_each_school and not school:
            return None
        return Wanted(self._handout, school, Paper(self._picture.paper))

    def _draw(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._drawing.cancel()
            self.pages.present([])
            self.told.say(message("There is a sheet for each school once schools are entered in Prepare."))
            return
        if not self.isVisible():
            return
        width = round(min(self.pages.room(), 900) * self.devicePixelRatioF())
        self._drawing.begin(preview_of(self.sitting.document, wanted, width, self.sitting.language))

    def _drawn(self, pictures: list[Picture]) -> None:
        self.pages.present(pictures)
        if not self._saving.is_running and not self._told_of_saving:
            self.told.say(plural("{n} page", "{n} pages", len(pictures)))

    def _inspect(self) -> None:
        row = self._row()
        sheets = len(self._picture.schools)
        everything = plural("{n} school sheet", "{n} school sheets", sheets)
        about = Section(
            message("Everything"),
            (Line(message("The summary, the full roadmap, the action list and {sheets}", sheets=everything)),),
        )
        actions = (
            Action(message("Save this handout"), self.save_one),
            Action(message("Save everything"), self.save_all),
        )
        inspection = Inspection(message("Handout"), row.name, row.about, (about,) if sheets else ())
        self.sitting.inspect(inspection, actions)

    def save_one(self) -> None:
        """Asks where and saves the handout that is shown."""
        wanted = self._wanted()
        if wanted is None:
            return
        name = wanted.handout.replace("_", "-")
        path = self.places.file(self, name)
        if path is not None:
            self._save(saving_one(self.sitting.document, wanted, path, self.sitting.language))

    def save_all(self) -> None:
        """Asks for a folder and saves every handout into it."""
        folder = self.places.folder(self)
        if folder is not None:
            paper = Paper(self._picture.paper)
            self._save(saving_all(self.sitting.document, folder, paper, self.sitting.language))

    def _save(self, job: Callable[[Progress], list[Path]]) -> None:
        self._told_of_saving = True
        self.told.say(message("Saving"))
        self.cancel_button.show()
        self._saving.begin(job)

    def _progressed(self, done: int, _of: int) -> None:
        self.told.say(plural("{n} handout saved", "{n} handouts saved", done))

    def _saved(self, paths: list[Path]) -> None:
        self.cancel_button.hide()
        words = plural(
            "Saved {n} handout in {folder}", "Saved {n} handouts in {folder}", len(paths), folder=str(paths[0].parent)
        )
        self.told.say(words)

    def _cancel(self) -> None:
        self._saving.cancel()
        self.cancel_button.hide()
        self.told.say(message("Stopped. What was saved before stays."))

    def _not_saved(self, error: Exception) -> None:
        self.cancel_button.hide()
        self._told_of_saving = False
        self.told.say("")
        if not isinstance(error, FileTrouble):
            raise error
        self.sitting.noticed.emit(Notice(error.what, error.safe, error.remedy))

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error


STEP = PreviewStep
