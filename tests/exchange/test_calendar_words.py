"""What titles mean, in the words of many districts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.calendar_facts import Edge, Mark, Meaning, PeriodKind
from roadmap_desktop.exchange.calendar_words import read_title
from roadmap_desktop.exchange.calendar_years import named_year

M = Meaning
TITLES = {
    "First Day of School": [M.first_day],
    "Students' First Day!": [M.first_day],
    "School Begins (Grades K-12)": [M.first_day],
    "Start of the 2026-2027 School Year": [M.first_day],
    "First Day of School for Kindergarten": [M.not_school],
    "First Day of School for Teachers": [M.staff_day],
    "First day of school after winter break": [M.classes_resume],
    "Last Day of School - half day": [M.last_day, M.early_release],
    "Final Day for Students": [M.last_day],
    "Last Day before Winter Break": [M.not_understood],
    "Professional Development Day (No School)": [M.day_off, M.staff_day],
    "PD Day": [M.day_off, M.staff_day],
    "Early Release - Staff PD": [M.early_release],
    "Half Day for Students / Teacher Workday PM": [M.early_release],
    "Parent Teacher Conferences - No School": [M.day_off],
    "Parent/Teacher Conference Day": [M.not_school],
    "Good Friday - Schools Closed": [M.day_off],
    "Columbus Day": [M.not_understood],
    "Columbus Day Observed": [M.day_off],
    "District offices closed": [M.not_understood],
    "Holiday Concert": [M.not_school],
    "Spring Break Camp": [M.not_understood],
    "Mid-Winter Recess": [M.break_],
    "No School Board Meeting": [M.not_school],
    "Board of Education Work Session": [M.board_meeting],
    "Snow Make-Up Day": [M.tentative],
    "No School - possible make-up day": [M.day_off],
    "SAT School Day": [M.testing],
    "Late Start Wednesday": [M.not_school],
    "Report Cards for 1st Quarter": [M.report_card],
    "1st Quarter Exams": [M.testing],
    "Daylight Saving Time Ends": [M.not_school],
    "Spring Break begins at end of day": [M.not_understood],
    "Delayed Opening for Students/Staff PD": [M.not_school],
    "Back to School Night": [M.not_school],
    "First Day Grades 1-12": [M.first_day],
    "Last Student Day/Teacher Checkout": [M.last_day, M.staff_day],
    "PTA Board Meeting": [M.not_school],
    "Trimester Break": [M.break_],
    "Elementary Early Release/Secondary Exams": [M.early_release, M.testing],
    "Veteran's Day - School in Session": [M.not_school],
    "": [M.not_understood],
}
Q, S = PeriodKind.quarter, PeriodKind.semester
MARKS = {
    "End of Q1 / Start of Q2": [Mark(Q, 1, Edge.end), Mark(Q, 2, Edge.start)],
    "Second Quarter / First Semester Ends": [Mark(Q, 2, Edge.end), Mark(S, 1, Edge.end)],
    "End of 2nd Quarter / 1st Semester": [Mark(Q, 2, Edge.end), Mark(S, 1, Edge.end)],
    "3rd 9 weeks ends": [Mark(Q, 3, Edge.end)],
    "End of Third Nine-Weeks": [Mark(Q, 3, Edge.end)],
    "Last day of Semester II": [Mark(S, 2, Edge.end)],
    "T2 ends": [Mark(PeriodKind.trimester, 2, Edge.end)],
    "End of 6th Six Weeks": [Mark(PeriodKind.six_weeks, 6, Edge.end)],
    "Marking Period #3 Closes": [Mark(PeriodKind.grading_period, 3, Edge.end)],
    "End of Nine Weeks": [Mark(Q, None, Edge.end)],
    "Spring Semester Begins": [Mark(S, 2, Edge.start)],
    "Term 1 begins": [Mark(PeriodKind.term, 1, Edge.start)],
    "Report cards for 1st quarter ending Oct 9": [],
    "Mid-quarter ends": [],
}


@pytest.mark.parametrize(("title", "meanings"), TITLES.items())
def test_a_title_means_what_a_secretary_would_say(title: str, meanings: list[Meaning]) -> None:
    assert list(read_title(title).meanings) == meanings


@pytest.mark.parametrize(("title", "marks"), MARKS.items())
def test_ends_of_periods_are_read_with_their_kind_and_number(title: str, marks: list[Mark]) -> None:
    assert list(read_title(title).marks) == marks


def test_what_stands_beside_the_title_helps_where_the_title_says_nothing() -> None:
    assert read_title("Veterans Day", "No school for students").meanings == (Meaning.day_off,)
    assert read_title("Band concert", "Doors open at six").meanings == (Meaning.not_school,)


def test_a_description_may_say_which_schools_a_day_off_is_for() -> None:
    clerical = read_title("Clerical Day", "No classes for students attending elementary schools and middle schools.")
    assert (clerical.meanings, clerical.only) == ((Meaning.day_off,), ("Elementary", "Middle"))
    training = read_title(
        "Professional Development Day",
        "Students that attend high schools are not in attendance. All other students attend school.",
    )
    assert training.only == ("High",)


def test_several_days_without_students_are_a_break() -> None:
    assert read_title("Thanksgiving Holiday", weekdays=3).meanings == (Meaning.break_,)
    assert read_title("Teacher Workdays", weekdays=2).meanings == (Meaning.day_off, Meaning.staff_day)


@pytest.mark.parametrize(
    ("title", "only"),
    [
        ("Track A: First Day of School", ("Track A",)),
        ("Tracks 1 & 3 intersession", ("Track 1", "Track 3")),
        ("Year-Round: last day of school", ("Year-round",)),
        ("Secondary: end of quarter 1", ("Middle", "High")),
        ("Early release, all schools", ()),
        ("Elementary, middle and high early release", ()),
    ],
)
def test_titles_tell_which_schools_they_speak_of(title: str, only: tuple[str, ...]) -> None:
    assert read_title(title).only == only


@given(st.text(max_size=80), st.integers(1, 200))
def test_any_title_has_a_meaning_and_a_reason(title: str, weekdays: int) -> None:
    read = read_title(title, weekdays=weekdays)
    assert read.meanings
    assert read.reason


@given(st.sampled_from(list(TITLES)), st.sampled_from([str.upper, str.lower, "  {}  ".format, " {}!".format]))
def test_case_spaces_and_exclamation_change_nothing(title: str, change: object) -> None:
    assert read_title(change(title)).meanings == read_title(title).meanings  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026-27", "2026-27"),
        ("2026/2027", "2026-27"),
        ("26-27", "2026-27"),
        ("2026", "2026-27"),
        ("1999-00", "1999-00"),
    ],
)
def test_years_are_asked_for_in_any_writing(text: str, name: str) -> None:
    assert named_year(text) == name


def test_what_is_no_school_year_has_no_name() -> None:
    assert [named_year(text) for text in ("2026-28", "", "next year")] == [None, None, None]
