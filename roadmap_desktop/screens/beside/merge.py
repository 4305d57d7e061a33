"""Merging other copies: what each would bring by stage, what was given differently, and one move that takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.merging.moves import Merge, compared, preview, settled, take
from roadmap_desktop.journey.merging.picture import Decision, MergePicture, Place
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.screens.beside import merge_lines
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.beside.paths import paths_in
from roadmap_desktop.screens.carrying import LongMove
from roadmap_desktop.screens.choosing import SystemChooser
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.work import Progress, Work
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.merge import Comparison
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.choice_list import ChoiceList
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet


class Stand(Enum):
    """How far the merge is."""

    NOTHING = auto()
    COMPARING = auto()
    COMPARED = auto()
    MERGING = auto()
    MERGED = auto()


class MergePage(BesidePage):
    """Asks for copies, compares them in a worker, asks what can't be decided, and merges; an undo takes it back."""

    form = "beside_merge"
    kinds = frozenset(table.name for table in fact_tables())
    scrolls_inside = True
    nothing: EmptyState
    summary: Paragraph
    note: Paragraph
    coming: Sheet
    question: Paragraph
    apart_card: Card
    apart: ChoiceList
    other_button: Button
    merge_button: Button

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self.choose: Callable[[QWidget], Sequence[Path]] = SystemChooser().copies
        self.stand = Stand.NOTHING
        self._paths: tuple[Path, ...] = ()
        self._comparison: Comparison | None = None
        self._picture: MergePicture | None = None
        self._choices: dict[Place, int] = {}
        self._is_merging = False
        self._work = Work(self)
        self._work.finished.connect(self._compared)
        self._work.failed.connect(self._failed)
        self._work.progressed.connect(self._progressed)
        self.nothing.begun.connect(self._ask)
        self.other_button.clicked.connect(self._ask)
        self.merge_button.clicked.connect(self._merge)
        self.apart.chosen.connect(self._choose)
        self.apart.came.connect(lambda _: self._inspect())
        sitting.changed.connect(lambda _: self._changed())

    def picture(self) -> None:
        """Nothing is read before copies are chosen."""

    def present(self, picture: Any) -> None:
        """Shows what belongs to how far the merge is."""
        del picture
        is_told = self.stand in (Stand.COMPARED, Stand.MERGED)
        has_more = is_told and self._picture is not None and not self._picture.brings_nothing
        asks = self.stand is Stand.COMPARED and has_more and bool(self._lines())
        self.nothing.setVisible(self.stand is Stand.NOTHING)
        self.summary.setVisible(self.stand is not Stand.NOTHING)
        self.note.setVisible(has_more)
        self.coming.setVisible(has_more)
        self.question.setVisible(asks)
        self.apart_card.setVisible(asks)
        self.other_button.setVisible(is_told)
        self.merge_button.setVisible(self.stand is Stand.COMPARED and has_more)
        if self.stand is Stand.NOTHING:
            self.nothing.present(
                message("What other copies of this workshop hold will be shown here before anything is changed."),
                message("Choose copies"),
                message("Answers of all copies are kept; where they differ, you decide."),
            )
        elif is_told and self._picture is not None:
            self._tell(self._picture)

    def remark(self, picture: Any) -> Remark | None:
        """How many answers wait for a decision."""
        del picture
        if self.stand is not Stand.COMPARED or self._picture is None or not self._picture.decisions:
            return None
        number = len(self._picture.decisions)
        return Remark(plural("{n} answer given differently", "{n} answers given differently", number), "warn")

    def arrive(self, subject: str) -> None:
        """Compares the files that were chosen."""
        if paths := paths_in(subject):
            self._choices.clear()
            self._compare(paths)

    def decisions(self) -> tuple[Decision, ...]:
        """What was given differently."""
        return self._picture.decisions if self._picture is not None else ()

    def _ask(self) -> None:
        if paths := tuple(self.choose(self)):
            self._choices.clear()
            self._compare(paths)

    def _compare(self, paths: tuple[Path, ...]) -> None:
        document, choices = self.sitting.document, dict(self._choices)
        self._paths, self.stand = paths, Stand.COMPARING
        self.summary.say(message("Comparing the copies …"))
        self._work.begin(lambda progress: _comparison(document, paths, choices, progress))
        self.refresh()

    def _compared(self, made: tuple[Comparison, MergePicture]) -> None:
        self._comparison, self._picture = made
        self.stand = Stand.COMPARED
        self.refresh()
        if self.apart_card.isVisibleTo(self) and self.isVisible():
            self.apart.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.isVisible():
            target = self.other_button if self._picture.brings_nothing else self.merge_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._inspect()

    def _failed(self, error: Exception) -> None:
        self.stand = Stand.NOTHING
        self.refresh()
        match error:
            case Refused():
                self.sitting.noticed.emit(Notice(error.reason, message("Nothing was changed."), error.remedy))
            case FileTrouble():
                self.sitting.noticed.emit(Notice(error.what, error.safe, error.remedy))
            case _:
                raise error

    def _progressed(self, done: int, of: int) -> None:
        if self.stand is Stand.COMPARING:
            self.summary.say(message("Comparing the copies: {done} of {of} …", done=done, of=of))

    def _tell(self, picture: MergePicture) -> None:
        if self.stand is Stand.MERGED:
            files = tuple(picture.files[1:])
            self.summary.say(message("Merged {files}. Undo takes it back.", files=files))
            self.note.say(message("What came from where:"))
        else:
            self.summary.say(merge_lines.summary(picture))
            self.note.say(
                message("Nothing is changed before you merge, and an earlier copy is kept.")
                if picture.has_common_history
                else message("These copies have no history in common, so every difference is asked about.")
            )
        self.coming.declare(merge_lines.stage_columns(picture), name=message("What comes in, by stage"))
        self.coming.present([merge_lines.StageRow(each.stage, each) for each in picture.stages])
        self._say_what_is_asked(picture)
        titles = (message("Answer"), *merge_lines.file_titles(picture))
        self.apart.declare(titles, name=message("Answers given differently"))
        self.apart.present(self._lines())

    def _say_what_is_asked(self, picture: MergePicture) -> None:
        number = len(picture.decisions)
        asked = plural(
            "{n} answer was given differently. Left and Right choose, Down moves on.",
            "{n} answers were given differently. Left and Right choose, Down moves on.",
            number,
        )
        self.question.say(asked if number else message("Nothing was given differently."))

    def _lines(self) -> list[Any]:
        return [] if self._picture is None else list(merge_lines.choice_lines(self._picture, self._choices))

    def _choose(self, place: Place, copy: int) -> None:
        self._choices[place] = copy
        self.apart.present(self._lines())
        self._inspect()

    def _inspect(self) -> None:
        line = self.apart.current() if self.stand is Stand.COMPARED else None
        decision = next((each for each in self.decisions() if line is not None and each.place == line.key), None)
        self.sitting.inspect(None if decision is None else merge_lines.inspection(decision, self._choices))

    def _merge(self) -> None:
        comparison = self._comparison
        if comparison is None or self.stand is not Stand.COMPARED:
            return
        document, choices = self.sitting.document, dict(self._choices)

        def settle(progress: Progress) -> Merge:
            progress.reached(0, 0)
            with closing(document.reader()) as reader:
                return settled(reader, comparison, choices)

        files = tuple(copy.name for copy in comparison.copies[1:])
        words = message("Merging {files}", files=files)
        move = LongMove(words, settle, self._take, ended=self._not_merged)
        if self.sitting.carry_out(move):
            self.stand = Stand.MERGING
            self.summary.say(message("{what} …", what=words))
            self.refresh()
            self._inspect()

    def _take(self, merge: Merge) -> None:
        self._is_merging = True
        try:
            take(self.sitting.document, merge, origin=self)
        finally:
            self._is_merging = False
        self._picture = merge.picture
        self.stand = Stand.MERGED
        self.refresh()
        self._inspect()
        self.other_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_merged(self) -> None:
        """What was chosen stays; the workshop may have been changed meanwhile, so the copies are compared again."""
        self._compare(self._paths)

    def _changed(self) -> None:
        """A move made meanwhile, or an undo: what was compared is compared anew, what was merged is done with."""
        if self._is_merging:
            return
        if self.stand in (Stand.COMPARED, Stand.COMPARING):
            self._compare(self._paths)
        elif self.stand is Stand.MERGED:
            self.stand = Stand.NOTHING
            self.refresh()


def _comparison(
    document: Document, paths: Sequence[Path], choices: dict[Place, int], progress: Progress
) -> tuple[Comparison, MergePicture]:
    with closing(document.reader()) as reader:
        found = compared(reader, paths, progress.reached)
        return found, preview(reader, found, choices)


PAGE = MergePage
