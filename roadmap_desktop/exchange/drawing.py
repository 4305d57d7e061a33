"""What a picture is drawn with: rectangles, lines, shapes and words, for whatever writes the picture down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its left upper corner; ``hatched`` in its colour on the ground, else filled."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The outline of a rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: Points
    colour: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape of corners."""

    points: Points
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text that begins at ``x`` with its base line at ``y``."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False


Mark = Rect | Frame | Line | Shape | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of a size in pixels, its marks from the ground up, with a title and a description in words.

    ``head`` is how much of it, from the top, stands over every part where it is cut, which is best at ``cuts``.
    """

    width: float
    height: float
    ground: str
    marks: tuple[Mark, ...]
    title: str
    about: str
    language: str
    head: float = 0.0
    cuts: tuple[float, ...] = ()


@cache
def typeface(size: float, *, bold: bool) -> Any:
    """FiraGO in a size, as Pillow draws and measures it."""
    import pymupdf_fonts
    from PIL import ImageFont

    return ImageFont.truetype(BytesIO(pymupdf_fonts.myfont("figbo" if bold else "figo")), size)


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text runs, in pixels."""
    return float(typeface(size, bold=bold).getlength(text))


def broken(text: str, size: float, most: float, *, bold: bool = False) -> list[str]:
    """The text in lines of at most that width; only a word that is wider by itself goes over."""
    lines: list[str] = []
    for word in text.split():
        if lines and wide(f"{lines[-1]} {word}", size, bold=bold) <= most:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines or [""]
