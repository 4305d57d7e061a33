"""Roadmap: lanes and colours are chosen, and tasks searched for by typing, for the timeline and the table alike."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.screens.roadmap.choice_button import ChoiceButton
from roadmap_desktop.screens.roadmap.table import TableStep
from roadmap_desktop.screens.roadmap.timeline import TimelineStep
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from tests.screens.hands import focused
from tests.screens.test_roadmap import LEFT, page, pilot, run_of, step

__all__ = ["page", "pilot", "step"]


def choose(button: ChoiceButton, words: str) -> None:
    next(each for each in button.list.actions() if each.text() == words).trigger()


def test_lanes_of_owners_are_chosen_with_a_legend_of_stages(step: TimelineStep, document: Document, pilot: str) -> None:
    edits.edit_task(document, run_of(pilot), "owner", "Ana Ruiz")
    step.refresh()
    choose(step.group, "By owner")
    assert [head.name for head in step.chart.plot.columns.lanes] == ["Ana Ruiz", "Nobody yet"]
    assert step.group.text().startswith("By owner")
    assert step.chart.legend.isVisible()
    choose(step.group, "By phase")
    assert not step.chart.legend.isVisible()


def test_colours_of_status_come_with_a_legend_in_words(step: TimelineStep, pilot: str) -> None:
    choose(step.colour, "Color: status")
    assert "Not&nbsp;begun" in step.chart.legend.text()
    assert set(step.chart.plot.columns.hues) <= {"good", "accent", "ink3", "bad"}


def test_typing_finds_tasks_and_a_link_to_another_shows_all_again(
    page: WorkshopPage, step: TimelineStep, pilot: str, qtbot: QtBot
) -> None:
    everything = step.chart.plot.columns.keys
    step.search.setFocus()
    qtbot.keyClicks(step.search, "prepare lesson")
    assert step.chart.plot.columns.keys == (task_key(Part.PREPARE, pilot),)
    assert step.year.text().startswith("1 of ")
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    assert step.search.text() == ""
    assert step.chart.plot.columns.keys == everything
    assert step.chart.current() == run_of(pilot)


def test_what_is_not_found_leaves_the_field_to_type_on(step: TimelineStep, qtbot: QtBot) -> None:
    step.search.setFocus()
    qtbot.keyClicks(step.search, "zzz")
    assert step.content.isVisible()
    assert step.search.isVisible()
    assert step.year.text().startswith("0 of ")


def test_what_is_wanted_on_the_timeline_is_what_the_table_shows_and_one_press_shows_all_again(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    edits.edit_task(document, run_of(pilot), "owner", "Ana Ruiz")
    step.refresh()
    everything = step.chart.plot.columns.keys
    qtbot.keyClicks(step.search, "ana")
    choose(step.group, "By owner")
    page.go(Target("roadmap", "table"))
    table = page.stage_area.step()
    assert isinstance(table, TableStep)
    assert [(row.uuid, row.phase) for row in table.tasks.rows()] == [(run_of(pilot), "Ana Ruiz")]
    assert (table.search.text(), table.year.text()) == ("ana", f"1 of {len(everything)} tasks")
    qtbot.mouseClick(table.everything, LEFT)
    assert {row.uuid for row in table.tasks.rows()} == {*everything}
    assert focused() is table.search
    page.go(Target("roadmap", "timeline"))
    assert (step.search.text(), step.everything.isVisible()) == ("", False)
    assert step.chart.plot.columns.keys == tuple(row.uuid for row in table.tasks.rows())
