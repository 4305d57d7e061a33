"""Keeps earlier copies while one works: at opening and every ten minutes with changes, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.work import Work
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.trouble import FileTrouble

if TYPE_CHECKING:
    from roadmap_desktop.store.snapshots import Reason

EVERY_MS = 10 * 60 * 1000


class Keeping(QObject):
    """Each copy is checked whole, so damage is found by it: then the workshop is only read, and the window told."""

    def __init__(self, sitting: Sitting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._has_changed = False
        self._has_begun = False
        self._told = False
        self._work = Work(self)
        self._work.failed.connect(self._failed)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep_what_changed)
        sitting.changed.connect(self._hear)

    def begin(self) -> None:
        """Takes the copy of the opening, once; a workshop that is only read needs none."""
        if self._has_begun or self._sitting.document.read_only:
            return
        from roadmap_desktop.store.snapshots import Reason

        self._has_begun = True
        self._timer.start()
        self._keep(Reason.OPENING)

    def keep_what_changed(self) -> None:
        """Takes a copy if something changed since the last one."""
        if self._has_changed and not self._work.is_running and not self._sitting.document.read_only:
            from roadmap_desktop.store.snapshots import Reason

            self._keep(Reason.WORKING)

    def _keep(self, reason: Reason) -> None:
        from roadmap_desktop.store.snapshots import keep_file

        self._has_changed = False
        document = self._sitting.document
        path, now = document.path, document.now()
        self._work.begin(lambda _: keep_file(path, reason, now))

    def _hear(self, _change: Change) -> None:
        self._has_changed = True

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, FileTrouble):
            raise error
        if error.can_recover:
            self._sitting.tell_trouble(error)
        elif not self._told:  # the work goes on without copies, and nobody is told twice
            self._told = True
            self._sitting.noticed.emit(Notice(error.what, error.safe, error.remedy))
