"""A packet that is filled in: its questions, what is still open, and each answer back onto the stick by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.exchange.packet_desk import PacketDesk
from roadmap_desktop.journey.inspection import Inspection
from roadmap_desktop.journey.packet import Asked, Kind, Packet, Question
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.header import Header
from roadmap_desktop.screens.heading import Heading
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.messages import MessageStrip
from roadmap_desktop.screens.packet.pace import PaceStep
from roadmap_desktop.screens.padded import SIDE, scrolled
from roadmap_desktop.screens.panes import go_round, take_focus
from roadmap_desktop.screens.readiness.rate import RateStep
from roadmap_desktop.screens.sitting import Action, Notice, Selected, Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.steptabs import StepTabs
from roadmap_desktop.screens.usecases.score import ScoreStep
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.pill import Pill
from roadmap_desktop.widgets.tone import Tone

SAVING_PAUSE_MS = 500
"""The packet is written this long after an answer, so that a stick need not keep up with every key."""

_NAMES: Mapping[Asked, Words] = {
    Asked.RATING: message("Rate the statements"),
    Asked.SCORE: message("Score the use cases"),
    Asked.PACE: message("Your school"),
}


@dataclass(frozen=True)
class PacketWays:
    """What the page can't do by itself: ``elsewhere`` asks for another place, ``done`` closes the page."""

    elsewhere: Callable[[str], Path | None]
    done: Callable[[], object]


