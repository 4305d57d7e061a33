"""A frame of the timeline while panning, 2,001 bars in view, against the same primitives drawn by a bare QPainter."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from roadmap_desktop.app import application
from roadmap_desktop.charts.timeline.chart import TimelineChart
from roadmap_desktop.charts.timeline.rows import lay_rows
from tests.bench.table import Measured, paired
from tests.charts.timelines import a_bar, a_roadmap, look

BARS = 2_001
ROW = 3.0
"""The lowest rows whose bars are drawn one by one, in pixels; lower ones are merged."""


class _Recorder:
    """Takes a painter's calls and keeps them."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *arguments: self.calls.append((name, tuple(map(_kept, arguments))))


def _kept(argument: Any) -> Any:
    """A rectangle of its own: the one that is exposed goes with what it was asked of."""
    return QRectF(argument) if isinstance(argument, QRectF) else argument


def painting(runs: int = 40) -> Iterator[Measured]:
    """The line of the table; all rows are so low that every bar is in view, as no screen shows them."""
    with patch.dict(os.environ, {"QT_QPA_PLATFORM": "offscreen"}):
        application()
    chart = TimelineChart(look=look)
    chart.resize(1600, round(BARS * ROW) + 400)
    chart.show()
    chart.present(a_roadmap(tuple(a_bar(f"b{n}", n * 7 % 280, 3 + n % 30) for n in range(BARS))))
    plot = chart.plot
    plot.rows = lay_rows([BARS], [0.0], 1.0, pitch=ROW)
    surface, turns = chart.surface, count()
    calls = _recorded(chart)
    ground = QPixmap(surface.viewport().size())

    def frame() -> None:
        chart._pan(3.0 if next(turns) % 2 else -3.0, 0.0)
        surface.viewport().render(ground)

    def bare() -> None:
        painter = QPainter(ground)
        for name, arguments in calls:
            getattr(painter, name)(*arguments)
        painter.end()

    frame()
    assert surface.bars.painted == BARS
    ratio = paired(frame, bare, runs)
    yield Measured("a frame of the timeline, 2,001 bars", "its primitives by bare QPainter", 1.5, ratio)
    chart.close()


def _recorded(chart: TimelineChart) -> list[tuple[str, tuple[Any, ...]]]:
    recorder, option = _Recorder(), QStyleOptionGraphicsItem()
    option.exposedRect = QRectF(0, 0, chart.plot.view.width, chart.plot.view.height)
    for item in chart.surface._layers:
        item.paint(recorder, option, None)
    return recorder.calls
