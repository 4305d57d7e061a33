"""The step Waves: the schools in columns, one for each wave, moved by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.scaling.picture import KINDS, ScalingPicture, scaling
from roadmap_desktop.journey.scaling.schools import put_schools
from roadmap_desktop.journey.scaling.waves import add_wave, propose_waves, remove_wave
from roadmap_desktop.journey.scaling.why import school_inspection, wave_inspection
from roadmap_desktop.language import message, plural
from roadmap_desktop.screens.scaling.board import WaveBoard
from roadmap_desktop.screens.scaling.school_panel import SchoolPanel
from roadmap_desktop.screens.scaling.wave_panel import WavePanel
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape


class WavesStep(Step):
    """The board; the inspector shows the wave or the school that has the focus."""

    form = "scaling_waves"
    kinds = frozenset(KINDS)
    scrolls_inside = True  # the columns scroll inside the step, so that their heads stay
    question: Paragraph
    propose_button: Button
    add_button: Button
    empty: EmptyState
    board: WaveBoard

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.owns_primary = False
        self._wave, self._school = "", ""
        self._wave_panel, self._school_panel = WavePanel(sitting, self), SchoolPanel(sitting, self)
        self._wave_panel.hide()
        self._school_panel.hide()
        self.add_button.mark(before=Shape.PLUS)
        self.empty.begun.connect(self._begin)
        self.propose_button.clicked.connect(self._propose)
        self.add_button.clicked.connect(self._add)
        self.board.wave_chosen.connect(self._show_wave)
        self.board.wave_opened.connect(lambda _: self._wave_panel.begin())
        self.board.wave_removed.connect(self._remove)
        self.board.school_chosen.connect(self._show_school)
        self.board.moved.connect(self._move)

    def picture(self) -> ScalingPicture:
        """The waves, and the schools that are in none."""
        return scaling(self.sitting.document)

    def present(self, picture: ScalingPicture) -> None:
        """Shows the board, or how to begin."""
        begun = bool(picture.waves)
        self.owns_primary = not begun
        self.empty.setVisible(not begun)
        for part in (self.question, self.board, self.add_button):
            part.setVisible(begun)
        self.propose_button.setVisible(begun and bool(picture.unplaced))
        if begun:
            self.board.present(picture)
        else:
            self._say_how_to_begin(picture)
        self._inspect(picture)

    def remark(self, picture: ScalingPicture) -> Remark | None:
        """Which schools are left over."""
        if not picture.waves:
            return None
        if unplaced := len(picture.unplaced):
            return Remark(plural("{n} school in no wave", "{n} schools in no wave", unplaced), "warn")
        return Remark(message("every school is in a wave"), "good")

    def arrive(self, subject: str) -> None:
        """Shows a wave or a school."""
        self.refresh()  # it may have moved since the board was drawn
        if self.picture().wave(subject) is not None:
            self.board.reach_wave(subject)
            self._show_wave(subject)
        elif self.picture().school(subject) is not None:
            self.board.reach_school(subject)
            self._show_school(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._inspect(self.picture())

    def hideEvent(self, event: QHideEvent) -> None:
        """Saves what was typed in the inspector."""
        self._wave_panel.save_typing()
        super().hideEvent(event)

    def _say_how_to_begin(self, picture: ScalingPicture) -> None:
        feeds = message("Each wave is a bar of the roadmap and a line on its schools' sheets.")
        if picture.schools:
            sentence = message("The waves will stand here side by side, each with the schools that go together.")
            self.empty.present(sentence, message("Propose waves"), feeds)
        else:
            sentence = message("Waves are made of schools, and there is no school yet.")
            self.empty.present(sentence, message("Enter the schools"), feeds)

    def _begin(self) -> None:
        if self.picture().schools:
            self._propose()
        else:
            self.sitting.go(Target("prepare", "schools"))

    def _propose(self) -> None:
        self.sitting.attempt(lambda: propose_waves(self.sitting.document))

    def _add(self) -> None:
        uuid = self.sitting.attempt(lambda: add_wave(self.sitting.document))
        if uuid is not None:
            self.refresh()
            self._show_wave(uuid)
            self.board.reach_wave(uuid)
            self._wave_panel.begin()

    def _remove(self, wave: str) -> None:
        self.sitting.attempt(lambda: remove_wave(self.sitting.document, wave))

    def _move(self, schools: tuple[str, ...], wave: str) -> None:
        self.sitting.attempt(lambda: put_schools(self.sitting.document, schools, wave))

    def _show_wave(self, uuid: str) -> None:
        self._wave, self._school = uuid, ""
        self._inspect(self.picture())

    def _show_school(self, uuid: str) -> None:
        self._wave, self._school = "", uuid
        self._inspect(self.picture())

    def _inspect(self, picture: ScalingPicture) -> None:
        if not self.isVisible():
            return
        wave, school = picture.wave(self._wave), picture.school(self._school)
        self.board.choose(wave.uuid if wave else "")
        if wave is not None:
            self._wave_panel.present(wave, picture)
            inspection = wave_inspection(self.sitting.document, wave.uuid)
            self.sitting.inspect(inspection, panel=self._wave_panel)
        elif school is not None:
            self._school_panel.present(school, picture)
            inspection = school_inspection(self.sitting.document, school.uuid)
            self.sitting.inspect(inspection, panel=self._school_panel)
        else:
            self.sitting.inspect(None)


STEP = WavesStep
