"""Invented calendars of other districts, written as events; and a writer of .ics text for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

Written = tuple[str, str, str]
"""First day, last day (ISO; "" for one day), title."""


def ics(events: Iterable[Written], newline: str = "\r\n") -> bytes:
    """The events as an iCalendar file with whole days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN"]
    for number, (first, last, title) in enumerate(events):
        after = date.fromisoformat(last or first) + timedelta(days=1)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@tests",
            f"DTSTART;VALUE=DATE:{first.replace('-', '')}",
            f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}",
            f"SUMMARY:{title}".replace(",", "\\,"),
            "END:VEVENT",
        ]
    return newline.join([*lines, "END:VCALENDAR", ""]).encode()


def raw(*events: Sequence[str], head: Sequence[str] = ()) -> bytes:
    """Events given as their lines, as an iCalendar file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


TRIMESTERS: tuple[Written, ...] = (
    ("2026-08-24", "2026-08-28", "Staff Development Days"),
    ("2026-09-01", "", "Classes Begin"),
    ("2026-09-07", "", "Labor Day"),
    ("2026-10-12", "", "Indigenous Peoples' Day (no classes)"),
    ("2026-11-20", "", "End of 1st Trimester"),
    ("2026-11-25", "2026-11-27", "Thanksgiving Recess"),
    ("2026-11-30", "", "Trimester 2 begins"),
    ("2026-12-21", "2027-01-01", "Holiday Recess"),
    ("2027-01-04", "", "School resumes"),
    ("2027-01-18", "", "Martin Luther King, Jr. Day"),
    ("2027-02-15", "2027-02-19", "Mid-Winter Recess"),
    ("2027-03-12", "", "2nd Trimester Ends"),
    ("2027-03-15", "", "Professional Development Day"),
    ("2027-04-12", "2027-04-16", "April Vacation"),
    ("2027-05-07", "", "Minimum Day"),
    ("2027-05-31", "", "Memorial Day"),
    ("2027-06-11", "", "Last Day of School - Minimum Day"),
    ("2027-06-11", "", "Last Day for Seniors"),
    ("2027-06-14", "2027-08-27", "Summer Vacation"),
    ("2026-10-31", "", "Halloween Parade"),
    ("2026-12-10", "", "Holiday Concert"),
    ("2027-03-26", "", "Good Friday"),
)

TRACKS: tuple[Written, ...] = (
    ("2026-07-06", "", "Track 1: First Day of School"),
    ("2026-07-27", "", "Track 2: First Day of School"),
    ("2026-09-07", "", "Labor Day - Schools Closed"),
    ("2026-09-08", "2026-09-25", "Track 1 Intersession"),
    ("2026-09-28", "2026-10-16", "Track 2 - Track Out"),
    ("2026-11-26", "2026-11-27", "Thanksgiving Holidays (all tracks)"),
    ("2026-12-21", "2027-01-01", "Winter Break"),
    ("2027-06-04", "", "Last Day of School - Track 1"),
    ("2027-06-25", "", "Last Day of School - Track 2"),
    ("2026-09-04", "", "End of Quarter 1 (Track 1)"),
    ("2026-09-25", "", "End of Quarter 1 (Track 2)"),
)

SIX_WEEKS: tuple[Written, ...] = (
    ("2026-08-12", "", "First Day of School!!"),
    ("2026-09-07", "", "Labor Day Holiday"),
    ("2026-09-25", "", "End of 1st Six Weeks"),
    ("2026-10-12", "", "Staff Dev / Student Holiday"),
    ("2026-11-06", "", "2nd 6-Weeks Ends"),
    ("2026-11-23", "2026-11-27", "Thanksgiving Holidays"),
    ("2026-12-18", "", "End of First Semester / Early Dismissal"),
    ("2026-12-21", "2027-01-01", "Christmas Holidays"),
    ("2027-01-04", "2027-01-05", "Teacher Workdays"),
    ("2027-01-06", "", "4th Six Weeks Begins / Start of 2nd Semester"),
    ("2027-02-19", "", "Six Weeks #4 ends"),
    ("2027-03-15", "2027-03-19", "SPRING BREAK"),
    ("2027-04-09", "", "End of Fifth Six Weeks"),
    ("2027-04-23", "", "Bad Weather Day"),
    ("2027-05-27", "", "Last Instructional Day"),
    ("2027-05-28", "", "Teacher Work Day"),
    ("2027-05-28", "", "Graduation"),
    ("2026-12-14", "2026-12-18", "Semester Exams"),
)

OTHER_WORDS: tuple[Written, ...] = (
    ("2026-08-17", "", "Faculty return"),
    ("2026-08-19", "", "Pupils' First Day"),
    ("2026-09-07", "", "District Closed"),
    ("2026-10-09", "", "Non-student day (superintendent's conference day)"),
    ("2026-10-23", "", "MP1 ends"),
    ("2026-10-26", "", "Marking Period 2 begins"),
    ("2026-11-11", "", "Veterans Day"),
    ("2026-11-26", "", "Thanksgiving Holiday"),
    ("2026-11-27", "", "Thanksgiving Holiday"),
    ("2026-12-18", "", "Noon dismissal"),
    ("2026-12-21", "", "Winter Recess Begins"),
    ("2027-01-04", "", "Students Return from Winter Recess"),
    ("2027-01-22", "", "MP2 ends"),
    ("2027-04-02", "", "Third Marking Period Closes"),
    ("2027-04-05", "2027-04-09", "No School"),
    ("2027-06-08", "", "Final Day for Students - Half Day"),
    ("2027-06-09", "", "Staff check-out"),
    ("2026-11-03", "", "Remote Learning Day"),
    ("2026-10-20", "", "No School Board Meeting"),
)

LEVELS: tuple[Written, ...] = (
    ("2026-08-26", "", "First Day for Students"),
    ("2026-11-13", "", "Elementary: End of Trimester 1"),
    ("2027-02-26", "", "Elementary: End of Trimester 2"),
    ("2026-10-30", "", "Secondary: End of Quarter 1"),
    ("2027-01-22", "", "Secondary: End of Quarter 2 / Semester 1"),
    ("2027-04-02", "", "Secondary: End of Quarter 3"),
    ("2026-12-21", "2027-01-01", "Winter Break"),
    ("2026-10-08", "", "Elementary only - No School (conferences)"),
    ("2027-06-10", "", "Last Day for Students"),
)
