"""Lanes of the timeline fold to one bar each, by mouse and by keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.charts.timeline.chart import TimelineChart
from roadmap_desktop.charts.timeline.columns import summary
from roadmap_desktop.charts.timeline.days import number
from roadmap_desktop.rules.generated import Link
from tests.charts.test_timeline import LEFT, Show, at, drag, show
from tests.charts.timelines import FIRST, a_bar, a_roadmap

__all__ = ["show"]


@pytest.fixture
def chart(show: Show) -> TimelineChart:
    return show(a_roadmap((a_bar("a", 0), a_bar("b", 40)), (a_bar("c", 60, 90), a_bar("d", 200))))


def click_lane(qtbot: QtBot, chart: TimelineChart, lane: int) -> None:
    top = float(chart.plot.rows.lane_tops[lane]) - chart.plot.view.top
    qtbot.mouseClick(chart.lanes, LEFT, pos=QPoint(30, round(top + 8)))


def test_a_click_on_a_lane_folds_it_to_one_bar_and_another_unfolds_it(chart: TimelineChart, qtbot: QtBot) -> None:
    click_lane(qtbot, chart, 0)
    assert chart.plot.columns.keys == ("lane:lane0", "c", "d")
    assert chart.plot.columns.names[0] == "Aug 10 to Oct 8"
    assert (chart.plot.columns.start[0], chart.plot.columns.end[0]) == (number(FIRST), number(FIRST) + 60)
    assert chart.plot.columns.lanes[0].items == 2
    click_lane(qtbot, chart, 0)
    assert chart.plot.columns.keys == ("a", "b", "c", "d")


def test_space_folds_the_lane_of_the_selection_and_enter_opens_it(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.select("b")
    with qtbot.waitSignal(chart.selected) as heard:
        qtbot.keyClick(chart.surface, Qt.Key.Key_Space)
    assert heard.args == [""]
    assert chart.folded == {"lane0"}
    qtbot.keyClick(chart.surface, Qt.Key.Key_Return)
    assert chart.folded == frozenset()
    assert chart.current() == "a"


def test_the_arrows_walk_over_a_folded_lane(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.fold("lane0", folded=True)
    qtbot.keyClick(chart.surface, Qt.Key.Key_Home)
    assert chart.current() == ""
    qtbot.keyClick(chart.surface, Qt.Key.Key_Down)
    assert chart.current() == "c"


def test_what_is_selected_from_elsewhere_unfolds_its_lane(chart: TimelineChart) -> None:
    chart.fold("lane0", folded=True)
    assert chart.select("b")
    assert chart.current() == "b"


def test_the_bar_of_a_folded_lane_cant_be_dragged(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.fold("lane1", folded=True)
    chart.set_trial(lambda key, deed, asked: (asked, asked))
    with qtbot.assertNotEmitted(chart.moved):
        drag(qtbot, chart, at(chart, "lane:lane1"), 20)
    assert chart.surface.overlay.ghost is None


def test_a_picture_that_comes_anew_leaves_lanes_folded(chart: TimelineChart) -> None:
    chart.fold("lane0", folded=True)
    chart.present(a_roadmap((a_bar("a", 0), a_bar("e", 3)), (a_bar("c", 60),)))
    assert chart.plot.columns.keys == ("lane:lane0", "c")
    chart.present(a_roadmap((), (a_bar("c", 60),)))
    assert chart.plot.columns.keys == ("c",)


def test_a_folded_lane_is_as_far_as_its_tasks_are_by_their_days() -> None:
    lane = a_roadmap((a_bar("a", 0, 30, progress=100), a_bar("b", 40, 10, is_late=True))).lanes[0]
    assert summary(lane).progress == 75
    assert summary(lane).is_late


def test_links_of_tasks_in_a_folded_lane_go_to_its_bar_on_their_own_days(show: Show) -> None:
    links = (Link("a", "b"), Link("a", "c"), Link("b", "c"), Link("c", "d"))
    chart = show(a_roadmap((a_bar("a", 0), a_bar("b", 40)), (a_bar("c", 70), a_bar("d", 200)), driving=links))
    chart.fold("lane0", folded=True)
    found = chart.plot.columns.links
    assert list(zip(found.before.tolist(), found.after.tolist(), strict=True)) == [(0, 1), (1, 2)]
    assert found.leaves_on[0] == number(FIRST) + 20
    assert np.isnan(found.enters_on).all()
    chart.surface.grab()
    assert chart.surface.links.painted == 2
    chart.fold("lane1", folded=True)
    assert list(chart.plot.columns.links.after) == [1]
