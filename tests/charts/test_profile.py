"""The readiness profile: marks, middle half and median where they belong; by mouse, by keys and by ear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from pytestqt.qtbot import QtBot

from roadmap_desktop import tokens
from roadmap_desktop.charts import profile_row
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.profile import ProfileChart
from roadmap_desktop.charts.profile_row import ProfileRow, Tag
from roadmap_desktop.language import Language
from roadmap_desktop.tokens import Theme

LEVELS = [(0, "Nothing yet"), (1, "Talked about"), (2, "Drafted"), (3, "In force"), (4, "Reviewed")]
ROWS = (
    ProfileRow("a", "Leadership", "Leadership: median 3", marks=(1.0, 3.0, 4.0), median=3.0, q1=2.0, q3=3.5),
    ProfileRow("b", "Voice", "Voice: median 1", median=1.0, q1=1.0, q3=1.0, marks=(1.0,), tags=(("split", Tag.WARN),)),
    ProfileRow("c", "Data", "Data: not rated yet"),
)


def look(theme: Theme = tokens.LIGHT) -> Look:
    return Look(
        theme, 1.0, lambda _size, bold: QFont("Sans", weight=QFont.Weight(700 if bold else 400)), Language("en")
    )


@pytest.fixture
def chart(qtbot: QtBot) -> ProfileChart:
    made = ProfileChart(look=look)
    qtbot.addWidget(made)
    made.resize(810, 420)
    made.present(LEVELS, ROWS, name="Readiness", sentence="Lowest Voice, highest Leadership.")
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def colour_at(chart: ProfileChart) -> Callable[[int, float, int], str]:
    """The colour of a row at a value of the axis, so many pixels below the row's middle."""

    def picked(row: int, value: float, below: int = 0) -> str:
        image = chart.rows.viewport().grab().toImage()
        rect = chart.rows.visualRect(chart.rows.model().index(row, 0))
        spot = QPoint(round(rect.left() + chart.axis().at(value)), rect.center().y() + below)
        return QColor(image.pixel(spot)).name().upper()

    return picked


def test_the_median_is_a_tick_and_each_answer_a_mark(colour_at: Callable[..., str]) -> None:
    assert colour_at(0, 3.0) == tokens.LIGHT.accent
    assert colour_at(0, 1.0) == tokens.LIGHT.ink3
    assert colour_at(0, 4.0) == tokens.LIGHT.ink3


def test_the_middle_half_is_a_soft_bar_and_the_rest_is_ground(colour_at: Callable[..., str]) -> None:
    inside, outside = colour_at(0, 2.5, 5), colour_at(0, 1.5, 5)
    assert inside not in (outside, tokens.LIGHT.accent)
    assert QColor(inside).blue() > QColor(inside).red()


def test_a_row_without_an_answer_shows_only_its_name(colour_at: Callable[..., str]) -> None:
    assert colour_at(2, 2.5) == colour_at(1, 3.5)


def test_a_click_chooses_a_row(chart: ProfileChart, qtbot: QtBot) -> None:
    rect = chart.rows.visualRect(chart.rows.model().index(1, 0))
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.mouseClick(chart.rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert heard.args == ["b"]
    assert chart.current() == "b"


def test_arrow_keys_walk_through_the_rows(chart: ProfileChart, qtbot: QtBot) -> None:
    chart.choose("a")
    qtbot.keyClick(chart.rows, Qt.Key.Key_Down)
    assert chart.current() == "b"
    qtbot.keyClick(chart.rows, Qt.Key.Key_End)
    assert chart.current() == "c"
    assert chart.rows.focus_rect() == chart.rows.visualRect(chart.rows.currentIndex())


def test_each_row_says_its_sentence_and_the_chart_what_it_shows(chart: ProfileChart) -> None:
    model = chart.rows.model()
    heard = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert heard == ["Leadership: median 3", "Voice: median 1", "Data: not rated yet"]
    assert chart.rows.accessibleName() == "Readiness"
    assert chart.rows.accessibleDescription() == "Lowest Voice, highest Leadership."


def test_new_figures_keep_the_row_that_was_chosen(chart: ProfileChart) -> None:
    chart.choose("b")
    chart.present(LEVELS, ROWS[::-1], name="Readiness", sentence="")
    assert chart.current() == "b"
    assert not chart.choose("gone")


def test_rows_share_the_height_there_is_and_scroll_when_there_are_many(chart: ProfileChart, qtbot: QtBot) -> None:
    assert chart.rows.row_height == 60
    chart.resize(810, 190)
    assert chart.rows.row_height == 44
    qtbot.waitUntil(lambda: not chart.rows.verticalScrollBar().isVisible())
    many = [ProfileRow(str(number), "A long statement", "", numeral=number) for number in range(40)]
    chart.present(LEVELS, many, name="Readiness", sentence="")
    assert chart.rows.row_height == 48
    assert chart.minimumSizeHint().height() < 400


def test_only_the_rows_in_view_are_painted(chart: ProfileChart, qtbot: QtBot) -> None:
    asked: list[Look] = []

    def counting() -> Look:
        asked.append(look())
        return asked[-1]

    crowd = ProfileChart(look=counting)
    qtbot.addWidget(crowd)
    crowd.resize(810, 420)
    painted = []
    for many in (40, 400):
        rows = [ProfileRow(str(number), "A statement", "", numeral=number) for number in range(many)]
        crowd.present(LEVELS, rows, name="", sentence="")
        crowd.grab()
        asked.clear()
        crowd.grab()
        painted.append(len(asked))
    assert painted[0] == painted[1]


@pytest.fixture
def painted(chart: ProfileChart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rows painted from now on."""
    rows: list[str] = []
    whole = profile_row.paint_row

    def counting(*arguments: Any, **named: Any) -> None:
        rows.append(arguments[3].uuid)
        whole(*arguments, **named)

    monkeypatch.setattr("roadmap_desktop.charts.profile.paint_row", counting)
    chart.update()
    qtbot.waitUntil(lambda: len(rows) >= len(ROWS))
    rows.clear()
    return rows


def test_an_answer_to_one_row_paints_that_row_alone(chart: ProfileChart, qtbot: QtBot, painted: list[str]) -> None:
    changed = (replace(ROWS[0], marks=(1.0, 2.0, 4.0)), *ROWS[1:])
    chart.present(LEVELS, changed, name="Readiness", sentence="")
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(0)
    assert painted == ["a"]


def test_what_moves_the_axis_paints_every_row(chart: ProfileChart, qtbot: QtBot, painted: list[str]) -> None:
    changed = (replace(ROWS[0], name="A name so long that the axis begins further to the right"), *ROWS[1:])
    chart.present(LEVELS, changed, name="Readiness", sentence="")
    qtbot.waitUntil(lambda: set(painted) == {"a", "b", "c"})
