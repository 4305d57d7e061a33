"""Pictures of every screen of the sample workshop, at the sizes and in the themes that were promised."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from roadmap_desktop.app import application, main_window
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import message
from roadmap_desktop.model.readiness import Concern, Rating
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.screens.beside.pages import BESIDE, PAGES
from roadmap_desktop.screens.window import MainWindow, Ways
from roadmap_desktop.screens.work import Work
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, keep_file
from roadmap_desktop.widgets.theme import Choice

LONGEST_WORK = 20.0
"""Seconds after which a picture is taken whatever is still under way."""
SIZES = ((1366, 768), (1920, 1080))
THEMES = (Choice.LIGHT, Choice.DARK)
NOW = datetime.fromisoformat("2026-11-18T10:00")
"""The day on which the sample is looked at: one pilot is decided, one runs."""


@dataclass(frozen=True)
class Picture:
    """One screen as it was drawn."""

    name: str
    pixels: QPixmap


def pictures(folder: Path, theme: Choice, size: tuple[int, int]) -> Iterator[Picture]:
    """The start page, every step of every stage, every page beside them and a damaged file, in a window of that size.

    The workshop is made in the folder.
    """
    window = open_window(folder, theme, size)
    yield Picture("start", drawn(window))
    window.start.sampling.emit()
    for stage in STAGES:
        for step in stage.steps:
            go(window, stage.key, step.key)
            yield Picture(f"{stage.key}-{step.key}", drawn(window))
    for page in PAGES:
        go(window, BESIDE, page.key)
        yield Picture(f"beside-{page.key}", drawn(window))
    window.merge_copies([copy_edited_apart(window, folder)])
    yield Picture("beside-merge-asking", drawn(window))
    window.open(damaged_copy(window, folder))
    yield Picture("recovery", drawn(window))
    window.close()


def damaged_copy(window: MainWindow, folder: Path) -> Path:
    """A copy of the open workshop, kept, and then written over where the team's seats are."""
    assert window.page is not None
    path = folder / "cedar-valley-2026-stick.roadmap"
    shutil.copyfile(window.page.sitting.document.path, path)
    keep_file(path, Reason.WORKING, NOW)
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'seat'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes([0xFF]) * 4096)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW notes AS SELECT 1")
    return path


def open_window(folder: Path, theme: Choice, size: tuple[int, int]) -> MainWindow:
    """A window of that size on the start page; its sample is made in the folder."""
    application()
    sample = lambda: sample_workshop(folder / "cedar-valley-2026.roadmap", clock=lambda: NOW)  # noqa: E731
    window = main_window(theme=theme, ways=Ways(begin=_unused, sample=sample))
    window.resize(*size)
    window.show()
    return window


def copy_edited_apart(window: MainWindow, folder: Path) -> Path:
    """A copy of the sample in which answers were given that the sample has otherwise now."""
    assert window.page is not None
    here, there = window.page.sitting.document, folder / "tables-2-and-3.roadmap"
    shutil.copy(here.path, there)
    with closing(Document.open(there, clock=lambda: NOW)) as other:
        for number, document in enumerate((here, other)):
            with document.change(message("Edited apart")) as session:
                for row in session.scalars(select(Rating).where(Rating.level == 2).order_by(Rating.uuid).limit(3)):
                    row.level = 1 if number else 3
                use_case = session.scalars(select(UseCase).order_by(UseCase.uuid)).all()[0]
                use_case.choice, use_case.choice_reason = ("later", "The data is not ready.") if number else ("no", "")
                session.add(Concern(text="Who reads what students type?" if number else "Who answers for mistakes?"))
    return there


def go(window: MainWindow, stage: str, step: str) -> None:
    """Goes to a step or to a page beside the stages, as a link would."""
    assert window.page is not None
    window.page.sitting.go(Target(stage, step))


def drawn(widget: QWidget) -> QPixmap:
    """The widget once everything that waits was drawn, work in other threads included."""
    settle()
    deadline = time.monotonic() + LONGEST_WORK
    while any(work.is_running for work in widget.findChildren(Work)) and time.monotonic() < deadline:
        settle()
    settle()  # what the work brought back takes its place
    return widget.grab()


def settle() -> None:
    """Lets everything happen that waits for a turn of the event loop."""
    for _ in range(6):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _unused(*_arguments: object) -> Document:
    raise AssertionError("pictures make no workshop by hand")
