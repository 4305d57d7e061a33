"""Moving, resizing and linking tasks on the roadmap, and the table and the words beside it."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap import edits, following, trying
from roadmap_desktop.journey.roadmap.baseline import set_baseline
from roadmap_desktop.journey.roadmap.overview import extent, overview, title
from roadmap_desktop.journey.roadmap.owners import possible_owners
from roadmap_desktop.journey.roadmap.table import task_rows
from roadmap_desktop.journey.roadmap.task import task_fields
from roadmap_desktop.journey.roadmap.timeline import timeline
from roadmap_desktop.journey.roadmap.waits import waits
from roadmap_desktop.journey.roadmap.why import why_then
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document
from tests.journey.test_roadmap import add_calendar, add_pilot

SAY = Language("en").say


@pytest.fixture
def prepare(document: Document) -> str:
    """The key of the pilot's preparation."""
    add_calendar(document)
    return task_key(Part.PREPARE, add_pilot(document))


def test_a_task_would_lie_where_the_move_then_puts_it(document: Document, prepare: str) -> None:
    saturday = date(2026, 10, 3)
    place = trying.moved(document, prepare, saturday)
    edits.move_task(document, prepare, saturday)
    found = planned(document).tasks[prepare]
    assert place is not None
    assert (place.start, place.finish) == (found.start, found.finish) == (date(2026, 10, 5), date(2026, 10, 30))
    assert place.school_days == 20


def test_a_task_would_last_as_the_move_then_makes_it(document: Document, prepare: str) -> None:
    place = trying.resized(document, prepare, date(2026, 9, 20))
    edits.resize_task(document, prepare, date(2026, 9, 20))
    found = planned(document).tasks[prepare]
    assert place is not None
    assert place.finish == found.finish == date(2026, 9, 18)
    assert found.task.length == f"{place.school_days} school days"


def test_a_task_lasts_a_school_day_at_least(document: Document, prepare: str) -> None:
    edits.resize_task(document, prepare, date(2026, 1, 1))
    found = planned(document).tasks[prepare]
    assert found.start == found.finish


def test_each_move_is_a_step_of_undo_of_its_own(document: Document, prepare: str) -> None:
    for day in (date(2026, 10, 5), date(2026, 11, 2)):
        edits.move_task(document, prepare, day)
    document.undo()
    assert planned(document).tasks[prepare].start == date(2026, 10, 5)


def test_beyond_every_calendar_nothing_can_be_moved_or_stretched(document: Document, prepare: str) -> None:
    far = date(2026, 8, 10) + timedelta(days=365 * 20)
    for move in (
        lambda: edits.move_task(document, prepare, far),
        lambda: edits.edit_task(document, prepare, "length", "900 weeks"),
    ):
        with pytest.raises(Refused, match="beyond"):
            move()
    assert trying.moved(document, prepare, far) is None
    assert planned(document).trouble is None


def test_a_milestone_has_no_length_to_change(document: Document, prepare: str) -> None:
    decide = prepare.replace(Part.PREPARE.value, Part.DECIDE.value)
    with pytest.raises(Refused, match="milestone"):
        edits.resize_task(document, decide, date(2027, 3, 1))


def test_what_a_task_could_wait_for_makes_no_circle(document: Document, prepare: str) -> None:
    run = prepare.replace(Part.PREPARE.value, Part.RUN.value)
    assert prepare in [wait.uuid for wait in waits(document, run).waits_for]
    could = dict(waits(document, prepare).could)
    assert run not in could
    assert prepare not in could
    for key in could:
        edits.link_tasks(document, key, prepare)
    assert waits(document, prepare).could == ()
    assert planned(document).trouble is None


def test_an_unusual_link_says_how_it_is(document: Document, prepare: str) -> None:
    own = edits.add_task(document, "Tell the families", "prepare")
    edits.link_tasks(document, prepare, own, kind="SS", lag="2w")
    assert [SAY(wait.how) for wait in waits(document, own).waits_for] == ["starts with it, 2 weeks later"]
    edits.link_tasks(document, prepare, own, lag="-1")
    assert [SAY(wait.how) for wait in waits(document, own).waits_for] == ["1 school day earlier"]


@pytest.mark.parametrize(
    ("kind", "lag", "reason"),
    [
        ("FS", "", "Waits for Prepare: Lesson planning, which ends on {finish}."),
        ("FS", "2w", "Waits for Prepare: Lesson planning, which ends on {finish}: 2 weeks later."),
        ("SS", "2w", "Waits for Prepare: Lesson planning, which starts on {start}: 2 weeks later."),
        ("FF", "", "Its end waits for Prepare: Lesson planning, which ends on {finish}."),
        ("SF", "60", "Its end waits for Prepare: Lesson planning, which starts on {start}: 60 school days later."),
    ],
)
def test_the_reason_names_the_end_that_holds_a_task_and_the_lag(
    document: Document, prepare: str, kind: str, lag: str, reason: str
) -> None:
    own = edits.add_task(document, "Tell the families", "prepare", length="1 school day")
    edits.link_tasks(document, prepare, own, kind=kind, lag=lag)
    held = planned(document).tasks[prepare]
    start, finish = (SAY(message("{day:short}", day=day)) for day in (held.start, held.finish))
    assert SAY(why_then(document, own)).startswith(reason.format(start=start, finish=finish))


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("FS", "Waits for Prepare: Lesson planning, which ended on"),
        ("SS", "Waits for Prepare: Lesson planning, which started on"),
        ("FF", "Its end waits for Prepare: Lesson planning, which ended on"),
    ],
)
def test_what_is_over_is_told_as_over(document: Document, prepare: str, kind: str, reason: str) -> None:
    own = edits.add_task(document, "Tell the families", "prepare", length="1 school day")
    edits.link_tasks(document, prepare, own, kind=kind, lag="10")
    with closing(Document.open(document.path, clock=lambda: datetime(2027, 3, 1, 9), read_only=True)) as later:
        assert SAY(why_then(later, own)).startswith(reason)


