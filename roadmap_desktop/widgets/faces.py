"""The faces of FiraGO as font files in memory."""

from __future__ import annotations

from enum import StrEnum
from threading import Thread

import pymupdf_fonts


class Face(StrEnum):
    """A face by the name that the font's package knows it by."""

    REGULAR = "figo"
    BOLD = "figbo"
    ITALIC = "figit"


EVERYWHERE = (Face.REGULAR, Face.BOLD)
"""What every window needs; the italic waits until it is asked for, since unpacking a face takes a while."""


def unpack_ahead() -> None:
    """Begins to unpack what every window needs, in a thread; ``font_file`` waits for it where it is not done yet."""
    Thread(target=lambda: [font_file(face) for face in EVERYWHERE], name="faces", daemon=True).start()


def font_file(face: Face) -> bytes:
    """The face as a TrueType file; unpacked the first time it is asked for."""
    file: bytes = pymupdf_fonts.myfont(face.value)
    return file
