"""The sheets of a file that holds tables: a workbook (XLSX) or separated text."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from roadmap_desktop.exchange.table import MOST_ROWS, Row, WeighHeader, read_rows
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import message

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

LARGEST_FILE = 40_000_000
"""Bytes; 300 answers in whole sentences to 334 statements have about 6 million."""
MOST_COLUMNS = 2_000
MOST_CELLS = 3_000_000
MOST_SHEETS = 60
_LARGEST_UNPACKED = 400_000_000
_MOST_PARTS = 2_000
_HEADING_WITHIN = 60
_WORKBOOK = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name (empty for text), its rows, and the cells whose formula has no stored result ("C4")."""

    name: str
    rows: tuple[Row, ...]
    unknown: tuple[str, ...] = ()


def is_workbook(source: bytes | str) -> bool:
    """Whether a file looks like a workbook, and not like text."""
    return isinstance(source, bytes) and source.startswith(_WORKBOOK)


def read_sheets(source: bytes | str, most_rows: int = MOST_ROWS) -> tuple[Sheet, ...]:
    """The sheets of a workbook that are to be seen, or the one table of a text file.

    A formula is never worked out: what stands for it is the result that was stored with it. Raises Unreadable.
    """
    if isinstance(source, bytes) and is_workbook(source):
        return _sheets(source, most_rows)
    rows = read_rows(source, LARGEST_FILE, most_rows)
    if any(len(row.cells) > MOST_COLUMNS for row in rows):
        raise Unreadable(
            message("The table has more than {n} columns.", n=MOST_COLUMNS),
            message("Keep only the columns you need and try again."),
        )
    return (Sheet("", rows),)


def as_text(source: bytes | str, weigh_header: WeighHeader) -> bytes | str:
    """Of a workbook the sheet with the row that names most columns, as text with a line for each row; else the source.

    Raises:
        Unreadable: the workbook is damaged, too large, or holds nothing.
    """
    if not is_workbook(source):
        return source
    sheets = read_sheets(source)
    weight = lambda sheet: max((weigh_header(row.cells) for row in sheet.rows[:_HEADING_WITHIN]), default=0)  # noqa: E731
    best = max(sheets, key=weight, default=Sheet("", ()))
    text = StringIO()
    lines = csv.writer(text, delimiter="\t", lineterminator="\n")
    place = 1
    for row in best.rows:
        text.write("\n" * (row.number - place))  # so that a line has the number of its row
        lines.writerow([" ".join(cell.split()) for cell in row.cells])
        place = row.number + 1
    return text.getvalue()


def cell_name(row: int, column: int) -> str:
    """The name of a cell as spreadsheets write it; the row counts from 1, the column from 0."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """The letters of a column, counted from 0: A, B, … Z, AA."""
    letters = ""
    place = column + 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def _sheets(source: bytes, most_rows: int) -> tuple[Sheet, ...]:
    import openpyxl  # only a workbook needs it

    try:
        _check_package(source)
        book = openpyxl.load_workbook(BytesIO(source), read_only=True, data_only=False, keep_links=False)
        results: dict[str, ReadOnlyWorksheet] = {}
        sheets = []
        for sheet in book.worksheets[:MOST_SHEETS]:
            if sheet.sheet_state != "visible":
                continue
            rows, formulas = _rows(sheet, most_rows)
            if formulas and not results:
                again = openpyxl.load_workbook(BytesIO(source), read_only=True, data_only=True, keep_links=False)
                results = {each.title: each for each in again.worksheets}
            if formulas:
                sheets.append(_with_results(sheet.title, rows, formulas, _rows(results[sheet.title], most_rows)[0]))
            else:
                sheets.append(Sheet(sheet.title, rows))
        return tuple(sheets)
    except Unreadable:
        raise
    except Exception as error:  # whatever a damaged or hostile workbook makes the library raise
        raise _damaged() from error


def _check_package(source: bytes) -> None:
    """Refuses a package that unpacks to too much, or whose XML declares entities, before anything reads it."""
    if len(source) > LARGEST_FILE:
        raise Unreadable(
            message("The file is larger than {n} million bytes.", n=LARGEST_FILE // 1_000_000),
            message("Keep only the rows you need and try again."),
        )
    with zipfile.ZipFile(BytesIO(source)) as package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
            raise Unreadable(
                message("The workbook unpacks to more than any list of statements or answers needs."),
                message("Save the one sheet that is meant as CSV and take that file."),
            )
        for part in parts:
            with package.open(part) as stream:
                _check_part(iter(lambda: stream.read(1 << 20), b""))


def _check_part(chunks: Iterable[bytes]) -> None:
    before = b""
    for chunk in chunks:
        plain = before + chunk.replace(b"\0", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise Unreadable(
                message("The workbook holds parts that no spreadsheet program writes."),
                message("Nothing was read from it. Ask for the list as CSV."),
            )
        before = plain[-16:]


def _damaged() -> Unreadable:
    return Unreadable(
        message("The workbook is damaged, locked with a password, or of another kind."),
        message("Open it in a spreadsheet program, save it as XLSX or CSV, and take that file."),
    )


def _rows(sheet: ReadOnlyWorksheet, most_rows: int) -> tuple[tuple[Row, ...], tuple[tuple[int, int], ...]]:
    """The rows of a sheet, and where formulas stand (row from 1, column from 0)."""
    rows: list[Row] = []
    formulas: list[tuple[int, int]] = []
    cells = 0
    for line in sheet.iter_rows(max_col=MOST_COLUMNS, max_row=most_rows + 1):
        number = len(rows) + 1
        texts = [_text(cell.value) for cell in line]
        formulas += [(number, place) for place, cell in enumerate(line) if getattr(cell, "data_type", "") == "f"]
        while texts and not texts[-1]:
            texts.pop()
        cells += len(texts)
        if number > most_rows or cells > MOST_CELLS:
            raise Unreadable(
                message("The sheet {name} has more than {n} rows, or too many cells.", name=sheet.title, n=most_rows),
                message("Keep only the rows you need and try again."),
            )
        rows.append(Row(number, tuple(texts), ", ".join(filter(None, texts))))
    while rows and rows[-1].is_empty:
        rows.pop()
    return tuple(rows), tuple(formulas)


def _with_results(
    name: str, rows: tuple[Row, ...], formulas: tuple[tuple[int, int], ...], results: tuple[Row, ...]
) -> Sheet:
    """The sheet with the stored result in the place of each formula."""
    texts = {row.number: list(row.cells) for row in rows}
    unknown = []
    for number, place in formulas:
        stored = results[number - 1].cell(place) if number <= len(results) else ""
        texts[number][place] = stored
        if not stored:
            unknown.append(cell_name(number, place))
    return Sheet(name, tuple(_row(row.number, texts[row.number]) for row in rows), tuple(unknown))


def _row(number: int, texts: list[str]) -> Row:
    return Row(number, tuple(texts), ", ".join(filter(None, texts)))


def _text(value: Any) -> str:
    """What a cell shows: whole numbers without decimals, dates as ISO, everything on one line."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date() | time():
            return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
        case _:
            return " ".join(str(value).split())
