"""The step Decision: start and end, what was measured, and what was decided."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.drafts import DraftField, draft, keep_draft
from roadmap_desktop.journey.pilots.advising import advice_in_words, options
from roadmap_desktop.journey.pilots.measures import record_reading
from roadmap_desktop.journey.pilots.picture import CriterionRow, DecisionRow, PilotPicture
from roadmap_desktop.journey.pilots.running import Decided, decide, end_pilot, start_pilot
from roadmap_desktop.journey.pilots.values import as_typed, bound, in_unit
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.pilots import Result, Verdict
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.pilots.verdicts import VerdictChoice
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.unsaved import Complains
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone

_RESULTS: dict[Result, tuple[Words, Tone, Shape | None]] = {
    Result.MET: (message("met"), Tone.GOOD, Shape.TICK),
    Result.ACCEPTED: (message("at least the minimum"), Tone.WARN, Shape.DOT),
    Result.NOT_MET: (message("not met"), Tone.BAD, Shape.CROSS),
    Result.NOT_MEASURED: (message("not measured"), Tone.PLAIN, None),
}


class DecisionStep(PilotStep):
    """Readings are typed as they come in; a decision takes a verdict and a reason."""

    form = "pilots_decision"
    course: Paragraph
    started_row: Labelled
    started_field: DateField
    start_row: Labelled
    start_button: Button
    ended_row: Labelled
    ended_field: DateField
    end_row: Labelled
    end_button: Button
    readings: Sheet
    advice: Paragraph
    verdict_field: VerdictChoice
    by_row: Labelled
    by_field: QLineEdit
    on_row: Labelled
    on_field: DateField
    reason_row: Labelled
    reason_field: QLineEdit
    decide_button: Button
    before: Paragraph

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.readings.declare(self._columns(), name=message("What was measured"), empty=_nothing_to_measure())
        self.start_button.clicked.connect(self._start)
        self.end_button.clicked.connect(self._end)
        self.decide_button.clicked.connect(self._decide)
        self.reason_field.returnPressed.connect(self._decide)
        self.when_typed(self.reason_field, partial(self._draft, DraftField.REASON, self.reason_row))
        self.when_typed(self.by_field, partial(self._draft, DraftField.DECIDED_BY, self.reason_row))

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows the dates, the readings, what they advise, and earlier decisions."""
        document = self.sitting.document
        self._show_course(pilot)
        self.readings.present(pilot.criteria)
        self.advice.say(advice_in_words(document, pilot))
        self.advice.setVisible(bool(pilot.criteria))
        self.verdict_field.present(options(document, pilot))
        self.decide_button.say(message("Decide anew") if pilot.verdict else message("Decide"))
        _weigh(self.decide_button, is_next=self._waits_for_decision(pilot))
        self.before.say(_all_of(pilot.decisions))
        self.before.setVisible(bool(pilot.decisions))

    def has_primary(self, pilot: PilotPicture) -> bool:
        """What comes next: to start while it is ready, to decide once it runs."""
        return self._waits_for_start(pilot) or self._waits_for_decision(pilot)

    def forget_typing(self) -> None:
        """A decision is made for one pilot and one attempt."""
        super().forget_typing()
        self.verdict_field.clear()
        document, pilot, shown = self.sitting.document, self.pilot(), self._chosen(self.picture())
        self.reason_field.setText(draft(document, pilot, DraftField.REASON) or "")
        decides = draft(document, pilot, DraftField.DECIDED_BY)
        self.by_field.setText((shown.decider if shown else "") if decides is None else decides)
        self.on_field.show_day(self.sitting.document.today())

    def _columns(self) -> list[Column[CriterionRow]]:
        return [
            Column("name", message("Success criterion"), _named, stretch=1, strong=True, wraps=True),
            Column(
                "target",
                message("Target"),
                lambda row: bound(row.target, row.unit, row.direction),
                width=92,
                wraps=True,
                right=True,
            ),
            Column(
                "minimum",
                message("At least"),
                lambda row: bound(row.minimum, row.unit, row.direction),
                width=92,
                wraps=True,
                right=True,
            ),
            Column(
                "reading",
                message("Measured"),
                lambda row: in_unit(row.reading, row.unit),
                edit=self._read,
                typed=lambda row: as_typed(row.reading),
                width=92,
                right=True,
            ),
            Column(
                "result",
                message("Result"),
                lambda row: _RESULTS[row.result][0],
                cell=PillCell(lambda row: _RESULTS[row.result][1], lambda row: _RESULTS[row.result][2]),
                width=178,
            ),
        ]

    def _show_course(self, pilot: PilotPicture) -> None:
        """Its start and end: fields while they are to come, words once they are facts."""
        self.course.say(_course(pilot))
        self.course.setVisible(pilot.started_on is not None)
        waits, runs = self._waits_for_start(pilot), pilot.started_on is not None and pilot.ended_on is None
        for row in (self.started_row, self.start_row):
            row.setVisible(waits)
        for row in (self.ended_row, self.end_row):
            row.setVisible(runs)
        self.started_field.show_day(pilot.start)
        self.ended_field.show_day(self.sitting.document.today())
        _weigh(self.start_button, is_next=waits)

    @staticmethod
    def _waits_for_start(pilot: PilotPicture) -> bool:
        return pilot.started_on is None and pilot.verdict is None

    @staticmethod
    def _waits_for_decision(pilot: PilotPicture) -> bool:
        return pilot.started_on is not None and pilot.verdict is None

    def _read(self, row: CriterionRow, text: str) -> None:
        self.sitting.attempt(lambda: record_reading(self.sitting.document, row.uuid, text), beside=self.readings)

    def _start(self) -> None:
        document, uuid = self.sitting.document, self.pilot()
        day = self.started_field.day() or document.today()
        self.started_row.clear()
        self.sitting.attempt(lambda: start_pilot(document, uuid, day), beside=self.started_row)

    def _end(self) -> None:
        document, uuid = self.sitting.document, self.pilot()
        day = self.ended_field.day() or document.today()
        self.sitting.attempt(lambda: end_pilot(document, uuid, day), beside=self.ended_row)

    def _draft(self, field: DraftField, beside: Labelled, text: str) -> None:
        """What is typed before the decision is made is kept with the pilot."""
        document, pilot, shown = self.sitting.document, self.pilot(), self._chosen(self.picture())
        settled = shown.decider if shown is not None and field is DraftField.DECIDED_BY else ""
        if pilot:
            self.sitting.attempt(lambda: keep_draft(document, pilot, field, text, settled=settled), beside=beside)

    def _decide(self) -> None:
        self.on_row.clear()
        self.reason_row.clear()
        verdict = self.verdict_field.current()
        if not verdict:
            reason, remedy = message("No decision is chosen yet."), message("Choose one of the four.")
            self.verdict_field.complain(self.say(reason), self.say(remedy))
            return
        decided = Decided(Verdict(verdict), self.reason_field.text(), self.by_field.text(), self.on_field.day())
        if self.sitting.attempt(partial(self._made, self.pilot(), decided)):
            self.forget_typing()

    def _made(self, pilot: str, decided: Decided) -> bool:
        """Whether the decision was made; a refusal stands beside the field that it is about."""
        try:
            decide(self.sitting.document, pilot, decided)
        except Refused as refused:
            besides: dict[str, Complains] = {"verdict": self.verdict_field, "on": self.on_row}
            beside = besides.get(refused.field, self.reason_row)
            beside.complain(self.say(refused.reason), self.say(refused.remedy))
            return False
        return True


