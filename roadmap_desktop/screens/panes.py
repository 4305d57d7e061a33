"""The parts of the frame as the keyboard goes through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def go_round(panes: Sequence[QWidget], step: int) -> None:
    """Takes the focus to the next part (or back, below 0) that can be seen and holds something to work with."""
    seen = [pane for pane in panes if pane.isVisible()]
    focused = seen[0].window().focusWidget() if seen else None
    inside = [number for number, pane in enumerate(seen) if focused is not None and _holds(pane, focused)]
    start = inside[-1] if inside else -1
    for distance in range(1, len(seen) + 1):
        if take_focus(seen[(start + step * distance) % len(seen)]):
            return


def take_focus(pane: QWidget) -> bool:
    """Gives the focus to the pane, or to the first control in it that takes one; whether there was one."""
    target = pane.focusProxy() or pane
    if not target.focusPolicy().value:
        inside = (each for each in pane.findChildren(QWidget) if each.isVisible() and each.isEnabled())
        tab = Qt.FocusPolicy.TabFocus.value
        found = next((each for each in inside if each.focusPolicy().value & tab), None)
        if found is None:
            return False
        target = found
    target.setFocus()
    return True


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def give_back(widget: QWidget | None, pane: QWidget) -> bool:
    """Gives the focus back to a control of the pane; False where it is gone or can't be seen."""
    if widget is None or not isValid(widget) or not pane.isAncestorOf(widget) or not widget.isVisible():
        return False
    widget.setFocus()
    return True
