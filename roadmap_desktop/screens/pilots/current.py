"""Which pilot the six steps show: a state of the window, one per sitting, not a fact of the workshop."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.screens.sitting import Sitting

_OF: WeakKeyDictionary[Sitting, CurrentPilot] = WeakKeyDictionary()


class CurrentPilot(QObject):
    """The uuid of the pilot shown; empty until one is chosen.

    ``leaving`` comes before another is shown, so that what was typed is saved where it belongs; ``chosen`` after.
    ``begun`` is the pilot that was just added and whose name waits to be typed.
    """

    leaving = Signal()
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.uuid = ""
        self.begun = ""

    def choose(self, uuid: str) -> None:
        """Shows another pilot in all six steps."""
        if uuid != self.uuid:
            self.leaving.emit()
            self.uuid = uuid
            self.chosen.emit()


def current_pilot(sitting: Sitting) -> CurrentPilot:
    """The one that all steps of a sitting share."""
    if sitting not in _OF:
        _OF[sitting] = CurrentPilot()
    return _OF[sitting]
