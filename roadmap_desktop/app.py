"""The composition root: what the window is made of, and in which order it starts.

1. The collector of garbage is put to rest: what the imports make lives as long as the program, and looking through it
   again and again is a seventh of the way to the window.
2. FiraGO is unpacked in a thread of its own, which takes no turn from the imports beside it.
3. What lies below the window, before Qt: once PySide6 is there, it reads the source of every module that is imported,
   which takes as long again as importing it.
4. The application object, before anything of Qt can be made; the window's modules. Charts, handouts, numpy,
   spreadsheets, the catalogue and the mapper of the file are imported by the step or the move that needs them, never on
   this way: a test lists what may be.
5. Language and theme, since every control takes its words and sizes when it is made.
6. The workshop, if one was named: its file is checked and opened, and the one step where the person was is loaded;
   else the start page.
7. Shown where it stood last. How the stages stand is worked out after the first picture, one stage in a turn of the
   event loop, and what a change needs in the turn after.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_desktop.language import SHIPPED_LANGUAGES, Language
from roadmap_desktop.widgets import faces

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from roadmap_desktop.screens.window import MainWindow, Ways
    from roadmap_desktop.store.document import Document

BEFORE_QT = ("roadmap_desktop.journey.stages", "sqlalchemy.dialects.sqlite", "babel.dates", "babel.numbers")
"""What every window needs that is not of Qt, with all that it imports in turn."""


def application() -> QApplication:
    """The application object, made the first time it is asked for."""
    from PySide6.QtWidgets import QApplication

    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication(sys.argv[:1])
    made.setApplicationName("roadmap-desktop")
    made.setApplicationDisplayName("Roadmap Desktop")
    made.setDesktopFileName("roadmap-desktop")
    return made


def main_window(
    path: Path | None = None, theme: str = "system", language: Language | None = None, ways: Ways | None = None
) -> MainWindow:
    """The window, dressed in a choice of theme, with the workshop open where one is named; not shown yet."""
    from roadmap_desktop.screens import translator
    from roadmap_desktop.screens.window import MainWindow, Ways
    from roadmap_desktop.widgets.theme import Choice, dress

    spoken = language or Language("en")
    translator.speak(application(), spoken)
    dress(Choice(theme))
    window = MainWindow(ways or Ways(begin=_new_workshop, sample=_sample), spoken)
    if path is None:
        window.show_start()
    else:
        window.open(path)
    return window


def started(arguments: Sequence[str]) -> MainWindow:
    """The window shown as the arguments of the command line ask."""
    gc.disable()
    faces.unpack_ahead()
    for module in BEFORE_QT:
        import_module(module)
    from roadmap_desktop.screens.endings import Endings
    from roadmap_desktop.screens.lastplace import LastPlace
    from roadmap_desktop.screens.screenplace import Screens
    from roadmap_desktop.widgets.theme import Choice

    parser = argparse.ArgumentParser(prog="roadmap-desktop", description="Opens the window.")
    parser.add_argument("file", nargs="?", type=Path, help="a workshop to open")
    parser.add_argument("--theme", choices=[each.value for each in Choice], default=Choice.SYSTEM.value)
    parser.add_argument("--language", choices=SHIPPED_LANGUAGES, default=SHIPPED_LANGUAGES[0])
    options = parser.parse_args(arguments)
    window = main_window(options.file, options.theme, Language(options.language))
    Endings(window.save_typing, window.close, window).heed_signals()
    LastPlace(window).take(Screens().spots())
    window.show()
    wake_collector()
    return window


def wake_collector() -> None:
    """What is loaded stays and is looked through no more; the pictures of a large workshop stay as well.

    So garbage is looked for after 50,000 new objects instead of 700: else a third of opening a large workshop goes to
    looking through what was just made.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


def run(arguments: Sequence[str]) -> int:
    """Opens the window on the file named, if any, and gives the exit status when it was closed."""
    window = started(arguments)
    status = application().exec()
    del window
    return status


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
