"""The step Decision: start and end, what was measured, and what was decided."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.pilots.detail import advice_in_words, is_measured
from roadmap_desktop.journey.pilots.measures import record_reading
from roadmap_desktop.journey.pilots.picture import CriterionRow, PilotPicture
from roadmap_desktop.journey.pilots.running import Decided, decide, end_pilot, start_pilot
from roadmap_desktop.journey.roadmap.evidence import verdict_name
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.pilots import Result, Verdict
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
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
    """Readings are typed as they come in; a decision takes a reason."""

    form = "pilots_decision"
    started_row: Labelled
    started_field: DateField
    start_button: Button
    ended_row: Labelled
    ended_field: DateField
    end_button: Button
    readings: Sheet
    advice: Paragraph
    verdict_row: Labelled
    verdict_field: SegmentedChoice
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
        self.readings.declare(
            [
                Column("name", message("Success criterion"), lambda row: row.name, stretch=1, strong=True),
                Column("target", message("Target"), lambda row: row.target, width=80),
                Column("reading", message("Measured"), lambda row: row.reading, edit=self._read, width=96),
                Column("unit", message("Unit"), lambda row: row.unit, width=80),
                Column(
                    "result",
                    message("Result"),
                    lambda row: _RESULTS[row.result][0],
                    cell=PillCell(lambda row: _RESULTS[row.result][1], lambda row: _RESULTS[row.result][2]),
                    width=188,
                ),
            ],
            name=message("What was measured"),
        )
        self.start_button.clicked.connect(self._start)
        self.end_button.clicked.connect(self._end)
        self.decide_button.clicked.connect(self._decide)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows the dates, the readings, what they advise, and earlier decisions."""
        document = self.sitting.document
        self.started_field.show_day(pilot.started_on or pilot.start)
        self.ended_field.show_day(pilot.ended_on)
        self.start_button.setVisible(pilot.started_on is None)
        self.end_button.setVisible(pilot.started_on is not None and pilot.ended_on is None)
        self.ended_row.setVisible(pilot.started_on is not None)
        self.readings.present(pilot.criteria)
        self.advice.say(advice_in_words(document, pilot))
        advised = pilot.advice.value if pilot.advice and is_measured(pilot) else ""
        chosen = self.verdict_field.current() or advised
        self.verdict_field.present([(each.value, verdict_name(document, each.value)) for each in Verdict], chosen)
        self.fill(self.by_field, self.by_field.text() or pilot.decider)
        self.before.say(_decisions(pilot, self))

    def _read(self, row: CriterionRow, text: str) -> None:
        self.sitting.attempt(lambda: record_reading(self.sitting.document, row.uuid, text), beside=self.readings)

    def _start(self) -> None:
        document, uuid = self.sitting.document, self.pilot()
        day = self.started_field.day() or document.today()
        self.sitting.attempt(lambda: start_pilot(document, uuid, day), beside=self.started_row)

    def _end(self) -> None:
        document, uuid = self.sitting.document, self.pilot()
        day = self.ended_field.day() or document.today()
        self.sitting.attempt(lambda: end_pilot(document, uuid, day), beside=self.ended_row)

    def _decide(self) -> None:
        verdict = self.verdict_field.current()
        if not verdict:
            reason, remedy = message("No decision is chosen yet."), message("Choose one of the four.")
            self.verdict_row.complain(self.say(reason), self.say(remedy))
            return
        on: date | None = self.on_field.day()
        decided = Decided(Verdict(verdict), self.reason_field.text(), self.by_field.text(), on)
        done = self.sitting.attempt(lambda: _made(self, decided), beside=self.reason_row)
        if done:
            self.reason_field.clear()


def _made(step: DecisionStep, decided: Decided) -> bool:
    decide(step.sitting.document, step.pilot(), decided)
    return True


def _decisions(pilot: PilotPicture, step: DecisionStep) -> Words:
    """The decisions made so far, in one line."""
    words: Words = ""
    for each in pilot.decisions:
        one = message(
            "{day}: {verdict}. {reason}",
            day=message("no date") if each.on is None else each.on,
            verdict=verdict_name(step.sitting.document, each.verdict),
            reason=each.reason,
        )
        words = message("{facts} {fact}", facts=words, fact=one) if words else one
    return words


STEP = DecisionStep
