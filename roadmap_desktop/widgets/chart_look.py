"""What charts are painted in: the theme worn now, at the system's text size, in the language spoken."""

from __future__ import annotations

from PySide6.QtGui import QFont

from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import spoken


def chart_look() -> Look:
    """The look of every chart."""
    return Look(theme.worn(), theme.px(1000) / 1000, _face, spoken())


def _face(size: float, bold: bool) -> QFont:
    return theme.font(size, bold=bold)
