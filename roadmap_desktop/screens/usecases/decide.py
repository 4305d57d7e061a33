"""Decide: pilot, later, parked or no for each use case, with the reason; and what keeps one from a pilot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from roadmap_desktop.journey.drafts import DraftField, draft, keep_draft
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.record import CHOICES
from roadmap_desktop.journey.usecases import collecting, decisions, detail
from roadmap_desktop.journey.usecases.collecting import UseCaseField
from roadmap_desktop.journey.usecases.decisions import DecisionRow, DecisionsPicture
from roadmap_desktop.journey.usecases.saying import HURDLES, parts
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.usecases import Choice, Hurdle
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.usecases.case_step import CaseStep
from roadmap_desktop.screens.usecases.choice_look import shape_of, tone_of
from roadmap_desktop.screens.usecases.complaint_line import ComplaintLine
from roadmap_desktop.screens.usecases.decide_panel import DecidePanel
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.tone import Tone

_REASON_HIGH = 58


class DecideStep(CaseStep):
    """The use cases by place, and the choice of the selected one below them."""

    form = "usecases_decide"
    kinds = frozenset(decisions.KINDS)
    owns_primary = True
    card: Card
    title: Paragraph
    hurdles: Paragraph
    refused: ComplaintLine
    to_outcome: Button
    choice: SegmentedChoice
    reason_row: Labelled
    reason: QPlainTextEdit
    decide: Button

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._picture: DecisionsPicture | None = None
        self._uuid = ""
        self.panel = DecidePanel(self)
        self.panel.hide()
        self.reason.setFixedHeight(theme.px(_REASON_HIGH))
        self.reason.setTabChangesFocus(True)
        self.reason_row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._declare()
        self._keeping = QTimer(self, singleShot=True, interval=0)
        self._keeping.timeout.connect(lambda: self.cases.grid.scrollTo(self.cases.grid.currentIndex()))
        self.cases.grid.installEventFilter(self)
        self._connect()

    def picture(self) -> DecisionsPicture:
        """What is decided."""
        return decisions.decisions(self.sitting.document)

    def present(self, picture: DecisionsPicture) -> None:
        """Shows the list and the selected use case; a choice that is being made stays."""
        self._picture = picture
        self.list_cases(picture.rows, lambda row: row.use_case.choice is None)
        self._show_case()

    def remark(self, picture: DecisionsPicture) -> Remark | None:
        """How many are undecided."""
        if not picture.rows:
            return None
        if picture.undecided:
            return Remark(plural("{n} undecided", "{n} undecided", picture.undecided), "warn")
        return Remark(message("all decided"), "good")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the selected use case in view while the choice below takes more room or less."""
        if event.type() == QEvent.Type.Resize:
            self._keeping.start()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.cases.selected.connect(lambda _: self._show_case())
        self.cases.opened.connect(lambda _: self.choice.setFocus())
        self.decide.clicked.connect(self._decide)
        self.to_outcome.clicked.connect(lambda: self.sitting.go(Target("usecases", "outcomes", self._uuid)))
        self.choice.chosen.connect(lambda _: self._answer())
        self.reason.textChanged.connect(self._answer)
        self.when_typed(self.reason, self._draft)
        self.panel.veto.activated.connect(lambda _: self._veto())
        self.when_typed(self.panel.decision, self._decide_locally)
        self.when_typed(self.panel.dissent, lambda text: self._edit(UseCaseField.DISSENT, text, self.panel.dissent_row))

    def _declare(self) -> None:
        empty = EmptyState(
            sentence=message("Here the room decides on each use case, with the reason."),
            button=message("Pick use cases"),
            feeds=message("What is chosen asks for guardrails and becomes pilots."),
        )
        empty.begun.connect(lambda: self.sitting.go(Target("usecases", "collect")))
        columns: list[Column[DecisionRow]] = [
            Column("place", "", lambda row: row.place, strong=True, width=60, second=_was),
            Column(
                "name",
                message("Use case"),
                lambda row: row.use_case.name,
                second=lambda row: row.use_case.about,
                stretch=2,
                wraps=True,
            ),
            Column("score", message("Score"), lambda row: row.score, digits=2, width=62),
            Column(
                "choice",
                message("Decided"),
                lambda row: row.use_case.choice_words or message("undecided"),
                cell=PillCell(
                    lambda row: tone_of(row.use_case.choice) or Tone.WARN, lambda row: shape_of(row.use_case.choice)
                ),
                width=104,
            ),
            Column("reason", message("Reason"), lambda row: row.use_case.reason, stretch=2, wraps=True),
        ]
        self.cases.declare(columns, name=message("Use cases to decide on"), empty=empty)

    def _decide(self) -> None:
        document, uuid = self.sitting.document, self._uuid
        chosen, reason = self.choice.current(), self.reason.toPlainText()

        def move() -> bool:
            decisions.choose(document, uuid, Choice(chosen), reason)
            return True

        if not chosen:
            self.refused.complain(
                self.say(message("Nothing is chosen yet.")), self.say(message("Take one of the four."))
            )
        elif self.sitting.attempt(move, beside=self.refused):
            self.refused.clear()
            self._go_on()
        self._show_hurdles()

    def _answer(self) -> None:
        """A refusal goes as soon as the choice or its reason changes."""
        self.refused.clear()
        self._show_hurdles()

    def _draft(self, text: str) -> None:
        """What is typed before the choice is made is kept with the use case."""
        document, row = self.sitting.document, self._row()
        if row is not None:
            settled = row.use_case.reason
            self.sitting.attempt(
                lambda: keep_draft(document, row.uuid, DraftField.REASON, text, settled=settled), beside=self.reason_row
            )

    def _go_on(self) -> None:
        """Goes to the next use case that is undecided, where there is one."""
        self.refresh()
        rows = self._picture.rows if self._picture else ()
        following = next((row for row in rows if row.use_case.choice is None), None)
        if following is not None:
            self.cases.select(following.uuid)

    def _veto(self) -> None:
        self._edit(UseCaseField.VETO, str(self.panel.veto.currentData()), self.panel.veto_row)

    def _decide_locally(self, text: str) -> None:
        self._edit(UseCaseField.LOCAL_DECISION, text, self.panel.decision_row)

    def _edit(self, field: UseCaseField, text: str, beside: Labelled) -> None:
        document, uuid = self.sitting.document, self._uuid
        self.sitting.attempt(lambda: collecting.edit_use_case(document, uuid, field, text), beside=beside)

    def _row(self) -> DecisionRow | None:
        return self.selected_of(self._picture.rows if self._picture else ())

    def _show_case(self) -> None:
        row = self._row()
        self.card.setVisible(row is not None)
        if row is None:
            self.inspect()
            return
        found = row.use_case
        self.title.say(found.name)
        if row.uuid != self._uuid:
            self._uuid = row.uuid
            self.refused.clear()
            self.choice.present(list(CHOICES.items()), found.choice.value if found.choice else "")
            waits = draft(self.sitting.document, row.uuid, DraftField.REASON)
            self.reason.setPlainText(found.reason if waits is None else waits)
        self._show_hurdles()
        self.inspect()

    def _show_hurdles(self) -> None:
        """What keeps it from a pilot, where no refusal says so; and the way to its outcome."""
        row = self._row()
        if row is None:
            return
        hurdles = [_hurdle(row, each) for each in row.use_case.hurdles]
        self.hurdles.say(message("Not ready for a pilot. {why}", why=_joined(hurdles)) if hurdles else "")
        self.hurdles.setVisible(bool(hurdles) and not self.refused.text())
        self.to_outcome.setVisible(Hurdle.OUTCOME in row.use_case.hurdles)

    def inspect(self) -> None:
        """Shows what is known of the selected use case, while the step can be seen."""
        if not self.isVisible():
            return
        row = self._row()
        if row is None or self._picture is None:
            self.sitting.inspect(None)
            return
        self.panel.present(row.use_case, self._picture.vetoes)
        self.fill(self.panel.decision, row.use_case.local_decision)
        self.fill(self.panel.dissent, row.use_case.dissent)
        self.sitting.inspect(detail.inspection(self.sitting.document, row.uuid), panel=self.panel)


def _was(row: DecisionRow) -> Words:
    return message("was {place}", place=row.use_case.chosen_place or 0) if row.moved else ""


def _hurdle(row: DecisionRow, hurdle: Hurdle) -> Words:
    if hurdle is Hurdle.OUTCOME:
        return message("Missing in its outcome: {parts}.", parts=parts(row.use_case.lacking))
    return HURDLES[hurdle]


def _joined(said: list[Words]) -> Words:
    return message("{first} {second}", first=said[0], second=said[1]) if len(said) > 1 else said[0]


STEP = DecideStep
