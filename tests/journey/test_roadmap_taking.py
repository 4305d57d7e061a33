"""A list of tasks taken into the roadmap: in one step, twice the same as once, nothing of it in a circle."""

from __future__ import annotations

import pytest

from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.taking import TasksTaken, take_tasks
from roadmap_desktop.journey.roadmap.timeline import timeline
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from tests.journey.test_roadmap import add_calendar, add_pilot

HEAD = "id,name,length,predecessors,phase,owner\n"
LIST = HEAD + 'A,Draft,5 school days,,Guardrails,Ana\nB,Vote,0,A FS+2,,\nC,Train,2w,"A SS+1, B",Winter work,\n'


def take(document: Document, text: str) -> TasksTaken:
    return take_tasks(document, read_tasks(text, ids(document)).found, source="tasks.csv")


def dates(document: Document) -> dict[str, str]:
    return {each.task.key: f"{each.start:%m-%d} {each.finish:%m-%d}" for each in planned(document)}


def test_a_list_becomes_tasks_with_its_ids_in_school_time(document: Document) -> None:
    add_calendar(document)
    assert take(document, LIST) == TasksTaken(3, 0, 0)
    assert dates(document) == {"A": "08-12 08-18", "B": "08-21 08-21", "C": "08-21 09-03"}
    *_, last = timeline(document).lanes
    assert (last.name, [bar.key for bar in last.bars]) == ("Winter work", ["C"])
    assert [bar.key for lane in timeline(document).lanes for bar in lane.bars if lane.key == "guardrails"] == ["A"]


def test_school_days_of_a_list_wait_out_a_break_that_the_office_works_through(document: Document) -> None:
    add_calendar(document)
    take(document, "id,length,earliest start\nA,2 school days,2026-12-18\n")
    assert dates(document) == {"A": "12-18 01-05"}


def test_a_task_of_the_office_works_through_a_break_of_the_schools(document: Document) -> None:
    add_calendar(document)
    take(document, "id,length,earliest start,calendar\nA,2 school days,2026-12-18,office\n")
    assert dates(document) == {"A": "12-18 12-21"}


def test_the_same_list_again_changes_nothing_and_leaves_no_step(document: Document) -> None:
    take(document, LIST)
    label = document.undo_label
    assert take(document, LIST) == TasksTaken(0, 0, 3, planned(document).trouble)
    assert document.undo_label == label


def test_a_newer_list_updates_what_its_columns_speak_of_and_leaves_the_rest(document: Document) -> None:
    add_calendar(document)
    take(document, LIST)
    edits.edit_task(document, "A", "progress", 40)
    own = edits.add_task(document, "Ours", "prepare")
    edits.link_tasks(document, own, "C")
    assert take(document, "id,length,predecessors\nA,3,\nB,0,A\nC,2 weeks,A\n") == TasksTaken(0, 3, 0)
    found = merged(document)
    first = next(task for task in found.tasks if task.key == "A")
    assert (first.name, first.owner, first.length, first.progress) == ("Draft", "Ana", "3 school days", 40)
    assert {(link.before, link.after) for link in found.links} == {("A", "B"), ("A", "C"), (own, "C")}


def test_one_undo_takes_the_whole_list_back(document: Document) -> None:
    add_pilot(document)
    before = merged(document)
    take(document, LIST)
    document.undo()
    assert merged(document) == before
    assert all(lane.name != "Winter work" for lane in timeline(document).lanes)


def test_a_circle_refuses_the_list_and_names_its_tasks_in_order(document: Document) -> None:
    with pytest.raises(Refused) as refused:
        take(document, HEAD + "A,,2,C,,\nB,,2,A,,\nC,,3,B SS+2,,\nD,,1,A,,\n")
    assert "A → B → C → A." in Language("en").say(refused.value.reason)
    assert merged(document).tasks == ()


def test_a_task_that_waits_for_itself_is_a_circle(document: Document) -> None:
    with pytest.raises(Refused) as refused:
        take(document, HEAD + "A,,2,A FF+1,,\n")
    assert "A → A." in Language("en").say(refused.value.reason)


def test_a_list_that_runs_beyond_every_calendar_is_refused(document: Document) -> None:
    add_calendar(document)
    with pytest.raises(Refused) as refused:
        take(document, HEAD + "A,Long work,9000,,,\n")
    assert "Long work" in Language("en").say(refused.value.reason)
    assert planned(document).trouble is None
