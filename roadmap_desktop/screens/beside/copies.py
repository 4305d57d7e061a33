"""Earlier copies: when each was taken and why; beside it what differs from now, a look at it, and the way back."""

from __future__ import annotations

from contextlib import closing
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.differing import StageDifference
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section
from roadmap_desktop.journey.keeping.copies import EarlierCopy, differing_from_now, earlier_copies, go_back_to
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.carrying import LongMove
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.work import Progress, Work
from roadmap_desktop.store.prepared import Prepared
from roadmap_desktop.store.returning import way_back
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet

_LOOKING_PAUSE_MS = 60
"""While someone runs through the list with an arrow key, nothing is compared."""


class CopiesPage(BesidePage):
    """The copies in a table; what differs is worked out beside the window while one is looked at."""

    form = "beside_copies"
    kinds = frozenset(table.name for table in fact_tables())
    question: Paragraph
    copies: Sheet

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._work = Work(self)
        self._work.finished.connect(self._found)
        self._work.failed.connect(self._failed)
        self._look = QTimer(self, singleShot=True, interval=_LOOKING_PAUSE_MS)
        self._look.timeout.connect(self._compare)
        sentence = message("A copy is kept when a workshop is opened, and every ten minutes while you work.")
        columns: list[Column[EarlierCopy]] = [
            Column("when", message("When"), lambda copy: copy.when, width=170, strong=True),
            Column("why", message("Why it was kept"), lambda copy: copy.why, stretch=1),
            Column("size", message("Size"), lambda copy: copy.size, width=90, right=True),
        ]
        self.copies.declare(columns, name=message("Earlier copies"), empty=EmptyState(self, sentence=sentence))
        self.copies.selected.connect(lambda _: self._look.start())

    def picture(self) -> tuple[EarlierCopy, ...]:
        """The copies, the newest first."""
        return earlier_copies(self.sitting.document)

    def present(self, picture: tuple[EarlierCopy, ...]) -> None:
        """Shows the copies, with the same one chosen."""
        self.question.setVisible(bool(picture))
        self.copies.present(picture)
        if picture and not self.copies.current():
            self.copies.select(picture[0].uuid)
        self._look.start()

    def arrive(self, subject: str) -> None:
        """Selects a copy."""
        self.copies.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Looks for copies that were taken meanwhile."""
        self._stale = True
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is compared that nobody sees."""
        self._work.cancel()
        super().hideEvent(event)

    def _current(self) -> EarlierCopy | None:
        uuid = self.copies.current()
        return next((each for each in self.copies.rows() if each.uuid == uuid), None)

    def _compare(self) -> None:
        copy = self._current()
        if copy is None or not self.isVisible():
            self._work.cancel()
            self.sitting.inspect(None)
            return
        self._tell(copy, (Line(message("Comparing"), Mark.OPEN),))
        path = self.sitting.document.path

        def job(progress: Progress) -> tuple[EarlierCopy, tuple[StageDifference, ...]]:
            return copy, differing_from_now(path, copy, progress.reached)

        self._work.begin(job)

    def _found(self, made: tuple[EarlierCopy, tuple[StageDifference, ...]]) -> None:
        copy, stages = made
        lines = tuple(
            Line(
                message("{stage}: {words}", stage=each.name, words=each.words),
                Mark.LOOK if each.count else Mark.HOLDS,
            )
            for each in stages
        )
        self._tell(copy, lines, differs=any(each.count for each in stages))

    def _failed(self, error: Exception) -> None:
        copy = self._current()
        if not isinstance(error, FileTrouble):
            raise error
        if copy is not None:
            about = Inspection(message("An earlier copy"), copy.when, error.what)
            self.sitting.inspect(about)

    def _tell(self, copy: EarlierCopy, lines: tuple[Line, ...], *, differs: bool = False) -> None:
        section = Section(message("What differs from now"), lines)
        about = Inspection(message("An earlier copy"), copy.when, _capital(copy.why), sections=(section,))
        actions = [Action(message("Open beside"), partial(self.sitting.copy_wanted.emit, copy))]
        if differs and not self.sitting.document.read_only:
            actions.insert(0, Action(message("Go back to this"), partial(self._go_back, copy)))
        self.sitting.inspect(about, tuple(actions))

    def _go_back(self, copy: EarlierCopy) -> None:
        document = self.sitting.document

        def way(progress: Progress) -> Prepared:
            progress.reached(0, 3)
            with closing(document.reader()) as reader:
                return way_back(reader, copy.path, progress.reached)

        words = message("Going back to {copy}", copy=copy.name)
        self.sitting.carry_out(LongMove(words, way, lambda found: go_back_to(document, copy, found)))


def _capital(why: Words) -> Words:
    return message("Kept {why}.", why=why)


PAGE = CopiesPage
