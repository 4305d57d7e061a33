"""Readiness on any scale: figures against an independent reckoning, and mixtures of ways to answer."""

from __future__ import annotations

import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.readiness import DONT_KNOW, Answers, Room
from roadmap_desktop.rules.spread import dimension_marks, dimension_spread, quartiles, statement_spreads
from roadmap_desktop.rules.tally import tally

NOBODY = -1
scales = st.lists(st.integers(-3, 60), min_size=2, max_size=7, unique=True).map(lambda found: tuple(sorted(found)))


def columns(*rows: tuple[int, ...]) -> Answers:
    """Rows of statement, round, person, table, level, count."""
    return Answers(*(tuple(column) for column in zip(*rows, strict=True)) if rows else ((),) * 6)


@given(scales, st.data())
def test_median_and_quartiles_are_those_of_the_single_answers(scale: tuple[int, ...], data: st.DataObject) -> None:
    people = data.draw(st.lists(st.integers(0, len(scale) - 1), min_size=1, max_size=20))
    room = Room(scale, (0,), 1, table_of=(NOBODY,) * len(people))
    rows = [(0, 1, person, NOBODY, level, 1) for person, level in enumerate(people)]
    spread = statement_spreads(tally(columns(*rows), room))[0]
    values = [scale[level] for level in people]
    expected = np.quantile(values, (0.25, 0.5, 0.75))
    assert (spread.q1, spread.median, spread.q3) == pytest.approx(tuple(expected))
    assert spread.median == pytest.approx(statistics.median(values))
    assert (spread.agreement is None) == (len(scale) == 2)


@given(scales, st.data())
def test_a_persons_value_is_the_mean_of_what_she_rated(scale: tuple[int, ...], data: st.DataObject) -> None:
    level = st.integers(0, len(scale) - 1) | st.none()
    sheets = data.draw(st.lists(st.tuples(level, level, level), max_size=9))
    room = Room(scale, (0, 0, 0), 1, table_of=(NOBODY,) * len(sheets))
    rows = [
        (statement, 1, person, NOBODY, given_, 1)
        for person, sheet in enumerate(sheets)
        for statement, given_ in enumerate(sheet)
        if given_ is not None
    ]
    tallied = tally(columns(*rows), room)
    means = [statistics.mean(scale[each] for each in sheet if each is not None) for sheet in sheets if any(
        each is not None for each in sheet
    )]  # fmt: skip
    marks = dimension_marks(tallied)[0]
    assert marks == pytest.approx(tuple(sorted(means)))
    spread = dimension_spread(marks, statement_spreads(tallied))
    assert spread.n == len(means)
    if means:
        assert (spread.q1, spread.median, spread.q3) == pytest.approx(tuple(np.quantile(means, (0.25, 0.5, 0.75))))


def test_quartiles_are_type_seven_of_hyndman_and_fan() -> None:
    # Type 7 of Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4),
    # 361-365: the value at 1 + (n - 1) p of the sorted answers. For 1, 2, 4, 8 these are places 1.75, 2.5 and 3.25.
    assert quartiles((8, 1, 4, 2)) == (1.75, 3.0, 5.0)


def test_people_tables_and_hands_mixed_on_one_statement() -> None:
    room = Room((1, 2, 3), (0,), 1, table_of=(0, 0, 0, 1, NOBODY), tables=2)
    spread = statement_spreads(
        tally(
            columns(
                (0, 1, 0, NOBODY, 0, 1),  # a person of the first table, for herself
                (0, 1, NOBODY, 0, 2, 3),  # her table speaks for three: she is taken out of it
                (0, 1, NOBODY, 1, 1, 1),  # a table without a size is one answer
                (0, 1, NOBODY, NOBODY, 2, 4),  # four hands
                (0, 1, NOBODY, NOBODY, DONT_KNOW, 2),
            ),
            room,
        )
    )[0]
    assert (spread.counts, spread.n, spread.dont_know) == ((1, 1, 6), 8, 2)


def test_respondents_who_may_sit_in_the_room_are_not_counted_as_missing_twice() -> None:
    room = Room((0, 1), (0, 0), 1, table_of=(NOBODY,) * 5, form_of=(0, 0), asked=(frozenset({0}),))
    rows = ((0, 1, 3, NOBODY, 1, 1), (1, 1, 0, NOBODY, 1, 1))
    first, second = statement_spreads(tally(columns(*rows, (0, 1, 4, NOBODY, DONT_KNOW, 1)), room))
    assert first.blank == 1  # of three in the room two may be the respondents
    assert second.blank == 2  # the form does not ask it


def test_what_a_respondent_left_blank_is_hers() -> None:
    room = Room((0, 1), (0, 0), 1, table_of=(NOBODY,) * 2, form_of=(0, 0), asked=(frozenset({0, 1}),))
    spreads = statement_spreads(tally(columns((0, 1, 0, NOBODY, 1, 1), (0, 1, 1, NOBODY, 0, 1)), room))
    assert [spread.blank for spread in spreads] == [0, 2]
