"""The list under a sheet that says which of many cells were not taken, and why; it stays until it is put away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet_blocks import NotTaken
from roadmap_desktop.widgets.speech import say

_MOST_SHOWN = 4


class SheetRefusals(QFrame):
    """``sought`` carries uuid and column of a line that was clicked or opened with Enter."""

    sought = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Paragraph(self, role="bad")
        self._list = QListWidget(self)
        self._list.setAccessibleName(say(message("Cells that were not taken")))
        self._list.setWordWrap(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        away = Button(self)
        away.say(message("Put the list away"))
        away.clicked.connect(self.clear)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(away, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (8, 8, 8, 4)))
        layout.addLayout(top)
        layout.addWidget(self._list)
        self.hide()

    def present(self, refused: Sequence[NotTaken], titles: Sequence[Words], taken: int) -> None:
        """Shows the cells that were not taken; ``taken`` is how many were."""
        self._list.clear()
        not_taken = plural("{n} cell was not taken", "{n} cells were not taken", len(refused))
        others = plural("{n} other is in the table", "{n} others are in the table", taken)
        self._title.say(message("{not_taken}; {others}.", not_taken=not_taken, others=others))
        for each in refused:
            item = QListWidgetItem(say(_told(each, titles)), self._list)
            item.setData(Qt.ItemDataRole.UserRole, (each.uuid, each.column))
        row = self._list.sizeHintForRow(0)
        self._list.setFixedHeight(row * min(len(refused), _MOST_SHOWN) + theme.px(6))
        self.show()

    def clear(self) -> None:
        """Puts the list away."""
        self._list.clear()
        self.hide()

    def _go(self, item: QListWidgetItem) -> None:
        uuid, column = item.data(Qt.ItemDataRole.UserRole)
        if uuid:
            self.sought.emit(uuid, column)


def _told(each: NotTaken, titles: Sequence[Words]) -> Words:
    column = titles[each.column] if 0 <= each.column < len(titles) else ""
    if not column:
        return message("{line}: “{text}”. {reason} {remedy}", **_words(each))
    return message("{line}, {column}: “{text}”. {reason} {remedy}", column=column, **_words(each))


def _words(each: NotTaken) -> dict[str, str]:
    return {"line": each.line, "text": each.text, "reason": each.reason, "remedy": each.remedy}
