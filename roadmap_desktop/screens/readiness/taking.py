"""A file being taken into Readiness: read beside the window, shown, and taken by one move."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.exchange.answers import AnswersPreview, read_answers
from roadmap_desktop.exchange.instrument import read_instrument
from roadmap_desktop.exchange.instrument_building import InstrumentPreview
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import LARGEST_FILE
from roadmap_desktop.journey.readiness.answers_in import AnswersReckoned, reckon_answers, take_answers
from roadmap_desktop.journey.readiness.instruments import own_levels, take_instrument
from roadmap_desktop.journey.readiness.questionnaire import questionnaire
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.importing import importing
from roadmap_desktop.screens.readiness import foreignparts
from roadmap_desktop.screens.readiness.foreign import Contents, ForeignPreview
from roadmap_desktop.screens.readiness.foreignparts import PartRow
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.work import Progress, Work

P = TypeVar("P")


class Taking(QObject, Generic[P]):
    """What both kinds of files share: reading in a worker, trouble in the strip under the header.

    ``ended`` says that there is nothing to show, because the file can't be read.
    """

    title: ClassVar[Words]
    patterns: ClassVar[str]
    ended = Signal()

    def __init__(self, sitting: Sitting, panel: ForeignPreview, path: Path) -> None:
        super().__init__(panel)
        self._sitting, self._panel, self._path = sitting, panel, path
        self._preview: P | None = None
        self._work = Work(self)
        self._work.finished.connect(self._read)
        self._work.failed.connect(self._failed)

    def begin(self) -> None:
        """Begins to read."""
        self._panel.wait_for(self._path.name)
        read, path = self.reader(), self._path

        def job(progress: Progress) -> P:
            progress.reached(0, 2)
            source = _content(path)
            progress.reached(1, 2)
            return read(source)

        self._work.begin(job)

    def give_up(self) -> None:
        """Stops reading and forgets the file."""
        self._work.cancel()
        self.deleteLater()

    def take(self, done: Callable[[Any], object]) -> None:
        """Makes the move; ``done`` hears of it where it was made, else it is said why not."""
        if self._preview is None:
            return
        words = message("Taking in {file}", file=self._path.name)
        self._sitting.carry_out(
            importing(self._sitting.document, words, self.move, reckon=self.reckoning(self._preview), done=done)
        )

    def reader(self) -> Callable[[bytes], P]:
        """What reads the file, from another thread."""
        raise NotImplementedError

    def contents(self, preview: P) -> Contents:
        """What is shown of it."""
        raise NotImplementedError

    def reckoning(self, preview: P) -> Callable[[Progress], Any]:
        """What works out beside the window what is to be written."""
        raise NotImplementedError

    def move(self, reckoned: Any) -> object:
        """Takes what is shown."""
        raise NotImplementedError

    def _read(self, preview: Any) -> None:
        self._preview = preview
        self._panel.show_contents(self.contents(preview))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Unreadable):
            raise error
        self._sitting.noticed.emit(Notice(error.reason, message("Nothing was changed."), error.remedy))
        self.ended.emit()


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
            foreignparts.untaken_rows(preview.untaken),
            plural("Take {n} statement", "Take {n} statements", number),
            number > 0,
        )

    def reckoning(self, preview: InstrumentPreview) -> Callable[[Progress], None]:
        """Nothing: an instrument is small."""
        return lambda progress: None

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
            foreignparts.untaken_rows(preview.untaken),
            plural("Take {n} answer", "Take {n} answers", preview.answers),
            preview.answers > 0,
        )

    def reckoning(self, preview: AnswersPreview) -> Callable[[Progress], AnswersReckoned]:
        """A hundred thousand answers take their time."""
        document, draft = self._sitting.document, preview.draft

        def reckon(progress: Progress) -> AnswersReckoned:
            with closing(document.reader()) as reader:
                return reckon_answers(reader, draft, progress.reached)

        return reckon

    def move(self, reckoned: AnswersReckoned) -> object:
        """Takes the answers into the present round."""
        assert self._preview is not None
        return take_answers(self._sitting.document, self._preview.draft, reckoned)

    def _judged(self, row: PartRow, key: str) -> None:
        if self._preview is not None:
            self._preview = self._preview.with_column(int(row.uuid), *foreignparts.chosen(key))
            self._panel.show_contents(self.contents(self._preview), again=True)


def _content(path: Path) -> bytes:
    """The bytes of a file; raises Unreadable where it can't be read or is larger than any list."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable(
                message("{name} is too large for a list of statements or answers.", name=path.name),
                message("Save only the part that is needed as a file of its own."),
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            message("{name} can't be opened.", name=path.name),
            message("Copy the file to this computer and choose it again."),
        ) from error
