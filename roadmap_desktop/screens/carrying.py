"""Long moves: worked out beside the window, told in the strip with a way to cancel, and written in one short move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.work import Progress, Work
from roadmap_desktop.store.trouble import FileTrouble


def nothing(*_: object) -> None:
    """Where nobody has to hear of it."""


@dataclass(frozen=True, slots=True)
class LongMove:
    """``reckon`` runs in a thread of its own and changes nothing in the workshop; ``write`` is the move itself.

    ``done`` hears what the move gave; ``ended`` that nothing was written: cancelled, refused or in trouble.
    """

    words: Words
    reckon: Callable[[Progress], Any]
    write: Callable[[Any], Any]
    done: Callable[[Any], object] = nothing
    ended: Callable[[], object] = nothing


@dataclass(frozen=True, slots=True)
class Running:
    """What the strip tells of it, and what its button does."""

    words: Words
    cancel: Callable[[], object]
    done: int = 0
    of: int = 0


class Ways(Protocol):
    """What a long move needs of the sitting."""

    def attempt(self, move: Callable[[], Any]) -> Any:
        """Makes a move and tells why where it can't be made."""

    def tell(self, what: Words, safe: Words, remedy: Words) -> None:
        """Tells what happened, what is safe and what to do."""

    def show_running(self, running: Running | None) -> None:
        """Shows what runs; None: nothing any more."""


class Carrying(QObject):
    """One long move at a time."""

    def __init__(self, ways: Ways, parent: QObject) -> None:
        super().__init__(parent)
        self._ways = ways
        self._move: LongMove | None = None
        self._work = Work(self)
        self._work.finished.connect(self._reckoned)
        self._work.failed.connect(self._failed)
        self._work.progressed.connect(self._progressed)

    def begin(self, move: LongMove) -> bool:
        """Begins it, unless one is under way; another one than this is named."""
        if self._move is not None and self._move.words == move.words:
            return False  # its button was pressed twice
        if self._move is not None:
            self._ways.tell(
                message("Something else is still under way: {what}.", what=self._move.words),
                message("Nothing was changed."),
                message("Wait until it is done, or cancel it."),
            )
            return False
        self._move = move
        self._ways.show_running(Running(move.words, self.cancel))
        self._work.begin(move.reckon)
        return True

    def cancel(self) -> None:
        """Stops what is under way; nothing of it is written."""
        self._work.cancel()
        if (move := self._end()) is not None:
            move.ended()

    def wait(self) -> None:
        """Stops it and waits until its thread is free; for closing."""
        self._move = None
        self._work.wait()

    def _reckoned(self, made: Any) -> None:
        if (move := self._end()) is None:
            return
        taken: list[Any] = []
        self._ways.attempt(lambda: self._take(move, made, taken))
        if not taken:
            move.ended()

    def _take(self, move: LongMove, made: Any, taken: list[Any]) -> None:
        """Also where it is tried again after trouble with the file."""
        taken.append(move.write(made))
        move.done(taken[-1])

    def _failed(self, error: Exception) -> None:
        move = self._end()
        match error:
            case Refused():
                self._ways.tell(error.reason, message("Nothing was changed."), error.remedy)
            case FileTrouble():
                self._ways.tell(error.what, error.safe, error.remedy)
            case _:
                raise error
        if move is not None:
            move.ended()

    def _progressed(self, done: int, of: int) -> None:
        if self._move is not None:
            self._ways.show_running(Running(self._move.words, self.cancel, done, of))

    def _end(self) -> LongMove | None:
        move, self._move = self._move, None
        self._ways.show_running(None)
        return move
