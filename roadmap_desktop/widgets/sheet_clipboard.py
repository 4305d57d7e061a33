"""Cells as text on the clipboard: what spreadsheets copy is read, and what is copied here they can read."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO

from PySide6.QtGui import QGuiApplication

Cells = list[list[str]]
"""Rows of texts; they may differ in length."""


def clipboard_cells() -> Cells:
    """The cells on the clipboard, empty lines among them, none at the ends."""
    return parse_cells(QGuiApplication.clipboard().text())


def filled(cells: Cells) -> Cells:
    """The lines in which something stands."""
    return [row for row in cells if any(row)]


def parse_cells(text: str) -> Cells:
    """Every line of a text copied from a spreadsheet: tabs between cells, quotes round cells with lines in them."""
    text = text.strip("\r\n")
    if not text:
        return []
    rows = [line.split("\t") for line in text.splitlines()]
    if text.count('"') % 2 == 0:
        with suppress(csv.Error):  # a cell longer than any that a person reads
            rows = list(csv.reader(StringIO(text, newline=None), delimiter="\t"))
    return [[cell.strip() for cell in row] for row in rows]


def as_text(cells: Sequence[Sequence[str]]) -> str:
    """Cells as a spreadsheet copies them."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in cells)


def _quoted(cell: str) -> str:
    needs_quotes = any(sign in cell for sign in '\t\n\r"')
    return '"' + cell.replace('"', '""') + '"' if needs_quotes else cell
