"""The panel of a cell of the grid in the inspector: the letter of the seat, the name of the row, a way to remove it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.team import assigning
from roadmap_desktop.journey.team.responsibilities import GridPicture, GridRow, GridSeat
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.team import Letter
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice

_NONE = "none"


class WorkPanel(QWidget):
    """``lettered`` carries the letter chosen for the seat (None: no letter); the moves of the row are made here."""

    lettered = Signal(object)  # Letter | None

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._uuid = ""
        self.seat = Paragraph(self, role="label")
        self.letter = SegmentedChoice(self)
        self.meaning = Paragraph(self, role="hint")
        self.name = QLineEdit(self)
        self.name_row = Labelled.around(self.name, message("Name of the row"), parent=self)
        self.remove = Button(self, words=message("Remove this row"), weight=Weight.PLAIN, pressed=self._removed)
        sitting.typing.watch(self.name, self._named)
        self.letter.chosen.connect(lambda key: self.lettered.emit(None if key == _NONE else Letter(key)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for widget in (self.seat, self.letter, self.meaning, self.name_row, self.remove):
            layout.addWidget(widget)

    def present(self, row: GridRow, seat: GridSeat, letter: Letter | None, picture: GridPicture) -> None:
        """Shows the letter and the name; what is being typed is left alone."""
        say = self._sitting.say
        self.seat.say(message("Letter of the seat {seat}", seat=seat.name))
        self.letter.setAccessibleName(self.seat.plain())
        options: list[tuple[str, Words]] = [(each.value, each.value) for each, _, _ in picture.letters]
        self.letter.present([*options, (_NONE, message("none"))], letter.value if letter else _NONE)
        named = [(name, meaning) for each, name, meaning in picture.letters if each is letter]
        words = [message("{name}. {meaning}", name=name, meaning=meaning) for name, meaning in named]
        self.meaning.say(words[0] if words else message("Type R, A, C or I in the grid, or choose here."))
        if row.uuid != self._uuid:
            self._sitting.typing.save_in(self)
            self._uuid = row.uuid
            self.name_row.begin(row.uuid)
            self.name.setText(say(row.name))
        elif not self.name_row.complaint():
            self._sitting.typing.fill(self.name, say(row.name))
        self.remove.setVisible(row.own)

    def _named(self, text: str) -> None:
        move = partial(assigning.rename_work_item, self._sitting.document, self._uuid, text)
        self._sitting.attempt(move, beside=self.name_row)

    def _removed(self) -> None:
        self._sitting.attempt(partial(assigning.remove_work_items, self._sitting.document, (self._uuid,)))
