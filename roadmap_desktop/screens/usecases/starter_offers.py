"""The catalogue's measures for a use case, each taken by one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.journey.usecases.outcomes import Starter
from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say


class StarterOffers(QWidget):
    """``taken`` carries the key of the measure to begin with."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Starter, ...] = ()
        self.buttons: list[Button] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))

    def present(self, starters: Sequence[Starter]) -> None:
        """Offers these measures; without any, it is not there."""
        self.setVisible(bool(starters))
        if tuple(starters) == self._shown:
            return
        self._shown = tuple(starters)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for starter in self._shown:
            self._rows.addWidget(self._row(starter))

    def _row(self, starter: Starter) -> QWidget:
        row = QWidget(self)
        measure = Paragraph(row, words=message("{measure}: {target}", measure=starter.measure, target=starter.target))
        measure.setToolTip(say(starter.note))
        button = Button(row, words=message("Begin with it"), pressed=lambda: self.taken.emit(starter.key))
        button.setAccessibleName(say(message("Begin with: {measure}", measure=starter.measure)))
        self.buttons.append(button)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(measure, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
