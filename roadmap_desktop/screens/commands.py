"""Every command of the window with its keys, in a menu bar that the Alt key shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Message, Words, message
from roadmap_desktop.screens.beside.pages import BesideEntry
from roadmap_desktop.screens.room.plug import RoomPlug
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say

Key = QKeySequence.StandardKey | str
_BESIDES = {
    QKeySequence.StandardKey.Redo: ("Ctrl+Y", "Ctrl+Shift+Z"),
    QKeySequence.StandardKey.Quit: ("Ctrl+Q",),
}
"""Keys that some systems lack and people know from others."""
_THEMES: dict[theme.Choice, Message] = {
    theme.Choice.SYSTEM: message("As the system"),
    theme.Choice.LIGHT: message("Light"),
    theme.Choice.DARK: message("Dark"),
    theme.Choice.PROJECTOR: message("Projector"),
}


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the commands do; the window gives them."""

    new: Callable[[], object]
    open: Callable[[], object]
    take_packet: Callable[[], object]
    sample: Callable[[], object]
    merge: Callable[[], object]
    close: Callable[[], object]
    leave: Callable[[], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    go_to_stage: Callable[[str], object]
    show_beside: Callable[[str], object]
    jot: Callable[[str], object]
    go_by: Callable[[int], object]
    go_to_pane: Callable[[int], object]
    fold_inspector: Callable[[], object]
    dress: Callable[[theme.Choice], object]
    room: RoomPlug


class Commands:
    """The menus. Those that need an open workshop are off on the start page."""

    def __init__(self, window: QMainWindow, deeds: Deeds, beside: Sequence[BesideEntry]) -> None:
        self._window = window
        self._workshop_only: list[QAction] = []
        bar = window.menuBar()
        self._fill_file(bar.addMenu(say(message("&File"))), deeds)
        self._fill_edit(bar.addMenu(say(message("&Edit"))), deeds)
        self._fill_go(bar.addMenu(say(message("&Go"))), deeds, beside)
        self._fill_view(bar.addMenu(say(message("&View"))), deeds)
        bar.hide()
        self.has_workshop(is_open=False)

    def has_workshop(self, *, is_open: bool) -> None:
        """Switches what needs an open workshop."""
        for action in self._workshop_only:
            action.setEnabled(is_open)

    def _fill_file(self, menu: QMenu, deeds: Deeds) -> None:
        key = QKeySequence.StandardKey
        self._add(menu, message("&New workshop"), key.New, deeds.new)
        self._add(menu, message("&Open a file"), key.Open, deeds.open)
        self._add(menu, message("Look at the &sample district"), "", deeds.sample)
        self._workshop_only.append(self._add(menu, message("&Merge a copy"), "", deeds.merge))
        self._workshop_only.append(self._add(menu, message("&Take in a packet"), "", deeds.take_packet))
        menu.addSeparator()
        self._workshop_only.append(self._add(menu, message("&Close the workshop"), key.Close, deeds.close))
        self._add(menu, message("&Quit"), key.Quit, deeds.leave)

    def _fill_edit(self, menu: QMenu, deeds: Deeds) -> None:
        key = QKeySequence.StandardKey
        self._workshop_only.append(self._add(menu, message("&Undo"), key.Undo, deeds.undo))
        self._workshop_only.append(self._add(menu, message("&Redo"), key.Redo, deeds.redo))
        menu.addSeparator()
        for words, keys, kind in (
            (message("&Park something for later"), "Ctrl+Shift+P", "park"),
            (message("Note an &action"), "Ctrl+Shift+A", "action"),
        ):
            self._workshop_only.append(self._add(menu, words, keys, partial(deeds.jot, kind)))

    def _fill_go(self, menu: QMenu, deeds: Deeds, beside: Sequence[BesideEntry]) -> None:
        for number, stage in enumerate(STAGES, 1):
            keys = f"Ctrl+{number % 10}"
            self._workshop_only.append(self._add(menu, stage.name, keys, partial(deeds.go_to_stage, stage.key)))
        menu.addSeparator()
        for page in beside:
            self._workshop_only.append(self._add(menu, page.menu, page.shortcut, partial(deeds.show_beside, page.key)))
        menu.addSeparator()
        for words, keys, deed, step in (
            (message("Next step"), "Ctrl+PgDown", deeds.go_by, 1),
            (message("Step before"), "Ctrl+PgUp", deeds.go_by, -1),
            (message("Next part of the window"), "F6", deeds.go_to_pane, 1),
            (message("Part of the window before"), "Shift+F6", deeds.go_to_pane, -1),
        ):
            self._workshop_only.append(self._add(menu, words, keys, partial(deed, step)))

    def _fill_view(self, menu: QMenu, deeds: Deeds) -> None:
        self._workshop_only.append(self._add(menu, message("&Inspector"), "F9", deeds.fold_inspector))
        menu.addSeparator()
        self._fill_room(menu, deeds.room)
        menu.addSeparator()
        group = QActionGroup(self._window)
        for choice, words in _THEMES.items():
            action = self._add(menu, words, "", partial(deeds.dress, choice))
            action.setCheckable(True)
            action.setChecked(choice is theme.choice())
            group.addAction(action)

    def _fill_room(self, menu: QMenu, room: RoomPlug) -> None:
        for words, keys, deed in (
            (message("&Room view"), "F5", room.open),
            (message("Close the room view"), "Shift+F5", room.close),
            (message("&Freeze the room view, or follow again"), "F8", room.freeze),
            (message("Room view: &black, or shown again"), "", room.blank),
            (message("Room view: next"), "Ctrl+Shift+PgDown", partial(room.turn, 1)),
            (message("Room view: before"), "Ctrl+Shift+PgUp", partial(room.turn, -1)),
            (message("Room view: start or stop the &time"), "Ctrl+F8", room.count_down),
        ):
            self._workshop_only.append(self._add(menu, words, keys, deed))

    def _add(self, menu: QMenu, words: Words, key: Key, deed: Callable[[], object]) -> QAction:
        action = menu.addAction(say(words))
        if isinstance(key, QKeySequence.StandardKey):
            known = [each.toString() for each in QKeySequence.keyBindings(key)]
            action.setShortcuts([QKeySequence(each) for each in dict.fromkeys([*known, *_BESIDES.get(key, ())])])
        elif key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: deed())
        self._window.addAction(action)  # a hidden menu bar alone would silence the keys
        return action
