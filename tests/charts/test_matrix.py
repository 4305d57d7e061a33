"""The plane of impact and effort: marks apart, names beside them; by mouse, by keys and by ear."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from roadmap_desktop import tokens
from roadmap_desktop.charts.beside import Box, apart, name_places
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.matrix import MatrixChart
from roadmap_desktop.charts.matrix_plot import MatrixMark, MatrixWords
from roadmap_desktop.language import Language

ROOM = Box(0, 0, 600, 400)
WORDS = MatrixWords(("little effort", "much effort"), ("low impact", "high impact"), ("a", "b", "c", "d"))
MARKS = (
    MatrixMark("bus", "Bus routes", "Bus routes: impact 3", 4, 3, (3, 4), (3, 3)),
    MatrixMark("notes", "Meeting notes", "Meeting notes: impact 2", 1, 2, (1, 1), (2, 2)),
    MatrixMark("drafts", "Drafts", "Drafts: impact 5", 2, 5, (2, 3), (4, 5)),
)
SPOTS = st.lists(st.tuples(st.integers(50, 500), st.integers(50, 350)), max_size=14)


@pytest.fixture
def chart(qtbot: QtBot) -> MatrixChart:
    def look() -> Look:
        return Look(tokens.LIGHT, 1.0, lambda _size, _bold: QFont("Sans"), Language("en"))

    made = MatrixChart(look=look, words=WORDS, scale=(1, 5))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.present(MARKS, name="Impact", sentence="One quick win.")
    with qtbot.waitExposed(made):
        made.show()
    return made


@settings(max_examples=30, deadline=None)
@given(SPOTS)
def test_no_mark_hides_another_and_no_name_covers_a_mark_or_a_name(wanted: list[tuple[float, float]]) -> None:
    spots = apart(wanted, 14, ROOM)
    for one, other in combinations(spots, 2):
        assert (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= 13.9**2
    names = [each for each in name_places(spots, [(90, 16)] * len(spots), ROOM, radius=6, gap=4) if each is not None]
    assert not any(one.meets(other) for one, other in combinations(names, 2))
    marks = [Box(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    assert not any(name.meets(mark) for name in names for mark in marks)
    assert all(ROOM.holds(name) for name in names)


def test_a_mark_that_stands_free_is_at_its_true_place() -> None:
    assert apart([(100, 100), (300, 200)], 14, ROOM) == ((100, 100), (300, 200))


def test_a_name_keeps_off_the_bars_where_it_can() -> None:
    bar = Box(0, 197, 600, 203)
    (found,) = name_places([(300, 200)], [(80, 16)], ROOM, radius=6, gap=4, bars=[bar])
    assert found is not None
    assert not found.meets(bar)


def test_a_click_on_a_mark_or_its_name_chooses_it(chart: MatrixChart, qtbot: QtBot) -> None:
    place = chart.marks.visualRect(chart.marks.model().index(1, 0)).center()
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.mouseClick(chart.marks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == ["notes"]
    name = chart.marks.plot().names[2]
    assert name is not None
    qtbot.mouseClick(chart.marks.viewport(), Qt.MouseButton.LeftButton, pos=_middle(name))
    assert chart.current() == "drafts"


def test_left_and_right_walk_by_effort_up_and_down_by_impact(chart: MatrixChart, qtbot: QtBot) -> None:
    chart.choose("notes")
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(chart.marks, key)
        walked.append(chart.current())
    assert walked == ["drafts", "bus", "bus", "drafts", "bus", "notes"]
    qtbot.keyClick(chart.marks, Qt.Key.Key_Home)
    assert chart.current() == "bus"


def test_each_mark_says_its_sentence_and_new_figures_keep_the_choice(chart: MatrixChart) -> None:
    chart.choose("drafts")
    chart.present(MARKS[::-1], name="Impact", sentence="None.")
    model = chart.marks.model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Drafts: impact 5"
    assert (chart.current(), chart.marks.accessibleDescription()) == ("drafts", "None.")


def test_names_stay_where_they_are_while_one_walks(chart: MatrixChart) -> None:
    before = chart.marks.plot().names
    chart.choose("drafts")
    assert chart.marks.plot().names == before


def _middle(box: Box) -> QPoint:
    return QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))
