"""Keeps the agenda clock right, and offers a re-flow once for each item when the day is late."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.language import message
from roadmap_desktop.screens.agenda_clock import AgendaClock
from roadmap_desktop.screens.beside.pages import BESIDE
from roadmap_desktop.screens.messages import MessageStrip
from roadmap_desktop.screens.sitting import Action, Notice, Sitting
from roadmap_desktop.store.change import Change

AGENDA_NOW = Target(BESIDE, "agenda")
AGENDA_PLAN = Target("prepare", "agenda")
_KINDS = ("agenda_item", "workshop")


class DayWatch(QObject):
    """Reads the day when it has changed and once a second; what it reads is remembered, so a second costs nothing."""

    def __init__(self, sitting: Sitting, clock: AgendaClock, strip: MessageStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting, self._clock, self._strip = sitting, clock, strip
        self._offered = ""
        self._notice: Notice | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # the agenda is read after the first picture
        self._soon.timeout.connect(self.look)
        clock.ticked.connect(self.look)
        self._leads_to = AGENDA_NOW
        clock.clicked.connect(lambda: sitting.go(self._leads_to))
        sitting.changed.connect(self._changed)

    def stop(self) -> None:
        """Reads no more: the file may be given back next."""
        self._soon.stop()

    def look(self) -> None:
        """Shows the day as it is now."""
        from roadmap_desktop.journey.prepare.daywords import left, over
        from roadmap_desktop.journey.prepare.running import day

        document = self._sitting.document
        read = self._sitting.attempt(lambda: (day(document),))
        if read is None:  # the file can't be read now, which was said
            self._clock.hide()
            return
        (found,) = read
        self._leads_to = AGENDA_PLAN if found is None else AGENDA_NOW
        if found is None:
            self._withdraw()
            self._clock.present("", message("Plan the day"), None, is_over=False)
            return
        clock = found.at(document.now())
        if clock is None:
            self._clock.present(found.items[0].title, message("not started"), None, is_over=False)
            return
        item = found.items[clock.place]
        words = left(clock.left) if found.paused_at is None else message("paused")
        self._clock.present(item.title, words, clock.share, is_over=clock.left.days < 0)
        is_late = clock.is_late and found.paused_at is None and bool(found.items[clock.place + 1 :])
        if not is_late:
            self._withdraw()
        elif self._offered != item.uuid:
            self._offered = item.uuid
            self._withdraw()
            remedy = message("Look at new times for the rest; nothing changes before you take them.")
            action = Action(message("See new times"), lambda: self._sitting.go(AGENDA_NOW))
            self._notice = Notice(over(clock), remedy=remedy, action=action)
            self._sitting.noticed.emit(self._notice)

    def _withdraw(self) -> None:
        if self._notice is not None:
            self._strip.withdraw(self._notice)
            self._notice = None

    def _changed(self, change: Change) -> None:
        if change.touches(*_KINDS):
            self._soon.start()
