"""Long work beside the window: one job at a time, with progress and cancel; the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal


class Cancelled(Exception):
    """The person, or newer work, asked a job to stop."""


class Progress:
    """What a job tells while it runs, from its own thread."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = Event()

    def reached(self, done: int, of: int) -> None:
        """Says how far the job is.

        Raises:
            Cancelled: nobody waits for it any more.
        """
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, of)

    def stop(self) -> None:
        """Asks the job to stop at its next step."""
        self._stop.set()


class Work(QObject):
    """Runs a job in a thread of its own and brings what it made back into the window's.

    Beginning another job cancels the one before; what that one still made is thrown away.
    """

    finished = Signal(object)
    failed = Signal(object)  # the exception
    progressed = Signal(int, int)
    _ended = Signal(object, object, object)  # progress, result, exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._ended.connect(self._hear)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def is_running(self) -> bool:
        """Whether a job is under way."""
        return self._progress is not None

    def begin(self, job: Callable[[Progress], Any]) -> None:
        """Begins a job; it gets its Progress and gives what it made."""
        self.cancel()
        progress = Progress(self.progressed.emit)
        self._progress = progress
        self._pool.start(lambda: self._run(progress, job))

    def cancel(self) -> None:
        """Stops the job under way, where there is one."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def wait(self) -> None:
        """Stops the job and waits until its thread is free; for closing."""
        self.cancel()
        self._pool.waitForDone()

    def _run(self, progress: Progress, job: Callable[[Progress], Any]) -> None:
        try:
            made = job(progress)
        except Cancelled:
            return
        except Exception as error:  # carried into the window's thread, where it is told or raised
            self._ended.emit(progress, None, error)
        else:
            self._ended.emit(progress, made, None)

    def _hear(self, progress: Progress, made: Any, error: Exception | None) -> None:
        if progress is not self._progress:
            return
        self._progress = None
        if error is None:
            self.finished.emit(made)
        else:
            self.failed.emit(error)
