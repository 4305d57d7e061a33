"""A step or page with its padding in an area that scrolls where the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.widgets import theme

SIDE = 22
"""The padding left and right of what stands in the middle of the window, in pixels at normal text size."""


def scrolled(step: QWidget) -> QScrollArea:
    """The step in a scrolling area of its own."""
    area = scrolling()
    area.setWidget(_Padded(step))
    return area


def scrolling() -> QScrollArea:
    """Such an area, for a page that has its own padding."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    return area


class _Padded(QWidget):
    """A step with its padding, which also leaves room for the ring of the focus."""

    def __init__(self, step: QWidget) -> None:
        super().__init__()
        self._step = step
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (SIDE, 13, SIDE, 8)))
        layout.addWidget(step)

    def minimumSizeHint(self) -> QSize:
        """The least width; for the height the area asks at the width that there is, where long words wrap less."""
        least = super().minimumSizeHint()
        inside = self._step.layout()
        return QSize(least.width(), 0) if inside is not None and inside.hasHeightForWidth() else least

    def heightForWidth(self, width: int) -> int:
        """The least height: a table scrolls in itself before the whole step scrolls."""
        outside, inside = self.layout(), self._step.layout()
        if outside is None or inside is None or not inside.hasHeightForWidth():
            return super().heightForWidth(width)
        margins = outside.contentsMargins()
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
        return inside.minimumHeightForWidth(width - across) + down
