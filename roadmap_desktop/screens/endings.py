"""Saves what is being typed whenever the program may be stopped without being asked: sleep, end of session, signals.

The system tells no program without D-Bus that it goes to sleep. But the screen is locked or the lid closed then, the
window loses the focus, and that is when everything is saved.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication


class Endings(QObject):
    """Calls ``save`` at each of these moments, and ``leave`` after a signal to end."""

    def __init__(self, save: Callable[[], object], leave: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._save, self._leave = save, leave
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._state_changed)
        application.commitDataRequest.connect(lambda _: save(), Qt.ConnectionType.DirectConnection)
        application.saveStateRequest.connect(lambda _: save(), Qt.ConnectionType.DirectConnection)

    def heed_signals(self) -> None:
        """From now on SIGTERM, SIGHUP and SIGINT close the window as a person does; on Windows there are none."""
        if sys.platform == "win32":
            return
        reading, writing = os.pipe()
        for end in (reading, writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(each, lambda *_: None)  # only the wake-up below is wanted, in Qt's own turn
        notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_: self._signalled(reading))

    def _signalled(self, reading: int) -> None:
        os.read(reading, 64)
        self._save()
        self._leave()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._save()
