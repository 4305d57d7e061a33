"""What the facilitator's window knows of the room view: opens and closes it, and minds what screens there are.

The room view itself is loaded when it is asked for the first time.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.language import message
from roadmap_desktop.screens.screenplace import Screens, fill, other, seen
from roadmap_desktop.screens.sitting import Action, Notice

if TYPE_CHECKING:
    from roadmap_desktop.screens.room.countdown import Clock
    from roadmap_desktop.screens.room.presenter import Presenter
    from roadmap_desktop.screens.workshop_page import WorkshopPage

_TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


class RoomPlug(QObject):
    """The main window's side of the room view; without an open workshop it does nothing."""

    def __init__(self, window: QWidget, screens: Screens | None = None, clock: Clock = monotonic) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self._screens = screens or Screens(self)
        self._page: WorkshopPage | None = None
        self._presenter: Presenter | None = None
        self._period = QShortcut(QKeySequence("."), window)
        self._period.activated.connect(self.blank)
        self._period.setEnabled(False)
        self._screens.came.connect(self._screen_came)
        self._screens.went.connect(self._screen_went)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @property
    def presenter(self) -> Presenter | None:
        """Who turns the room's screens while the room view is open."""
        return self._presenter

    def seat(self, page: WorkshopPage) -> None:
        """A workshop is open."""
        self._page = page
        page.moved.connect(self._moved)
        page.header.room_asked.connect(self.turn_on_or_off)

    def unseat(self) -> None:
        """The workshop closes, and the room view with it."""
        self.close()
        self._page = None

    def open(self) -> None:
        """Shows the room view on the other screen, else in a window; open already it begins its view again."""
        if self._page is None:
            return
        if self._presenter is not None:
            self._presenter.restart()
        else:
            from roadmap_desktop.screens.room.presenter import Presenter

            self._presenter = Presenter(self._page.sitting, self._page.place, self._clock, self)
            self._presenter.window.left.connect(self.close)
            self._presenter.changed.connect(self._tell_header)
            self._place()
        self._presenter.window.activateWindow()
        self._presenter.window.setFocus()
        self._tell_header()

    def close(self) -> None:
        """Takes the room view away; the facilitator's window has the keys again."""
        if self._presenter is not None:
            presenter, self._presenter = self._presenter, None
            presenter.stop()
            presenter.deleteLater()
            self._tell_header()
            self._window.activateWindow()

    def turn_on_or_off(self) -> None:
        """Opens the room view, or closes it."""
        if self._presenter is None:
            self.open()
        else:
            self.close()

    def turn(self, move: int) -> None:
        """Shows the room the next screen, or the one before (-1)."""
        if self._presenter is not None:
            self._presenter.turn(move)

    def freeze(self) -> None:
        """Keeps what the room sees as it is, or follows again."""
        if self._presenter is not None:
            self._presenter.freeze()

    def blank(self) -> None:
        """Turns the room's screen black, or shows it again."""
        if self._presenter is not None:
            self._presenter.blank()

    def count_down(self) -> None:
        """Starts the room's countdown, or takes it off the screen."""
        if self._presenter is not None:
            self._presenter.count_down()

    def _moved(self, place: Target) -> None:
        if self._presenter is not None:
            self._presenter.follow(place)

    def _place(self) -> None:
        """Full on the other screen, else a window that can be dragged."""
        assert self._presenter is not None
        room = self._presenter.window
        spot = other(self._screens.spots(), self._window.frameGeometry())
        if spot is not None:
            fill(room, spot)
        else:
            room.showNormal()

    def _screen_came(self) -> None:
        spots = self._screens.spots()
        if self._page is None or other(spots, self._window.frameGeometry()) is None:
            return
        there = Action(message("Show the room view there"), self._show_there)
        self._page.messages.tell(Notice(message("A second screen is connected."), action=there))

    def _show_there(self) -> None:
        if self._presenter is None:
            self.open()
        else:
            self._place()

    def _screen_went(self) -> None:
        """The facilitator's window stays, or comes back to where it is seen; the room's becomes a window."""
        spots = self._screens.spots()
        if not spots:
            return
        here = seen(spots, self._window.geometry())
        if here != self._window.geometry():
            self._window.setGeometry(here)
        if self._presenter is None or other(spots, self._window.frameGeometry()) is not None:
            return
        from roadmap_desktop.screens.room.window import SIZE

        room = self._presenter.window
        room.showNormal()
        free = spots[0].free
        room.setGeometry(free.x() + 40, free.y() + 60, *SIZE)
        self._window.raise_()
        self._window.activateWindow()

    def _tell_header(self) -> None:
        if self._page is not None:
            presenter = self._presenter
            self._page.header.show_room(
                is_open=presenter is not None,
                is_frozen=presenter is not None and presenter.is_frozen,
                is_blank=presenter is not None and presenter.window.is_blank(),
            )
        self._focus_moved(None, QApplication.focusWidget())

    def _focus_moved(self, _old: QWidget | None, focused: QWidget | None) -> None:
        """The period blanks the screen only where it can't be meant as a sign."""
        self._period.setEnabled(self._presenter is not None and not _is_typed_in(focused))


def _is_typed_in(widget: QWidget | None) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QAbstractItemView):
        return bool(widget.editTriggers() & QAbstractItemView.EditTrigger.AnyKeyPressed)
    return isinstance(widget, _TYPED_IN)
