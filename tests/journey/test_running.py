"""The day as it runs: begun, gone on, paused, made to fit, with the tables' own clocks; each move can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.agendaitems import use_template
from roadmap_desktop.journey.prepare.running import (
    day,
    item_before,
    next_item,
    pause,
    start_day,
    take_reflow,
)
from roadmap_desktop.journey.prepare.tableclocks import pause_table, start_table, stop_tables, table_clocks, work_on
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model.people import Table
from roadmap_desktop.model.workshop import ParkedItem, Workshop
from roadmap_desktop.rules.agenda import shortened
from roadmap_desktop.store.document import Document
from tests.copied import new_copy

NINE = datetime.fromisoformat("2026-11-02T09:00")


class Wall:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = NINE

    def __call__(self) -> datetime:
        return self.now

    def after(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def document(tmp_path: Path, wall: Wall) -> Iterator[Document]:
    made = new_copy(tmp_path / "maple.roadmap", district="Maple", clock=wall)
    use_template(made, agenda(made).templates[0].key)
    with made.change(message("Set the start")) as session:
        session.get_one(Workshop, made.workshop_uuid).starts_at = time(9)
    yield made
    made.close()


def left(document: Document) -> float:
    found = day(document)
    clock = found.at(document.now()) if found else None
    assert clock is not None
    return clock.left / timedelta(minutes=1)


def place(document: Document) -> int | None:
    found = day(document)
    assert found is not None
    return found.place


def test_the_day_is_started_goes_on_and_back(document: Document, wall: Wall) -> None:
    start_day(document)
    wall.after(30)
    next_item(document)
    assert place(document) == 1
    item_before(document)
    assert place(document) == 0


def test_the_clock_is_right_after_a_restart(document: Document, wall: Wall) -> None:
    start_day(document)
    wall.after(4)
    before = left(document)
    document.close()
    again = Document.open(document.path, wall)
    assert left(again) == before
    again.close()


def test_a_day_that_stands_still_uses_no_time(document: Document, wall: Wall) -> None:
    start_day(document)
    wall.after(3)
    before = left(document)
    pause(document)
    wall.after(20)
    assert left(document) == before
    pause(document)
    assert left(document) == before


def test_undo_takes_back_a_start(document: Document) -> None:
    start_day(document)
    document.undo()
    assert place(document) is None


def test_a_reflow_keeps_the_end_and_is_one_step_of_undo(document: Document, wall: Wall) -> None:
    start_day(document)
    wall.after(50)
    found = day(document)
    assert found is not None
    assert found.begins is not None
    ends, before = found.ends(), [each.item.minutes for each in found.items]
    take_reflow(document, shortened(found.rules, found.begins, wall.now))
    changed = day(document)
    assert changed is not None
    assert changed.ends() == ends
    document.undo()
    again = day(document)
    assert again is not None
    assert [each.item.minutes for each in again.items] == before


def test_a_dropped_item_is_parked_with_its_stage(document: Document, wall: Wall) -> None:
    start_day(document)
    wall.after(50)
    found = day(document)
    assert found is not None
    assert found.begins is not None
    last = found.items[-1]
    take_reflow(document, shortened(found.rules, found.begins, wall.now, without=(last.uuid,)))
    parked = document.rows(select(ParkedItem.text, ParkedItem.stage))
    assert [(row.stage) for row in parked] == [last.stage]
    assert last.uuid not in [row.uuid for row in agenda(document).rows]


def test_after_the_last_item_there_is_no_next(document: Document) -> None:
    start_day(document)
    found = day(document)
    assert found is not None
    for _ in found.items[1:]:
        next_item(document)
    with pytest.raises(Refused):
        next_item(document)


def test_nothing_goes_on_before_the_start(document: Document) -> None:
    for move in (next_item, item_before, pause):
        with pytest.raises(Refused):
            move(document)


def test_on_another_day_the_next_session_waits_to_be_started(document: Document, wall: Wall) -> None:
    use_template(document, agenda(document).templates[-1].key)
    start_day(document)
    wall.after(24 * 60)
    found = day(document)
    assert found is not None
    assert (found.session, found.place) == (2, None)


def test_tables_have_clocks_of_their_own(document: Document, wall: Wall) -> None:
    with document.change(message("Tables")) as session:
        session.add_all([Table(name="Table 1"), Table(name="Table 2", position=1)])
    one, two = (row.uuid for row in table_clocks(document))
    start_table(document, one, 15)
    wall.after(5)
    start_table(document, two, 5)
    wall.after(2)
    assert [row.left(wall.now) for row in table_clocks(document)] == [timedelta(minutes=8), timedelta(minutes=3)]
    stop_tables(document, (one, two))
    assert [row.started for row in table_clocks(document)] == [None, None]


def test_a_tables_clock_stands_still_and_goes_on_with_the_time_it_had(document: Document, wall: Wall) -> None:
    with document.change(message("Tables")) as session:
        session.add(Table(name="Table 1"))
    table = table_clocks(document)[0].uuid
    with pytest.raises(Refused):
        pause_table(document, table)
    start_table(document, table, 15)
    wall.after(5)
    pause_table(document, table)
    wall.after(30)
    assert table_clocks(document)[0].left(wall.now) == timedelta(minutes=10)
    pause_table(document, table)
    wall.after(2)
    assert table_clocks(document)[0].left(wall.now) == timedelta(minutes=8)


def test_a_table_says_what_it_works_on_the_rooms_item_or_its_own(document: Document, wall: Wall) -> None:
    with document.change(message("Tables")) as session:
        session.add(Table(name="Table 1"))
    table, items = table_clocks(document)[0].uuid, agenda(document).rows
    assert table_clocks(document)[0].item == ""
    start_day(document)
    assert table_clocks(document)[0].item == items[0].title
    work_on(document, table, items[4].uuid)
    start_table(document, table, 20)
    assert table_clocks(document)[0].item == items[4].title
    work_on(document, table, "")
    assert (table_clocks(document)[0].item, table_clocks(document)[0].minutes) == (items[0].title, 20)
    with pytest.raises(Refused):
        work_on(document, table, "gone")
