"""Words on paper: broken without loss, never wider than their room, digits under digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.handouts.fonts import Face, column_places, column_width, printable, width
from roadmap_desktop.handouts.look import Look, tinted
from roadmap_desktop.handouts.pieces import Role, Strong
from roadmap_desktop.handouts.text import balanced, broken, line_width, natural_width, paragraph

STYLE = Look(600.0).of(Role.BODY)
words = st.text(st.sampled_from("abcdefgh ij-k/mño\n"), max_size=200)


def _said(lines):
    return "".join(run.words for line in lines for run in line)


@given(words, st.floats(20, 400))
def test_no_letter_is_lost_and_no_line_is_wider_than_its_room(text, room):
    lines = broken(text, STYLE, room)
    assert "".join(_said(lines).split()) == "".join(text.split())
    assert all(line_width(line, STYLE) <= room + 0.1 for line in lines)


@given(words, st.floats(60, 400))
def test_balanced_lines_are_as_many_and_no_wider(text, room):
    lines = balanced(text, STYLE, room)
    assert len(lines) <= len(broken(text, STYLE, room))
    assert all(line_width(line, STYLE) <= room + 0.1 for line in lines)


def test_bold_words_stay_with_the_comma_behind_them():
    line = ("Adopted: ", Strong("rule 4"), ", and more")
    for room in range(40, 200):
        assert not any(
            run.startswith(",") for run in ("".join(r.words for r in row) for row in broken(line, STYLE, room))
        )


def test_a_word_wider_than_its_room_parts_after_a_hyphen_first():
    room = width("responsible-", Face.REGULAR, STYLE.size) + 1
    assert [line[0].words for line in broken("responsible-use", STYLE, room)] == ["responsible-", "use"]


def test_a_new_line_is_a_new_line():
    assert [_said([line]) for line in broken("one\ntwo", STYLE, 400)] == ["one", "two"]


@pytest.mark.parametrize(("lines", "room", "expected"), [(10, 5, (5, 5)), (6, 5, (4, 2)), (3, 2, None), (10, 1, None)])
def test_a_paragraph_leaves_no_single_line_behind(lines, room, expected):
    parts = paragraph("\n".join("x" * lines), STYLE, 300, None).split(room * STYLE.leading)
    assert (parts and tuple(round(part.height / STYLE.leading) for part in parts)) == expected


@given(st.text(st.sampled_from("0123456789"), min_size=1, max_size=9), st.sampled_from(Face))
def test_numbers_of_equal_length_are_equally_wide(digits, face):
    assert column_width(digits, face, 9.5) == pytest.approx(column_width("8" * len(digits), face, 9.5))


@given(st.text(st.sampled_from("0123456789"), min_size=1, max_size=9))
def test_each_digit_stands_in_the_middle_of_its_room(digits):
    room = column_width("0", Face.REGULAR, 10.0)
    for place, (digit, at) in enumerate(column_places(digits, Face.REGULAR, 10.0)):
        assert at + width(digit, Face.REGULAR, 10.0) / 2 == pytest.approx((place + 0.5) * room)


def test_words_between_digits_keep_their_own_width():
    places = column_places("97 of 100", Face.REGULAR, 10.0)
    assert [words for words, _ in places] == ["9", "7", " of ", "1", "0", "0"]


def test_what_the_typeface_lacks_becomes_a_box_and_narrow_spaces_stay():
    assert printable("2:30\u202fPM ☑ ñ\x00") == "2:30\u00a0PM ▯ ñ"
    assert printable("n\u0303") == "ñ"


def test_the_natural_width_is_that_of_the_longest_line():
    assert natural_width("one\nthree words long", STYLE) == pytest.approx(
        width("three words long", Face.REGULAR, STYLE.size), abs=0.01
    )


def test_a_tint_lies_between_white_and_the_colour():
    assert [tinted("#1D5BB8", share) for share in (0, 1)] == ["#FFFFFF", "#1D5BB8"]
    assert tinted("#000000", 0.5) in ("#7F7F7F", "#808080")
