"""Figures on paper: words beside bars that are never cut, days where they belong, small groups named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.handouts.figures.axis import frame
from roadmap_desktop.handouts.figures.captions import caption
from roadmap_desktop.handouts.figures.months import months
from roadmap_desktop.handouts.look import Look
from roadmap_desktop.handouts.pieces import Figure
from roadmap_desktop.handouts.shown import Bar, Lane, Lanes, Naming, Profile, ProfileRow, Row, Stretch
from roadmap_desktop.language import Language
from tests.handouts.demo import everything, one_page
from tests.handouts.printed import made, objects, page_texts

FIRST, LAST = date(2026, 8, 1), date(2027, 6, 30)
days = st.dates(FIRST, LAST)


def _shape(naming=Naming.BESIDE, first=FIRST, last=LAST):
    return frame(Lanes(first, last, (), (Lane("Pilots", "pilots", ()),), naming=naming), Look(680.0), 504.0)


def test_a_day_lies_where_its_share_of_the_year_is():
    shape = _shape(last=FIRST + timedelta(99))
    room = shape.width - shape.begin
    assert shape.place(FIRST) == shape.begin
    assert shape.end(FIRST + timedelta(99)) == pytest.approx(shape.width)
    assert shape.place(FIRST + timedelta(50)) == pytest.approx(shape.begin + room / 2)


@given(days, days, st.text(st.sampled_from("abc de"), min_size=1, max_size=300), st.sampled_from(Naming))
def test_words_stay_inside_the_timeline_and_off_their_bar(one, other, words, naming):
    shape = _shape(naming)
    bar = Bar(min(one, other), max(one, other))
    placed = caption(Row(words, (bar,)), shape, 6.0)
    assert shape.begin - 0.1 <= placed.at
    assert placed.at + placed.width <= shape.width + 0.1
    beside = placed.at >= shape.end(bar.last) or placed.at + placed.width <= shape.place(bar.first)
    assert placed.below or beside


@pytest.mark.parametrize(
    ("first", "last", "below", "right"),
    [
        (date(2026, 8, 3), date(2026, 9, 30), False, True),
        (date(2027, 4, 1), date(2027, 6, 30), False, False),
        (date(2026, 9, 1), date(2027, 5, 30), True, False),
    ],
)
def test_words_stand_right_then_left_then_below(first, last, below, right):
    shape = _shape()
    placed = caption(Row("Pilot: family messages, 2 schools", (Bar(first, last),)), shape, 6.0)
    assert (placed.below, placed.at > shape.end(last)) == (below, right)


def test_words_stand_clear_of_milestones_and_baselines():
    shape = _shape()
    row = Row("Decide", (Bar(FIRST, FIRST + timedelta(10), baseline=(FIRST, FIRST + timedelta(90))),))
    assert caption(row, shape, 6.0).at > shape.end(FIRST + timedelta(90))
    day = date(2026, 12, 1)
    assert caption(Row("Decide", milestones=(day,)), shape, 6.0).at > shape.middle(day) + 6.0


def test_a_row_without_words_needs_no_room_for_them():
    assert caption(Row("", (Bar(FIRST, LAST),)), _shape(), 6.0) is None


def test_a_lane_that_goes_on_names_itself_and_its_months_again():
    pages = [text for text in page_texts(made(everything())) if "of this lane" in text]
    assert len(pages) == 2
    assert all("Monitoring" in text and "Quarter 1" in text and "Aug" in text for text in pages)


def test_names_of_short_periods_do_not_meet():
    weeks = tuple(Stretch(f"Week {n} of the term", FIRST + timedelta(7 * n), FIRST) for n in range(40))
    lanes = Lanes(FIRST, LAST, (weeks,), (Lane("Pilots", "pilots", ()),))
    pdf = made(replace(one_page(), pieces=(Figure("f", lanes, alternative="Weeks."),)))
    boxes = [box for _, mark, text, box in objects(pdf) if text.startswith("Week")]
    assert len(boxes) == 40
    for one in boxes:
        assert sum(abs(one[1] - other[1]) < 5 and abs(one[0] - other[0]) < 40 for other in boxes) == 1


def test_a_group_too_small_says_so_instead_of_a_mark():
    rows = (ProfileRow("Families", "3 answers, too few to show"), ProfileRow("Teachers", "1.4", 1.4, 1, 2))
    pdf = made(replace(one_page(), pieces=(Figure("f", Profile(rows), alternative="Two groups."),)))
    assert "Families 3 answers, too few to show" in page_texts(pdf)[0].replace("\r\n", " ")


def test_a_value_off_the_scale_is_drawn_at_its_end():
    rows = (ProfileRow("Leadership", "9.0", 9.0, -3.0, 12.0),)
    pdf = made(replace(one_page(), pieces=(Figure("f", Profile(rows), alternative="One."),)))
    assert "9.0" in page_texts(pdf)[0]


@given(days, days)
def test_months_cover_every_day_once(one, other):
    first, last = min(one, other), max(one, other)
    found = months(first, last, Language("en"))
    covered = [each.first + timedelta(n) for each in found for n in range((each.last - each.first).days + 1)]
    assert covered == [first + timedelta(n) for n in range((last - first).days + 1)]
    assert all(stretch.first.month == stretch.last.month for stretch in found)


def test_months_have_their_short_names():
    names = [stretch.words for stretch in months(date(2026, 11, 3), date(2027, 2, 1), Language("en"))]
    assert names == ["Nov", "Dec", "Jan", "Feb"]
