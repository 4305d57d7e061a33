"""A list of people shown before it is taken: who is new or here already, what is not understood, who is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.exchange.people_list import PeopleList
from roadmap_desktop.journey.prepare.participants import ParticipantsPicture
from roadmap_desktop.journey.prepare.peoplelist import ListedPerson, judged
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.form import load
from roadmap_desktop.screens.prepare.peoplelines import LineRow, columns, left_rows, taken_rows
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

_TAKEN, _LEFT = "taken", "left"


class PeopleImport(QWidget):
    """``taken`` carries the people that would be taken and the file's name; ``left`` says that nobody is."""

    form: ClassVar[str] = "prepare_peopleimport"
    taken = Signal(object, str)  # tuple[ListedPerson, ...]
    left = Signal()

    summary: Paragraph
    how: Paragraph
    shown_field: SegmentedChoice
    lines: Sheet
    take_button: Button
    leave_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self._document: Document | None = None
        self._list = PeopleList((), ())
        self._file, self._shown = "", _TAKEN
        self._picture: ParticipantsPicture | None = None
        self._meant: dict[str, str] = {}
        self.lines.declare(columns(self._choices, self._mean), name=message("Lines of the list"))
        self.shown_field.chosen.connect(self._show)
        self.take_button.clicked.connect(lambda: self.taken.emit(self.people(), self._file))
        self.leave_button.clicked.connect(self.left)

    def show_list(self, document: Document, found: PeopleList, file: str, picture: ParticipantsPicture) -> None:
        """Shows a list that was just read."""
        self._document, self._list, self._file, self._picture = document, found, file, picture
        self._shown = _TAKEN
        self._refresh()
        self.take_button.setFocus()

    def people(self) -> tuple[ListedPerson, ...]:
        """The lines as they would be taken now, those that are left out among them."""
        return () if self._document is None else judged(self._document, self._list.lines, self._meant)

    def _refresh(self) -> None:
        people = self.people()
        taken = taken_rows(people, self._picture)
        left = left_rows(people, self._list.untaken, self._picture)
        number, unclear = len(taken), sum(bool(each.unclear) for each in people if each.is_taken)
        self.summary.say(
            message(
                "{file}: {people}, {others}.",
                file=self._file,
                people=plural("{n} person", "{n} people", number),
                others=plural("{n} line or column left out", "{n} lines or columns left out", len(left)),
            )
        )
        self.how.say(message("A perspective chosen here holds for all lines with the same word.") if unclear else "")
        self.shown_field.present(
            ((_TAKEN, message("Taken ({n})", n=number)), (_LEFT, message("Left out ({n})", n=len(left)))), self._shown
        )
        self.lines.present(taken if self._shown == _TAKEN else left)
        self.take_button.say(plural("Take {n} person", "Take {n} people", number))
        self.take_button.setEnabled(number > 0)

    def _show(self, shown: str) -> None:
        self._shown = shown
        self._refresh()

    def _choices(self, row: LineRow) -> Sequence[tuple[str, Words]]:
        return self._picture.perspectives if self._picture is not None and row.can_choose else ()

    def _mean(self, row: LineRow, perspective: str) -> None:
        """From now on the word of that line stands for the perspective."""
        self._meant[row.perspective_text] = perspective
        self._refresh()
