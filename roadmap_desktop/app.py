"""The composition root: what the window is made of, and in which order it starts.

1. The application object, before anything of Qt can be made.
2. Language and theme, since every control takes its words and sizes when it is made; FiraGO is read from memory.
3. The window, with the start page; the journey's declaration is read, but no step.
4. The workshop, if one was named: its file is checked and opened, and the one step where the person was is loaded.
5. Shown, and the event loop.

Charts, handouts, spreadsheets, scans and the catalogue are imported by the step or the move that needs them, never on
this way: a bare window takes a fraction of a second, and ours must not take four times that.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QApplication

from roadmap_desktop.language import SHIPPED_LANGUAGES, Language
from roadmap_desktop.screens import translator
from roadmap_desktop.screens.window import MainWindow, Ways
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets import theme


def application() -> QApplication:
    """The application object, made the first time it is asked for."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication(sys.argv[:1])
    made.setApplicationName("roadmap-desktop")
    made.setApplicationDisplayName("Roadmap Desktop")
    made.setDesktopFileName("roadmap-desktop")
    return made


def main_window(
    path: Path | None = None,
    choice: theme.Choice = theme.Choice.SYSTEM,
    language: Language | None = None,
    ways: Ways | None = None,
) -> MainWindow:
    """The window, dressed, with the workshop open where one is named; not shown yet."""
    spoken = language or Language("en")
    translator.speak(application(), spoken)
    theme.dress(choice)
    window = MainWindow(ways or Ways(begin=_new_workshop, sample=_sample), spoken)
    if path is not None:
        window.open(path)
    return window


def run(arguments: Sequence[str]) -> int:
    """Opens the window on the file named, if any, and gives the exit status when it was closed."""
    parser = argparse.ArgumentParser(prog="roadmap-desktop", description="Opens the window.")
    parser.add_argument("file", nargs="?", type=Path, help="a workshop to open")
    parser.add_argument("--theme", choices=[each.value for each in theme.Choice], default=theme.Choice.SYSTEM.value)
    parser.add_argument("--language", choices=SHIPPED_LANGUAGES, default=SHIPPED_LANGUAGES[0])
    options = parser.parse_args(arguments)
    running = application()
    window = main_window(options.file, theme.Choice(options.theme), Language(options.language))
    window.show()
    return running.exec()


def _new_workshop(path: Path, district: str, state: str) -> Document:
    from roadmap_desktop.journey.workshop import new_workshop

    return new_workshop(path, district=district, state=state)


def _sample() -> Document:
    """The sample as it was left, or a new copy of it beside the program's settings."""
    from roadmap_desktop.journey.sample import sample_workshop

    path = platformdirs.user_data_path("roadmap-desktop", appauthor=False) / "sample.roadmap"
    if path.exists():
        return Document.open(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return sample_workshop(path)
