"""The roadmap as a workbook (XLSX): the table of tasks, and a Gantt drawn in cells by school weeks."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from roadmap_desktop.exchange.exported import Exported
from roadmap_desktop.exchange.gantt_cells import draw
from roadmap_desktop.exchange.task_sheet import HEADINGS, Cell, is_like_a_formula, rows
from roadmap_desktop.language import message
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.tokens import LIGHT

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (14, 44, 20, 18, 18, 20, 13, 15, 12, 12, 12, 8, 12, 12, 8, 11, 9, 15, 15, 60, 14, 14, 14)
_DATE = "yyyy-mm-dd"


def workbook(found: Exported) -> bytes:
    """The content of the workbook.

    Raises:
        FileTrouble: there is no room for the parts that it is put together from.
    """
    from lxml.etree import LxmlError
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.title = found.title
    book.properties.creator = "Roadmap Desktop"
    book.properties.created = book.properties.modified = found.made.replace(tzinfo=None)
    sheet: Worksheet = book.active
    sheet.title = found.language.say(message("Tasks"))
    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    _write_head(sheet)
    for number, row in enumerate(rows(found), 2):
        for place, value in enumerate(row, 1):
            put(sheet.cell(number, place), value)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADINGS))}{max(sheet.max_row, 1)}"
    _set_page(sheet)
    timeline: Worksheet = book.create_sheet(found.language.say(message("Timeline")))
    draw(timeline, found)
    _set_page(timeline)
    out = BytesIO()
    try:
        book.save(out)  # by way of files in the computer's own folder for what passes
    except (OSError, LxmlError) as error:
        raise FileTrouble(
            message("There is no room on this computer's own disk to put the workbook together."),
            message("Nothing that was there before was changed."),
            message("Make room there, then export again."),
        ) from error
    return out.getvalue()


def put(cell: SheetCell, value: Cell) -> None:
    """Writes a value; a text is a text whatever it begins with, so that nothing is ever worked out."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        cell.quotePrefix = int(is_like_a_formula(value))
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DATE


def _write_head(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for place, heading in enumerate(HEADINGS, 1):
        cell = sheet.cell(1, place, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=LIGHT.sunk.lstrip("#"))
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _set_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
