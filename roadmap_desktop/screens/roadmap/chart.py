"""The timeline in the look of the window; where a dragged bar would lie is asked of the journey."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from roadmap_desktop.charts.timeline.chart import TimelineChart
from roadmap_desktop.widgets.chart_look import chart_look


class RoadmapChart(TimelineChart):
    """The timeline as a form holds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, look=chart_look)
