"""The timeline on screen: what is painted, picked, dragged and walked to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop import tokens
from roadmap_desktop.charts.timeline.chart import TimelineChart
from roadmap_desktop.charts.timeline.picking import Part, pick
from roadmap_desktop.charts.timeline.surface import Deed
from roadmap_desktop.journey.roadmap.timeline import Timeline
from roadmap_desktop.rules.generated import Link
from tests.charts.timelines import DAY, FIRST, a_bar, a_roadmap, look

LEFT = Qt.MouseButton.LeftButton
Show = Callable[[Timeline], TimelineChart]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(picture: Timeline) -> TimelineChart:
        made = TimelineChart(look=look)
        qtbot.addWidget(made)
        made.resize(829, 500)
        with qtbot.waitExposed(made):
            made.show()
        made.present(picture)
        return made

    return shown


@pytest.fixture
def chart(show: Show) -> TimelineChart:
    first = (a_bar("a", 0), a_bar("b", 40), a_bar("m", 80, 0))
    return show(a_roadmap(first, (a_bar("c", 60, 90), a_bar("d", 200))))


def at(chart: TimelineChart, key: str, *, share: float = 0.5) -> QPoint:
    """A place on a bar, so far from its start to its end."""
    plot = chart.plot
    place = plot.columns.places[key]
    left, right = (float(each[0]) for each in plot.extent(place, place + 1))
    top = float(plot.tops(place, place + 1)[0])
    return QPoint(round(left + (right - left) * share), round(top + plot.bar_height / 2))


def drag(qtbot: QtBot, chart: TimelineChart, start: QPoint, days: float, *, let_go: bool = True) -> None:
    viewport = chart.surface.viewport()
    end = start + QPoint(round(days * chart.plot.view.per_day), 0)
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, (start + end) / 2)
    qtbot.mouseMove(viewport, end)
    if let_go:
        qtbot.mouseRelease(viewport, LEFT, pos=end)


def colour(chart: TimelineChart, place: QPoint) -> str:
    return QColor(chart.surface.viewport().grab().toImage().pixel(place)).name().upper()


def test_a_click_selects_a_bar_and_a_click_on_the_ground_nothing(chart: TimelineChart, qtbot: QtBot) -> None:
    heard: list[str] = []
    chart.selected.connect(heard.append)
    qtbot.mouseClick(chart.surface.viewport(), LEFT, pos=at(chart, "b"))
    assert chart.current() == "b"
    qtbot.mouseClick(chart.surface.viewport(), LEFT, pos=QPoint(600, 300))
    assert heard == ["b", ""]


def test_a_bar_is_picked_by_its_body_its_end_and_its_name(chart: TimelineChart) -> None:
    plot = chart.plot
    places = {share: pick(plot, at(chart, "b", share=share).x(), at(chart, "b").y()) for share in (0.2, 1.0)}
    assert [hit and hit.part for hit in places.values()] == [Part.BAR, Part.END]
    place = plot.columns.places["b"]
    named = pick(plot, float(plot.laid().names.x[place]) + 3, at(chart, "b").y())
    assert named is not None
    assert (named.place, named.part) == (place, Part.NAME)
    assert pick(plot, 5.0, at(chart, "d").y()) is None


def test_a_milestone_has_no_end_to_drag(chart: TimelineChart) -> None:
    hit = pick(chart.plot, at(chart, "m", share=0.95).x(), at(chart, "m").y())
    assert hit is not None
    assert hit.part is Part.BAR


def test_only_bars_in_view_are_painted(show: Show) -> None:
    painted = []
    for many in (60, 600):
        chart = show(a_roadmap(tuple(a_bar(f"{n:03}", n % 200) for n in range(many))))
        chart.surface.viewport().grab()
        painted.append((chart.surface.bars.painted, chart.surface.names.painted))
    assert painted[0] == painted[1]
    assert 10 < painted[0][0] < 25


def test_zoomed_in_bars_outside_of_the_days_in_view_are_not_painted(show: Show) -> None:
    chart = show(a_roadmap(tuple(a_bar(f"{n:02}", n * 20, 5) for n in range(14))))
    chart.surface.viewport().grab()
    assert chart.surface.bars.painted == 14
    for _ in range(5):
        chart.zoom_in()
    chart.surface.viewport().grab()
    assert 3 <= chart.surface.bars.painted <= 6


def test_a_drag_moves_a_bar_to_where_the_trial_says(chart: TimelineChart, qtbot: QtBot) -> None:
    monday = date(2026, 10, 12)
    chart.set_trial(lambda key, deed, asked: (monday, monday + timedelta(days=9)))
    with qtbot.waitSignal(chart.moved) as heard:
        drag(qtbot, chart, at(chart, "b"), 20)
    assert heard.args == ["b", monday]


def test_while_it_is_dragged_a_ghost_shows_where_it_would_lie(chart: TimelineChart, qtbot: QtBot) -> None:
    asked: list[tuple[str, Deed, date]] = []

    def trial(key: str, deed: Deed, day: date) -> tuple[date, date]:
        asked.append((key, deed, day))
        return day, day + 19 * DAY

    chart.set_trial(trial)
    drag(qtbot, chart, at(chart, "b"), 20, let_go=False)
    ghost = chart.surface.overlay.ghost
    assert ghost is not None
    assert ghost.end - ghost.start == 20
    assert asked[-1][:2] == ("b", Deed.MOVE)
    assert abs((asked[-1][2] - (FIRST + 60 * DAY)).days) <= 1


def test_a_drag_of_the_end_resizes(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.set_trial(lambda key, deed, asked: (FIRST + 40 * DAY, asked))
    with qtbot.waitSignal(chart.resized) as heard:
        drag(qtbot, chart, at(chart, "b", share=1.0), 14)
    assert heard.args is not None
    assert heard.args[0] == "b"
    assert abs((heard.args[1] - (FIRST + 73 * DAY)).days) <= 1


def test_escape_lets_go_without_a_move(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.set_trial(lambda key, deed, asked: (asked, asked))
    with qtbot.assertNotEmitted(chart.moved):
        drag(qtbot, chart, at(chart, "b"), 20, let_go=False)
        qtbot.keyClick(chart.surface, Qt.Key.Key_Escape)
        qtbot.mouseRelease(chart.surface.viewport(), LEFT, pos=QPoint(300, 40))
    assert chart.surface.overlay.ghost is None
    assert chart.current() == "b"


def test_a_small_slip_of_the_hand_moves_nothing(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.set_trial(lambda key, deed, asked: (asked, asked))
    with qtbot.assertNotEmitted(chart.moved):
        drag(qtbot, chart, at(chart, "b"), 1)
    assert chart.surface.overlay.ghost is None


def test_a_drag_of_the_ground_moves_along(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.zoom_in()
    before = chart.plot.view
    drag(qtbot, chart, QPoint(400, 300), -10)
    assert chart.plot.view.first == pytest.approx(before.first + 10, abs=1)
    assert chart.plot.view.per_day == pytest.approx(before.per_day)


def turn(chart: TimelineChart, x: int, turned: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    viewport = chart.surface.viewport()
    place = QPointF(x, 100)
    event = QWheelEvent(
        place,
        viewport.mapToGlobal(place),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_wheel_zooms_round_the_pointer_and_with_shift_moves_along(chart: TimelineChart) -> None:
    under = chart.plot.view.day(500)
    turn(chart, 500, 120)
    assert chart.plot.view.per_day > 2.2
    assert chart.plot.view.day(500) == pytest.approx(under)
    first = chart.plot.view.first
    turn(chart, 500, -120, Qt.KeyboardModifier.ShiftModifier)
    assert chart.plot.view.first > first


def test_fit_shows_the_whole_roadmap_again(chart: TimelineChart) -> None:
    for _ in range(4):
        chart.zoom_in()
    chart.fit()
    assert (chart.plot.view.first, chart.plot.view.last) == pytest.approx(chart.plot.bounds)


def test_arrow_keys_walk_from_bar_to_bar(chart: TimelineChart, qtbot: QtBot) -> None:
    keys = Qt.Key
    walked = []
    for key in (keys.Key_Down, keys.Key_Right, keys.Key_Right, keys.Key_Right, keys.Key_Down, keys.Key_Left):
        qtbot.keyClick(chart.surface, key)
        walked.append(chart.current())
    assert walked == ["a", "b", "m", "m", "c", "c"]
    for key in (keys.Key_End, keys.Key_PageUp, keys.Key_PageDown, keys.Key_Up, keys.Key_Home):
        qtbot.keyClick(chart.surface, key)
        walked.append(chart.current())
    assert walked[6:] == ["d", "a", "c", "m", "a"]


def test_enter_opens_what_is_selected_and_delete_asks_to_remove_it(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.select("c")
    with qtbot.waitSignal(chart.opened) as heard:
        qtbot.keyClick(chart.surface, Qt.Key.Key_Return)
    assert heard.args == ["c"]
    with qtbot.waitSignal(chart.removed):
        qtbot.keyClick(chart.surface, Qt.Key.Key_Delete)


def test_a_selected_bar_is_brought_into_view(show: Show) -> None:
    chart = show(a_roadmap(tuple(a_bar(f"{n:02}", n * 5) for n in range(50))))
    for _ in range(6):
        chart.zoom_in()
    chart.select("49")
    plot = chart.plot
    assert 0 <= at(chart, "49").y() <= plot.view.height
    assert 0 <= plot.view.x(plot.columns.start[49]) <= plot.view.width


def test_another_picture_keeps_the_selection_and_the_days_in_view(chart: TimelineChart) -> None:
    chart.select("c")
    chart.zoom_in()
    before = chart.plot.view
    chart.present(a_roadmap((a_bar("a", 5),), (a_bar("c", 70, 90),)))
    assert chart.current() == "c"
    assert chart.plot.view == before
    chart.present(a_roadmap((a_bar("a", 5),)))
    assert chart.current() == ""


def test_only_links_that_hold_a_bar_are_drawn_and_all_of_the_selection(show: Show) -> None:
    holding, other = Link("b", "c"), Link("a", "c")
    picture = a_roadmap((a_bar("a", 0), a_bar("b", 40)), (a_bar("c", 60),), links=(other,), driving=(holding,))
    chart = show(picture)
    chart.surface.viewport().grab()
    assert chart.surface.links.painted == 1
    chart.select("c")
    chart.surface.viewport().grab()
    assert chart.surface.links.painted == 2


def test_today_is_a_line_in_bad_and_progress_is_solid(show: Show) -> None:
    chart = show(a_roadmap((a_bar("a", 0, 40, progress=50),)))
    x = round(chart.plot.view.x(chart.plot.today))
    near = {colour(chart, QPoint(x + shift, 300)) for shift in (-1, 0, 1)}
    assert tokens.LIGHT.bad in near
    hue = tokens.LIGHT.stage("guardrails")
    assert colour(chart, at(chart, "a", share=0.2)) == hue
    assert colour(chart, at(chart, "a", share=0.8)) not in (hue, tokens.LIGHT.surface)


def test_the_header_names_the_break_under_the_pointer(chart: TimelineChart) -> None:
    found = chart.header.stretch_at(chart.plot.view.x(chart.plot.today + 40))
    assert found is not None
    assert look().say(found.words()) == "Winter break: Dec 9, 2026 to Jan 6, 2027"


def test_names_say_what_must_be_known_of_a_bar(show: Show) -> None:
    orphan, assumed = a_bar("o", 0, is_orphaned=True), a_bar("s", 10, is_assumed=True)
    late, dated = a_bar("l", 20, is_late=True), a_bar("z", 63, 0)
    assert show(a_roadmap((orphan, assumed, late, dated))).plot.columns.names == (
        "Task o (its reason is gone)",
        "Task s (dates assumed)",
        "Task l (its date can't hold)",
        "Task z, Oct 12",
    )


def test_the_chart_is_a_sentence_and_its_keys_to_whoever_hears_it(chart: TimelineChart) -> None:
    assert chart.surface.accessibleName() == "Timeline"
    assert chart.surface.accessibleDescription().startswith("Two lanes. Alt and an arrow move a task")


def test_what_moves_with_a_dragged_bar_shows_where_it_would_lie(chart: TimelineChart, qtbot: QtBot) -> None:
    follows = {"b": (FIRST, FIRST), "c": (FIRST + 90 * DAY, FIRST + 179 * DAY), "hidden": (FIRST, FIRST)}
    chart.set_trial(lambda key, deed, asked: (asked, asked + 19 * DAY), lambda key, deed, day: follows)
    drag(qtbot, chart, at(chart, "b"), 20, let_go=False)
    overlay = chart.surface.overlay
    chart.surface.viewport().grab()
    first = chart.plot.today - 0.5 - (chart.plot.picture.today - FIRST).days
    assert [(each.place, each.start - first, each.end - first) for each in overlay.followers] == [(3, 90, 180)]
    assert overlay.painted == 1
    qtbot.keyClick(chart.surface, Qt.Key.Key_Escape)
    assert overlay.followers == ()


def test_what_moves_along_is_asked_once_a_day_and_not_once_a_pixel(chart: TimelineChart, qtbot: QtBot) -> None:
    asked: list[date] = []
    monday = date(2026, 10, 12)
    chart.set_trial(lambda key, deed, day: (monday, monday), lambda key, deed, day: asked.append(day) or {})
    drag(qtbot, chart, at(chart, "b"), 20, let_go=False)
    assert asked == [monday]
