"""Pages of a PDF as pictures for a screen, drawn by PDFium and free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium
from pypdfium2 import raw

_one_at_a_time = Lock()
"""PDFium is not made for several threads."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in pixels: rows from the top, four bytes a pixel in the order red, green, blue, alpha."""

    width: int
    height: int
    rgba: bytes


def page_count(pdf: bytes | Path) -> int:
    """How many pages the PDF has."""
    with _one_at_a_time, pdfium.PdfDocument(pdf) as document:
        return len(document)


def picture(pdf: bytes | Path, page: int, width: int) -> Picture:
    """Page ``page``, counted from 0, drawn ``width`` pixels wide on white; IndexError beyond the last page."""
    with _one_at_a_time, pdfium.PdfDocument(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        sheet = document[page]
        bitmap = sheet.render(
            scale=width / sheet.get_width(),
            force_bitmap_format=raw.FPDFBitmap_BGRA,
            rev_byteorder=True,
            fill_color=(255, 255, 255, 255),
        )
        return Picture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
