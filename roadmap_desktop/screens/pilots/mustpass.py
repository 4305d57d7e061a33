"""The choice of the criteria that must pass: a field that says which, and opens a list with a tick for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy, QWidget

from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.speech import say

_SHORT = 28
"""Letters of a name that the field has room for."""


class MustPass(QComboBox):
    """``let`` carries the criteria (set of uuids) that must pass from now on."""

    let = Signal(object)  # set[str]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QMenu(self)
        self._passing: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, criteria: Sequence[tuple[str, str, bool]]) -> None:
        """Offers these criteria: uuid, name, and whether it must pass."""
        self._passing = {uuid for uuid, _, passes in criteria if passes}
        names = [name for _, name, passes in criteria if passes]
        self.clear()
        self.addItem(say(_summary(names, len(criteria))))
        self.setAccessibleDescription(say(message("{criteria}", criteria=tuple(names))))
        self.list.clear()
        for uuid, name, passes in criteria:
            self.list.addAction(self._action(uuid, name, is_passing=passes))

    def showPopup(self) -> None:
        """Opens the list with the ticks."""
        self.list.setMinimumWidth(self.width())
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """There is nothing to turn through; the step scrolls."""
        event.ignore()

    def _action(self, uuid: str, name: str, *, is_passing: bool) -> QAction:
        action = QAction(name.replace("&", "&&"), self.list, checkable=True, checked=is_passing)
        action.triggered.connect(lambda: self.let.emit(self._passing ^ {uuid}))
        return action


def _summary(names: Sequence[str], all_of_them: int) -> Words:
    if not names:
        return message("none yet")
    if len(names) == 1 and len(names[0]) <= _SHORT:
        return names[0]
    return message("{n} of {all} criteria", n=len(names), all=all_of_them)
