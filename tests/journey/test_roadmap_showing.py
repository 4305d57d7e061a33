"""What other programs read of the roadmap: dates, both slacks, what drives each task, what can't hold and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.baseline import set_baseline
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.journey.showing.roadmap import shown
from roadmap_desktop.language import Language
from tests.copied import new_copy
from tests.journey.conftest import NOON
from tests.journey.test_roadmap import add_calendar

LIST = """id,name,length,predecessors,earliest start,must finish by
A,Draft,5 school days,,2026-12-14,
B,Vote,0,A FS+1,,2026-12-18
C,Train,3,"A SS+1",,
D,Inform,2,,,
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    path = tmp_path_factory.mktemp("shown") / "maple.roadmap"
    with closing(new_copy(path, district="Maple County", state="FL", clock=lambda: NOON)) as document:
        add_calendar(document)
        take_tasks(document, read_tasks(LIST, ids(document)).found)
        set_baseline(document)
        edits.edit_task(document, "D", "pinned_start", date(2027, 1, 7))
        yield shown(document, Language("en"))


def tasks(found: dict[str, Any]) -> dict[str, Any]:
    return {each["key"]: each for each in found["tasks"]}


def test_a_listed_task_is_shown_under_its_id_with_dates_and_both_slacks(found: dict[str, Any]) -> None:
    columns = ("name", "start", "finish", "total_slack", "free_slack", "critical", "length")
    assert [[each[name] for name in columns] for each in tasks(found).values()] == [
        ["Draft", "2026-12-14", "2026-12-18", -2, 0, True, "5 school days"],
        ["Vote", "2027-01-06", "2027-01-06", -2, 0, True, "0"],
        ["Train", "2026-12-15", "2026-12-17", 5, 5, False, "3 school days"],
        ["Inform", "2027-01-07", "2027-01-08", 0, 0, True, "2 school days"],
    ]


def test_the_driver_is_told_in_words_and_as_data(found: dict[str, Any]) -> None:
    driver = tasks(found)["B"]["driver"]
    assert (driver["kind"], driver["task"], driver["break"]) == ("link", "A", "Winter break")
    assert (driver["link"]["kind"], driver["link"]["lag_school_days"]) == ("FS", 1)
    assert driver["words"].startswith("Waits for Draft, which ends on Dec 18: 1 school day later. Moved from")
    assert tasks(found)["A"]["driver"]["words"] == "It may not start before Dec 14."


def test_a_date_that_cannot_hold_says_by_how_much_and_through_which_chain(found: dict[str, Any]) -> None:
    (conflict,) = found["conflicts"]
    assert (conflict["key"], conflict["school_days"], conflict["chain"]) == ("B", 2, ["A", "B"])
    assert (conflict["asked"], conflict["possible"]) == ("2026-12-18", "2027-01-06")
    assert conflict["words"] == (
        "Dec 18, 2026 is 2 school days too early; Jan 6, 2027 is possible. It comes through Draft → Vote."
    )
    assert tasks(found)["B"]["conflicts"] == [conflict]


def test_pins_and_the_baseline_are_shown_beside_the_dates(found: dict[str, Any]) -> None:
    pinned = tasks(found)["D"]
    assert (pinned["pinned_start"], pinned["start"], pinned["driver"]["kind"]) == ("2027-01-07", "2027-01-07", "pinned")
    assert pinned["baseline"] == {"start": "2026-08-12", "finish": "2026-08-13"}


def test_each_way_to_have_a_day_is_told_in_its_own_words(found: dict[str, Any]) -> None:
    words = {each["key"]: each["driver"]["words"] for each in found["tasks"]}
    assert words["D"] == "Someone moved it to Jan 7 by hand."
    assert words["A"] == "It may not start before Dec 14."
