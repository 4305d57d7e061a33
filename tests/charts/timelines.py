"""Made-up roadmaps to draw: so many bars in two lanes over a school year."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QFont

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.journey.roadmap.timeline import Band, Bar, Lane, Timeline, Week
from roadmap_desktop.language import Language
from roadmap_desktop.rules.generated import Link

FIRST, TODAY = date(2026, 8, 10), date(2026, 11, 18)
DAY = timedelta(days=1)


def look() -> Look:
    return Look(
        tokens.LIGHT, 1.0, lambda _size, bold: QFont("Sans", weight=QFont.Weight(700 if bold else 400)), Language("en")
    )


def a_bar(key: str, start: int, days: int = 20, **changes: object) -> Bar:
    """A bar that starts so many days after the first day of school; of no days it is a milestone."""
    first = FIRST + start * DAY
    values = {
        "key": key,
        "name": f"Task {key}",
        "start": first,
        "finish": first + max(days - 1, 0) * DAY,
        "is_milestone": not days,
        "is_critical": False,
        "is_orphaned": False,
        "is_assumed": False,
        "is_edited": False,
        "is_late": False,
        "progress": 0,
        "owner": "",
        "strand": "policy",
        "length": f"{days} days",
        "total_slack": 3,
        "baseline": None,
        "schools": (),
        "part": None,
    }
    return Bar(**{**values, **changes})  # type: ignore[arg-type]


def a_roadmap(*lanes: tuple[Bar, ...], links: tuple[Link, ...] = (), driving: tuple[Link, ...] = ()) -> Timeline:
    """A roadmap of one school year with two quarters, a winter break and these lanes."""
    quarters = (
        Band("Quarter 1", FIRST, FIRST + 120 * DAY),
        Band("Quarter 2", FIRST + 150 * DAY, FIRST + 290 * DAY),
    )
    weeks = (Week(number, quarter.first + 7 * (number - 1) * DAY) for quarter in quarters for number in range(1, 18))
    hues = ("guardrails", "pilots", "scaling")
    return Timeline(
        lanes=tuple(
            Lane(f"lane{n}", f"Lane {n}", hues[n], tuple(sorted(bars, key=lambda bar: bar.start)))
            for n, bars in enumerate(lanes)
        ),
        links=(*links, *driving),
        periods=quarters,
        breaks=(Band("Winter break", FIRST + 121 * DAY, FIRST + 149 * DAY),),
        weeks=tuple(weeks),
        first=FIRST - 14 * DAY,
        last=FIRST + 304 * DAY,
        today=TODAY,
        owners=(),
        schools=(),
        sentence="Two lanes.",
        years=(Band("2026-27", FIRST, FIRST + 290 * DAY),),
        driving=frozenset((link.before, link.after) for link in driving),
    )
