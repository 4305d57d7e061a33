"""How the open file stands, told in the strip: who has it, what keeps it from being changed, copies lying beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.beside.pages import BESIDE
from roadmap_desktop.screens.beside.paths import subject_of
from roadmap_desktop.screens.choosing import FileChooser
from roadmap_desktop.screens.messages import MessageStrip
from roadmap_desktop.screens.sitting import Action, Notice, Sitting
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.openfile import CHANGED_BY_OTHERS
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.widgets.speech import say

EVERY = 2_000
"""Milliseconds between two looks at the file; one costs 0.05 ms."""
COPIES_EVERY = 30
"""Looks between two looks at the folder."""


class LookOut(QObject):
    """Tells what becomes of the open file. ``copied`` carries the path of a copy that the person wants to work on."""

    copied = Signal(object)  # Path

    def __init__(self, sitting: Sitting, strip: MessageStrip, chooser: FileChooser, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting, self._strip, self._chooser, self._window = sitting, strip, chooser, parent
        self._told: Notice | None = None
        self._restriction: Restriction | None = None
        self._looks = 0
        self._copies: tuple[str, ...] = ()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        sitting.changed.connect(self._changed)
        self.tell()

    def look(self) -> None:
        """Looks at the file, and now and then at what lies beside it."""
        self._sitting.attempt(self._sitting.document.notice_others)
        if self._looks % COPIES_EVERY == 0:
            self._look_beside()
        self._looks += 1

    def tell(self) -> None:
        """Shows what keeps the workshop from being changed; takes the notice away once nothing does."""
        restriction = self._sitting.document.restriction
        if restriction == self._restriction:
            return
        if self._told is not None:
            self._strip.withdraw(self._told)
        self._restriction, self._told = restriction, None
        if restriction is not None and restriction.why is not Why.ASKED:
            self._told = self._notice(restriction)
            self._sitting.noticed.emit(self._told)

    def _notice(self, restriction: Restriction) -> Notice:
        words = message("Save a copy elsewhere") if restriction.why is Why.LOST else message("Take a copy to work on")
        if restriction.why is Why.NEWER:  # a copy would be as new
            return Notice(restriction.what, remedy=restriction.remedy)
        copy = Action(words, self._copy)
        over = Action(message("Take over"), self._take_over) if restriction.may_take_over else None
        return Notice(restriction.what, _safe(restriction), restriction.remedy, copy, over)

    def _copy(self) -> None:
        document = self._sitting.document
        name = say(message("{district} copy", district=workshop(document).district))
        path = self._chooser.place_for(self._window, name)
        if path is not None and self._sitting.attempt(lambda: _saved(document, path)):
            self.copied.emit(path)
        else:
            QTimer.singleShot(0, self, self._tell_again)  # pressing the button has taken the notice away

    def _take_over(self) -> None:
        self._sitting.attempt(self._sitting.document.take_over)
        QTimer.singleShot(0, self, self._tell_again)

    def _tell_again(self) -> None:
        self._restriction = None
        self.tell()

    def _changed(self, change: Change) -> None:
        self.tell()
        if change.label == CHANGED_BY_OTHERS:
            self._sitting.noticed.emit(Notice(CHANGED_BY_OTHERS))

    def _look_beside(self) -> None:
        from roadmap_desktop.store.conflict_copies import (
            conflict_copies,
        )  # nobody waits for it on the way to the window

        document = self._sitting.document
        found = conflict_copies(document.path, document.workshop_uuid)
        names = tuple(each.name for each in found)
        if not names or names == self._copies:
            return
        self._copies = names
        what = message("Beside this file lies a copy made when it was changed in two places: {names}.", names=names)
        merging = Target(BESIDE, "merge", subject_of(found))
        offer = Action(message("Merge them"), lambda: self._sitting.go(merging))
        self._sitting.noticed.emit(Notice(what, message("Nothing of either is lost."), action=offer))


def _safe(restriction: Restriction) -> Words:
    return restriction.trouble().safe if restriction.why is Why.LOST else ""


def _saved(document: Document, path: Path) -> bool:
    document.save_copy(path)
    return True
