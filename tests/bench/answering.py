"""One answer given while the picture of readiness is seen: from the move until the picture is painted anew."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject
from sqlalchemy import select

from roadmap_desktop.app import application, main_window, wake_collector
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.language import message
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.screens.readiness.picture import PictureStep
from tests.bench.stress import stress_workshop
from tests.bench.table import Measured, seconds


class _Eye(QObject):
    """Sees when something is painted."""

    has_seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.has_seen = self.has_seen or event.type() == QEvent.Type.Paint
        return False


def answering(runs: int = 9) -> Iterator[Measured]:
    """A line for each view of the picture, on the stress workshop in a window of 1366 x 768 off the screen."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.dict(os.environ, {"XDG_DATA_HOME": folder, "QT_QPA_PLATFORM": "offscreen"}),
    ):
        path = Path(folder) / "stress.roadmap"
        shutil.copy(stress_workshop(), path)
        application()
        window = main_window(path, "light")
        wake_collector()
        window.show()
        assert window.page is not None
        window.page.go(Target("readiness", "picture"))
        step = window.page.stage_area.step()
        assert isinstance(step, PictureStep)
        for view, name in enumerate(("by dimension", "by statement")):
            step.view_choice.setCurrentIndex(view)
            took = _times(step, runs)
            yield Measured(f"an answer repaints the picture {name}", "", 100, 1000 * median(took), "ms")
        window.close()


def _times(step: PictureStep, runs: int) -> list[float]:
    document, values, eye = step.sitting.document, count(), _Eye()
    rating = document.rows(select(Rating.uuid).where(Rating.statement == step.chart.current()).limit(1))
    uuid = rating[0].uuid if rating else document.rows(select(Rating.uuid).limit(1))[0].uuid
    step.chart.rows.viewport().installEventFilter(eye)

    def answer() -> None:
        with document.change(message("Rated a statement")) as session:
            session.get_one(Rating, uuid).level = 4 * (next(values) % 2)
        while not eye.has_seen:
            application().processEvents()

    took = []
    for _ in range(runs + 1):
        for _ in range(50):  # what waits for a quiet moment
            application().processEvents()
        eye.has_seen = False
        took.append(seconds(answer))
    step.chart.rows.viewport().removeEventFilter(eye)
    return took[1:]
