"""What should have ended and is not done is said, wherever the roadmap is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.inspection import Inspection
from roadmap_desktop.journey.pilots.learning import count_attendance
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.actuals import report
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.overdue import overdue
from roadmap_desktop.journey.roadmap.overview import overview
from roadmap_desktop.journey.roadmap.standing import standing
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.journey.roadmap.timeline import timeline
from roadmap_desktop.journey.roadmap.why import task_inspection
from roadmap_desktop.journey.showing.roadmap import shown
from roadmap_desktop.language import Language
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document
from tests.copied import new_copy, sample_copy
from tests.journey.test_roadmap import add_calendar

ENGLISH = Language("en")
LIST = "id,name,length,predecessors\nA,Draft,5,\nB,Train,10,A\nC,Inform,2,B\n"
"""Draft ends on Aug 18, Train on Sep 1, Inform on Sep 3."""


@pytest.fixture
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    path = tmp_path_factory.mktemp("overdue") / "maple.roadmap"
    with closing(new_copy(path, district="Maple County", state="FL", clock=lambda: datetime(2026, 9, 1, 12))) as made:
        add_calendar(made)
        take_tasks(made, read_tasks(LIST, ids(made)).found)
        yield made


def said(inspection: Inspection | None, heading: str) -> list[str]:
    assert inspection is not None
    found = [each for each in inspection.sections if ENGLISH.say(each.heading) == heading]
    return [ENGLISH.say(line.text) for section in found for line in section.lines]


def test_only_what_ended_before_today_and_is_not_done_is_overdue(document: Document) -> None:
    assert [each.task.key for each in overdue(document)] == ["A"]
    report(document, "A", date(2026, 8, 12), date(2026, 8, 18))
    assert overdue(document) == ()


def test_the_rail_the_overview_and_the_task_say_it(document: Document) -> None:
    edits.edit_task(document, "A", "progress", 40)
    sentence = "Should have ended on Aug 18, 40% done."
    assert ENGLISH.say(standing(document).line) == "1 task overdue"
    assert said(overview(document, timeline(document)), "Overdue") == [f"Draft. {sentence}"]
    assert said(task_inspection(document, "A"), "Overdue") == [
        f"{sentence} Say when it ended, or plan again from today."
    ]
    assert said(task_inspection(document, "B"), "Overdue") == []


def test_other_programs_read_it(document: Document) -> None:
    tasks = {each["key"]: each["overdue"] for each in shown(document, ENGLISH)["tasks"]}
    assert tasks == {"A": True, "B": False, "C": False}


def test_a_session_of_learning_is_done_when_it_is_counted_who_attended(tmp_path: Path) -> None:
    with closing(sample_copy(tmp_path / "sample.roadmap", clock=lambda: datetime(2027, 1, 20, 9))) as sample:
        (session,) = [each for each in overdue(sample) if each.task.part is Part.LEARN]
        count_attendance(sample, session.task.source, 11, 12)
        assert [each for each in overdue(sample) if each.task.part is Part.LEARN] == []
