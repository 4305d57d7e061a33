"""The screens there are: which one the projector is, and where a window must stand to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SHOWN = 48
"""So much of a window's top must be on a screen that it can be taken and moved, in pixels."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A screen: all of it, and what panels and docks leave free."""

    whole: QRect
    free: QRect
    screen: QScreen | None = None


class Screens(QObject):
    """The system's screens; ``came`` and ``went`` when one is plugged in or pulled out. Tests give others."""

    came = Signal()
    went = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._came)
            application.screenRemoved.connect(self._went)

    def spots(self) -> tuple[Spot, ...]:
        """Every screen, the main one first."""
        main = QGuiApplication.primaryScreen()
        found = sorted(QGuiApplication.screens(), key=lambda each: each is not main)
        return tuple(Spot(each.geometry(), each.availableGeometry(), each) for each in found)

    def _came(self, _screen: QScreen) -> None:
        self.came.emit()

    def _went(self, _screen: QScreen) -> None:
        self.went.emit()


def other(spots: Sequence[Spot], window: QRect) -> Spot | None:
    """The screen that a window is not on; None where there is but one."""
    here = _home(spots, window)
    return next((spot for spot in spots if spot is not here), None)


def seen(spots: Sequence[Spot], window: QRect) -> QRect:
    """The window's place, moved and made smaller as far as it must be so that it can be seen and taken hold of."""
    top = QRect(window.x(), window.y(), window.width(), SHOWN)
    for spot in spots:
        common = spot.free.intersected(top)
        if common.width() >= min(3 * SHOWN, window.width()) and common.height() >= SHOWN // 2:
            return window
    free = spots[0].free
    size = window.size().boundedTo(free.size())
    return QRect(free.topLeft() + (QRect(free).center() - QRect(free.topLeft(), size).center()), size)


def fill(window: QWidget, spot: Spot) -> None:
    """Puts a window full on a screen."""
    if spot.screen is not None:
        window.setScreen(spot.screen)
    window.setGeometry(spot.whole)
    window.showFullScreen()


def _home(spots: Sequence[Spot], window: QRect) -> Spot | None:
    """The screen that has most of a window; the first where none has any."""

    def common(spot: Spot) -> int:
        both = spot.whole.intersected(window)
        return both.width() * both.height() if both.isValid() else 0

    return max(spots, key=common, default=None)
