"""A Gantt in cells: a column for every week, tasks as filled cells, milestones as diamonds, breaks hatched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from roadmap_desktop.exchange.exported import Exported, ExportedLane, ExportedTask
from roadmap_desktop.language import message
from roadmap_desktop.tokens import LIGHT

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

PERIOD_ROW, NUMBER_ROW, DATE_ROW = 1, 2, 3
FIRST_WEEK_COLUMN = 5
BAR, CRITICAL, MILESTONE, BEFORE = "■", "▲", "◆", "·"
"""What stands in a cell besides its colour: work, critical work, a milestone, the baseline where it lay elsewhere."""
MOST_WEEKS = 520
"""Ten years."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """A column: its Monday, the period it lies in, its number there, and whether a break takes all its school days."""

    monday: date
    period: str
    number: int | None
    is_break: bool

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.monday + timedelta(days=6)


def weeks(found: Exported) -> list[Week]:
    """Every week from the first start to the last finish."""
    monday = found.first - timedelta(days=found.first.weekday())
    listed: list[Week] = []
    while monday <= found.last and len(listed) < MOST_WEEKS:
        listed.append(_week(monday, found))
        monday += _WEEK
    return listed


def _week(monday: date, found: Exported) -> Week:
    friday = monday + timedelta(days=4)
    period = next((each for each in found.periods if each.first <= friday and each.last >= monday), None)
    pause = next((each for each in found.breaks if each.first <= monday and each.last >= friday), None)
    number = None
    if period is not None:
        opening = period.first - timedelta(days=period.first.weekday())
        number = (monday - opening).days // 7 + 1
    return Week(monday, period.name if period is not None else "", number, pause is not None)


def draw(sheet: Worksheet, found: Exported) -> None:
    """Draws the timeline on an empty sheet."""
    from openpyxl.utils import get_column_letter

    columns = weeks(found)
    _write_head(sheet, columns, found)
    row = DATE_ROW + 1
    for lane in found.lanes:
        _write_lane(sheet, row, lane, len(columns))
        row += 1
        look = _Look.of(lane)
        for task in lane.tasks:
            _write_task(sheet, row, task)
            _draw_task(sheet, row, task, look, columns)
            row += 1
    for place, width in enumerate((40, 18, 12, 12), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for place in range(len(columns)):
        sheet.column_dimensions[get_column_letter(FIRST_WEEK_COLUMN + place)].width = 3.6
    sheet.freeze_panes = sheet.cell(DATE_ROW + 1, FIRST_WEEK_COLUMN)
    sheet.print_title_rows = f"{PERIOD_ROW}:{DATE_ROW}"
    sheet.print_title_cols = "A:A"
    say = found.language.say
    key = message("■ work · ▲ critical work · ◆ milestone · hatched: break · one column is one week")
    sheet.cell(row + 1, 1, say(key))


def _write_head(sheet: Worksheet, columns: list[Week], found: Exported) -> None:
    from openpyxl.styles import Alignment, Font

    say = found.language.say
    headings = (message("Task"), message("Owner"), message("Start"), message("Finish"))
    for place, words in enumerate(headings, 1):
        sheet.cell(DATE_ROW, place, say(words)).font = Font(bold=True)
    begun = ""
    for place, week in enumerate(columns, FIRST_WEEK_COLUMN):
        if week.period and week.period != begun:
            sheet.cell(PERIOD_ROW, place, week.period).font = Font(bold=True)
        begun = week.period
        sheet.cell(NUMBER_ROW, place, week.number)
        date_cell = sheet.cell(DATE_ROW, place, week.monday)
        date_cell.number_format = "mmm d"
        date_cell.alignment = Alignment(text_rotation=90, vertical="bottom")
    sheet.row_dimensions[DATE_ROW].height = 42


def _write_lane(sheet: Worksheet, row: int, lane: ExportedLane, count: int) -> None:
    from openpyxl.styles import Font, PatternFill

    ground = PatternFill("solid", fgColor=_colour(LIGHT.sunk))
    for place in range(1, FIRST_WEEK_COLUMN + count):
        sheet.cell(row, place).fill = ground
    name = sheet.cell(row, 1)
    _write_text(sheet, row, 1, lane.name)
    name.font = Font(bold=True, color=_colour(LIGHT.stage(lane.hue)))


@dataclass(frozen=True, slots=True)
class _Look:
    """How the cells of a lane look: made once, since a new fill is compared with all there are."""

    hue: str
    bar: PatternFill
    pause: PatternFill

    @classmethod
    def of(cls, lane: ExportedLane) -> _Look:
        from openpyxl.styles import PatternFill

        hue = _colour(LIGHT.stage(lane.hue))
        return cls(hue, PatternFill("solid", fgColor=hue), PatternFill("lightUp", fgColor=_colour(LIGHT.line)))

    def put_on(self, cell: Cell, sign: str) -> None:
        """Puts the look of a sign on its cell."""
        from openpyxl.styles import Alignment, Font

        cell.alignment = Alignment(horizontal="center")
        if sign in (BAR, CRITICAL):
            cell.fill = self.bar
            cell.font = Font(color="FFFFFF" if sign == CRITICAL else self.hue)
        else:
            cell.font = Font(bold=True, color=self.hue)


def _write_task(sheet: Worksheet, row: int, task: ExportedTask) -> None:
    from openpyxl.styles import Alignment

    _write_text(sheet, row, 1, task.name)
    sheet.cell(row, 1).alignment = Alignment(indent=1)
    _write_text(sheet, row, 2, task.owner)
    for place, day in ((3, task.start), (4, task.finish)):
        sheet.cell(row, place, day).number_format = "yyyy-mm-dd"


def _draw_task(sheet: Worksheet, row: int, task: ExportedTask, look: _Look, columns: list[Week]) -> None:
    """Only the weeks that show something get a cell: most of a long plan's are empty."""
    for place, week in enumerate(columns, FIRST_WEEK_COLUMN):
        sign = _sign(task, week)
        if sign:
            look.put_on(sheet.cell(row, place, sign), sign)
        elif week.is_break:
            sheet.cell(row, place).fill = look.pause


def _sign(task: ExportedTask, week: Week) -> str:
    """What stands in the cell of a task in a week."""
    if task.start <= week.last and task.finish >= week.monday:
        if task.is_milestone:
            return MILESTONE
        return CRITICAL if task.is_critical else BAR
    before = task.baseline
    return BEFORE if before is not None and before[0] <= week.last and before[1] >= week.monday else ""


def _write_text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A text is a text whatever it begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"


def _colour(value: str) -> str:
    return value.lstrip("#")
