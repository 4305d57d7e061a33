"""The ground of the six steps of a pilot: the choice of the pilot above, and the inspector that says how it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.journey.pilots.detail import pilot_inspection
from roadmap_desktop.journey.pilots.facts import KINDS
from roadmap_desktop.journey.pilots.picture import PilotPicture, pilots
from roadmap_desktop.journey.pilots.planning import add_pilot, choices_without_pilot
from roadmap_desktop.journey.roadmap.evidence import use_case_names
from roadmap_desktop.language import message, plural
from roadmap_desktop.screens.pilots.current import current_pilot
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.shapes import Shape


class PilotStep(Step):
    """Shows one pilot; a subclass gives ``show_pilot`` and names its form, whose widget ``body`` holds everything."""

    kinds = frozenset(KINDS)
    body: QWidget

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._current = current_pilot(sitting)
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(self.say(message("Pilot")))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.new_button = Button(self, words=message("New pilot"), before=Shape.PLUS, pressed=self._add)
        self.empty = EmptyState(self)
        self._lay_out_top()
        self.chooser.activated.connect(lambda _: self._current.choose(self.chooser.currentData()))
        self.empty.begun.connect(self._begin)
        self._current.chosen.connect(self._another)

    def picture(self) -> tuple[PilotPicture, ...]:
        """All pilots; the chosen one is shown."""
        return pilots(self.sitting.document)

    def present(self, picture: tuple[PilotPicture, ...]) -> None:
        """Shows the chosen pilot, or how to begin."""
        shown = self._chosen(picture)
        self._present_chooser(picture, shown)
        self.owns_primary = shown is None
        self.body.setVisible(shown is not None)
        self.empty.setVisible(shown is None)
        if shown is None:
            self._say_how_to_begin()
            self.sitting.inspect(None)
            return
        self.show_pilot(shown)
        if self.isVisible():
            self.inspect(shown)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows a pilot; never overwrites what is being typed."""
        raise NotImplementedError

    def inspect(self, pilot: PilotPicture) -> None:
        """Tells the inspector how the pilot stands."""
        self.sitting.inspect(pilot_inspection(self.sitting.document, pilot))

    def remark(self, picture: tuple[PilotPicture, ...]) -> Remark | None:
        """How many things keep the pilot from starting."""
        shown = self._chosen(picture)
        if shown is None or shown.started_on is not None:
            return None
        if not shown.missing:
            return Remark(message("ready"), "good")
        return Remark(plural("{n} thing missing", "{n} things missing", len(shown.missing)), "warn")

    def arrive(self, subject: str) -> None:
        """Shows the pilot that a link led to."""
        if subject in {each.uuid for each in self.picture()}:
            self._current.choose(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is shown here."""
        super().showEvent(event)
        shown = self._chosen(self.picture())
        if shown is not None:
            self.inspect(shown)

    def pilot(self) -> str:
        """The uuid of the pilot shown; empty where there is none."""
        shown = self._chosen(self.picture())
        return shown.uuid if shown else ""

    def _chosen(self, picture: tuple[PilotPicture, ...]) -> PilotPicture | None:
        waiting = next((each for each in picture if each.verdict is None), picture[0] if picture else None)
        return next((each for each in picture if each.uuid == self._current.uuid), waiting)

    def _lay_out_top(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.chooser)
        top.addStretch(1)
        top.addWidget(self.new_button)
        rows = self.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.insertLayout(0, top)
        rows.insertWidget(1, self.empty)
        QWidget.setTabOrder(self.chooser, self.new_button)

    def _present_chooser(self, picture: tuple[PilotPicture, ...], shown: PilotPicture | None) -> None:
        self.chooser.clear()
        for each in picture:
            self.chooser.addItem(each.name, each.uuid)
        self.chooser.setCurrentIndex(self.chooser.findData(shown.uuid) if shown else -1)
        self.chooser.setVisible(bool(picture))
        self.new_button.setVisible(bool(picture))

    def _say_how_to_begin(self) -> None:
        waiting = len(choices_without_pilot(self.sitting.document))
        sentence = message("The plan of each pilot will stand here: question, schools, time, success, decision.")
        button = plural("Plan a pilot for {n} use case", "Plan a pilot for each of {n} use cases", waiting)
        feeds = message("A pilot's dates go to the roadmap; its decision starts the waves.")
        self.empty.present(sentence, button if waiting else message("Plan a pilot"), feeds)

    def _begin(self) -> None:
        waiting = choices_without_pilot(self.sitting.document)
        if not waiting:
            self._add()
            return
        names = use_case_names(self.sitting.document)
        for case in waiting:
            made = self.sitting.attempt(partial(add_pilot, self.sitting.document, self.say(names[case]), case))
            if made and not self._current.uuid:
                self._current.choose(made)

    def _add(self) -> None:
        name = self.say(message("New pilot"))
        made = self.sitting.attempt(lambda: add_pilot(self.sitting.document, name))
        if made:
            self._current.choose(made)

    def _another(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()
