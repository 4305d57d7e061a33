"""Who turns the room's screens: follows the stage, or stays where it was frozen; knows its place in every view."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.room.agenda import KINDS as DAY_KINDS
from roadmap_desktop.journey.room.agenda import minutes_of, time_left
from roadmap_desktop.journey.room.readiness import place_of
from roadmap_desktop.journey.room.slides import StatementSlide
from roadmap_desktop.screens.room.countdown import Clock, Countdown, time_words
from roadmap_desktop.screens.room.views import View, view
from roadmap_desktop.screens.room.window import RoomWindow
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.store.change import Change

MINUTES = 5
"""What the countdown begins with where the agenda gives the stage no time."""


class Presenter(QObject):
    """The room window of one workshop; ``changed`` when it was frozen, thawed or blanked."""

    changed = Signal()

    def __init__(self, sitting: Sitting, place: Target, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window = RoomWindow()
        self._sitting, self._place, self._asked = sitting, place, place
        self._reached: dict[Target, int] = {}
        self._is_frozen = False
        self._countdown = Countdown(clock)
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self.refresh)
        self._tick = QTimer(self, interval=250)
        self._tick.timeout.connect(self._show_time)
        self._connect()
        self.refresh()
        self._show_time()

    @property
    def is_frozen(self) -> bool:
        """Whether the picture stays as it is."""
        return self._is_frozen

    def follow(self, place: Target) -> None:
        """Goes with the facilitator to a place in the journey, unless frozen."""
        self._asked = Target(place.stage, place.step)
        if not self._is_frozen and self._asked != self._place:
            self._place = self._asked
            self.refresh()

    def point(self, statement: str) -> None:
        """Shows the statement that is rated by show of hands now."""
        place = place_of(self._sitting.document, statement)
        if place is not None and not self._is_frozen and isinstance(self.window.slide(), StatementSlide):
            self._reached[self._place] = place
            self.refresh()

    def turn(self, move: int) -> None:
        """Shows the screen so many on (or back, below 0) of this view; stays at its ends."""
        if self.window.is_blank():
            self.blank()
        self._reached[self._place] = self._reached.get(self._place, 0) + move
        self.refresh()

    def restart(self) -> None:
        """Begins this view again."""
        self._reached[self._place] = 0
        self.refresh()

    def freeze(self) -> None:
        """Keeps the picture as it is, or follows the facilitator again."""
        self._is_frozen = not self._is_frozen
        if not self._is_frozen:
            self._place = self._asked
            self.refresh()
        self.changed.emit()

    def blank(self) -> None:
        """Turns the screen black, or shows it again."""
        self.window.blank(is_blank=not self.window.is_blank())
        self.changed.emit()

    def count_down(self) -> None:
        """Starts the minutes that the agenda gives this stage, or takes the time off the screen."""
        if self._countdown.is_running:
            self._countdown.stop()
        else:
            self._countdown.start(minutes_of(self._sitting.document, self._place.stage) or MINUTES)
        self._show_time()

    def refresh(self) -> None:
        """Reads the view and shows where the room is in it."""
        slides = self._view().slides(self._sitting.document, self._place.stage)
        reached = min(max(0, self._reached.get(self._place, 0)), len(slides) - 1)
        self._reached[self._place] = reached
        self.window.present(slides[reached])

    def stop(self) -> None:
        """Nothing is read or shown any more: the file may be closed next."""
        self._redraw.stop()
        self._tick.stop()
        self._sitting.changed.disconnect(self._hear)
        self._sitting.pointed.disconnect(self.point)
        self.window.hide()
        self.window.deleteLater()

    def _connect(self) -> None:
        self._sitting.changed.connect(self._hear)
        self._sitting.pointed.connect(self.point)
        self.window.turned.connect(self.turn)
        self.window.blanked.connect(self.blank)
        self.window.froze.connect(self.freeze)
        self.window.counted.connect(self.count_down)
        self.window.restarted.connect(self.restart)

    def _view(self) -> View:
        return view(self._place)

    def _hear(self, change: Change) -> None:
        kinds = self._view().kinds
        if change.touches(*DAY_KINDS):
            self._show_time()
        if not self._is_frozen and (not kinds or change.touches(*kinds)):
            self._redraw.start()

    def _show_time(self) -> None:
        """The room's own countdown, else what the agenda's clock has left; ticks only while one of them runs."""
        left = None if self._countdown.is_running else time_left(self._sitting.document)
        self.window.show_time(self._countdown.words() if left is None else time_words(left))
        if self._countdown.is_running or left is not None:
            self._tick.start()
        else:
            self._tick.stop()
