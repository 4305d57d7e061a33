"""FiraGO on screen: loaded from memory, with digits of one width, at the system's text size."""

from __future__ import annotations

import sys
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from roadmap_desktop.widgets.faces import EVERYWHERE, Face, font_file

FAMILY = "FiraGO"
_NORMAL = {"win32": 12.0, "darwin": 13.0}
_NORMAL_ELSEWHERE = 14.7
"""The system font's height in pixels where nobody has asked for larger text; on Linux 11 points at 96 dots an inch."""


def load() -> None:
    """Makes FiraGO known to Qt, once."""
    for face in EVERYWHERE:
        _load(face)


@lru_cache
def _load(face: Face) -> None:
    QFontDatabase.addApplicationFontFromData(font_file(face))


def system_scale() -> float:
    """How much larger than normal the system's text is, from 1 to 2."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    normal = _NORMAL.get(sys.platform, _NORMAL_ELSEWHERE)
    return min(2.0, max(1.0, system.pixelSize() / normal))


def points(pixels: float) -> float:
    """A type size in points for one in pixels; Qt rounds pixel sizes to whole ones, but not points."""
    screen = QGuiApplication.primaryScreen()
    return pixels * 72 / screen.logicalDotsPerInchY()


def font(pixels: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """FiraGO at that height, with digits of one width."""
    load()  # what is measured in another font before would be kept
    if italic:
        _load(Face.ITALIC)
    made = QFont(FAMILY)
    made.setPointSizeF(points(pixels))
    made.setBold(bold)
    made.setItalic(italic)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
