"""FiraGO on paper: registered once, measured, and its digits set in columns of equal width."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from threading import Lock
from typing import Any

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class Face(StrEnum):
    """A cut of the typeface, by the name it has inside a PDF."""

    REGULAR = "FiraGO-Regular"
    BOLD = "FiraGO-Bold"
    ITALIC = "FiraGO-Italic"


_FILES = {Face.REGULAR: "figo", Face.BOLD: "figbo", Face.ITALIC: "figit"}
_DIGITS = frozenset("0123456789")
_SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2007": "\u00a0", "\u2003": " ", "\t": " "})
_LACKING = "\u25af"
_registering = Lock()


@cache
def font(face: Face) -> Any:
    """The font, embedded in whatever PDF uses it; safe to ask for from any thread."""
    with _registering:
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(str(face), BytesIO(pymupdf_fonts.myfont(_FILES[face]))))
    return pdfmetrics.getFont(str(face))


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text in characters the typeface has; what it lacks becomes an empty box, narrow spaces do not break."""
    known = font(Face.REGULAR).face.charToGlyph
    text = unicodedata.normalize("NFC", text).translate(_SPACES)
    kept = (c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(c if c == "\n" or ord(c) in known else _LACKING for c in kept)


@lru_cache(maxsize=16384)
def width(text: str, face: Face, size: float) -> float:
    """How wide the text runs, in points."""
    return float(font(face).stringWidth(text, size))


@cache
def _digit(face: Face) -> float:
    """The widest digit's advance at size 1."""
    return max(width(digit, face, 1.0) for digit in _DIGITS)


def column_width(text: str, face: Face, size: float) -> float:
    """How wide the text runs when each digit takes the widest digit's room, in points."""
    digits = sum(c in _DIGITS for c in text)
    rest = "".join(c for c in text if c not in _DIGITS)
    return digits * _digit(face) * size + width(rest, face, size)


def column_places(text: str, face: Face, size: float) -> list[tuple[str, float]]:
    """The text in parts with the place of each from the left: a digit stands in the middle of its room."""
    places: list[tuple[str, float]] = []
    at, room = 0.0, _digit(face) * size
    for part in _parts(text):
        wide = width(part, face, size)
        if part in _DIGITS:
            places.append((part, at + (room - wide) / 2))
            at += room
        else:
            places.append((part, at))
            at += wide
    return places


def _parts(text: str) -> list[str]:
    """Single digits, and what stands between them in one piece."""
    parts: list[str] = []
    for c in text:
        if c in _DIGITS or not parts or parts[-1] in _DIGITS:
            parts.append(c)
        else:
            parts[-1] += c
    return parts
