"""The indicators to watch after adoption."""

from __future__ import annotations

import pytest

from roadmap_desktop.catalogue import monitoring
from roadmap_desktop.catalogue.measures import Compared, Direction, Limit
from roadmap_desktop.rules.monitoring import Area, Cadence

ENTRIES = {entry.key: entry for entry in monitoring.indicators()}

# Issue 3's source of facts, section 6: value, unit, side of the trigger, level or change, strict.
TRIGGERS = {
    "active-users": [(20, "points", "up", "level", True)],
    "hours-saved": [(50, "percent", "down", "level", True)],
    "feedback-quality": [(0.5, "points", "down", "change", False)],
    "integrity-cases": [(50, "percent", "up", "change", False)],
    "incidents": [(1, "incidents", "up", "level", False)],
    "unapproved-tools": [(3, "sightings", "up", "level", False)],
    "agreements-expiring": [(90, "days", "down", "level", False)],
    "accessibility-faults": [(1, "faults", "up", "level", False)],
    "trust-pulse": [(10, "points", "down", "change", False)],
    "training-completion": [(80, "percent", "down", "level", True)],
    "cost-per-user": [(100, "percent", "up", "level", True)],
    "policy-and-list-age": [(90, "days", "up", "level", True), (12, "months", "up", "level", True)],
    "terms-and-laws": [(1, "changes", "up", "level", False)],
}


def test_there_are_thirteen_indicators_in_four_areas() -> None:
    assert list(ENTRIES) == list(TRIGGERS)
    assert {entry.area for entry in ENTRIES.values()} == set(Area)


@pytest.mark.parametrize("key", TRIGGERS)
def test_each_trigger_is_a_figure_with_a_side(key: str) -> None:
    expected = tuple(
        Limit(value, unit, Direction(side), Compared(compared), strict)
        for value, unit, side, compared, strict in TRIGGERS[key]
    )
    assert ENTRIES[key].thresholds == expected


def test_each_is_read_as_often_as_it_can_change() -> None:
    assert ENTRIES["incidents"].cadences == (Cadence.EVENT, Cadence.MONTH)
    assert ENTRIES["policy-and-list-age"].cadences == (Cadence.QUARTER, Cadence.YEAR)
    assert ENTRIES["trust-pulse"].cadences == (Cadence.TWICE_A_YEAR,)
    assert ENTRIES["terms-and-laws"].cadences == (Cadence.EVENT,)
    assert {cadence for entry in ENTRIES.values() for cadence in entry.cadences} == set(Cadence)


def test_each_trigger_says_in_words_what_to_do() -> None:
    assert all(entry.trigger.in_language("en").startswith("If ") for entry in ENTRIES.values())
