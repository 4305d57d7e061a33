"""Two fingers on a touchpad or a touch screen: how much they went apart, and round which place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

_LEAST, _MOST = 0.5, 2.0
"""One event makes the stretch of days at most so much shorter or longer."""


def hear_pinches(part: QWidget) -> None:
    """Has the events of two fingers sent to a widget."""
    part.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    part.grabGesture(Qt.GestureType.PinchGesture)


def pinch(event: QEvent, part: QWidget) -> tuple[float, float] | None:
    """How many times as long the stretch in view becomes, and the place that stays; None where nothing is pinched."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return None
        return _factor(1.0 + event.value()), event.position().x()
    if isinstance(event, QGestureEvent):
        found = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(found, QPinchGesture):
            return _factor(found.scaleFactor()), part.mapFromGlobal(found.centerPoint()).x()
    return None


def _factor(apart: float) -> float:
    """Fingers that go apart show fewer days."""
    return min(max(1.0 / apart, _LEAST), _MOST) if apart > 0 else 1.0
