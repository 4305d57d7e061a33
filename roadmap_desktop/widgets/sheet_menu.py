"""What can be done with the selected cells of a sheet, as a menu that says the keys as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.speech import say


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu; one that can't be done now is not shown."""

    words: Words
    key: str
    perform: Callable[[], object]
    shown: bool = True


def menu_of(parent: QWidget, entries: Sequence[Entry]) -> QMenu:
    """The menu, to be opened where the person asked for it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(say(message("What can be done with these cells")))
    for entry in entries:
        if entry.shown:
            action = menu.addAction(say(entry.words))
            action.setShortcut(QKeySequence(entry.key))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _, perform=entry.perform: perform())
    return menu
