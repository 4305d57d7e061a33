"""The panel of a seat in the inspector: people who fit, anybody else by name, the perspective it stands for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.team import holding
from roadmap_desktop.journey.team.seats import SeatRow, SeatsPicture
from roadmap_desktop.language import message
from roadmap_desktop.rules.team import names
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.flow import Flow
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph

_SHORTEST = 12
"""Letters that the list of perspectives shows at least: the inspector is narrow."""


class SeatPanel(QWidget):
    """Shows one seat and makes its moves."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._uuid = ""
        self._people: tuple[str, ...] = ()
        self._suggested: tuple[str, ...] = ()
        self.buttons: list[Button] = []
        self._title = Paragraph(self, words=message("People who fit"), role="label")
        self._names = QWidget(self)
        self._flow = Flow(self._names, gap=6)
        self.person = QLineEdit(self)
        self.person_row = Labelled.around(self.person, message("Add a person"), parent=self)
        self.perspective = QComboBox(self)
        self.perspective.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.perspective.setMinimumContentsLength(_SHORTEST)
        self.perspective_row = Labelled.around(self.perspective, message("Stands for"), parent=self)
        self.remove = Button(self, words=message("Remove this seat"), weight=Weight.PLAIN, pressed=self._removed)
        self._before: tuple[str, ...] = ()
        self._so_far = ""
        sitting.typing.watch(self.person, self._save_so_far)
        self.person.editingFinished.connect(self._typed)
        self.perspective.activated.connect(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for widget in (self._title, self._names, self.person_row, self.perspective_row, self.remove):
            layout.addWidget(widget)

    def present(self, row: SeatRow, picture: SeatsPicture) -> None:
        """Shows who fits, and for a seat of the room's own its perspective."""
        if row.uuid != self._uuid:
            self._typed()
            self._uuid = row.uuid
            self.person_row.begin(row.uuid)
            self.perspective_row.begin(row.uuid)
            self.person.clear()
        self._suggest(row.suggested)
        self._complete(picture.people)
        self.perspective.clear()
        self.perspective.addItem(self._sitting.say(message("No perspective of its own")), "")
        for key, name in picture.perspectives:
            self.perspective.addItem(self._sitting.say(name), key)
        self.perspective.setCurrentIndex(max(0, self.perspective.findData(row.perspective)))
        self.perspective_row.setVisible(row.own)
        self.remove.setVisible(row.own)

    def _suggest(self, names: tuple[str, ...]) -> None:
        self._title.setVisible(bool(names))
        self._names.setVisible(bool(names))
        if names == self._suggested:
            return
        self._suggested = names
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.deleteLater()
        self.buttons = [Button(self._names, words=name, pressed=partial(self._add, name)) for name in names]
        for button in self.buttons:
            self._flow.addWidget(button)
            button.show()
        self._names.updateGeometry()

    def _complete(self, people: tuple[str, ...]) -> None:
        if people == self._people or (self.person.hasFocus() and self.person.text()):
            return  # a list that is open stays as it is
        self._people = people
        completer = QCompleter(list(people), self.person)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.person.setCompleter(completer)

    def _add(self, name: str) -> None:
        document, uuid = self._sitting.document, self._uuid

        def move() -> bool:
            holding.add_holder(document, uuid, name)
            if self.person.text() == name:
                self.person.clear()
            return True

        self._sitting.attempt(move, beside=self.person_row)

    def _save_so_far(self, text: str) -> None:
        """Seats who is typed, in the place of what was typed of the name before the pause."""
        document, uuid = self._sitting.document, self._uuid

        def move() -> bool:
            held = holding.holders(document, uuid)
            if not self._so_far or held != (*self._before, *names(self._so_far)):
                self._before = held
            holding.fill_seat(document, uuid, ", ".join((*self._before, text)))
            self._so_far = text.strip()
            return True

        if uuid and (text.strip() or self._so_far):
            self._sitting.attempt(move, beside=self.person_row)

    def _typed(self) -> None:
        """The name is whole: the field is free for the next one, unless the file did not take it."""
        text = self.person.text()
        if not self._uuid or not text.strip():
            self._so_far = ""
            return
        if self._so_far != text.strip():
            self._save_so_far(text)
        if self._so_far == text.strip():
            self.person.clear()
            self._so_far = ""

    def _chosen(self) -> None:
        move = partial(
            holding.give_perspective, self._sitting.document, self._uuid, str(self.perspective.currentData())
        )
        self._sitting.attempt(move, beside=self.perspective_row)

    def _removed(self) -> None:
        self._sitting.attempt(partial(holding.remove_seats, self._sitting.document, (self._uuid,)))
