"""The real school year 2026-27 of tests/files/district, as its README gives it, for tests of school time."""

from __future__ import annotations

from datetime import date

from roadmap_desktop.rules.schooltime import SchoolTime
from roadmap_desktop.rules.schoolyear import Period, SchoolYear

FIRST_DAY = date(2026, 8, 10)
LAST_DAY = date(2027, 5, 28)
QUARTERS = (
    Period("Quarter 1", date(2026, 8, 10), date(2026, 10, 9)),
    Period("Quarter 2", date(2026, 10, 13), date(2026, 12, 18)),
    Period("Quarter 3", date(2027, 1, 5), date(2027, 3, 11)),
    Period("Quarter 4", date(2027, 3, 22), date(2027, 5, 28)),
)
SEMESTERS = (
    Period("Semester 1", date(2026, 8, 10), date(2026, 12, 18)),
    Period("Semester 2", date(2027, 1, 5), date(2027, 5, 28)),
)
BREAKS = (
    Period("Thanksgiving", date(2026, 11, 23), date(2026, 11, 27)),
    Period("Winter break", date(2026, 12, 21), date(2027, 1, 1)),
    Period("Spring break", date(2027, 3, 15), date(2027, 3, 19)),
)
DAYS_OFF = frozenset(
    {
        date(2026, 9, 7),
        date(2026, 9, 25),
        date(2026, 10, 12),
        date(2026, 11, 11),
        date(2027, 1, 4),
        date(2027, 1, 18),
        date(2027, 2, 12),
        date(2027, 2, 15),
        date(2027, 3, 12),
        date(2027, 3, 26),
    }
)
YEAR = SchoolYear("2026-27", FIRST_DAY, LAST_DAY, SEMESTERS, QUARTERS, BREAKS, DAYS_OFF)
SCHOOLS = SchoolTime.covering([YEAR], date(2030, 1, 1), "schools")
OFFICE_HOLIDAYS = (date(2026, 9, 7), date(2026, 11, 26), date(2026, 12, 25), date(2027, 1, 1))
OFFICE = SchoolTime.office(
    date(2026, 7, 1), date(2029, 12, 31), OFFICE_HOLIDAYS, periods=SCHOOLS.periods, name="office"
)
