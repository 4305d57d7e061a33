"""The seats of the AI team and the suggested RACI grid."""

from __future__ import annotations

from collections import Counter

import pytest

from roadmap_desktop.catalogue import people, team
from roadmap_desktop.catalogue.team import Need, WorkItemEntry
from roadmap_desktop.rules.team import Letter

SEATS = {seat.key: seat for seat in team.seats()}
ROWS = {row.key: row for row in team.work_items()}


def with_letter(row: WorkItemEntry, letter: Letter) -> list[str]:
    """The seats that hold that letter in a row."""
    return [share.seat for share in row.shares if share.letter is letter]


def test_there_are_fourteen_seats_and_fourteen_rows() -> None:
    assert (len(SEATS), len(ROWS)) == (14, 14)


def test_every_perspective_has_a_seat() -> None:
    assert {seat.perspective for seat in SEATS.values()} - {""} == set(people.perspective_keys())


def test_at_least_two_practising_teachers_and_at_best_three_are_wanted() -> None:
    assert (SEATS["teachers"].least, SEATS["teachers"].wanted) == (2, 3)
    assert all(seat.wanted == seat.least == 1 for key, seat in SEATS.items() if key != "teachers")


def test_only_the_board_liaison_need_not_be_filled() -> None:
    assert [key for key, seat in SEATS.items() if seat.need is Need.INFORMED] == ["board-liaison"]


@pytest.mark.parametrize("row", ROWS)
def test_each_row_has_one_who_answers_for_it_and_someone_who_does_it(row: str) -> None:
    assert len(with_letter(ROWS[row], Letter.ACCOUNTABLE)) == 1
    assert with_letter(ROWS[row], Letter.RESPONSIBLE)


def test_nobody_answers_for_more_than_four_rows() -> None:
    answering = Counter(with_letter(row, Letter.ACCOUNTABLE)[0] for row in ROWS.values())
    assert max(answering.values()) <= 4


def test_few_enough_are_consulted_that_work_does_not_stall() -> None:
    assert max(len(with_letter(row, Letter.CONSULTED)) for row in ROWS.values()) <= 4


def test_the_board_is_told_and_never_holds_up_the_work() -> None:
    letters = {share.letter for row in ROWS.values() for share in row.shares if share.seat == "board-liaison"}
    assert letters == {Letter.INFORMED}


def test_every_seat_has_a_part_in_some_row() -> None:
    assert {share.seat for row in ROWS.values() for share in row.shares} == set(SEATS)
