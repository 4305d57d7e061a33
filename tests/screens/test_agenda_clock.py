"""The agenda clock on top, and the agenda as it runs: started, gone on and made to fit, by mouse and by keyboard."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.agendaitems import remove_items, use_template
from roadmap_desktop.journey.prepare.running import day, next_item, pause, start_day
from roadmap_desktop.journey.prepare.tableclocks import table_clocks
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.people import Table
from roadmap_desktop.model.workshop import ParkedItem, Workshop
from roadmap_desktop.screens.beside.agenda import AgendaPage
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from tests.copied import new_copy
from tests.journey.test_running import Wall
from tests.screens.hands import edit_cell

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def page(tmp_path: Path, wall: Wall, qtbot: QtBot) -> WorkshopPage:
    """A workshop whose half day begins at nine."""
    document = new_copy(tmp_path / "maple.roadmap", district="Maple", clock=wall)
    use_template(document, agenda(document).templates[0].key)
    with document.change(message("Set up")) as session:
        session.get_one(Workshop, document.workshop_uuid).starts_at = time(9)
        session.add(Table(name="Table 1"))
    made = WorkshopPage(Sitting(document, Language("en")), Target("prepare", "agenda"))
    made.resize(1366, 768)
    qtbot.addWidget(made, before_close_func=lambda page: (page.hide(), page.sitting.close()))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(made.header.clock.isVisible)
    return made


def document_of(page: WorkshopPage) -> Document:
    return page.sitting.document


def shown(page: WorkshopPage) -> AgendaPage:
    page.header.clock.click()
    found = page.beside_area.page()
    assert isinstance(found, AgendaPage)
    return found


def late(page: WorkshopPage, wall: Wall, minutes: float) -> None:
    """The first item takes so many minutes."""
    start_day(document_of(page))
    wall.after(minutes)
    page.header.clock.ticked.emit()


def test_before_the_start_it_says_so_and_leads_to_the_agenda(page: WorkshopPage, qtbot: QtBot) -> None:
    assert page.header.clock.words() == "not started"
    qtbot.mouseClick(page.header.clock, LEFT)
    assert page.is_beside()


def test_without_an_agenda_it_offers_to_plan_the_day(page: WorkshopPage, qtbot: QtBot) -> None:
    document = document_of(page)
    remove_items(document, [row.uuid for row in agenda(document).rows])
    qtbot.waitUntil(lambda: page.header.clock.words() == "Plan the day")
    assert page.header.clock.accessibleName() == "Plan the day"
    page.go(Target("prepare", "district"))
    qtbot.mouseClick(page.header.clock, LEFT)
    assert page.place == Target("prepare", "agenda")


def test_a_tables_clock_is_paused_and_goes_on_by_its_button(page: WorkshopPage, wall: Wall, qtbot: QtBot) -> None:
    found = shown(page)
    table = found.tables.rows()[0].uuid
    edit_cell(qtbot, found.tables, table, "minutes", "12")
    qtbot.waitUntil(found.table_pause_button.isVisible)
    assert found.table_pause_button.text() == "Pause Table 1"
    qtbot.mouseClick(found.table_pause_button, LEFT)
    wall.after(9)
    qtbot.waitUntil(lambda: found.table_pause_button.text() == "Go on at Table 1")
    assert table_clocks(document_of(page))[0].left(wall.now) == timedelta(minutes=12)


def test_a_table_is_given_an_item_of_its_own(page: WorkshopPage, qtbot: QtBot) -> None:
    found = shown(page)
    table = found.tables.rows()[0].uuid
    edit_cell(qtbot, found.tables, table, "item", "Vote")
    row = table_clocks(document_of(page))[0]
    assert page.sitting.say(row.item) == "Vote"
    assert row.started is None


def test_the_day_is_started_by_keyboard(page: WorkshopPage, qtbot: QtBot) -> None:
    page.header.clock.setFocus()
    qtbot.keyClick(page.header.clock, Qt.Key.Key_Space)
    found = page.beside_area.page()
    assert isinstance(found, AgendaPage)
    found.next_button.setFocus()
    qtbot.keyClick(found.next_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.header.clock.words().endswith("min left"))


def test_the_time_left_goes_down_and_then_over(page: WorkshopPage, wall: Wall) -> None:
    start_day(document_of(page))
    found = day(document_of(page))
    assert found is not None
    minutes = found.items[0].item.minutes
    wall.after(minutes - 2)
    page.header.clock.ticked.emit()
    assert page.header.clock.words() == "2 min left"
    wall.after(6)
    page.header.clock.ticked.emit()
    assert page.header.clock.words() == "4 min over"
    assert "4 min over" in page.header.clock.accessibleName()


def test_a_late_day_is_offered_new_times_once_an_item(page: WorkshopPage, wall: Wall) -> None:
    late(page, wall, 60)
    wall.after(1)
    page.header.clock.ticked.emit()
    assert len(page.messages.texts()) == 1
    assert "late" in page.messages.texts()[0]


def test_a_pause_is_no_delay(page: WorkshopPage, wall: Wall) -> None:
    start_day(document_of(page))
    pause(document_of(page))
    wall.after(60)
    page.header.clock.ticked.emit()
    assert page.header.clock.words() == "paused"
    assert page.messages.texts() == ()


def test_nothing_changes_before_the_new_times_are_taken(page: WorkshopPage, wall: Wall, qtbot: QtBot) -> None:
    late(page, wall, 40)
    before = agenda(document_of(page)).rows
    found = shown(page)
    assert any(row.new_minutes is not None and row.new_minutes < row.minutes for row in found.items.rows())
    assert agenda(document_of(page)).rows == before


def test_the_new_times_keep_the_end_and_take_the_offer_away(page: WorkshopPage, wall: Wall, qtbot: QtBot) -> None:
    late(page, wall, 40)
    before = day(document_of(page))
    found = shown(page)
    qtbot.mouseClick(found.take_button, LEFT)
    after = day(document_of(page))
    assert before is not None
    assert after is not None
    assert after.ends() == before.ends()
    qtbot.waitUntil(lambda: page.messages.texts() == ())


def test_an_item_is_dropped_to_the_parking_lot(page: WorkshopPage, wall: Wall, qtbot: QtBot) -> None:
    late(page, wall, 40)
    found = shown(page)
    found.way_field.choose("drop")
    name = found.drop_field.currentText()
    qtbot.mouseClick(found.take_button, LEFT)
    assert [row.text for row in document_of(page).rows(select(ParkedItem.text))] == [name]


def test_the_item_that_runs_is_marked(page: WorkshopPage) -> None:
    start_day(document_of(page))
    next_item(document_of(page))
    assert [row.is_current for row in shown(page).items.rows()][:3] == [False, True, False]


def test_minutes_typed_beside_a_table_start_its_clock(page: WorkshopPage, wall: Wall, qtbot: QtBot) -> None:
    found = shown(page)
    table = found.tables.rows()[0].uuid
    edit_cell(qtbot, found.tables, table, "minutes", "12")
    assert table_clocks(document_of(page))[0].left(wall.now) == timedelta(minutes=12)


def test_what_is_no_number_of_minutes_is_refused_beside_the_table(page: WorkshopPage, qtbot: QtBot) -> None:
    found = shown(page)
    edit_cell(qtbot, found.tables, found.tables.rows()[0].uuid, "minutes", "soon")
    assert table_clocks(document_of(page))[0].started is None


def test_the_clock_is_right_after_a_restart(page: WorkshopPage, wall: Wall) -> None:
    start_day(document_of(page))
    started = datetime.fromisoformat("2026-11-02T09:00")
    again = Document.open(document_of(page).path, wall, read_only=True)
    found = day(again)
    again.close()
    assert found is not None
    assert found.items[0].item.started == started
