"""The ground of the six steps of a pilot: the choice of the pilot above, and the inspector that says how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.pilots.detail import pilot_inspection, state_in_words
from roadmap_desktop.journey.pilots.facts import KINDS
from roadmap_desktop.journey.pilots.picture import PilotPicture, pilots
from roadmap_desktop.journey.pilots.planning import add_pilot, begin_pilots, choices_without_pilot
from roadmap_desktop.journey.roadmap.evidence import use_case_names
from roadmap_desktop.language import message, plural
from roadmap_desktop.screens.pilots.current import current_pilot
from roadmap_desktop.screens.pilots.timecard import TimeCard
from roadmap_desktop.screens.pilots.top import PilotTop
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled


class PilotStep(Step):
    """Shows one pilot; a subclass gives ``show_pilot`` and names its form, whose widget ``body`` holds everything."""

    kinds = frozenset(KINDS)
    top: PilotTop
    empty: EmptyState
    body: QWidget

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self.owns_primary = False
        self._current = current_pilot(sitting)
        self._shown = ("", 0)
        self.card = TimeCard(sitting, self)
        self.card.hide()
        self._name_buttons()
        self.top.chosen.connect(self._current.choose)
        self.top.begun.connect(self._add)
        self.empty.begun.connect(self._begin)
        self._current.leaving.connect(self.save_typing)
        self._current.chosen.connect(self._another)

    def picture(self) -> tuple[PilotPicture, ...]:
        """All pilots; the chosen one is shown."""
        return pilots(self.sitting.document)

    def present(self, picture: tuple[PilotPicture, ...]) -> None:
        """Shows the chosen pilot, or how to begin."""
        shown = self._chosen(picture)
        self._present_top(picture, shown)
        self.body.setVisible(shown is not None)
        self.empty.setVisible(shown is None)
        if shown is None:
            self.owns_primary = True
            self._say_how_to_begin()
            if self.isVisible():
                self.sitting.inspect(None)
            return
        self._current.uuid = self._current.uuid or shown.uuid  # it stays when another becomes the first that waits
        self.owns_primary = self.has_primary(shown)
        if (shown.uuid, shown.attempt) == self._shown:
            self.show_pilot(shown)
        else:
            self._show_another(shown)
        if self.isVisible():
            self.inspect(shown)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows a pilot; never overwrites what is being typed."""
        raise NotImplementedError

    def has_primary(self, pilot: PilotPicture) -> bool:
        """Whether the screen's one primary button is among the step's own."""
        del pilot
        return False

    def forget_typing(self) -> None:
        """Another pilot is shown: reasons, and what was typed and not saved, belong to the one before."""
        for row in self.body.findChildren(Labelled):
            row.begin(self._shown[0])

    def inspect(self, pilot: PilotPicture) -> None:
        """Tells the inspector how the pilot stands."""
        self.card.present(pilot)
        self.sitting.inspect(pilot_inspection(self.sitting.document, pilot), panel=self.card)

    def remark(self, picture: tuple[PilotPicture, ...]) -> Remark | None:
        """How many things keep the pilot from starting."""
        shown = self._chosen(picture)
        if shown is None or shown.started_on is not None or shown.verdict is not None:
            return None
        if not shown.missing:
            return Remark(message("ready"), "good")
        return Remark(plural("{n} thing missing", "{n} things missing", len(shown.missing)), "warn")

    def arrive(self, subject: str) -> None:
        """Shows the pilot that a link led to, or the one that has the criterion or check-in it led to."""
        for each in self.picture():
            parts = {row.uuid for row in each.criteria} | {row.uuid for row in each.check_ins}
            if subject == each.uuid or subject in parts:
                self._current.choose(each.uuid)

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

    def _show_another(self, pilot: PilotPicture) -> None:
        """Another pilot than before, or its second attempt; a field that has the focus is no longer being typed in."""
        self._shown = (pilot.uuid, pilot.attempt)
        focused = self._focused()
        self.forget_typing()
        if focused is not None:
            focused.clearFocus()
        self.show_pilot(pilot)
        if focused is not None and self._focused() is None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> QWidget | None:
        """The control of the form that has the focus."""
        return next((each for each in self.body.findChildren(QWidget) if each.hasFocus()), None)

    def _chosen(self, picture: tuple[PilotPicture, ...]) -> PilotPicture | None:
        waiting = next((each for each in picture if each.verdict is None), picture[0] if picture else None)
        return next((each for each in picture if each.uuid == self._current.uuid), waiting)

    def _name_buttons(self) -> None:
        """A button is called by its own words, not by the label above it."""
        for row in self.findChildren(Labelled):
            if isinstance(button := row.field(), Button):
                button.setAccessibleName(button.text().replace("&", ""))

    def _present_top(self, picture: tuple[PilotPicture, ...], shown: PilotPicture | None) -> None:
        document = self.sitting.document
        named = [
            (each.uuid, message("{pilot}, {state}", pilot=each.name, state=state_in_words(document, each)))
            for each in picture
        ]
        self.top.present(named, shown.uuid if shown else "", shown.name if shown else "")

    def _say_how_to_begin(self) -> None:
        waiting = len(choices_without_pilot(self.sitting.document))
        sentence = message("The plan of each pilot will stand here: question, schools, time, success, decision.")
        button = plural("Plan a pilot for {n} use case", "Plan a pilot for each of {n} use cases", waiting)
        feeds = message("A pilot's dates go to the roadmap; its decision starts the waves.")
        self.empty.present(sentence, button if waiting else message("Plan a pilot"), feeds)

    def _begin(self) -> None:
        document = self.sitting.document
        waiting = choices_without_pilot(document)
        if not waiting:
            self._add()
            return
        names = use_case_names(document)
        named = {case: self.say(names[case]) for case in waiting}
        made = self.sitting.attempt(lambda: begin_pilots(document, named))
        if made:
            self._current.begun = made[0]
            self._current.choose(made[0])

    def _add(self) -> None:
        self.save_typing()
        name = self.say(message("New pilot"))
        made = self.sitting.attempt(lambda: add_pilot(self.sitting.document, name))
        if made:
            self._current.begun = made
            self._current.choose(made)
            self.sitting.go(Target("pilots", "question", made))

    def _another(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()
