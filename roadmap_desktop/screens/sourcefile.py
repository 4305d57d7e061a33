"""Asks for a file to import, with the system's own chooser."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.language import Words
from roadmap_desktop.widgets.speech import say

LARGEST = 20_000_000
"""A file of more bytes holds no list that anybody made by hand."""


class SourceChooser(Protocol):
    """Gives the path of a file to read, or None where the person gave up; tests give others."""

    def __call__(self, parent: QWidget, title: Words, kinds: Words, patterns: str) -> Path | None:
        """Asks; ``patterns`` as "*.csv *.txt"."""


def ask_for_source(parent: QWidget, title: Words, kinds: Words, patterns: str) -> Path | None:
    """The system's dialog."""
    chosen, _ = QFileDialog.getOpenFileName(parent, say(title), str(Path.home()), f"{say(kinds)} ({patterns})")
    return Path(chosen) if chosen else None
