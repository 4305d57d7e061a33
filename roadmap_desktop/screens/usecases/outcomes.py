"""Outcomes: per use case what success means, begun from the catalogue's measures; the tool comes after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.usecases import collecting, detail, measuring, outcomes
from roadmap_desktop.journey.usecases.collecting import UseCaseField
from roadmap_desktop.journey.usecases.outcomes import OutcomeRow, OutcomesPicture
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.usecases import OutcomePart
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.unsaved import Complains
from roadmap_desktop.screens.usecases.case_step import CaseStep
from roadmap_desktop.screens.usecases.complaint_line import ComplaintLine
from roadmap_desktop.screens.usecases.starter_offers import StarterOffers
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import spoken
from roadmap_desktop.widgets.tone import Tone


class OutcomesStep(CaseStep):
    """The use cases on the left, the outcome of the selected one beside them."""

    form = "usecases_outcomes"
    kinds = frozenset(outcomes.KINDS)
    question: Paragraph
    empty: EmptyState
    card: Card
    title: Paragraph
    starters: StarterOffers
    measure_row: Labelled
    measure_field: QLineEdit
    baseline_row: Labelled
    baseline_field: QLineEdit
    target_row: Labelled
    target_field: QLineEdit
    minimum_row: Labelled
    minimum_field: QLineEdit
    unit_row: Labelled
    unit_field: QLineEdit
    figures_said: ComplaintLine
    suggested: Button
    source_row: Labelled
    source_field: QLineEdit
    collector_row: Labelled
    collector_field: QLineEdit
    due_row: Labelled
    due_field: DateField
    tool_row: Labelled
    tool_field: QLineEdit

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._picture: OutcomesPicture | None = None
        self._uuid = ""
        self._names = QStringListModel(self)
        self._declare()
        self._fields: tuple[tuple[OutcomePart, QLineEdit, Labelled | ComplaintLine], ...] = (
            (OutcomePart.MEASURE, self.measure_field, self.measure_row),
            (OutcomePart.BASELINE, self.baseline_field, self.figures_said),
            (OutcomePart.TARGET, self.target_field, self.figures_said),
            (OutcomePart.MINIMUM, self.minimum_field, self.figures_said),
            (OutcomePart.UNIT, self.unit_field, self.unit_row),
            (OutcomePart.SOURCE, self.source_field, self.source_row),
            (OutcomePart.COLLECTOR, self.collector_field, self.collector_row),
        )
        self._refused: set[OutcomePart] = set()
        self._connect()

    def picture(self) -> OutcomesPicture:
        """The outcomes of all use cases."""
        return outcomes.outcomes(self.sitting.document)

    def present(self, picture: OutcomesPicture) -> None:
        """Shows the list and the selected outcome."""
        self._picture = picture
        self._names.setStringList(list(picture.people))
        self.list_cases(picture.rows, lambda row: bool(row.use_case.lacking))
        self.empty.setVisible(not picture.rows)
        self.question.setVisible(bool(picture.rows))
        self.cases.setVisible(bool(picture.rows))
        self._show_outcome()

    def remark(self, picture: OutcomesPicture) -> Remark | None:
        """How many outcomes are missing."""
        if not picture.rows:
            return None
        if picture.missing:
            return Remark(plural("{n} outcome missing", "{n} outcomes missing", picture.missing), "warn")
        return Remark(message("every outcome is complete"), "good")

    def _declare(self) -> None:
        self.empty.begun.connect(lambda: self.sitting.go(Target("usecases", "collect")))
        name: Column[OutcomeRow] = Column(
            "name", message("Use case"), lambda row: row.use_case.name, stretch=1, wraps=True, strong=True
        )
        state: Column[OutcomeRow] = Column("state", message("Outcome"), _state, cell=PillCell(_tone), width=96)
        self.cases.declare([name, state], name=message("Use cases"))

    def _connect(self) -> None:
        self.cases.selected.connect(lambda _: self._show_outcome())
        for part, field, row in self._fields:
            self.when_typed(field, self._saves(part, row))
        self.due_field.chosen.connect(lambda day: self._save(OutcomePart.DUE, day, self.due_row))
        self.when_typed(self.tool_field, self._name_tool)
        self.starters.taken.connect(self._begin_with)
        self.suggested.clicked.connect(self._take_suggested)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.collector_field.setCompleter(completer)

    def _save(self, part: OutcomePart, value: str | date | None, beside: Complains) -> None:
        document, uuid = self.sitting.document, self._uuid
        self._refused.add(part)

        def move() -> bool:
            measuring.edit_outcome(document, uuid, part, value)
            return True

        if self.sitting.attempt(move, beside=beside):
            self._refused.discard(part)
            if not self._refused & measuring.FIGURES:
                self.figures_said.clear()

    def _saves(self, part: OutcomePart, beside: Complains) -> Callable[[str], None]:
        return lambda text: self._save(part, text, beside)

    def _name_tool(self, text: str) -> None:
        document, uuid = self.sitting.document, self._uuid
        edit = lambda: collecting.edit_use_case(document, uuid, UseCaseField.TOOL, text)  # noqa: E731
        self.sitting.attempt(edit, beside=self.tool_row)

    def _begin_with(self, key: str) -> None:
        document, uuid = self.sitting.document, self._uuid
        self.sitting.attempt(lambda: measuring.take_starter(document, uuid, key), beside=self.measure_row)

    def _take_suggested(self) -> None:
        row = self._row()
        if row is not None and row.suggested is not None:
            self._save(OutcomePart.TARGET, str(row.suggested), self.figures_said)

    def _row(self) -> OutcomeRow | None:
        return self.selected_of(self._picture.rows if self._picture else ())

    def _show_outcome(self) -> None:
        row = self._row()
        self.card.setVisible(row is not None)
        if row is None:
            self.inspect()
            return
        is_other = row.uuid != self._uuid
        self._uuid = row.uuid
        found = row.use_case
        self.title.say(found.name)
        self.starters.present([each for each in row.starters if self.say(each.measure) != found.outcome.measure])
        if is_other:
            self._forget_refusals()
        for part, field, _ in self._fields:
            if is_other or part not in self._refused:
                self._show(field, _written(getattr(found.outcome, part.value)), anew=is_other)
        self.due_field.show_day(found.outcome.due)
        self._show(self.tool_field, found.tool, anew=is_other)
        self.tool_row.setVisible(not found.lacking)
        self._offer_target(row.suggested, found.outcome.unit)
        self.inspect()

    def _forget_refusals(self) -> None:
        self._refused.clear()
        self.figures_said.clear()
        for row in self.card.findChildren(Labelled):
            row.begin(self._uuid)

    def _show(self, field: QLineEdit, text: str, *, anew: bool) -> None:
        """Shows a value; what is being typed stays until another use case is selected."""
        if anew:
            field.setText(text)
        else:
            self.fill(field, text)

    def _offer_target(self, target: float | None, unit: str) -> None:
        self.suggested.setVisible(target is not None)
        if target is not None:
            words: Words = message("Take {target} as target", target=target)
            if unit:
                words = message("Take {target} {unit} as target", target=target, unit=unit)
            self.suggested.say(words)

    def inspect(self) -> None:
        """Shows what is known of the selected use case, while the step can be seen."""
        if self.isVisible():
            row = self._row()
            self.sitting.inspect(None if row is None else detail.outcome_inspection(row))


def _written(value: str | float | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else spoken().number(value)


def _state(row: OutcomeRow) -> Words:
    missing = len(row.use_case.lacking)
    return plural("{n} missing", "{n} missing", missing) if missing else message("complete")


def _tone(row: OutcomeRow) -> Tone:
    return Tone.BAD if row.use_case.lacking else Tone.GOOD


STEP = OutcomesStep
