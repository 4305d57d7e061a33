"""The table of what a school year is made of, one kind at a time; typed, pasted, changed and removed in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject

from roadmap_desktop.journey.prepare.calendar import SPAN_KINDS, SpanRow, YearPicture
from roadmap_desktop.journey.prepare.spans import add_span, add_spans, change_span, remove_spans
from roadmap_desktop.language import Message, Words, message
from roadmap_desktop.rules.calendar import Span, SpanKind
from roadmap_desktop.screens.prepare.typedspan import NoDates, TypedSpan, read_cells, read_line
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

OTHER = (SpanKind.STAFF_DAY, SpanKind.EARLY_RELEASE, SpanKind.REPORT_CARD, SpanKind.BOARD_MEETING)
"""Kinds that take no school day away; they share one table."""
SHEETS: Mapping[str, tuple[SpanKind, ...]] = {
    SpanKind.TERM: (SpanKind.TERM,),
    SpanKind.GRADING_PERIOD: (SpanKind.GRADING_PERIOD,),
    SpanKind.BREAK: (SpanKind.BREAK,),
    SpanKind.DAY_OFF: (SpanKind.DAY_OFF,),
    "other": OTHER,
}
_ONE: Mapping[SpanKind, Words] = {
    SpanKind.STAFF_DAY: message("staff day"),
    SpanKind.EARLY_RELEASE: message("early release"),
    SpanKind.REPORT_CARD: message("report cards"),
    SpanKind.BOARD_MEETING: message("board meeting"),
}
_ADD: Mapping[str, Message] = {
    SpanKind.TERM: message("Add a term with its dates: Semester 1, Aug 10 to Dec 18"),
    SpanKind.GRADING_PERIOD: message("Add a grading period with its dates: Quarter 1, Aug 10 to Oct 9"),
    SpanKind.BREAK: message("Add a break with its dates: Fall Break, Oct 19 to Oct 23"),
    SpanKind.DAY_OFF: message("Add a day off: Labor Day, Sep 7"),
    "other": message("Add a staff day: Teacher planning, Oct 12"),
}


class SpanSheet(QObject):
    """Fills the sheet with one kind of the year's spans, chosen by the segments above it."""

    def __init__(self, sitting: Sitting, kinds: SegmentedChoice, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sitting, self._kinds, self._sheet = sitting, kinds, sheet
        self._year: YearPicture | None = None
        self._shown: str = SpanKind.GRADING_PERIOD
        self._declare()
        kinds.chosen.connect(self._choose)
        sheet.removed.connect(self._removed)
        sheet.pasted.connect(self._pasted)

    def present(self, year: YearPicture) -> None:
        """Shows the year's spans of the chosen kind, and how many there are of each."""
        self._year = year
        options = tuple((key, self._counted(year, key, kinds)) for key, kinds in SHEETS.items())
        self._kinds.present(options, self._shown)
        self._sheet.present(tuple(span for kind in SHEETS[self._shown] for span in year.of_kind(kind)))

    def select(self, uuid: str) -> None:
        """Shows the table that holds a span, and selects it."""
        span = next((each for each in self._year.spans if each.uuid == uuid), None) if self._year else None
        if span is not None:
            self._choose(next(key for key, kinds in SHEETS.items() if span.kind in kinds))
            self._sheet.select(uuid)

    @staticmethod
    def _counted(year: YearPicture, key: str, kinds: tuple[SpanKind, ...]) -> Words:
        name: Words = message("Other days") if len(kinds) > 1 else SPAN_KINDS[kinds[0]]
        number = sum(len(year.of_kind(kind)) for kind in kinds)
        return message("{kind} ({n})", kind=name, n=number) if number else name

    def _choose(self, key: str) -> None:
        if key != self._shown:
            self._shown = key
            self._declare()
        if self._year is not None:
            self.present(self._year)

    def _declare(self) -> None:
        name: Words = message("Other days") if self._shown == "other" else SPAN_KINDS[SpanKind(self._shown)]
        self._sheet.declare(self._columns(), name=name, add=_ADD[self._shown], begin=self._begun, in_pauses=False)

    def _columns(self) -> list[Column[SpanRow]]:
        found: list[Column[SpanRow]] = [
            Column("name", message("Name"), lambda row: row.name, edit=self._named, stretch=1, strong=True)
        ]
        if self._shown == "other":
            kinds = tuple((kind.value, _ONE[kind]) for kind in OTHER)
            found.append(
                Column(
                    key="kind",
                    title=message("Kind"),
                    value=lambda row: _ONE[row.kind],
                    edit=self._kind_chosen,
                    choices=lambda _: kinds,
                    width=130,
                )
            )
        found += [
            Column(
                "first", message("First day"), lambda row: row.first, edit=self._began, editor=Editor.DAY, width=130
            ),
            Column("last", message("Last day"), lambda row: row.last, edit=self._ended, editor=Editor.DAY, width=130),
        ]
        if self._shown in (SpanKind.TERM, SpanKind.GRADING_PERIOD):
            found.append(Column("days", message("School days"), lambda row: row.school_days, width=100))
        return found

    def _named(self, row: SpanRow, text: str) -> None:
        self._change(lambda year: change_span(self._sitting.document, year, row.uuid, name=text))

    def _kind_chosen(self, row: SpanRow, kind: str) -> None:
        self._change(lambda year: change_span(self._sitting.document, year, row.uuid, kind=SpanKind(kind)))

    def _began(self, row: SpanRow, day: str) -> None:
        if first := self._day(day):
            self._change(lambda year: change_span(self._sitting.document, year, row.uuid, first=first))

    def _ended(self, row: SpanRow, day: str) -> None:
        if last := self._day(day):
            self._change(lambda year: change_span(self._sitting.document, year, row.uuid, last=last))

    def _day(self, text: str) -> date | None:
        """The day that the cell's editor gives; an empty one is answered beside the cell."""
        if text:
            return date.fromisoformat(text)
        say = self._sitting.say
        remedy = message("To take it away, press Ctrl and Minus.")
        self._sheet.complain(say(message("It needs its dates.")), say(remedy))
        return None

    def _begun(self, text: str) -> str | None:
        typed = self._read(lambda year: [read_line(text, self._sitting.language, year.first_day, year.last_day)])
        if not typed:
            return None
        span = typed[0]
        kind = SHEETS[self._shown][0]
        return self._change(lambda year: add_span(self._sitting.document, year, kind, span.name, span.first, span.last))

    def _pasted(self, cells: list[list[str]]) -> None:
        language = self._sitting.language
        typed = self._read(lambda year: [read_cells(row, language, year.first_day, year.last_day) for row in cells])
        kind = SHEETS[self._shown][0]
        spans = [Span(kind, each.name, each.first, each.last) for each in typed]
        if spans:
            self._change(lambda year: add_spans(self._sitting.document, year, spans))

    def _removed(self, uuids: Sequence[str]) -> None:
        self._change(lambda _: remove_spans(self._sitting.document, uuids))

    def _read(self, read: Callable[[YearPicture], list[TypedSpan]]) -> list[TypedSpan]:
        if self._year is None:
            return []
        try:
            return read(self._year)
        except NoDates as problem:
            self._sheet.complain(self._sitting.say(problem.reason), self._sitting.say(problem.remedy))
            return []

    def _change(self, move: Callable[[str], str | None]) -> str | None:
        if self._year is None:
            return None
        year = self._year.uuid
        return self._sitting.attempt(lambda: move(year), beside=self._sheet)
