"""The roadmap around what really happened: actual dates, what slipped and why, and planning again from today."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime

import pytest

from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.actuals import report
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.baseline import set_baseline
from roadmap_desktop.journey.roadmap.replanning import replan, replanned
from roadmap_desktop.journey.roadmap.slips import slips
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.journey.roadmap.why import why_then
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from tests.copied import new_copy
from tests.journey.test_roadmap import add_calendar

TODAY = date(2026, 9, 1)
LIST = "id,name,length,predecessors\nA,Draft,5,\nB,Train,10,A\nC,Inform,2,B\nD,Vote,0,C\n"


@pytest.fixture
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    path = tmp_path_factory.mktemp("actual") / "maple.roadmap"
    noon = datetime.combine(TODAY, datetime.min.time())
    with closing(new_copy(path, district="Maple County", state="FL", clock=lambda: noon)) as made:
        add_calendar(made)
        take_tasks(made, read_tasks(LIST, ids(made)).found)
        set_baseline(made)
        yield made


def dates(document: Document) -> dict[str, str]:
    return {each.task.key: f"{each.start:%m-%d} {each.finish:%m-%d}" for each in planned(document)}


def why(document: Document) -> dict[str, tuple[int, str]]:
    return {key: (slip.school_days, Language("en").say(slip.why)) for key, slip in slips(document).items()}


def test_what_really_happened_moves_what_waits_and_says_why(document: Document) -> None:
    before = dates(document)
    assert before == {"A": "08-12 08-18", "B": "08-19 09-01", "C": "09-02 09-03", "D": "09-04 09-04"}
    report(document, "A", date(2026, 8, 13), date(2026, 8, 20))
    assert dates(document) == {"A": "08-13 08-20", "B": "08-21 09-03", "C": "09-04 09-07", "D": "09-08 09-08"}
    assert Language("en").say(why_then(document, "A")) == "It started on Aug 13."
    assert why(document) == {
        "A": (2, "It started on Aug 13."),
        "B": (2, "It waits for Draft, which ends 2 school days later."),
        "C": (2, "It waits for Train, which ends 2 school days later."),
        "D": (2, "It waits for Inform, which ends 2 school days later."),
    }
    done = planned(document).tasks["A"]
    assert (done.task.progress, done.critical, planned(document).conflicts) == (100, False, ())
    document.undo()
    assert dates(document) == before


def test_work_that_took_longer_is_told_apart_from_a_late_start(document: Document) -> None:
    report(document, "A", date(2026, 8, 12), date(2026, 8, 19))
    assert why(document)["A"] == (1, "It took 1 school day longer.")
    edits.edit_task(document, "C", "length", "4")
    assert why(document)["C"][1] == "It waits for Train, which ends 1 school day later."
    edits.edit_task(document, "D", "pinned_start", date(2026, 10, 1))
    assert why(document)["D"][1] == "It was moved to Oct 1."


def test_finished_without_a_start_began_as_planned_and_can_be_taken_back(document: Document) -> None:
    report(document, "A", None, date(2026, 8, 17))
    assert planned(document).tasks["A"].task.started_on == date(2026, 8, 12)
    report(document, "A", None, None)
    assert planned(document).tasks["A"].task.progress == 0
    assert dates(document)["B"] == "08-19 09-01"


def test_what_lies_ahead_or_runs_backwards_is_refused(document: Document) -> None:
    for started, finished in ((date(2026, 9, 2), None), (date(2026, 8, 20), date(2026, 8, 19))):
        with pytest.raises(Refused):
            report(document, "A", started, finished)


def test_planning_again_moves_what_has_not_begun_and_gives_work_under_way_what_it_needs(document: Document) -> None:
    report(document, "A", date(2026, 8, 12), None)
    edits.edit_task(document, "A", "progress", 60)
    assert replan(document, TODAY) == 1
    assert dates(document) == {"A": "08-12 09-02", "B": "09-03 09-16", "C": "09-17 09-18", "D": "09-21 09-21"}
    assert replanned(document, TODAY).changes == {}
    document.undo()
    assert dates(document)["B"] == "08-19 09-01"


def test_planning_again_moves_only_the_first_of_a_chain(document: Document) -> None:
    assert replanned(document, TODAY).changes == {"A": {"not_before": TODAY}}
    replan(document, TODAY)
    assert dates(document)["A"] == "09-01 09-07"
    with pytest.raises(Refused):
        replan(document, TODAY)
