"""Lists to choose from in the inspector, which is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

_SHORTEST = 12
"""Letters that a list shows at least."""


def narrow_list(parent: QWidget) -> QComboBox:
    """A list that gives way to its panel."""
    made = QComboBox(parent)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_SHORTEST)
    return made


def offer(field: QComboBox, entries: Sequence[tuple[str, str]], current: str) -> None:
    """Fills a list with these entries (key and words), unless it has them, and chooses the current one."""
    if [(field.itemData(place), field.itemText(place)) for place in range(field.count())] != list(entries):
        field.clear()
        for key, words in entries:
            field.addItem(words, key)
    field.setCurrentIndex(max(0, field.findData(current)))
