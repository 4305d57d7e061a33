"""Reading any calendar file: what is tolerated, what is told, what a person changes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.calendar import CalendarPreview, read_calendar
from roadmap_desktop.exchange.calendar_facts import Meaning, SchoolYear
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import Language
from tests.exchange.calendars import SIX_WEEKS, TRIMESTERS, ics, raw
from tests.exchange.district import district_file

FIRST = ("2026-08-10", "", "First day of school")
LAST = ("2027-05-28", "", "Last day of school")
ENDS = (FIRST, LAST)


def said(preview: CalendarPreview) -> list[str]:
    return [Language().say(note) for note in preview.notes]


def days_off(source: bytes) -> list[date]:
    return [each.day for each in read_calendar(source).school_year.days_off]


def with_ends(*events: tuple[str, ...], head: tuple[str, ...] = ()) -> bytes:
    first = ("DTSTART;VALUE=DATE:20260810", "SUMMARY:First day of school")
    last = ("DTSTART;VALUE=DATE:20270528", "SUMMARY:Last day of school")
    return raw(first, *events, last, head=head)


def test_a_chosen_meaning_works_out_the_year_again() -> None:
    preview = read_calendar(ics((*ENDS, ("2026-10-09", "", "Fall Festival"), ("2027-01-15", "", "Half time"))))
    off = preview.with_meaning(3, Meaning.day_off)
    assert off.school_year.school_days == preview.school_year.school_days - 1
    back = off.with_meaning(3, Meaning.not_school)
    assert back.school_year == preview.school_year
    terms = preview.with_meaning(4, Meaning.term_end).school_year.terms
    assert [(each.name, each.last) for each in terms] == [
        ("Term 1", date(2027, 1, 15)),
        ("Term 2", date(2027, 5, 28)),
    ]


def test_a_line_can_get_two_meanings_and_an_unknown_line_is_refused() -> None:
    preview = read_calendar(ics((*ENDS, ("2026-12-18", "", "Something"))))
    year = preview.with_meaning(3, Meaning.early_release, Meaning.term_end).school_year
    assert [each.day for each in year.early_release] == [date(2026, 12, 18)]
    assert year.terms[0].last == date(2026, 12, 18)
    with pytest.raises(KeyError):
        preview.with_meaning(99, Meaning.day_off)


def test_a_cancelled_event_can_be_taken_all_the_same() -> None:
    source = with_ends(("DTSTART;VALUE=DATE:20270402", "SUMMARY:Student Holiday", "STATUS:CANCELLED"))
    preview = read_calendar(source)
    assert preview.lines[1].meaning is Meaning.cancelled
    assert preview.with_meaning(2, Meaning.day_off).school_year.days_off[0].day == date(2027, 4, 2)


def test_a_year_that_the_file_does_not_have_is_told() -> None:
    preview = read_calendar(ics(ENDS), "2030-31")
    assert preview.school_year.first_day is None
    assert said(preview)[0] == "The calendar has nothing of 2030-31; it has 2026-27."
    assert {line.meaning for line in preview.lines} == {Meaning.other_year}


def test_a_calendar_without_first_and_last_day_takes_them_from_its_periods() -> None:
    starts_and_ends = (
        ("2026-08-17", "", "1st Quarter Begins"),
        ("2026-10-16", "", "1st Quarter Ends"),
        ("2026-12-18", "", "2nd Quarter Ends"),
        ("2027-03-12", "", "3rd Quarter Ends"),
        ("2027-05-21", "", "4th Quarter Ends"),
    )
    year = read_calendar(ics(starts_and_ends)).school_year
    assert (year.first_day, year.last_day) == (date(2026, 8, 17), date(2027, 5, 21))
    assert len(year.grading_periods) == 4


def test_periods_given_as_long_events_are_periods() -> None:
    events = (("2026-08-10", "2026-12-18", "Semester 1"), ("2027-01-05", "2027-05-28", "Semester 2"))
    year = read_calendar(ics(events)).school_year
    assert [(each.first, each.last) for each in year.terms] == [
        (date(2026, 8, 10), date(2026, 12, 18)),
        (date(2027, 1, 5), date(2027, 5, 28)),
    ]


def test_ends_without_numbers_are_numbered_by_their_order() -> None:
    ends = [(day, "", "End of grading period") for day in ("2027-03-12", "2026-10-09", "2026-12-18")]
    periods = read_calendar(ics((*ENDS, *ends))).school_year.grading_periods
    assert [(each.number, each.last) for each in periods] == [
        (1, date(2026, 10, 9)),
        (2, date(2026, 12, 18)),
        (3, date(2027, 3, 12)),
        (4, date(2027, 5, 28)),
    ]


def test_a_missing_period_end_is_told_and_not_made_up() -> None:
    preview = read_calendar(ics((*ENDS, ("2026-10-09", "", "Q1 ends"), ("2027-03-12", "", "Q3 ends"))))
    assert [each.name for each in preview.school_year.grading_periods] == ["Quarter 1"]
    assert said(preview) == ["The calendar does not say when Quarter 2 ends."]


def test_times_in_utc_are_on_the_local_day() -> None:
    evening = ("DTSTART:20261014T010000Z", "DTEND:20261014T030000Z", "SUMMARY:School board meeting")
    local = read_calendar(with_ends(evening, head=("X-WR-TIMEZONE:America/New_York",)))
    assert local.lines[1].first == date(2026, 10, 13)
    unknown = read_calendar(with_ends(evening))
    assert unknown.lines[1].first == date(2026, 10, 14)
    assert "UTC" in said(unknown)[0]


def test_zones_by_their_other_names_and_unknown_zones_are_tolerated() -> None:
    evening = ("DTSTART:20261014T010000Z", "SUMMARY:School board meeting")
    for zone, day in (("Eastern Standard Time", 13), ("Nowhere Standard Time", 14), ("../etc/passwd", 14)):
        preview = read_calendar(with_ends(evening, head=(f"X-WR-TIMEZONE:{zone}",)))
        assert preview.lines[1].first == date(2026, 10, day)


def test_single_days_of_one_break_are_one_break() -> None:
    days = [(f"2027-03-{day}", "", f"Spring Break Day {number}") for number, day in enumerate((15, 16, 17, 18, 19), 1)]
    year = read_calendar(ics((*ENDS, *days))).school_year
    assert [(each.first, each.last) for each in year.breaks] == [(date(2027, 3, 15), date(2027, 3, 19))]
    assert year.days_off == ()


def test_a_time_past_midnight_belongs_to_the_evening() -> None:
    night = ("DTSTART:20261031T200000", "DTEND:20261101T010000", "SUMMARY:Homecoming dance")
    line = read_calendar(with_ends(night)).lines[1]
    assert (line.first, line.last) == (date(2026, 10, 31), date(2026, 10, 31))


def test_alarms_and_tasks_are_no_events() -> None:
    alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", "DESCRIPTION:No school", "END:VALARM")
    source = with_ends(("DTSTART;VALUE=DATE:20261009", "SUMMARY:No school", *alarm))
    task = b"BEGIN:VTODO\r\nSUMMARY:No school\r\nDUE;VALUE=DATE:20261010\r\nEND:VTODO\r\nEND:VCALENDAR"
    assert days_off(source.replace(b"END:VCALENDAR", task)) == [date(2026, 10, 9)]


def test_of_versions_of_one_event_the_newest_holds_whatever_their_order() -> None:
    old = ("UID:a", "SEQUENCE:0", "DTSTART;VALUE=DATE:20261002", "SUMMARY:No school")
    new = ("UID:a", "SEQUENCE:3", "DTSTART;VALUE=DATE:20261009", "SUMMARY:No school")
    assert days_off(with_ends(old, new)) == days_off(with_ends(new, old)) == [date(2026, 10, 9)]


def test_events_that_share_one_uid_by_mistake_are_all_kept() -> None:
    days = [("UID:same", f"DTSTART;VALUE=DATE:202610{day:02}", f"SUMMARY:No school {day}") for day in (6, 8, 14)]
    assert len(days_off(with_ends(*days))) == 3


def test_a_broken_event_is_listed_and_harms_no_other() -> None:
    broken = ("DTSTART:tomorrow", "SUMMARY:No school")
    good = ("DTSTART;VALUE=DATE:20261009", "SUMMARY:No school")
    preview = read_calendar(with_ends(broken, good))
    assert (preview.lines[1].title, preview.lines[1].meaning) == ("No school", Meaning.not_understood)
    assert preview.with_meaning(2, Meaning.day_off).lines[1].meaning is Meaning.not_understood
    assert [each.day for each in preview.school_year.days_off] == [date(2026, 10, 9)]


def test_a_repetition_that_is_not_understood_is_told() -> None:
    hourly = ("DTSTART;VALUE=DATE:20261009", "RRULE:FREQ=HOURLY", "SUMMARY:No school")
    preview = read_calendar(with_ends(hourly))
    assert [each.day for each in preview.school_year.days_off] == [date(2026, 10, 9)]
    assert said(preview)[0] == "1 event repeats by an unknown rule."


def test_an_endless_rule_ends_with_the_calendar() -> None:
    endless = ("DTSTART;VALUE=DATE:20260814", "RRULE:FREQ=WEEKLY", "SUMMARY:Early release Friday")
    preview = read_calendar(with_ends(endless))
    assert preview.years == ("2026-27",)
    assert len(preview.school_year.early_release) == 42


def test_a_table_of_dates_and_titles_is_a_calendar_too() -> None:
    rows = [f"{first};{last};{title}" for first, last, title in SIX_WEEKS]
    table = "District calendar\n\nStart Date;End Date;Event\n" + "\n".join(rows)
    assert read_calendar(table).school_year == read_calendar(ics(SIX_WEEKS)).school_year


@pytest.mark.parametrize(
    ("day", "break_"),
    [
        ("10/9/2026", "12/21/2026 - 1/1/2027"),
        ("Oct 9, 2026", "December 21, 2026 to January 1, 2027"),
        ("Friday, October 9, 2026", "21 Dec 2026 – 1 Jan 2027"),
        ("9-Oct-26", "21-Dec-26 through 1-Jan-27"),
        ("2026-10-09T00:00:00", "2026-12-21 - 2027-01-01"),
    ],
)
def test_dates_of_a_table_are_read_however_they_are_written(day: str, break_: str) -> None:
    preview = read_calendar(f"Date\tWhat\n{day}\tNo School\n{break_}\tWinter Break\nsoon\tNo school\n")
    assert [(line.first, line.last) for line in preview.lines] == [
        (date(2026, 10, 9), date(2026, 10, 9)),
        (date(2026, 12, 21), date(2027, 1, 1)),
        (None, None),
    ]


def test_a_column_with_a_13th_first_writes_the_day_first() -> None:
    preview = read_calendar("Date;Event\n13/10/2026;No school\n09/11/2026;No school")
    assert [line.first for line in preview.lines] == [date(2026, 10, 13), date(2026, 11, 9)]


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"School,Students\nOak,12\n",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VEVENT\r\nSUMMARY:No school\r\nEND:VEVENT\r\n",
        b"BEGIN:VEVENT\r\n" * 10_001,
        b"PK\x03\x04 a workbook",
        b"Date,Event\nsoon,No school\n",
    ],
)
def test_what_is_no_calendar_is_refused_with_a_remedy(source: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read_calendar(source)
    assert Language().say(refused.value.reason)
    assert Language().say(refused.value.remedy)


@given(st.binary(max_size=300))
def test_no_bytes_do_anything_but_be_read_or_refused(noise: bytes) -> None:
    good = district_file("calendar-google.ics")[1200:2600]
    for source in (noise, b"BEGIN:VEVENT\r\nDTSTART:20260810\r\n" + noise, good + noise, b"Date,Event\n" + noise):
        try:
            assert read_calendar(source).lines
        except Unreadable:
            continue


LINES = st.sampled_from(district_file("calendar-google.ics").splitlines(keepends=True))


@given(st.lists(LINES, max_size=60), st.binary(max_size=3))
def test_a_calendar_in_pieces_is_read_or_refused(lines: list[bytes], noise: bytes) -> None:
    try:
        preview = read_calendar(noise.join(lines))
    except Unreadable:
        return
    assert preview.lines


@given(st.permutations(range(len(TRIMESTERS))), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "utf-16"]))
def test_order_line_ends_and_encoding_change_nothing(order: list[int], newline: str, encoding: str) -> None:
    text = ics([TRIMESTERS[place] for place in order], newline).decode()
    assert read_calendar(text.encode(encoding)).school_year == trimesters()


def trimesters() -> SchoolYear:
    return read_calendar(ics(TRIMESTERS)).school_year


@given(st.permutations(district_file("calendar-google.ics").split(b"BEGIN:VEVENT")[1:-1]))
def test_the_order_of_the_secretarys_events_changes_nothing(events: list[bytes]) -> None:
    head, *_, last = district_file("calendar-google.ics").split(b"BEGIN:VEVENT")
    shuffled = b"BEGIN:VEVENT".join([head, *events, last])
    assert read_calendar(shuffled).school_year == read_calendar(district_file("calendar-google.ics")).school_year


@given(st.data())
def test_days_of_all_periods_are_days_of_the_year_whatever_is_chosen(data: st.DataObject) -> None:
    preview = read_calendar(district_file("calendar-google.ics"))
    for _ in range(3):
        number = data.draw(st.integers(1, len(preview.lines)))
        preview = preview.with_meaning(number, data.draw(st.sampled_from(list(Meaning))))
    year = preview.school_year
    for periods in (year.terms, year.grading_periods):
        assert sum(each.school_days for each in periods) <= year.school_days
        assert all(one.last < other.first for one, other in pairwise(periods))
    assert all(one.last < other.first for one, other in pairwise(year.breaks))
