"""The composition root: what the window is made of, and in which order it starts.

1. The collector of garbage is put to rest: what the imports make lives as long as the program, and looking through it
   again and again is a seventh of the way to the window.
2. The application object, before anything of Qt can be made.
3. The window's modules, and with them the mapper of the file. Charts, handouts, numpy, spreadsheets and the catalogue
   are imported by the step or the move that needs them, never on this way: a test lists what may be.
4. Language and theme, since every control takes its words and sizes when it is made; FiraGO is read from memory.
5. The workshop, if one was named: its file is checked and opened, and the one step where the person was is loaded;
   else the start page.
6. Shown. How the stages stand is worked out after the first picture, one stage in a turn of the event loop.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from roadmap_desktop.language import SHIPPED_LANGUAGES, Language
from roadmap_desktop.widgets import theme

if TYPE_CHECKING:
    from roadmap_desktop.screens.window import MainWindow, Ways
    from roadmap_desktop.store.document import Document


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
    from roadmap_desktop.screens import translator
    from roadmap_desktop.screens.window import MainWindow, Ways

    spoken = language or Language("en")
    translator.speak(application(), spoken)
    theme.dress(choice)
    window = MainWindow(ways or Ways(begin=_new_workshop, sample=_sample), spoken)
    if path is None:
        window.show_start()
    else:
        window.open(path)
    return window


def run(arguments: Sequence[str]) -> int:
    """Opens the window on the file named, if any, and gives the exit status when it was closed."""
    gc.disable()
    parser = argparse.ArgumentParser(prog="roadmap-desktop", description="Opens the window.")
    parser.add_argument("file", nargs="?", type=Path, help="a workshop to open")
    parser.add_argument("--theme", choices=[each.value for each in theme.Choice], default=theme.Choice.SYSTEM.value)
    parser.add_argument("--language", choices=SHIPPED_LANGUAGES, default=SHIPPED_LANGUAGES[0])
    options = parser.parse_args(arguments)
    running = application()
    window = main_window(options.file, theme.Choice(options.theme), Language(options.language))
    window.show()
    gc.freeze()
    gc.enable()
    return running.exec()


def _new_workshop(path: Path, district: str, state: str) -> Document:
    from roadmap_desktop.journey.workshop import new_workshop

    return new_workshop(path, district=district, state=state)


def _sample() -> Document:
    """The sample as it was left, or a new copy of it beside the program's settings."""
    import platformdirs

    from roadmap_desktop.journey.sample import sample_workshop
    from roadmap_desktop.store.document import Document

    path = platformdirs.user_data_path("roadmap-desktop", appauthor=False) / "sample.roadmap"
    if path.exists():
        return Document.open(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return sample_workshop(path)
