"""The answer to a concern in the inspector, with room for some sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.journey.readiness.concernlog import ConcernField, edit_concern
from roadmap_desktop.journey.readiness.concerns import ConcernRow
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.longtext import LongText


class ConcernPanel(QWidget):
    """Shows the answer of one concern and saves what is typed."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting, self._uuid = sitting, ""
        self.answer = LongText(self, height=110)
        self.answer_row = Labelled.around(self.answer, message("What the room answers"), parent=self)
        self.answer.written.connect(self._answered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.answer_row)

    def present(self, row: ConcernRow) -> None:
        """Shows the answer of a concern."""
        if row.uuid != self._uuid:
            self.save_typing()
            self._uuid = row.uuid
            self.answer_row.clear()
        self.answer.show_text(row.answer)

    def save_typing(self) -> None:
        """Saves what was typed and waits for a pause."""
        self.answer.save()

    def _answered(self, text: str) -> None:
        document, uuid = self._sitting.document, self._uuid
        if uuid:
            move = lambda: edit_concern(document, uuid, ConcernField.ANSWER, text)  # noqa: E731
            self._sitting.attempt(move, beside=self.answer_row)