def _weigh(button: Button, *, is_next: bool) -> None:
    button.setProperty("weight", (Weight.PRIMARY if is_next else Weight.OUTLINED).value)


def _nothing_to_measure() -> EmptyState:
    return EmptyState(
        sentence=message("Once its success criteria are set, what is measured of each is typed here."),
        feeds=message("From these figures follows what to decide."),
    )


def _named(row: CriterionRow) -> Words:
    return message("{criterion} (must pass)", criterion=row.name) if row.must_pass else row.name


def _course(pilot: PilotPicture) -> Words:
    if pilot.started_on is None:
        return ""
    if pilot.ended_on is None:
        return message("Runs since {day}.", day=pilot.started_on)
    return message("Ran from {start} to {finish}.", start=pilot.started_on, finish=pilot.ended_on)


def _all_of(decisions: tuple[DecisionRow, ...]) -> Words:
    """The decisions made so far, in one line."""
    words: Words = ""
    for each in decisions:
        one = _told(each)
        words = message("{facts} {fact}", facts=words, fact=one) if words else one
    return words


def _told(decision: DecisionRow) -> Words:
    what = message("{verdict}: {reason}", verdict=decision.name, reason=decision.reason)
    if decision.on is not None:
        what = message("{day}, {what}", day=decision.on, what=what)
    return message("{what} ({who})", what=what, who=decision.decided_by) if decision.decided_by else what


STEP = DecisionStep
