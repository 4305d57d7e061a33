"""The agenda as it runs: what is on, new times for the rest before they are taken, and the tables' own clocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.daywords import left, over
from roadmap_desktop.journey.prepare.running import (
    DayPicture,
    day,
    item_before,
    next_item,
    pause,
    start_day,
    take_reflow,
)
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.agenda import Reflow, kept, shortened
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.beside.table_clocks import TableClocks
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

_NOTHING = "–"
_KEEP, _SHORTEN, _DROP = "keep", "shorten", "drop"
_WAYS = (
    (_SHORTEN, message("Shorten the rest")),
    (_DROP, message("Drop an item")),
    (_KEEP, message("End later")),
)


@dataclass(frozen=True, slots=True)
class DayRow:
    """An item with its times as they stand and as they would become."""

    uuid: str
    title: Words
    minutes: int
    new_minutes: int | None
    begins: datetime | None
    new_begins: datetime | None
    is_current: bool


class AgendaPage(BesidePage):
    """Start, next, back and pause; the rest of the day made to fit; the clocks of tables that work in parallel."""

    form = "beside_agenda"
    kinds = frozenset({"agenda_item", "workshop", "table_clock", "room_table"})
    standing: Paragraph
    next_button: Button
    back_button: Button
    pause_button: Button
    body: QWidget
    nothing: EmptyState
    ways: QWidget
    way_field: SegmentedChoice
    drop_row: Labelled
    drop_field: QComboBox
    outcome: Paragraph
    items: Sheet
    take_button: Button
    tables_title: Paragraph
    tables: Sheet
    table_pause_button: Button

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._day: DayPicture | None = None
        self._reflow: Reflow | None = None
        self.way_field.present(_WAYS, _SHORTEN)
        self._is_late = False
        self._declare()
        self._table_clocks = TableClocks(sitting, self.tables, self.table_pause_button)
        self.nothing.begun.connect(lambda: sitting.go(Target("prepare", "agenda")))
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._tick)
        self._connect()

    def picture(self) -> DayPicture | None:
        """The session that runs or comes next."""
        return day(self.sitting.document)

    def present(self, picture: DayPicture | None) -> None:
        """Shows the day; the times follow each second."""
        self._day = picture
        self.nothing.setVisible(picture is None)
        self.body.setVisible(picture is not None)
        if picture is not None:
            self._offer_drops(picture)
            self._show_day(picture)
        self._show_tables()

    def showEvent(self, event: QShowEvent) -> None:
        """The times run while they are seen."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """They stand still while nobody sees them."""
        super().hideEvent(event)
        self._second.stop()

    def _connect(self) -> None:
        document = self.sitting.document
        moves: tuple[tuple[Button, Callable[[], object]], ...] = (
            (self.next_button, self._go_on),
            (self.back_button, lambda: item_before(document)),
            (self.pause_button, lambda: pause(document)),
            (self.take_button, self._take),
        )
        for button, move in moves:
            button.clicked.connect(lambda _=False, move=move: self.sitting.attempt(move))
        self.way_field.chosen.connect(lambda _: self._tick())
        self.drop_field.activated.connect(lambda _: self._tick())

    def _go_on(self) -> None:
        runs = self._day is not None and self._day.place is not None
        (next_item if runs else start_day)(self.sitting.document)

    def _take(self) -> None:
        if self._reflow is not None:
            take_reflow(self.sitting.document, self._reflow)

    def _tick(self) -> None:
        if self._day is not None:
            self._show_day(self._day)
        if self._table_clocks.runs():
            self._show_tables()

    def _show_day(self, found: DayPicture) -> None:
        now = found.paused_at or self.sitting.document.now()
        clock = found.at(now)
        runs = clock is not None
        self.next_button.say(message("Next item") if runs else message("Start the agenda"))
        self.pause_button.say(message("Go on") if found.paused_at else message("Pause"))
        self.back_button.setVisible(runs)
        self.pause_button.setVisible(runs)
        self.next_button.setEnabled(clock is None or clock.place + 1 < len(found.items))
        if clock is None:
            self.standing.say(message("Starts with {item}.", item=found.items[0].title))
        else:
            title = found.items[clock.place].title
            self.standing.say(message("{item}: {left}. {over}", item=title, left=left(clock.left), over=over(clock)))
        late = clock is not None and clock.over >= timedelta(minutes=1) and clock.place + 1 < len(found.items)
        self._reflow = self._proposal(found, now) if late else None
        self.ways.setVisible(late)
        self.take_button.setVisible(late and self.way_field.current() != _KEEP)
        self.drop_row.setVisible(late and self.way_field.current() == _DROP)
        if self._reflow is not None:
            self.outcome.say(_outcome(self._reflow))
        if late is not self._is_late:
            self._is_late = late
            self._declare()
        self.items.present(_rows(found, self._reflow, self._begins(found)))

    def _proposal(self, found: DayPicture, now: datetime) -> Reflow | None:
        begins = found.begins
        if begins is None:
            return None
        way = self.way_field.current()
        if way == _KEEP:
            return kept(found.rules, begins, now)
        dropped = (str(self.drop_field.currentData()),) if way == _DROP and self.drop_field.count() else ()
        return shortened(found.rules, begins, now, without=dropped)

    def _offer_drops(self, found: DayPicture) -> None:
        """The items that follow, breaks aside; the choice stays."""
        chosen = self.drop_field.currentData()
        following = found.items[(found.place or 0) + 1 :]
        self.drop_field.clear()
        for each in following:
            if not each.is_break:
                self.drop_field.addItem(self.say(each.title), each.uuid)
        self.drop_field.setCurrentIndex(max(0, self.drop_field.findData(chosen)))

    def _show_tables(self) -> None:
        there = self._table_clocks.show_now()
        for part in (self.tables, self.tables_title):
            part.setVisible(there)

    def _declare(self) -> None:
        """New times have columns of their own while they are offered."""
        self.items.declare(self._columns(), name=message("The agenda of this session"))
        lists = self.findChild(QHBoxLayout, "lists")
        if lists is not None:
            lists.setStretch(0, 13 if self._is_late else 10)

    def _columns(self) -> list[Column[DayRow]]:
        columns: list[Column[DayRow]] = [
            Column("begins", message("From"), lambda row: self._clock(row.begins), width=84),
            Column(
                key="title",
                title=message("What the room does"),
                value=lambda row: message("{item} (now)", item=row.title) if row.is_current else row.title,
                stretch=1,
                strong=True,
                wraps=True,
            ),
            Column("minutes", message("Min"), lambda row: row.minutes, width=48),
        ]
        if self._is_late:
            columns += [
                Column("new", message("New"), lambda row: _or_nothing(row.new_minutes), width=46, right=True),
                Column("new_begins", message("New time"), lambda row: self._clock(row.new_begins), width=84),
            ]
        return columns

    def _begins(self, found: DayPicture) -> datetime | None:
        """When the session began or, before that, is planned to begin today."""
        if found.begins is not None or found.starts_at is None:
            return found.begins
        return datetime.combine(self.sitting.document.today(), found.starts_at)

    def _clock(self, at: datetime | None) -> str:
        return self.sitting.language.clock(at) if at else _NOTHING


def _rows(found: DayPicture, reflow: Reflow | None, begun: datetime | None) -> Sequence[DayRow]:
    """The items with both times; what is dropped has none."""
    now = _begins([each.item.minutes for each in found.items], begun)
    changed = {} if reflow is None else {item.key: item.minutes for item in reflow.items}
    then = dict(zip(changed, _begins(list(changed.values()), begun), strict=True))
    return [
        DayRow(
            uuid=each.uuid,
            title=each.title,
            minutes=each.item.minutes,
            new_minutes=changed.get(each.uuid),
            begins=begins,
            new_begins=then.get(each.uuid),
            is_current=place == found.place,
        )
        for place, (each, begins) in enumerate(zip(found.items, now, strict=True))
    ]


def _begins(minutes: Sequence[int], begins: datetime | None) -> list[datetime | None]:
    if begins is None:
        return [None] * len(minutes)
    return [begins + timedelta(minutes=sum(minutes[:place])) for place in range(len(minutes))]


def _or_nothing(minutes: int | None) -> str:
    return _NOTHING if minutes is None else str(minutes)


def _outcome(reflow: Reflow) -> Words:
    if reflow.fits:
        return message("Breaks and the end stay. Nothing changes before you take the new times.")
    return plural("The day would end {n} minute late.", "The day would end {n} minutes late.", reflow.over)


PAGE = AgendaPage
