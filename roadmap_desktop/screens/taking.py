"""A foreign file being taken: read beside the window, shown, and taken by one move."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import LARGEST_FILE
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.carrying import nothing
from roadmap_desktop.screens.foreign import Contents, ForeignPreview
from roadmap_desktop.screens.importing import importing
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.work import Progress, Work

P = TypeVar("P")


class Taking(QObject, Generic[P]):
    """What all kinds of files share: reading in a worker, trouble in the strip under the header.

    ``ended`` says that there is nothing to show, because the file can't be read.
    """

    title: ClassVar[Words]
    patterns: ClassVar[str]
    ended = Signal()

    def __init__(self, sitting: Sitting, panel: ForeignPreview, path: Path) -> None:
        super().__init__(panel)
        self._sitting, self._panel, self._path = sitting, panel, path
        self._preview: P | None = None
        self._again = False
        self._work = Work(self)
        self._work.finished.connect(self._read)
        self._work.failed.connect(self._failed)

    def begin(self, *, again: bool = False) -> None:
        """Begins to read; ``again`` the file that is shown, after something was chosen beside it."""
        self._again = again
        if not again:
            self._panel.wait_for(self._path.name)
        read, path = self.reader(), self._path

        def job(progress: Progress) -> P:
            progress.reached(0, 2)
            source = _content(path)
            progress.reached(1, 2)
            return read(source)

        self._work.begin(job)

    def give_up(self) -> None:
        """Stops reading and forgets the file."""
        self._work.cancel()
        self.deleteLater()

    def take(self, done: Callable[[Any], object]) -> None:
        """Makes the move; ``done`` hears of it where it was made, else it is said why not."""
        if self._preview is None:
            return
        words = message("Taking in {file}", file=self._path.name)
        self._sitting.carry_out(
            importing(self._sitting.document, words, self.move, reckon=self.reckoning(self._preview), done=done)
        )

    def reader(self) -> Callable[[bytes], P]:
        """What reads the file, from another thread."""
        raise NotImplementedError

    def contents(self, preview: P) -> Contents:
        """What is shown of it."""
        raise NotImplementedError

    def reckoning(self, preview: P) -> Callable[[Progress], Any]:
        """What works out beside the window what is to be written; nothing where the file is small."""
        del preview
        return nothing

    def move(self, reckoned: Any) -> object:
        """Takes what is shown."""
        raise NotImplementedError

    def _read(self, preview: Any) -> None:
        self._preview = preview
        self._panel.show_contents(self.contents(preview), again=self._again)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Unreadable | Refused):
            raise error
        self._sitting.noticed.emit(Notice(error.reason, message("Nothing was changed."), error.remedy))
        self.ended.emit()


def _content(path: Path) -> bytes:
    """The bytes of a file; raises Unreadable where it can't be read or is larger than any list."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable(
                message("{name} is too large for a list of statements or answers.", name=path.name),
                message("Save only the part that is needed as a file of its own."),
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            message("{name} can't be opened.", name=path.name),
            message("Copy the file to this computer and choose it again."),
        ) from error
