"""A foreign file shown before it is taken: what is understood of it, what is left out and why, and one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.form import load
from roadmap_desktop.screens.readiness.foreignparts import MOST_NOTES, PartRow, untaken_columns
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.speech import say


class Shown(StrEnum):
    """Which parts of the file are shown."""

    UNDERSTOOD = "understood"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Contents:
    """What there is to show: a sentence, notes, the parts as understood, those left out, and the button."""

    summary: Words
    notes: tuple[Words, ...]
    understood: Words
    columns: Sequence[Column[Any]]
    rows: tuple[PartRow, ...]
    left: tuple[PartRow, ...]
    take: Words
    ready: bool


class ForeignPreview(QWidget):
    """``taken`` says that the person takes what is shown, ``given_up`` that nothing is to be taken."""

    form: ClassVar[str] = "readiness_foreign"
    taken = Signal()
    given_up = Signal()

    summary: Paragraph
    notes: Paragraph
    shown_row: Labelled
    shown_field: SegmentedChoice
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
        self.take_button.clicked.connect(self.taken)
        self.leave_button.clicked.connect(self.given_up)

    def wait_for(self, file: str) -> None:
        """Says that a file is being read; the button gives it up."""
        self._contents = None
        self.summary.say(message("Reading {file} …", file=file))
        for part in (self.notes, self.shown_row, self.parts, self.take_button):
            part.hide()
        self.leave_button.setFocus()

    def show_contents(self, contents: Contents, *, again: bool = False) -> None:
        """Shows a file that was just read, or the same once more after a change."""
        self._contents = contents
        if not again:
            self._shown, self._declared = Shown.UNDERSTOOD, None
        for part in (self.shown_row, self.parts, self.take_button):
            part.show()
        self._refresh(contents)
        if not again:
            self.take_button.setFocus()

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
        self.take_button.say(contents.take)
        self.take_button.setEnabled(contents.ready)

    def _show(self, shown: str) -> None:
        self._shown = Shown(shown)
        if self._contents is not None:
            self._refresh(self._contents)
