"""Saves the roadmap for other programs: written beside the window from a reader of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.commands.exporting_roadmap import put_files
from roadmap_desktop.language import Language, message
from roadmap_desktop.screens.work import Progress
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.speech import say


class FolderChooser(Protocol):
    """Gives a folder, or None where the person gave up; tests give others."""

    def __call__(self, parent: QWidget) -> Path | None:
        """Asks."""


def ask_for_folder(parent: QWidget) -> Path | None:
    """The system's dialog."""
    chosen = QFileDialog.getExistingDirectory(parent, say(message("Where to save the files")), str(Path.home()))
    return Path(chosen) if chosen else None


def saving(document: Document, folder: Path, name: str, language: Language) -> Callable[[Progress], list[Path]]:
    """A job that writes the files of that name; those that were whole before a cancel stay."""

    def job(progress: Progress) -> list[Path]:
        written: list[Path] = []
        with closing(document.reader()) as reader:
            for path in put_files(reader, folder, (name,), language):
                written.append(path)
                progress.reached(len(written), 0)
        return written

    return job
