"""Which earlier copies stay as time goes by."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.store.thinning import beyond, superfluous

NOW = datetime(2026, 8, 12, 15, 0)


@dataclass(frozen=True)
class Copy:
    taken_at: datetime
    is_before_migrating: bool = False
    size: int = 10


def staying(copies: list[Copy]) -> list[Copy]:
    going = superfluous(copies, NOW)
    return [each for each in copies if each not in going]


def ago(**span: float) -> Copy:
    return Copy(NOW - timedelta(**span))


def test_all_of_today_stay() -> None:
    copies = [ago(minutes=10 * number) for number in range(80)]
    assert staying(copies) == copies


def test_of_an_hour_this_week_the_last_stays() -> None:
    yesterday = datetime(2026, 8, 11, 9, 0)
    copies = [Copy(yesterday + timedelta(minutes=minutes)) for minutes in (0, 20, 50, 70)]
    assert staying([ago(), *copies]) == [ago(), copies[2], copies[3]]


def test_of_a_day_this_term_the_last_stays() -> None:
    copies = [ago(days=30, hours=hours) for hours in (0, 2, 4)]
    assert staying([ago(), *copies]) == [ago(), copies[0]]


def test_nothing_older_than_a_term_stays() -> None:
    assert staying([ago(), ago(days=101)]) == [ago()]


def test_the_newest_stays_however_old_it_is() -> None:
    assert staying([ago(days=400), ago(days=500)]) == [ago(days=400)]


def test_copies_from_before_migrating_stay_for_thirty_days() -> None:
    recent, old = Copy(NOW - timedelta(days=29), True), Copy(NOW - timedelta(days=120), True)
    same_day = Copy(NOW - timedelta(days=29) + timedelta(minutes=5))
    assert staying([ago(), same_day, recent, old]) == [ago(), same_day, recent]


def test_a_clock_that_was_set_back_costs_no_copy() -> None:
    copies = [Copy(NOW + timedelta(days=day)) for day in (1, 2, 3)]
    assert staying(copies) == copies


def test_the_oldest_of_all_workshops_go_first_and_the_newest_of_each_stays() -> None:
    one, other = [ago(days=1), ago(days=5)], [ago(days=9), ago(days=10)]
    assert beyond([one, other], NOW, 20) == [other[1], one[1]]
    assert beyond([one, other], NOW, 1) == [other[1], one[1]]
    assert beyond([one, other], NOW, 40) == []


moments = st.integers(0, 200 * 24 * 60).map(lambda minutes: ago(minutes=minutes))


@given(st.lists(moments, min_size=1, unique=True))
def test_thinning_twice_is_thinning_once_and_keeps_the_newest(copies: list[Copy]) -> None:
    left = staying(copies)
    assert staying(left) == left
    assert max(copies, key=lambda each: each.taken_at) in left
