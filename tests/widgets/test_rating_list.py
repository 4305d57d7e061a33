"""Statements are rated by single keys or clicks, and each key can be reached and heard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.rating_list import RatingList
from roadmap_desktop.widgets.rating_model import Heading
from roadmap_desktop.widgets.rating_row import AnswerKey, RatingLine, readable_on

KEYS = (
    *(AnswerKey(level, str(level), f"{level}, level", level / 4) for level in range(5)),
    AnswerKey("dont_know", "Don't know", "don't know"),
)
LINES = [
    Heading("Leadership"),
    RatingLine("one", 1, "We have written down what AI is for."),
    Heading("Staff"),
    RatingLine("two", 2, "Teachers get training that fits their role, " * 6),
    RatingLine("three", 3, "Support staff too.", before="was 2"),
]


@pytest.fixture
def ratings(qtbot: QtBot) -> RatingList:
    made = RatingList()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.declare(KEYS, {"D": "dont_know"}, name="Statements")
    made.present(LINES)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def given(ratings: RatingList) -> list[tuple[str, int | str | None]]:
    heard: list[tuple[str, int | str | None]] = []
    ratings.answered.connect(lambda uuid, value: heard.append((uuid, value)))
    return heard


def test_it_begins_at_the_first_statement(ratings: RatingList) -> None:
    assert ratings.current() == "one"


def test_digits_letters_and_delete_answer(ratings: RatingList, given: list[object], qtbot: QtBot) -> None:
    qtbot.keyClicks(ratings, "3d")
    qtbot.keyClick(ratings, Qt.Key.Key_Delete)
    assert given == [("one", 3), ("one", "dont_know"), ("one", None)]


def test_a_digit_that_is_no_level_does_nothing(ratings: RatingList, given: list[object], qtbot: QtBot) -> None:
    qtbot.keyClicks(ratings, "7z")
    assert given == []
    assert ratings.current() == "one"


def test_up_down_and_moving_on_pass_over_headings(ratings: RatingList, qtbot: QtBot) -> None:
    qtbot.keyClick(ratings, Qt.Key.Key_Down)
    assert ratings.current() == "two"
    ratings.move_on()
    ratings.move_on()
    assert ratings.current() == "three"
    qtbot.keyClick(ratings, Qt.Key.Key_Up)
    qtbot.keyClick(ratings, Qt.Key.Key_Up)
    qtbot.keyClick(ratings, Qt.Key.Key_Up)
    assert ratings.current() == "one"


def test_left_and_right_reach_every_key_and_space_takes_it(
    ratings: RatingList, given: list[object], qtbot: QtBot
) -> None:
    for _ in range(3):
        qtbot.keyClick(ratings, Qt.Key.Key_Right)
    qtbot.keyClick(ratings, Qt.Key.Key_Space)
    assert given == [("one", 2)]
    assert ratings.focus_rect() == ratings.visualRect(ratings.currentIndex())


def test_a_click_gives_an_answer_and_a_click_on_it_takes_it_back(
    ratings: RatingList, given: list[object], qtbot: QtBot
) -> None:
    spot = ratings.visualRect(ratings.model().index(3, 5)).center()
    qtbot.mouseClick(ratings.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    ratings.present([*LINES[:3], replace(LINES[3], answer=4), LINES[4]])
    qtbot.mouseClick(ratings.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert given == [("two", 4), ("two", None)]


def test_every_target_is_at_least_28_pixels(ratings: RatingList) -> None:
    model = ratings.model()
    rects = [ratings.visualRect(model.index(row, column)) for row in (1, 3, 4) for column in range(1, 7)]
    assert all(rect.width() >= 28 + 6 and rect.height() >= 28 + 6 for rect in rects)


def test_long_statements_get_the_height_they_need(ratings: RatingList) -> None:
    assert ratings.rowHeight(3) > ratings.rowHeight(1)


def test_each_cell_says_what_it_is(ratings: RatingList) -> None:
    ratings.present([LINES[0], replace(LINES[1], answer=2), *LINES[2:]])
    model, heard = ratings.model(), Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(1, 0), heard) == "1. We have written down what AI is for. 2, level"
    assert model.data(model.index(1, 3), heard) == "2, level, chosen"
    assert model.data(model.index(1, 6), heard) == "don't know"
    assert model.data(model.index(4, 0), heard) == "3. Support staff too. not answered"
    assert model.data(model.index(0, 0), heard) == "Leadership"


def test_an_answer_shown_keeps_place_and_statement(ratings: RatingList) -> None:
    ratings.choose("three")
    ratings.present([LINES[0], replace(LINES[1], answer=2), *LINES[2:]])
    assert ratings.current() == "three"
    assert not ratings.choose("gone")


def test_digits_stand_out_from_every_rating_colour() -> None:
    for name in (theme.Choice.LIGHT, theme.Choice.DARK):
        theme.dress(name)
        worn = theme.worn()
        inks = {readable_on(theme.colour(value)).name().upper() for value in worn.ratings}
        assert inks <= {worn.ink, worn.surface}
