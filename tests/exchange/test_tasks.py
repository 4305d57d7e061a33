"""A list of tasks from elsewhere: what is understood of it, what is left out and why, and what refuses it whole."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.task_dates import read_dates
from roadmap_desktop.exchange.tasks import TasksPreview, read_tasks
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.roadmap.arriving import Ids
from roadmap_desktop.journey.roadmap.listed import Said
from roadmap_desktop.language import Language

NOTHING = Ids(frozenset(), frozenset())
LIST = """Roadmap of the district

PREDECESSORS;Phase;Length;ID;Name;Earliest start;Must finish by;Owner
;Policy;5 school days;A;Draft;2026-11-16;;Ana
A;;0;2;Board reads;;12/18/2026;
2FS+3, A SS;;1 gp;C;Pilot;;;
"""


def read(text: str, known: Ids = NOTHING) -> TasksPreview:
    return read_tasks(text.encode(), known)


def left_out(preview: TasksPreview) -> list[str]:
    return [Language("en").say(each.where) + ": " + Language("en").say(each.reason) for each in preview.untaken]


def test_columns_are_known_in_any_order_and_case() -> None:
    found = read(LIST).found
    first, second, third = found.tasks
    assert found.says == frozenset(Said) - {Said.CALENDAR}
    assert (first.key, first.name, first.length, first.phase, first.owner) == (
        "A",
        "Draft",
        "5 school days",
        "Policy",
        "Ana",
    )
    assert (first.line, first.not_before, second.must_finish_by) == (4, date(2026, 11, 16), date(2026, 12, 18))
    assert (second.length, third.length) == ("0", "1 grading period")
    assert [each.written() for each in third.predecessors] == ["2FS+3", "A SS"]


def test_a_workbook_says_the_same_as_text() -> None:
    book = openpyxl.Workbook()
    for row in [
        ["Id", "Name", "Length", "Predecessors", "Deadline"],
        [1, "One", 3, None, date(2026, 12, 1)],
        [2, "Two", "2w", 1],
    ]:
        book.active.append(row)  # type: ignore[union-attr]
    out = BytesIO()
    book.save(out)
    one, two = read_tasks(out.getvalue(), NOTHING).found.tasks
    assert (one.key, one.length, one.must_finish_by) == ("1", "3 school days", date(2026, 12, 1))
    assert (two.key, two.length, two.predecessors[0].key) == ("2", "2 weeks", "1")


def test_lines_that_say_nothing_sound_are_listed_with_their_number() -> None:
    preview = read("id,length,predecessors,earliest start\nA,soon,,\nB,2,A,31/31/2026\nB,3,,\n,4,,\nD,2,B FS+x,\n")
    assert left_out(preview) == [
        "Line 2: “soon” is no length.",
        "Line 3: earliest start: “31/31/2026” is no date.",
        "Line 3: B does not wait for A, which is left out.",
        "Line 4: The id B stands in line 3 already.",
        "Line 5: It has no id.",
        "Line 6: “B FS+x” is no predecessor.",
    ]
    assert [task.key for task in preview.found.tasks] == ["B", "D"]


def test_an_unknown_id_refuses_the_whole_list_and_is_named() -> None:
    with pytest.raises(Unreadable) as refused:
        read("id,length,predecessors\nA,2,\nB,2,ZZFS+3\nC,1,Q\n")
    assert "ZZ (line 3) and Q (line 4)" in Language("en").say(refused.value.reason)


def test_a_task_may_wait_for_one_that_is_on_the_roadmap() -> None:
    known = Ids(frozenset({"OLD"}), frozenset({"barrier:1"}))
    preview = read("id,length,predecessors\nA,2,old;barrier:1\nbarrier:1,3,\n", known)
    assert [each.key for each in preview.found.tasks[0].predecessors] == ["OLD", "barrier:1"]
    assert left_out(preview) == ["Line 3: The task barrier:1 follows from another stage and is changed there."]


def test_a_task_is_counted_in_the_calendar_that_its_line_names() -> None:
    known = Ids(frozenset(), frozenset(), frozenset({"", "office", "High schools"}))
    text = "id,length,calendar\nA,2,Office\nB,2,high schools\nC,2,\nD,2,Moon\n"
    preview = read(text, known)
    assert [task.calendar for task in preview.found.tasks] == ["office", "High schools", "", ""]
    assert left_out(preview) == ["Line 5: There is no calendar “Moon”: the district's school days count."]


def test_names_are_ids_where_a_list_has_no_others() -> None:
    one, two = read("Activity,Duration,Predecessor\nA,3,\nB,2,A\n").found.tasks
    assert (one.key, two.key, two.name, two.predecessors[0].key) == ("A", "B", "B", "A")


def test_a_list_without_id_or_length_is_refused_by_the_name_of_the_column() -> None:
    with pytest.raises(Unreadable) as refused:
        read("id,name,predecessors\nA,Draft,\n")
    assert "no column length" in Language("en").say(refused.value.reason)


cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters='\r\n"'), max_size=12)
lines = st.lists(st.tuples(cells, cells, cells, cells), max_size=6)


@given(lines)
def test_whatever_a_list_holds_it_is_understood_or_refused_in_words(found: list[tuple[str, ...]]) -> None:
    text = "\n".join(["id,length,predecessors,deadline", *(",".join(cells) for cells in found)])
    for read_any in (lambda: read(text).untaken, lambda: read_dates(text.replace("deadline", "start")).untaken):
        words = []
        try:
            words += [each.reason for each in read_any()]
        except Unreadable as refused:
            words += [refused.reason, refused.remedy]
        assert all(Language("en").say(each) for each in words)