def test_tasks_of_the_same_days_stand_in_the_order_of_their_sources(document: Document) -> None:
    add_calendar(document)
    add_pilot(document, guardrails=6)
    keys = [bar.key for lane in timeline(document).lanes for bar in lane.bars if bar.key.startswith(Part.ADOPT)]
    starts = {key: planned(document).tasks[key].start for key in keys}
    by_position = [row.uuid for row in document.rows(select(Guardrail.uuid).order_by(Guardrail.position))]
    same = [key for key in keys if starts[key] == starts[keys[-1]]]
    assert len(same) == 6
    assert same == sorted(same, key=lambda key: by_position.index(key.partition(":")[2]))


def test_the_table_has_every_task_with_what_holds_it(document: Document, prepare: str) -> None:
    rows = {row.uuid: row for row in task_rows(document, timeline(document))}
    assert set(rows) == set(planned(document).tasks)
    run = rows[prepare.replace(Part.PREPARE.value, Part.RUN.value)]
    assert SAY(run.why).startswith("Waits for Prepare: Lesson planning, which ends on")
    assert (SAY(run.length_words), run.slack) == ("1 grading period", planned(document).tasks[run.uuid].total_slack)


def test_links_that_hold_a_task_are_told_from_the_others(document: Document, prepare: str) -> None:
    picture = timeline(document)
    run = prepare.replace(Part.PREPARE.value, Part.RUN.value)
    assert (prepare, run) in picture.driving
    assert picture.driving <= {(link.before, link.after) for link in picture.links}


def test_the_whole_is_said_in_words(document: Document, prepare: str) -> None:
    picture = timeline(document)
    assert title(picture) == message("School year {year}", year="2026-27")
    assert SAY(extent(picture)).split(" · ")[2].startswith("critical path ")
    set_baseline(document)
    assert "behind" not in SAY(overview(document, timeline(document)).text)
    edits.move_task(document, prepare, date(2026, 11, 2))
    assert "behind the baseline" in SAY(overview(document, timeline(document)).text)


def test_a_district_without_a_calendar_has_no_school_year_to_name(document: Document) -> None:
    assert title(timeline(document)) == message("No school year yet")


def test_the_fields_of_a_task_tell_what_a_person_may_do(document: Document, prepare: str) -> None:
    own = edits.add_task(document, "Tell the families", "prepare")
    edits.edit_task(document, prepare, "owner", "Ana Ruiz")
    mine, made = task_fields(document, own), task_fields(document, prepare)
    assert mine is not None
    assert made is not None
    assert (mine.is_own, mine.is_edited, mine.can_be_removed) == (True, False, True)
    assert (made.is_own, made.is_edited, made.can_be_removed) == (False, True, False)
    assert "Ana Ruiz" in possible_owners(document, Language("en"))
    assert task_fields(document, "gone") is None


def days_of(document: Document) -> dict[str, tuple[date, date]]:
    return {each.task.key: (each.start, each.finish) for each in planned(document)}


@pytest.mark.parametrize("day", [date(2026, 9, 26), date(2026, 11, 2), date(2026, 8, 20)])
def test_what_a_move_takes_along_lies_where_the_move_then_puts_it(document: Document, prepare: str, day: date) -> None:
    before, stood = days_of(document), document.undo_label
    told = following.with_move(document, prepare, day)
    assert document.undo_label == stood
    edits.move_task(document, prepare, day)
    after = days_of(document)
    assert told == {key: after[key] for key in after if after[key] != before[key]}
    assert len(told) > 1


def test_what_a_longer_task_takes_along_lies_where_it_then_puts_it(document: Document, prepare: str) -> None:
    before, until = days_of(document), date(2026, 12, 11)
    told = following.with_resize(document, prepare, until)
    edits.resize_task(document, prepare, until)
    after = days_of(document)
    assert told == {key: after[key] for key in after if after[key] != before[key]}
    assert prepare.replace(Part.PREPARE.value, Part.RUN.value) in told


def test_what_moves_along_waits_for_its_other_predecessors_too(document: Document, prepare: str) -> None:
    run = prepare.replace(Part.PREPARE.value, Part.RUN.value)
    own = edits.add_task(document, "Tell the families", "prepare", length="5 school days")
    edits.move_task(document, own, date(2027, 3, 1))
    edits.link_tasks(document, own, run)
    told = following.with_move(document, prepare, date(2026, 11, 2))
    assert prepare in told
    assert run not in told
    assert own not in told


def test_beyond_every_calendar_nothing_is_told_to_move_along(document: Document, prepare: str) -> None:
    assert following.with_move(document, prepare, date(2046, 8, 10)) == {}
    assert following.with_move(document, "gone", date(2026, 9, 10)) == {}
