"""A foreign file shown before it is taken: what is understood of it, what is left out and why, and one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from textwrap import shorten
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.form import load
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.speech import say

MOST_NOTES = 3
_MOST_WORDS = 90


class Shown(StrEnum):
    """Which parts of the file are shown."""

    UNDERSTOOD = "understood"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class PartRow:
    """A row of any of the tables: up to four texts, by the meaning of the table's columns."""

    uuid: str
    first: Words
    second: Words
    third: Words
    fourth: Words = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What there is to show: a sentence, notes, the parts as understood, those left out, and the button.

    ``asks`` is what the person can agree to beside, empty where nothing is asked; ``places`` are where it can go, by
    their keys, the first of them unless another is chosen.
    """

    summary: Words
    notes: tuple[Words, ...]
    understood: Words
    columns: Sequence[Column[Any]]
    rows: tuple[PartRow, ...]
    left: tuple[PartRow, ...]
    take: Words
    ready: bool
    asks: Words = ""
    places: tuple[tuple[str, Words], ...] = ()


class ForeignPreview(QWidget):
    """``taken`` says that the person takes what is shown, ``given_up`` that nothing is to be taken.

    ``agreed`` says whether the person agrees to what is asked beside, ``placed`` where it is to go.
    """

    form: ClassVar[str] = "foreign"
    taken = Signal()
    given_up = Signal()
    agreed = Signal(bool)
    placed = Signal(str)

    summary: Paragraph
    notes: Paragraph
    shown_row: Labelled
    shown_field: SegmentedChoice
    asked: QCheckBox
    place_row: Labelled
    place_field: QComboBox
    parts: Sheet
    take_button: Button
    leave_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self._contents: Contents | None = None
        self._shown = Shown.UNDERSTOOD
        self._declared: object = None
        self.shown_field.chosen.connect(self._show)
        self.asked.clicked.connect(self.agreed)
        self.place_field.activated.connect(lambda _: self.placed.emit(self.place_field.currentData()))
        self.take_button.clicked.connect(self.taken)
        self.leave_button.clicked.connect(self.given_up)

    def wait_for(self, file: str) -> None:
        """Says that a file is being read; the button gives it up."""
        self._contents = None
        self.summary.say(message("Reading {file} …", file=file))
        for part in (self.notes, self.shown_row, self.place_row, self.asked, self.parts, self.take_button):
            part.hide()
        self.asked.setChecked(False)
        self.leave_button.setFocus()

    def show_contents(self, contents: Contents, *, again: bool = False) -> None:
        """Shows a file that was just read, or the same once more after a change."""
        self._contents = contents
        if not again:
            self._shown, self._declared = Shown.UNDERSTOOD, None
            self._offer(contents.places)
        for part in (self.shown_row, self.parts, self.take_button):
            part.show()
        self._refresh(contents)
        if not again:
            self.take_button.setFocus()

    def _offer(self, places: tuple[tuple[str, Words], ...]) -> None:
        self.place_field.clear()
        for key, words in places:
            self.place_field.addItem(say(words), key)
        self.place_row.setVisible(bool(places))

    def _refresh(self, contents: Contents) -> None:
        self.summary.say(contents.summary)
        notes = [say(note) for note in contents.notes[:MOST_NOTES]]
        more = len(contents.notes) - MOST_NOTES
        if more > 0:
            notes.append(say(message("And {n} more of that kind.", n=more)))
        self.notes.say(" ".join(notes))
        self.notes.setVisible(bool(notes))
        options = (
            (Shown.UNDERSTOOD, message("{what} ({n})", what=contents.understood, n=len(contents.rows))),
            (Shown.LEFT, message("Left out ({n})", n=len(contents.left))),
        )
        self.shown_field.present(options, self._shown)
        if self._declared != (self._shown, contents.understood):
            self._declared = (self._shown, contents.understood)
            columns = contents.columns if self._shown is Shown.UNDERSTOOD else untaken_columns()
            self.parts.declare(columns, name=message("Parts of the file"))
        self.parts.present(contents.rows if self._shown is Shown.UNDERSTOOD else contents.left)
        self.asked.setText(say(contents.asks))
        self.asked.setVisible(bool(contents.asks))
        self.take_button.say(contents.take)
        self.take_button.setEnabled(contents.ready)

    def _show(self, shown: str) -> None:
        self._shown = Shown(shown)
        if self._contents is not None:
            self._refresh(self._contents)


def untaken_rows(untaken: Sequence[Untaken]) -> tuple[PartRow, ...]:
    """What is left out: where it stands, what it says, why."""
    return tuple(
        PartRow(str(place), each.where, shorten(each.raw, _MOST_WORDS, placeholder="…"), each.reason)
        for place, each in enumerate(untaken)
    )


def untaken_columns() -> Sequence[Column[PartRow]]:
    """The columns of what is left out."""
    return (
        Column("where", message("Where"), lambda row: row.first, stretch=1, wraps=True),
        Column("raw", message("What it says"), lambda row: row.second, stretch=2, wraps=True),
        Column("reason", message("Why"), lambda row: row.third, stretch=2, wraps=True),
    )
