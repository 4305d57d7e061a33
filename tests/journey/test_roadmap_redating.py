"""Dates that come back from an edited sheet: what was changed there moves its task, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from roadmap_desktop.exchange.exported import exported
from roadmap_desktop.exchange.task_dates import read_dates
from roadmap_desktop.exchange.task_sheet import table
from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.redating import redating, take_dates
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.journey.roadmap.waits import waits
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from tests.copied import new_copy
from tests.journey.conftest import NOON
from tests.journey.test_roadmap import add_calendar, add_pilot

LIST = "id,name,length,predecessors\nA,Draft,5,\nB,Train,10,A\nC,Vote,0,B\n"


@pytest.fixture
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    path = tmp_path_factory.mktemp("dates") / "maple.roadmap"
    with closing(new_copy(path, district="Maple County", state="FL", clock=lambda: NOON)) as made:
        add_calendar(made)
        add_pilot(made)
        take_tasks(made, read_tasks(LIST, ids(made)).found)
        yield made


def sheet(document: Document) -> str:
    return table(exported(document, Language("en"))).decode("utf-8-sig")


def dates(document: Document, key: str) -> tuple[str, str]:
    found = planned(document).tasks[key]
    return f"{found.start:%m-%d}", f"{found.finish:%m-%d}"


def test_a_sheet_that_nobody_edited_changes_nothing(document: Document) -> None:
    found = redating(document, read_dates(sheet(document)).tasks)
    assert (found.changes, found.follow, found.left_out) == ((), 0, ())


def test_a_changed_start_becomes_a_pin_and_what_waits_follows_in_one_step(document: Document) -> None:
    before = merged(document)
    edited = sheet(document).replace("2026-08-12,2026-08-18", "2026-08-17,2026-08-18", 1)
    found = take_dates(document, read_dates(edited).tasks, source="roadmap.csv")
    (change,) = found.changes
    assert (change.key, dict(change.values), found.follow) == ("A", {"pinned_start": date(2026, 8, 17)}, 2)
    assert change.before == (date(2026, 8, 12), date(2026, 8, 18))
    assert (dates(document, "A"), dates(document, "B")) == (("08-17", "08-21"), ("08-24", "09-04"))
    document.undo()
    assert merged(document) == before


def test_a_date_that_nobody_changed_in_the_sheet_pins_nothing_though_the_plan_has_another_by_now(
    document: Document,
) -> None:
    saved = sheet(document)
    edits.edit_task(document, "A", "length", "8")
    edits.edit_task(document, "A", "progress", 60)
    assert redating(document, read_dates(saved).tasks).changes == ()
    edited = saved.replace("2026-08-19,2026-09-01", "2026-08-31,2026-09-01", 1)
    assert [each.key for each in redating(document, read_dates(edited).tasks).changes] == ["B"]


def test_a_changed_finish_makes_the_work_as_long(document: Document) -> None:
    edited = sheet(document).replace("2026-08-19,2026-09-01", "2026-08-19,2026-08-25", 1)
    take_dates(document, read_dates(edited).tasks)
    assert dates(document, "B") == ("08-19", "08-25")
    assert planned(document).tasks["B"].task.length == "5 school days"


def test_a_generated_task_and_a_milestone_are_moved_as_well(document: Document) -> None:
    run = next(each for each in planned(document) if each.task.part == "run")
    text = f"id,start,finish\n{run.task.key},2026-11-02,\nC,2026-09-15,2026-09-15\n"
    take_dates(document, read_dates(text).tasks)
    assert (dates(document, run.task.key)[0], dates(document, "C")[0]) == ("11-02", "09-15")
    assert "pinned_start" in planned(document).tasks[run.task.key].task.edited


def test_what_cannot_be_is_left_out_with_its_line(document: Document) -> None:
    text = "id,start,finish,done\nA,2026-08-20,2026-08-13,\nZ,2026-09-01,,\nB,soon,,\nC,,,140\nA,,,\n"
    preview = read_dates(text)
    say = Language("en").say
    assert [say(each.reason) for each in preview.untaken] == [
        "start: “soon” is no date.",
        "The id A stands in line 2 already.",
    ]
    assert [(line, say(words)) for line, words in redating(document, preview.tasks).left_out] == [
        (2, "It would finish before it starts."),
        (3, "No task of the roadmap has the id Z."),
        (5, "Progress goes from 0 to 100."),
    ]


def test_how_a_task_waits_is_changed_as_it_is_typed(document: Document) -> None:
    edits.relink_tasks(document, "A", "B", "ss + 2")
    assert dates(document, "B") == ("08-14", "08-27")
    (wait,) = waits(document, "B").waits_for
    assert (wait.written, Language("en").say(wait.how)) == ("SS+2", "starts with it, 2 school days later")
    for text in ("soon", "FS+9000"):
        with pytest.raises(Refused):
            edits.relink_tasks(document, "A", "B", text)
    document.undo()
    assert dates(document, "B") == ("08-19", "09-01")
