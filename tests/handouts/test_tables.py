"""Tables on paper: columns fill the width, numbers stand under one another, headers come again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.handouts.look import Look
from roadmap_desktop.handouts.pieces import Cells, Column, Item, Mark, Table
from roadmap_desktop.handouts.tables import column_widths
from tests.handouts.demo import everything, one_page
from tests.handouts.printed import made, objects, page_texts

LOOK = Look(680.0)
columns = st.builds(
    Column, st.sampled_from(["", "Name", "In the top three"]), st.sampled_from(Cells), st.sampled_from([0, 1, 3])
)


def _table(*columns, rows):
    return Table("t", columns, rows)


@given(st.lists(columns, min_size=1, max_size=6), st.sampled_from(["9", "some words", "internationalisation " * 4]))
def test_the_columns_fill_the_width(columns, words):
    widths = column_widths(_table(*columns, rows=((words,) * len(columns),)), LOOK, 480.0)
    assert sum(widths) == pytest.approx(480.0)
    assert all(width >= 0 for width in widths)


def test_columns_with_shares_divide_what_is_left():
    first, second, number = column_widths(
        _table(Column("a", share=1), Column("b", share=3), Column("n", Cells.NUMBER), rows=(("x", "y", "100"),)),
        LOOK,
        480,
    )
    assert second == pytest.approx(3 * first)
    assert first + second + number == pytest.approx(480)


def test_a_long_heading_wraps_rather_than_widen_a_column_of_numbers():
    *_, number = column_widths(
        _table(Column("a", share=1), Column("how often " * 8, Cells.NUMBER), rows=(("x", "1"),)), LOOK, 480
    )
    assert number < 90


def _numbers(*numbers):
    table = _table(Column("Name", share=1), Column("Days", Cells.NUMBER), rows=tuple(("x", each) for each in numbers))
    return made(replace(one_page(), pieces=(table,)))


def test_digits_of_a_column_stand_under_one_another():
    digits = [box for _, mark, text, box in objects(_numbers("111", "808", "777")) if box[0] > 530 and text != "Days"]
    middles = [(box[0] + box[2]) / 2 for box in digits if box[3] < 720]
    for place in range(3):
        column = middles[place:9:3]
        assert max(column) - min(column) < 0.6


def test_a_number_is_found_as_it_is_written():
    assert "1,117" in page_texts(_numbers("1,117", "808"))[0]


def test_a_table_over_two_pages_repeats_its_header():
    texts = page_texts(made(everything()))
    with_rows = [text for text in texts if "Assistant" in text]
    assert len(with_rows) > 2
    assert all("Owner" in text and "Status" in text and "Days" in text for text in with_rows)


def test_no_row_parts_over_two_pages():
    for text in page_texts(made(everything())):
        assert text.count("that has a name") == text.count("Ranked")


def test_a_row_higher_than_a_page_still_shows_all_its_words():
    rows = (("Long", " ".join(f"word{n}" for n in range(3000))), ("Short", "end"))
    pdf = made(replace(one_page(), pieces=(_table(Column("A"), Column("B", share=1), rows=rows),)))
    text = " ".join(page_texts(pdf))
    assert "word0 " in text
    assert "word2999" in text
    assert all(box[1] > 60 for _, mark, words, box in objects(pdf) if mark >= 0 and words.strip())


def test_an_empty_table_shows_its_header():
    text = page_texts(made(replace(one_page(), pieces=(_table(Column("Task"), rows=()),))))[0]
    assert "Task" in text


def test_a_mark_stands_beside_its_words():
    table = _table(Column("Guardrail"), Column("Status"), rows=(("Notice", Item("adopted", Mark.TICKED)),))
    assert "adopted" in page_texts(made(replace(one_page(), pieces=(table,))))[0]


def test_a_cell_may_hold_words_without_a_mark():
    table = _table(Column("Status"), rows=((Item("adopted"),),))
    assert "adopted" in page_texts(made(replace(one_page(), pieces=(table,))))[0]


def test_without_shares_the_widest_words_take_what_is_left():
    words, number = column_widths(_table(Column("a"), Column("n", Cells.NUMBER), rows=(("x", "100"),)), LOOK, 480)
    assert number < 30 < words


def test_columns_that_wish_for_too_much_give_up_in_proportion():
    row = ("word " * 40,) * 4
    assert column_widths(_table(*[Column("a")] * 4, rows=(row,)), LOOK, 480) == pytest.approx([120.0] * 4)
