"""A step of a stage: shows a picture, passes on what the person did, says what is still missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from roadmap_desktop.language import Words
from roadmap_desktop.screens.form import load
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.typing import hurry
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Remark:
    """What the step says beside the stage's title; tone is plain, good, warn or bad."""

    text: Words
    tone: str = "plain"


class Step(QWidget):
    """The ground of every step.

    A subclass names its ``form``, the ``kinds`` of facts its picture reads, and gives ``picture`` and ``present``.
    A step that ``scrolls_inside`` takes the height there is, so that the titles of its list stay; others grow.
    It is redrawn once per turn of the event loop after a change of those kinds, and only while it can be seen.
    """

    form: ClassVar[str] = ""
    kinds: ClassVar[frozenset[str]] = frozenset()
    scrolls_inside: ClassVar[bool] = False
    remarked = Signal(object)  # Remark | None

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sitting = sitting
        self._stale = True
        self._pauses: list[QTimer] = []
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self.refresh)
        if self.form:
            load(self.form, self)
            self.join_cells_in(self)
        sitting.changed.connect(self._hear)

    def picture(self) -> Any:
        """The picture of the step, read from the document."""
        raise NotImplementedError

    def present(self, picture: Any) -> None:
        """Shows the picture; never overwrites what is being typed."""
        raise NotImplementedError

    def remark(self, picture: Any) -> Remark | None:
        """What is missing or worth a look, in a few words."""
        del picture
        return None

    def arrive(self, subject: str) -> None:
        """Selects the thing a link led to (a uuid or key); nothing where the step has no such thing."""
        del subject

    def refresh(self) -> None:
        """Reads the picture and shows it; what the file did not take stays in its control until it is saved."""
        self._stale = False
        try:
            picture = self.picture()
        except FileTrouble as trouble:  # a page of the file that only this step reads
            self.sitting.tell_trouble(trouble)
            return
        self.present(picture)
        self.sitting.put_back()
        self.remarked.emit(self.remark(picture))

    def say(self, words: Words | None) -> str:
        """The words in the window's language."""
        return self.sitting.say(words)

    def when_typed(self, field: QLineEdit | QPlainTextEdit, save: Callable[[str], object]) -> None:
        """Calls ``save`` with the field's text after a pause in typing, and when it or the step is left."""
        self._pauses.append(self.sitting.typing.watch(field, save))

    def fill(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Puts a text into a field, unless the person is typing there or what was typed could not be saved."""
        self.sitting.typing.fill(field, text)

    def join_cells_in(self, part: QWidget) -> None:
        """Makes what is done with several cells of a sheet in this part one step of undo."""
        for sheet in part.findChildren(Sheet):
            sheet.work_together(partial(self.sitting.together, beside=sheet), self.refresh)

    def save_typing(self) -> None:
        """Saves at once whatever waits for a pause."""
        for pause in self._pauses:
            hurry(pause)

    def hasHeightForWidth(self) -> bool:
        """Whether it is as high as its words ask for at a width."""
        return super().hasHeightForWidth() and not self.scrolls_inside

    def showEvent(self, event: QShowEvent) -> None:
        """Reads the picture when it is out of date."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Saves what was typed when the step is left."""
        self.save_typing()
        super().hideEvent(event)

    def _hear(self, change: Change) -> None:
        if not change.touches(*self.kinds):
            return
        self._stale = True
        if self.isVisible():
            self._redraw.start()