class PacketPage(QWidget):
    """``sitting`` is round the packet's small workshop, so that the steps of a workshop ask its questions."""

    takes_ring = False
    saved = Signal()

    def __init__(self, desk: PacketDesk, sitting: Sitting, ways: PacketWays, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.sitting, self._ways = desk, sitting, ways
        packet = desk.packet
        self._about = Inspection(packet.questions.recipient.name, message("What to do"), _how_to(packet))
        self.header, self.messages, self.inspector = Header(self), MessageStrip(self), Inspector(self)
        self.tabs, self._shown = StepTabs(self), QStackedWidget(self)
        self._heading, self._state = Heading(self), Pill(self)
        self.next_open = Button(self, words=message("Next open question"), pressed=self.go_to_next_open)
        self.done = Button(self, words=message("Save and close"), weight=Weight.PRIMARY, pressed=self.finish)
        self.steps = self._steps(packet)
        self._asked = tuple(self.steps)
        self._pause = QTimer(self, singleShot=True, interval=SAVING_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self._lay_out()
        self._connect()
        for keys, deed in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            (QKeySequence.StandardKey.Close, self.finish),
            (QKeySequence("F6"), lambda: self.next_pane(1)),
            (QKeySequence("Shift+F6"), lambda: self.next_pane(-1)),
        ):
            QShortcut(QKeySequence(keys), self, deed)
        self.setAccessibleName(sitting.say(_title(packet)))
        self.show_part(self._asked[0])
        self._present()
        if not desk.is_saved:
            self.save()

    def show_part(self, asked: Asked) -> None:
        """Shows the questions of a kind."""
        self.save_typing()
        self.inspector.present(Selected(self._about))
        self.tabs.present([(each.value, _NAMES[each]) for each in self._asked], asked.value)
        self._shown.setCurrentIndex(self._asked.index(asked))

    def go_to_next_open(self) -> None:
        """Goes to the first question without an answer."""
        if (question := next(iter(self.desk.packet.open), None)) is not None:
            self.show_part(question.asked)
            self._go_to(question)

    def save(self) -> bool:
        """Writes the answers into the packet; where that fails, says so and keeps them."""
        self._pause.stop()
        try:
            self.desk.save()
        except FileTrouble as trouble:
            elsewhere = Action(message("Save a copy elsewhere"), self._save_elsewhere)
            self.messages.tell(Notice(trouble.what, trouble.safe, trouble.remedy, elsewhere))
        else:
            self.messages.clear()
            self.saved.emit()
        self._present()
        return self.desk.is_saved

    def save_typing(self) -> None:
        """Saves at once what was typed and waits for a pause."""
        for step in self.steps.values():
            step.save_typing()

    def finish(self) -> None:
        """Saves and closes; where it can't be saved, the page stays."""
        self.save_typing()
        if self.save():
            self._ways.done()

    def undo(self) -> None:
        """Takes back the last answer."""
        self.sitting.attempt(self.sitting.document.undo)

    def redo(self) -> None:
        """Gives again what was taken back."""
        self.sitting.attempt(self.sitting.document.redo)

    def next_pane(self, step: int) -> None:
        """Takes the focus to the next part: the words of the parts, the questions, the inspector, the foot."""
        part = self.steps[self._asked[self._shown.currentIndex()]]
        go_round((self.tabs, part, self.inspector, self.done), step)

    def shut(self) -> None:
        """Saves what it can and gives the packet back; what could not be saved is there when it is opened again."""
        self.save_typing()
        if not self.desk.is_saved:
            self.save()
        self._pause.stop()
        self.desk.close()

    def _steps(self, packet: Packet) -> dict[Asked, Step]:
        who = packet.questions.recipient
        voice = Who(VoiceKind.TABLE if who.kind is Kind.TABLE else VoiceKind.PERSON, who.uuid)
        found: dict[Asked, Step] = {}
        asked = {each.asked for each in packet.questions.asked()}
        if Asked.RATING in asked:
            found[Asked.RATING] = rating = RateStep(self.sitting)
            rating.speak_for(voice)
        if Asked.SCORE in asked:
            found[Asked.SCORE] = scoring = ScoreStep(self.sitting)
            scoring.speak_for(voice)
        if Asked.PACE in asked:
            found[Asked.PACE] = PaceStep(self.sitting)
        return found

    def _go_to(self, question: Question) -> None:
        step = self.steps[question.asked]
        step.arrive(question.of)
        if isinstance(step, RateStep):
            step.ratings.setFocus()
        elif isinstance(step, ScoreStep):
            step.go_to(question.of, question.on)
        else:
            take_focus(step)

    def _present(self) -> None:
        packet, name = self.desk.packet, self.desk.path.name
        self.header.present(packet.questions.district, name, is_sample=False)
        still = len(packet.open)
        left = plural("{n} question is still open", "{n} questions are still open", still)
        purpose = left if still else message("Every question is answered.")
        self._heading.present(_title(packet), purpose)
        self.next_open.setEnabled(bool(still))
        if self.desk.is_saved:
            self._state.present(message("Saved in {file}", file=name), Tone.GOOD)
        else:
            self._state.present(message("Not in {file} yet", file=name), Tone.WARN)

    def _changed(self) -> None:
        self._pause.start()
        self._present()

    def _save_elsewhere(self) -> None:
        if (place := self._ways.elsewhere(self.desk.path.name)) is None:
            self.save()
            return
        self.desk.path = place
        self.save()

    def _selected(self, selected: Selected) -> None:
        found = selected.inspection
        self.inspector.present(Selected(_without_links(found) if found is not None else self._about))

    def _connect(self) -> None:
        self.sitting.changed.connect(lambda _: self._changed())
        self.sitting.noticed.connect(self.messages.tell)
        self.sitting.selected.connect(self._selected)
        self.tabs.chosen.connect(lambda key: self.show_part(Asked(key)))

    def _lay_out(self) -> None:
        head, foot, area = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(theme.px(SIDE), theme.px(14), theme.px(SIDE), 0)
        head.setSpacing(theme.px(12))
        head.addWidget(self._heading)
        head.addWidget(self.tabs)
        foot.setContentsMargins(*(theme.px(side) for side in (SIDE, 8, SIDE, 12)))
        foot.setSpacing(theme.px(12))
        foot.addWidget(self._state)
        foot.addStretch(1)
        foot.addWidget(self.next_open)
        foot.addWidget(self.done)
        for step in self.steps.values():
            self._shown.addWidget(scrolled(step))
        area.addLayout(head)
        area.addWidget(self._shown, 1)
        area.addLayout(foot)
        middle, layout = QHBoxLayout(), QVBoxLayout(self)
        for each in (middle, layout, area):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        middle.addLayout(area, 1)
        middle.addWidget(self.inspector)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addLayout(middle, 1)


def _title(packet: Packet) -> Words:
    return message("Questions for {name}", name=packet.questions.recipient.name)


def _how_to(packet: Packet) -> Words:
    return message(
        "Answer what you can; “don't know” is an answer too. Each answer is saved in the packet by itself. When you "
        "are done, save and close, and hand the stick back to the people of {district}.",
        district=packet.questions.district,
    )


def _without_links(found: Inspection) -> Inspection:
    """The inspection without ways to stages that a packet does not have."""
    sections = tuple(
        replace(section, lines=tuple(replace(line, target=None) for line in section.lines))
        for section in found.sections
    )
    return replace(found, sections=sections)
