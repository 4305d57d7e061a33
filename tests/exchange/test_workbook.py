"""Workbooks from outside: their cells as text, formulas never worked out, hostile packages refused."""

from __future__ import annotations

import contextlib
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from roadmap_desktop.exchange.answers import read_answers
from roadmap_desktop.exchange.instrument import read_instrument
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import column_name, read_sheets

from .forms import ASKED


def book(**sheets: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_part(source: bytes, name: str, change: bytes) -> bytes:
    """The workbook with one part put in the place of another."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change if part == name else old.read(part))
    return stream.getvalue()


def test_cells_are_read_as_they_are_seen() -> None:
    (sheet,) = read_sheets(book(One=[["a", 3.0, 2.5], [None, True, date(2026, 8, 3)], []]))
    assert [row.cells for row in sheet.rows] == [("a", "3", "2.5"), ("", "TRUE", "2026-08-03 00:00:00")]


def test_a_formula_is_not_worked_out_and_its_cell_is_named() -> None:
    (sheet,) = read_sheets(book(One=[["=1+1", "x"]]))
    assert sheet.rows[0].cells == ("", "x")
    assert sheet.unknown == ("A1",)


def test_each_sheet_of_statements_is_a_section_and_a_sheet_of_levels_is_read() -> None:
    source = book(
        Levels=[["Value", "Label"], [1, "Low"], [2, "Mid"], [3, "High"], [4, "Top"]],
        Leadership=[["ID", "Statement"], ["L1", "We lead"]],
        Technology=[["ID", "Statement"], ["T1", "Wi-Fi works"]],
    )
    draft = read_instrument(source, "tool.xlsx").draft
    assert [level.name for level in draft.levels] == ["Low", "Mid", "High", "Top"]
    assert [each.name for each in draft.dimensions] == ["Leadership", "Technology"]


def test_xml_with_entities_is_refused_before_it_is_read() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData/></worksheet>'
    with pytest.raises(Unreadable):
        read_sheets(with_part(book(One=[["a"]]), "xl/worksheets/sheet1.xml", bomb))
    with pytest.raises(Unreadable):
        read_sheets(with_part(book(One=[["a"]]), "xl/worksheets/sheet1.xml", bomb.decode().encode("utf-16-le")))


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package, package.open("xl/a.xml", "w") as part:
        for _ in range(401):
            part.write(b" " * 1_000_000)
    with pytest.raises(Unreadable):
        read_sheets(stream.getvalue())


@pytest.mark.parametrize("broken", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500])
def test_a_damaged_workbook_is_refused_in_words(broken: bytes) -> None:
    with pytest.raises(Unreadable):
        read_sheets(broken)


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing() -> None:
    made = openpyxl.Workbook()
    made.active["XFD1048576"] = "far"
    made.active["A1"] = "near"
    stream = BytesIO()
    made.save(stream)
    with pytest.raises(Unreadable):
        read_sheets(stream.getvalue())


@pytest.mark.parametrize("cell", ["1=a;", "- ", "1 ", "(1", "a: ", "i don't know "])
def test_a_cell_without_end_is_answered_soon(cell: str) -> None:
    endless = cell * 60_000
    for source in (f"L1,L2\n{endless},1\n1,{endless}\n", f"L1,{endless}\n1,2\n"):
        with contextlib.suppress(Unreadable):
            read_answers(source.encode(), ASKED)
    with contextlib.suppress(Unreadable):
        read_instrument(f"{endless}\nID,Statement,1 - a,2 - b\nx,{endless},,\n".encode())


def test_columns_have_their_letters() -> None:
    assert [column_name(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
