"""Switching from step to step on the stress workshop: the second time round, when what rarely changes is remembered."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent

from roadmap_desktop.app import application, main_window, wake_collector
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.screens.window import MainWindow
from tests.bench.stress import stress_workshop
from tests.bench.table import Measured, seconds


def switching() -> Iterator[Measured]:
    """The two lines of the table; the window is 1366 x 768 and off the screen."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.dict(os.environ, {"XDG_DATA_HOME": folder, "QT_QPA_PLATFORM": "offscreen"}),
    ):
        path = Path(folder) / "stress.roadmap"
        shutil.copy(stress_workshop(), path)
        application()
        window = main_window(path, "light")
        wake_collector()
        window.resize(1366, 768)
        window.show()
        places = [Target(stage.key, step.key) for stage in STAGES for step in stage.steps]
        for place in places:
            _go(window, place)
        times = {place: 1000 * min(seconds(lambda: _go(window, place)) for _ in range(2)) for place in places}  # noqa: B023
        window.close()
    worst = max(times, key=lambda place: times[place])
    yield Measured("switch of step, stress workshop, median", "", 50, median(times.values()), "ms")
    yield Measured("the slowest switch", f"{worst.stage}/{worst.step}", 100, times[worst], "ms")


def _go(window: MainWindow, place: Target) -> None:
    assert window.page is not None
    window.page.go(place)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    window.grab()
