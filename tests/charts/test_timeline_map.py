"""The strip under the timeline: the whole roadmap in pixels, a frame round what is in view, a press to go there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture
from pytestqt.qtbot import QtBot

from roadmap_desktop.charts.timeline.chart import TimelineChart
from roadmap_desktop.charts.timeline.density import density
from tests.charts.test_timeline import LEFT, Show, show
from tests.charts.timelines import a_bar, a_roadmap

__all__ = ["show"]

bars = st.lists(st.tuples(st.floats(-9, 30), st.floats(0, 20), st.floats(-3, 12), st.integers(0, 1)), max_size=12)


@pytest.fixture
def chart(show: Show) -> TimelineChart:
    return show(a_roadmap(tuple(a_bar(f"{n:03}", n % 280, 5) for n in range(300))))


@settings(max_examples=40, deadline=None)
@given(bars)
def test_a_pixel_has_a_colour_where_a_bar_covers_it_and_only_there(
    found: list[tuple[float, float, float, int]],
) -> None:
    left, long, top, hue = (np.array([each[at] for each in found]) for at in range(4))
    pixels = density(left, left + long, top, hue, np.array([5, 7], np.uint32), (9, 20))
    for y in range(9):
        for x in range(20):
            over = [
                h
                for a, w, t, h in found
                if int(np.floor(t)) == y and np.floor(a) <= x < max(np.ceil(a + w), np.floor(a) + 1)
            ]
            assert pixels[y, x] == ((5, 7)[max(over)] if over else 0)


def test_the_frame_goes_with_what_is_in_view(chart: TimelineChart) -> None:
    whole = chart.map.frame()
    for _ in range(4):
        chart.zoom_in()
    part = chart.map.frame()
    assert part.width() == pytest.approx(whole.width() * 0.8**4, rel=0.02)
    chart.bar.setValue(chart.bar.maximum())
    assert chart.map.frame().top() > part.top()


def test_a_press_on_the_strip_brings_the_place_to_the_middle(chart: TimelineChart, qtbot: QtBot) -> None:
    for _ in range(6):
        chart.zoom_in()
    place = chart.map._place()
    qtbot.mouseClick(chart.map, LEFT, pos=QPoint(round(place.left() + place.width() * 0.75), round(place.center().y())))
    view, (first, last) = chart.plot.view, chart.plot.bounds
    assert (view.first + view.last) / 2 == pytest.approx(first + (last - first) * 0.75, abs=2)
    assert view.top + view.height / 2 == pytest.approx(chart.plot.rows.height / 2, rel=0.1)


def test_the_strip_is_painted_once_a_plan_and_not_once_a_frame(chart: TimelineChart) -> None:
    chart.map.grab()
    drawn = chart.map._image
    chart.zoom_in()
    chart.map.grab()
    assert chart.map._image is drawn


def test_rows_become_lower_and_higher_by_keys_and_the_lowest_are_merged(chart: TimelineChart, qtbot: QtBot) -> None:
    for _ in range(20):
        qtbot.keyClick(chart.surface, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert chart.plot.rows.pitch == 1
    seen = chart.surface.viewport().grab().toImage()
    assert chart.surface.bars.painted == 300
    x, y = round(float(chart.plot.extent(40, 41)[0][0])) + 2, int(float(chart.plot.tops(40, 41)[0]) + 0.3)
    assert seen.pixelColor(x, y) != seen.pixelColor(x + 60, y)
    for _ in range(20):
        qtbot.keyClick(chart.surface, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert chart.plot.rows.pitch == 25


def test_keys_on_the_strip_move_the_frame_and_make_it_smaller_and_larger(chart: TimelineChart, qtbot: QtBot) -> None:
    days = lambda: chart.plot.view.last - chart.plot.view.first  # noqa: E731
    whole = days()
    for _ in range(4):
        qtbot.keyClick(chart.map, Qt.Key.Key_Plus)
    assert days() < whole / 2
    first, top = chart.plot.view.first, chart.plot.view.top
    qtbot.keyClick(chart.map, Qt.Key.Key_Right)
    qtbot.keyClick(chart.map, Qt.Key.Key_PageDown)
    assert chart.plot.view.first == pytest.approx(first + days() / 4)
    assert chart.plot.view.top == pytest.approx(top + chart.plot.view.height, abs=2)
    qtbot.keyClick(chart.map, Qt.Key.Key_End)
    assert chart.plot.view.last == pytest.approx(chart.plot.bounds[1])
    qtbot.keyClick(chart.map, Qt.Key.Key_Minus)
    qtbot.keyClick(chart.map, Qt.Key.Key_0)
    assert days() == pytest.approx(whole)


def test_the_strip_is_a_slider_over_the_days_that_says_which_are_in_view(chart: TimelineChart, qtbot: QtBot) -> None:
    heard = QAccessible.queryAccessibleInterface(chart.map)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.Slider, "The whole roadmap")
    before = heard.valueInterface().currentValue()
    assert heard.text(QAccessible.Text.Description) == "Jul 27, 2026 to Jun 10, 2027 in view"
    for _ in range(3):
        qtbot.keyClick(chart.map, Qt.Key.Key_Plus)
    qtbot.keyClick(chart.map, Qt.Key.Key_Home)
    assert heard.valueInterface().currentValue() < before
    assert heard.text(QAccessible.Text.Description).startswith("Jul 27, 2026 to ")


@pytest.mark.parametrize("apart", [1.25, 0.8])
def test_two_fingers_on_a_touchpad_zoom_round_the_place_between_them(chart: TimelineChart, apart: float) -> None:
    for _ in range(3):
        chart.zoom_in()
    days, at = chart.plot.view.last - chart.plot.view.first, 200.0
    under, device = chart.plot.view.day(at), QPointingDevice.primaryPointingDevice()
    zoom, place = Qt.NativeGestureType.ZoomNativeGesture, QPointF(at, 40)
    event = QNativeGestureEvent(zoom, device, 2, place, place, place, apart - 1, QPointF())
    QApplication.sendEvent(chart.surface.viewport(), event)
    view = chart.plot.view
    assert view.last - view.first == pytest.approx(days / apart)
    assert view.day(at) == pytest.approx(under)


def test_two_fingers_on_a_touch_screen_zoom_too(chart: TimelineChart) -> None:
    days, pinched = chart.plot.view.last - chart.plot.view.first, QPinchGesture()
    pinched.setScaleFactor(2.0)
    QApplication.sendEvent(chart.surface.viewport(), QGestureEvent([pinched]))
    assert chart.plot.view.last - chart.plot.view.first == pytest.approx(days / 2)
