"""Writes a picture as PNG, twice as large as its measures so that it stays sharp in print."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from roadmap_desktop.exchange.drawing import Frame, Line, Mark, Picture, Rect, Shape, Words, typeface

TALLEST = 30_000
"""A picture of more pixels from top to bottom is written in its own measures; one that is taller still, in parts."""
PART = 10_000
"""How tall a part is at most, in its own measures."""
_STEP = 6


def scale(picture: Picture) -> int:
    """How many pixels a measure takes: 2, and 1 for a tall picture."""
    return max(1, min(2, TALLEST // max(int(picture.height), 1)))


def is_too_tall(picture: Picture) -> bool:
    """Whether no program would show it whole."""
    return picture.height > TALLEST


def png(picture: Picture, grown: int = 0) -> bytes:
    """The content of the file; ``grown`` is how many pixels a measure takes, or else what suits its height."""
    from PIL import Image, ImageDraw
    from PIL.PngImagePlugin import PngInfo

    grown = grown or scale(picture)
    size = (round(picture.width * grown), round(picture.height * grown))
    image = Image.new("RGB", size, picture.ground)
    pen = ImageDraw.Draw(image)
    for mark in picture.marks:
        _draw(pen, mark, grown)
    about = PngInfo()
    about.add_itxt("Title", picture.title)
    about.add_itxt("Description", picture.about)
    out = BytesIO()
    image.save(out, "PNG", dpi=(96 * grown, 96 * grown), pnginfo=about)
    return out.getvalue()


def _draw(pen: Any, mark: Mark, grown: int) -> None:
    match mark:
        case Rect():
            if mark.hatched:
                _hatch(pen, mark, grown)
            else:
                pen.rectangle(_corners(mark, grown), fill=mark.colour)
        case Frame():
            pen.rectangle(_corners(mark, grown), outline=mark.colour, width=grown)
        case Line():
            points = [(x * grown, y * grown) for x, y in mark.points]
            pen.line(points, fill=mark.colour, width=max(1, round(mark.width * grown)))
        case Shape():
            pen.polygon([(x * grown, y * grown) for x, y in mark.points], fill=mark.colour)
        case Words():
            face = typeface(mark.size * grown, bold=mark.bold)
            pen.text((mark.x * grown, mark.y * grown), mark.text, fill=mark.colour, font=face, anchor="ls")


def _hatch(pen: Any, mark: Rect, grown: int) -> None:
    """Lines from lower left to upper right, each cut at the rectangle."""
    x, y, width, height = (value * grown for value in (mark.x, mark.y, mark.width, mark.height))
    offset = -height
    while offset < width:
        left, right = max(offset, 0.0), min(offset + height, width)
        if left < right:
            start = (x + left, y + height - (left - offset))
            pen.line((start, (x + right, y + height - (right - offset))), fill=mark.colour, width=grown)
        offset += _STEP * grown * 1.4


def _corners(mark: Rect | Frame, grown: int) -> tuple[float, float, float, float]:
    x, y = mark.x * grown, mark.y * grown
    return x, y, max(x, x + mark.width * grown - 1), max(y, y + mark.height * grown - 1)
