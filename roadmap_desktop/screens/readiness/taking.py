"""A file of Readiness being taken: read beside the window, shown, and taken by one move."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from roadmap_desktop.exchange.answers import AnswersPreview, read_answers
from roadmap_desktop.exchange.instrument import read_instrument
from roadmap_desktop.exchange.instrument_building import InstrumentPreview
from roadmap_desktop.journey.readiness.answers_in import AnswersReckoned, reckon_answers, take_answers
from roadmap_desktop.journey.readiness.instruments import own_levels, take_instrument
from roadmap_desktop.journey.readiness.questionnaire import questionnaire
from roadmap_desktop.journey.readiness.raters import present_round
from roadmap_desktop.journey.readiness.rating import may_begin_round
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.carrying import nothing
from roadmap_desktop.screens.foreign import Contents, ForeignPreview, PartRow, untaken_rows
from roadmap_desktop.screens.readiness import foreignparts
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.taking import Taking
from roadmap_desktop.screens.work import Progress
from roadmap_desktop.store.document import Document


class InstrumentTaking(Taking[InstrumentPreview]):
    """Another instrument."""

    title = message("Choose an instrument")
    patterns = "*.csv *.tsv *.txt *.xlsx *.xlsm *.json"

    def reader(self) -> Callable[[bytes], InstrumentPreview]:
        """Reads an instrument."""
        levels, name = own_levels(self._sitting.document), self._path.name
        return lambda source: read_instrument(source, name, levels)

    def contents(self, preview: InstrumentPreview) -> Contents:
        """Statements, and what of the file is no part of the instrument."""
        number = len(preview.draft.statements)
        return Contents(
            foreignparts.instrument_summary(preview, self._path.name),
            preview.notes,
            message("Statements"),
            foreignparts.statement_columns(),
            foreignparts.statement_rows(preview),
            untaken_rows(preview.untaken),
            plural("Take {n} statement", "Take {n} statements", number),
            number > 0,
        )

    def move(self, reckoned: None) -> object:
        """Puts the instrument in use."""
        assert self._preview is not None
        return take_instrument(self._sitting.document, self._preview.draft)


class AnswersTaking(Taking[AnswersPreview]):
    """The answers of a form."""

    title = message("Choose the answers of a form")
    patterns = "*.csv *.tsv *.txt *.xlsx *.xlsm"

    def __init__(self, sitting: Sitting, panel: ForeignPreview, path: Path) -> None:
        super().__init__(sitting, panel, path)
        self._asked = questionnaire(sitting.document)
        self._into: int | None = None
        panel.placed.connect(self._placed)

    def reader(self) -> Callable[[bytes], AnswersPreview]:
        """Reads answers to the instrument in use."""
        asked = self._asked
        return lambda source: read_answers(source, asked)

    def contents(self, preview: AnswersPreview) -> Contents:
        """Columns with what they ask, which can be changed, and what is left out."""
        return Contents(
            foreignparts.answers_summary(preview, self._path.name),
            preview.notes,
            message("Columns"),
            foreignparts.column_columns(self._judged, self._asked),
            foreignparts.column_rows(preview, self._asked),
            untaken_rows(preview.untaken),
            plural("Take {n} answer", "Take {n} answers", preview.answers),
            preview.answers > 0,
            places=_rounds(self._sitting.document),
        )

    def reckoning(self, preview: AnswersPreview) -> Callable[[Progress], AnswersReckoned | None]:
        """A hundred thousand answers take their time."""
        document, draft, into = self._sitting.document, preview.draft, self._into
        if into is not None and into > present_round(document):
            return nothing  # it is begun with them

        def reckon(progress: Progress) -> AnswersReckoned:
            with closing(document.reader()) as reader:
                return reckon_answers(reader, draft, progress.reached, into=into)

        return reckon

    def move(self, reckoned: AnswersReckoned | None) -> object:
        """Takes the answers into the round chosen."""
        assert self._preview is not None
        return take_answers(self._sitting.document, self._preview.draft, reckoned, into=self._into)

    def _placed(self, key: str) -> None:
        self._into = int(key) if key else None

    def _judged(self, row: PartRow, key: str) -> None:
        if self._preview is not None:
            self._preview = self._preview.with_column(int(row.uuid), *foreignparts.chosen(key))
            self._panel.show_contents(self.contents(self._preview), again=True)


def _rounds(document: Document) -> tuple[tuple[str, Words], ...]:
    """The rounds that answers can go into; without a choice forms that were taken before stay in theirs."""
    present = present_round(document)
    new = ((str(present + 1), message("A new round, {n}", n=present + 1)),) if may_begin_round(document) else ()
    if present == 1:
        return (("", message("Round 1")), *new) if new else ()
    rounds = tuple((str(each), message("Round {n}", n=each)) for each in range(1, present + 1))
    return (("", message("Round {n}; forms known already stay in theirs", n=present)), *rounds, *new)
