"""Roadmap: a bar is selected, explained, moved and linked, by mouse and by keyboard alone; the table says the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.baseline import baseline
from roadmap_desktop.journey.roadmap.timeline import timeline
from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import CheckIn, Pilot, PilotUseCase, Site
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.screens.roadmap.table import TableStep
from roadmap_desktop.screens.roadmap.timeline import TimelineStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph
from tests.journey.test_roadmap import add_calendar, add_pilot
from tests.screens.hands import edit_cell, focused, shown, type_in

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pilot(document: Document) -> str:
    add_calendar(document)
    return add_pilot(document, guardrails=1)


@pytest.fixture
def page(sitting: Sitting, pilot: str, qtbot: QtBot) -> WorkshopPage:
    """The roadmap in the whole frame."""
    made = WorkshopPage(sitting, Target("roadmap", "timeline"))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def step(page: WorkshopPage) -> TimelineStep:
    found = page.stage_area.step()
    assert isinstance(found, TimelineStep)
    return found


def run_of(pilot: str) -> str:
    return task_key(Part.RUN, pilot)


def bar_at(step: TimelineStep, key: str, *, share: float = 0.5) -> QPoint:
    """A place on a bar, which is brought into view."""
    step.chart.select(key)
    plot = step.chart.plot
    place = plot.columns.places[key]
    left, right = (float(each[0]) for each in plot.extent(place, place + 1))
    return QPoint(round(left + (right - left) * share), round(float(plot.tops(place, place + 1)[0]) + 7))


def drag(qtbot: QtBot, step: TimelineStep, start: QPoint, days: float) -> None:
    viewport, way = step.chart.surface.viewport(), QPoint(round(days * step.chart.plot.view.per_day), 0)
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, start + way / 2)
    qtbot.mouseMove(viewport, start + way)
    qtbot.mouseRelease(viewport, LEFT, pos=start + way)


def inspected(page: WorkshopPage) -> str:
    """Everything that the inspector says."""
    found = page.inspector.inspection()
    assert found is not None
    lines = [line.text for section in found.sections for line in section.lines]
    return "\n".join(page.sitting.say(words) for words in (found.kicker, found.title, found.text, *lines))


def press(page: WorkshopPage, words: str) -> None:
    QApplication.processEvents()  # a button that is new is shown in the next turn
    buttons = [each for each in page.inspector.findChildren(Button) if each.isVisible()]
    next(each for each in buttons if each.accessibleName() == words).click()


def test_without_a_school_calendar_it_leads_to_where_one_is_entered(
    show_step: Callable[[type[TimelineStep]], TimelineStep], qtbot: QtBot
) -> None:
    step = show_step(TimelineStep)
    assert not step.content.isVisible()
    assert step.empty.button().accessibleName() == "Enter the school calendar"
    with qtbot.waitSignal(step.sitting.went) as heard:
        qtbot.mouseClick(step.empty.button(), LEFT)
    assert heard.args == [Target("prepare", "calendar")]


def test_with_nothing_planned_it_leads_to_the_use_cases(
    show_step: Callable[[type[TimelineStep]], TimelineStep], document: Document, qtbot: QtBot
) -> None:
    add_calendar(document)
    step = show_step(TimelineStep)
    assert not step.content.isVisible()
    with qtbot.waitSignal(step.sitting.went) as heard:
        qtbot.mouseClick(step.empty.button(), LEFT)
    assert heard.args == [Target("usecases", "decide")]


def test_a_click_on_a_bar_selects_it_and_says_why(
    page: WorkshopPage, step: TimelineStep, pilot: str, qtbot: QtBot
) -> None:
    place = bar_at(step, run_of(pilot))
    step.chart.select("")
    qtbot.mouseClick(step.chart.surface.viewport(), LEFT, pos=place)
    assert step.chart.current() == run_of(pilot)
    assert "Pilot: Lesson planning, 1 school" in inspected(page)
    assert "Waits for" in inspected(page)
    assert step.panel.length.text() == "1 grading period"


def test_with_nothing_selected_it_speaks_of_the_whole(page: WorkshopPage) -> None:
    assert "School year 2026-27" in inspected(page)


def test_a_line_of_the_inspector_leads_to_the_bar_it_names(page: WorkshopPage, step: TimelineStep, pilot: str) -> None:
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    assert step.chart.current() == run_of(pilot)
    assert inspected(page).startswith("Pilot\n")


def test_dragging_a_bar_moves_it_to_a_school_day_in_one_step_of_undo(
    step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    before = planned(document).tasks[run_of(pilot)].start
    drag(qtbot, step, bar_at(step, run_of(pilot), share=0.4), 60)
    found = planned(document).tasks[run_of(pilot)]
    assert found.task.pinned_start == found.start > before
    assert found.start.weekday() < 5
    document.undo()
    assert planned(document).tasks[run_of(pilot)].start == before
    assert document.undo_label == message("Added a pilot")


def test_two_drags_are_two_steps_of_undo(step: TimelineStep, document: Document, pilot: str, qtbot: QtBot) -> None:
    drag(qtbot, step, bar_at(step, run_of(pilot), share=0.4), 40)
    first = planned(document).tasks[run_of(pilot)].start
    qtbot.waitUntil(lambda: step.chart.plot.columns.start[step.chart.plot.selected] == (first - date(1970, 1, 1)).days)
    drag(qtbot, step, bar_at(step, run_of(pilot), share=0.4), 40)
    assert planned(document).tasks[run_of(pilot)].start > first
    document.undo()
    assert planned(document).tasks[run_of(pilot)].start == first


def test_dragging_the_end_of_a_bar_gives_it_a_length_in_school_days(
    step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    key = task_key(Part.PREPARE, pilot)
    before = planned(document).tasks[key].finish
    drag(qtbot, step, bar_at(step, key, share=1.0), 30)
    found = planned(document).tasks[key]
    assert found.finish > before
    assert found.task.length.endswith("school days")


def test_back_to_the_generated_dates_is_one_press(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    before = planned(document).tasks[run_of(pilot)].start
    edits.move_task(document, run_of(pilot), date(2027, 2, 1))
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    press(page, "Back to the generated dates")
    assert planned(document).tasks[run_of(pilot)].start == before


def test_keys_alone_select_open_and_change_a_task(
    page: WorkshopPage, step: TimelineStep, document: Document, qtbot: QtBot
) -> None:
    step.chart.setFocus()
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_End)
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_PageUp)
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Home)
    key = step.chart.current()
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Return)
    assert focused() is step.panel.start
    type_in(qtbot, "2026-10-05")
    assert planned(document).tasks[key].start == date(2026, 10, 5)
    step.panel.owner.setFocus()
    type_in(qtbot, "Ana Ruiz")
    assert planned(document).tasks[key].task.owner == "Ana Ruiz"


def test_a_day_typed_moves_a_task_in_one_step_of_undo(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    before = planned(document).tasks[run_of(pilot)].start
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    step.chart.setFocus()
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Return)
    type_in(qtbot, "2027-02-08")
    assert planned(document).tasks[run_of(pilot)].start == date(2027, 2, 8)
    document.undo()
    assert planned(document).tasks[run_of(pilot)].start == before
    assert document.undo_label == message("Added a pilot")


def test_every_control_is_reached_by_tab_and_every_bar_by_the_arrows(
    step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    edits.edit_task(document, run_of(pilot), "owner", "Ana Ruiz")
    step.refresh()
    step.chart.setFocus()
    reached, bars = set[QWidget](), set[str]()
    for _ in range(60):
        reached.add(focused())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert {step.add, step.owner, step.school, step.further, step.nearer, step.fit, step.chart.surface} <= reached
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Home)
    for _ in step.chart.plot.columns.keys:
        bars.add(step.chart.current())
        qtbot.keyClick(step.chart.surface, Qt.Key.Key_Down)
    assert bars == {*step.chart.plot.columns.keys}


def test_an_arrow_key_tells_the_inspector(page: WorkshopPage, step: TimelineStep, qtbot: QtBot) -> None:
    step.chart.setFocus()
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Home)
    first = inspected(page)
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Down)
    assert inspected(page) != first


def test_zoom_has_keys(step: TimelineStep, qtbot: QtBot) -> None:
    step.chart.setFocus()
    before = step.chart.plot.view.per_day
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Plus, CTRL)
    assert step.chart.plot.view.per_day > before
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Minus, CTRL)
    assert step.chart.plot.view.per_day == pytest.approx(before)
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Plus, CTRL)
    qtbot.mouseClick(step.fit, LEFT)
    assert (step.chart.plot.view.first, step.chart.plot.view.last) == pytest.approx(step.chart.plot.bounds)


def test_a_length_that_is_none_is_answered_beside_its_field(
    page: WorkshopPage, step: TimelineStep, pilot: str, qtbot: QtBot
) -> None:
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    step.panel.length.setFocus()
    step.panel.length.selectAll()
    type_in(qtbot, "soon")
    assert "is no length" in step.panel.length_row.complaint()
    assert step.panel.length.text() == "soon"


def test_a_reason_beside_a_narrow_field_is_shown_whole(
    page: WorkshopPage, step: TimelineStep, pilot: str, qtbot: QtBot
) -> None:
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    step.panel.length.setFocus()
    step.panel.length.selectAll()
    type_in(qtbot, "as soon as the board has met and the families have been told")
    words = next(each for each in step.panel.length_row.findChildren(Paragraph) if "is no length" in each.plain())
    qtbot.waitUntil(lambda: 0 < words.heightForWidth(words.width()) <= words.height())


def test_a_school_sees_its_own_tasks_and_the_districts(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    with document.change(message("Added a school")) as session:
        session.add(other := School(name="Mesa"))
    before = len(step.chart.plot.columns.keys)
    oak = next(uuid for uuid, name in timeline(document).schools if name == "Oak Ridge")
    step.refresh()
    step.school.list.actions()[[each.data() for each in step.school.list.actions()].index(other.uuid)].trigger()
    assert run_of(pilot) not in step.chart.plot.columns.keys
    assert 0 < len(step.chart.plot.columns.keys) < before
    step.school.list.actions()[[each.data() for each in step.school.list.actions()].index(oak)].trigger()
    assert run_of(pilot) in step.chart.plot.columns.keys


def test_a_link_leads_to_a_task_that_is_filtered_away_by_showing_all(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    edits.edit_task(document, task_key(Part.PREPARE, pilot), "owner", "Ana Ruiz")
    step.refresh()
    step.owner.chosen.emit("Ana Ruiz")
    assert step.chart.plot.columns.keys == (task_key(Part.PREPARE, pilot),)
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    assert step.chart.current() == run_of(pilot)
    assert step.owner.current() == ""


def test_a_task_of_ones_own_is_added_waits_and_is_removed(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    qtbot.mouseClick(step.add, LEFT)
    assert focused() is step.new_panel.name
    type_in(qtbot, "Tell the families")
    key = step.chart.current()
    assert planned(document).tasks[key].task.name == "Tell the families"
    step.panel.more.setCurrentIndex(step.panel.more.findData(run_of(pilot)))
    step.panel.more.activated.emit(step.panel.more.currentIndex())
    assert planned(document).tasks[key].start > planned(document).tasks[run_of(pilot)].finish
    step.chart.setFocus()
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Delete)
    assert key not in planned(document).tasks


def test_a_task_without_a_name_is_not_added_and_says_so(step: TimelineStep, document: Document, qtbot: QtBot) -> None:
    before = len(merged(document).tasks)
    qtbot.mouseClick(step.add, LEFT)
    qtbot.keyClick(step.new_panel.name, Qt.Key.Key_Return)
    assert "needs a name" in step.new_panel.name_row.complaint()
    assert len(merged(document).tasks) == before


def test_delete_on_a_wait_unlinks(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    waits = step.panel.waits
    before = len(waits.rows())
    gone = waits.rows()[0].uuid
    waits.select(gone)
    qtbot.keyClick(waits.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(waits.rows()) == before - 1)
    assert (gone, run_of(pilot)) not in {(link.before, link.after) for link in merged(document).links}


def test_an_orphaned_task_says_so_and_can_be_removed_where_its_source_is_gone(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    edits.edit_task(document, run_of(pilot), "owner", "Ana Ruiz")
    with change_keeping_tasks(document, message("Removed the pilot")) as session:
        for kind in (CheckIn, PilotUseCase, Site, Pilot):
            session.execute(delete(kind))
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    assert "What it came from was removed." in inspected(page)
    assert "its reason is gone" in step.chart.plot.columns.names[step.chart.plot.selected]
    press(page, "Remove this task")
    assert run_of(pilot) not in planned(document).tasks


def test_the_baseline_is_set_and_a_later_task_says_by_how_much(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    press(page, "Set baseline")
    assert run_of(pilot) in baseline(document)
    edits.move_task(document, run_of(pilot), date(2027, 3, 22))
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    assert "later than the baseline" in inspected(page)


def test_it_says_how_much_there_is_and_how_long_the_critical_path_takes(step: TimelineStep) -> None:
    remark = step.remark(step.picture())
    assert remark is not None
    said = step.say(remark.text)
    assert "milestones · critical path" in said
    assert said.endswith("school weeks")


def test_breaks_and_today_are_in_the_picture(step: TimelineStep) -> None:
    plot = step.chart.plot
    assert [band.name for band in plot.picture.breaks] == ["Winter break"]
    assert 0 < plot.view.x(plot.today) < plot.view.width


def test_the_table_has_every_bar_in_the_same_order_and_the_same_selection(
    page: WorkshopPage, step: TimelineStep, pilot: str
) -> None:
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    keys = step.chart.plot.columns.keys
    page.go(Target("roadmap", "table"))
    table = page.stage_area.step()
    assert isinstance(table, TableStep)
    assert tuple(row.uuid for row in table.tasks.rows()) == keys
    assert table.tasks.current() == run_of(pilot)
    assert inspected(page).startswith("Pilot\n")


def test_the_table_says_why_and_is_edited_in_place(
    show_step: Callable[[type[TableStep]], TableStep], document: Document, pilot: str, qtbot: QtBot
) -> None:
    step = show_step(TableStep)
    key = task_key(Part.PREPARE, pilot)
    texts = shown(step.tasks)[[row.uuid for row in step.tasks.rows()].index(key)]
    assert texts[0].startswith("Prepare: Lesson planning")
    assert any("Nothing holds it back" in text or "Waits for" in text for text in texts)
    for column, text in (("length", "6 weeks"), ("owner", "Ana Ruiz"), ("progress", "30 %")):
        edit_cell(qtbot, step.tasks, key, column, text)
    task = planned(document).tasks[key].task
    assert (task.length, task.owner, task.progress) == ("6 weeks", "Ana Ruiz", 30)


def test_a_share_that_is_none_is_answered_beside_the_cell(
    show_step: Callable[[type[TableStep]], TableStep], pilot: str, qtbot: QtBot
) -> None:
    step = show_step(TableStep)
    edit_cell(qtbot, step.tasks, run_of(pilot), "progress", "half")
    assert "is no share" in step.tasks.complaint()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
