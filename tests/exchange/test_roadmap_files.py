"""What other programs get of the roadmap: calendars, a project file and sheets, each read back."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import openpyxl
import pytest
from PIL import Image

from roadmap_desktop.exchange.drawing import Words
from roadmap_desktop.exchange.exported import Exported, exported
from roadmap_desktop.exchange.parting import parts
from roadmap_desktop.exchange.png import png
from roadmap_desktop.exchange.project_file import NAMESPACE, project
from roadmap_desktop.exchange.roadmap_calendar import calendars
from roadmap_desktop.exchange.roadmap_workbook import workbook
from roadmap_desktop.exchange.svg import svg
from roadmap_desktop.exchange.task_sheet import HEADINGS, table
from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.exchange.timeline_picture import timeline_picture
from roadmap_desktop.exchange.writing import FileNames
from roadmap_desktop.journey.roadmap.arriving import arriving, ids
from roadmap_desktop.journey.roadmap.baseline import set_baseline
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.store.whole import folder_for, write_whole
from tests.copied import new_copy
from tests.journey.conftest import NOON
from tests.journey.test_roadmap import add_calendar, add_pilot

LIST = """id,name,length,predecessors,earliest start,must finish by,owner
A,"=Draft a responsible-use policy that everyone can read, with examples",5 school days,,2026-12-14,,Ana Ruiz
B,Vote,0,A FS+1,,2027-02-26,Board
C,Train,2 weeks,"A SS+1, B FF-2w",,,Ana Ruiz
D,Order,10 days,B FS+3ed,,,
E,Run,1 grading period,D SF+2,,,
"""
FOLD = 75


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    path = tmp_path_factory.mktemp("files") / "maple.roadmap"
    with closing(new_copy(path, district="Maple County", state="FL", clock=lambda: NOON)) as made:
        add_calendar(made)
        add_pilot(made)
        take_tasks(made, read_tasks(LIST, ids(made)).found)
        set_baseline(made)
        yield made


@pytest.fixture(scope="module")
def found(document: Document) -> Exported:
    return exported(document, Language("en"))


def events(content: bytes) -> dict[str, Any]:
    calendar: Any = icalendar.Calendar.from_ical(content)
    return {str(each["uid"]): each for each in calendar.walk("VEVENT")}


def test_a_calendar_has_every_task_with_its_days_and_a_uid_that_stays(document: Document, found: Exported) -> None:
    content = dict(calendars(found))["roadmap"]
    shown = events(content)
    for task in found.tasks:
        event = shown[f"{task.uuid}@roadmap-desktop"]
        assert (event["dtstart"].dt, event["dtend"].dt) == (task.start, task.finish + timedelta(days=1))
        assert event["summary"] == task.name
    assert len(shown) == len(found.tasks)
    assert dict(calendars(exported(document, Language("en"))))["roadmap"] == content


def test_each_owner_and_each_school_has_a_calendar(found: Exported) -> None:
    files = dict(calendars(found))
    assert {"roadmap", "owner-ana-ruiz", "owner-board", "school-oak-ridge"} <= files.keys()
    assert len(events(files["owner-ana-ruiz"])) == 2
    elsewhere = replace(found, schools=(("other", "Elm"),))
    concerned = sum(1 for task in found.tasks if task.schools)
    assert len(events(dict(calendars(elsewhere))["school-elm"])) == len(found.tasks) - concerned


def test_lines_of_a_calendar_are_folded_and_end_as_the_format_has_it(found: Exported) -> None:
    content = dict(calendars(found))["roadmap"]
    assert all(len(line) <= FOLD for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


ORDER = {
    name: place
    for place, name in enumerate(
        (
            *("UID", "ID", "Name", "Active", "Manual", "Type", "IsNull", "OutlineNumber", "OutlineLevel", "Start"),
            *("Finish", "Duration", "DurationFormat", "EffortDriven", "Estimated", "Milestone", "Summary", "Critical"),
            *("FreeSlack", "TotalSlack", "PercentComplete", "ActualStart", "ActualFinish", "ActualDuration"),
            *("RemainingDuration", "ConstraintType"),
            *("CalendarUID", "ConstraintDate", "Deadline", "IgnoreResourceCalendar", "Notes", "PredecessorLink"),
            *("ExtendedAttribute", "Baseline"),
        )
    )
}
"""The order in which the public schema has the elements of a task."""


def test_the_project_file_keeps_the_order_of_the_schema(found: Exported) -> None:
    root = ET.fromstring(project(found))
    tags = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in root]
    assert tags[-5:] == ["ExtendedAttributes", "Calendars", "Tasks", "Resources", "Assignments"]
    for task in root.iter(f"{{{NAMESPACE}}}Task"):
        places = [ORDER[child.tag.removeprefix(f"{{{NAMESPACE}}}")] for child in task]
        assert places == sorted(places)


@pytest.fixture(scope="module")
def by_mpxj(found: Exported, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    java, spec = shutil.which("java"), find_spec("mpxj")
    if java is None or spec is None or spec.origin is None:
        pytest.skip("mpxj reads the project file back, and needs Java 17")
    folder = tmp_path_factory.mktemp("mpxj")
    (folder / "roadmap.xml").write_bytes(project(found))
    jars = str(Path(spec.origin).parent / "lib" / "*")
    flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"]
    call = [java, *flags, "-cp", jars, "org.mpxj.sample.MpxjConvert", "roadmap.xml", "back.json"]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)
    read: dict[str, Any] = json.loads((folder / "back.json").read_text(encoding="utf-8"))
    return read


def test_mpxj_reads_the_same_dates_milestones_constraints_and_baseline(
    found: Exported, by_mpxj: dict[str, Any]
) -> None:
    read = {task["text1"]: task for task in by_mpxj["tasks"] if "text1" in task}
    assert read.keys() == {task.key for task in found.tasks}
    for task in found.tasks:
        back = read[task.key]
        assert (back["name"], back["start"][:10], back["finish"][:10]) == (
            task.name,
            *map(str, (task.start, task.finish)),
        )
        assert back.get("milestone", False) == task.is_milestone
        assert (back["baseline_start"][:10], back["baseline_finish"][:10]) == tuple(map(str, task.baseline or ()))
    assert (read["A"]["constraint_type"], read["A"]["constraint_date"][:10]) == ("START_NO_EARLIER_THAN", "2026-12-14")
    assert read["B"]["deadline"][:10] == "2027-02-26"


def test_mpxj_reads_the_same_links_and_lags(found: Exported, by_mpxj: dict[str, Any]) -> None:
    keys = {task["unique_id"]: task.get("text1") for task in by_mpxj["tasks"]}
    back = {
        (keys[link["predecessor_task_unique_id"]], task["text1"], link["type"]): link.get("lag", 0)
        for task in by_mpxj["tasks"]
        for link in task.get("predecessors", ())
    }
    hour, day = 3600, 8 * 3600
    assert {ends: lag for ends, lag in back.items() if ends[1] in "ABCDE"} == {
        ("A", "B", "FS"): day,
        ("A", "C", "SS"): day,
        ("B", "C", "FF"): -10 * day,
        ("B", "D", "FS"): 3 * 24 * hour,
        ("D", "E", "SF"): 2 * day,
    }
    assert len(back) == sum(len(task.predecessors) for task in found.tasks)


def test_mpxj_counts_the_same_school_days(found: Exported, by_mpxj: dict[str, Any]) -> None:
    school = next(each for each in by_mpxj["calendars"] if each["name"] == "School days")
    shut = [(date.fromisoformat(each["from"]), date.fromisoformat(each["to"])) for each in school["exceptions"]]
    time = found.calendars[""]
    day = found.first
    while day <= found.last:
        is_open = day.weekday() < 5 and not any(first <= day <= last for first, last in shut)
        assert is_open == time.is_school_day(day), day
        day += timedelta(days=1)


def test_the_table_comes_back_as_it_went_and_changes_nothing(document: Document, found: Exported) -> None:
    for content in (table(found), workbook(found)):
        back = read_tasks(content, ids(document))
        coming = arriving(document, back.found)
        assert (coming.added, coming.changed, coming.linked, coming.unlinked) == ({}, {}, (), ())


def test_no_name_is_worked_out_as_a_formula(found: Exported) -> None:
    assert b"\"'=Draft a responsible" in table(found)
    book = openpyxl.load_workbook(BytesIO(workbook(found)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(str(cell.value).startswith("=Draft") for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def week_signs(sheet: Any, name: str) -> dict[date, str]:
    (row,) = (row for row in sheet.iter_rows(min_row=4) if row[0].value == name)
    mondays = [cell.value.date() for cell in sheet[3][4:]]
    return {monday: cell.value for monday, cell in zip(mondays, row[4:], strict=False) if cell.value}


def test_the_gantt_has_a_filled_cell_in_each_week_of_a_task(found: Exported) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(found)))
    assert [cell.value for cell in book["Tasks"][1]] == list(HEADINGS)
    for task in found.tasks:
        signs = week_signs(book["Timeline"], task.name)
        assert min(signs) <= task.start < min(signs) + timedelta(days=7)
        assert max(signs) <= task.finish < max(signs) + timedelta(days=7)
        assert set(signs.values()) <= ({"◆"} if task.is_milestone else {"■", "▲"})


def test_the_picture_has_every_name_and_is_the_same_as_drawing_and_as_photo(found: Exported) -> None:
    picture = timeline_picture(found)
    root = ET.fromstring(svg(picture))
    words = " ".join(each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert all(task.name in words for task in found.tasks)
    assert root[0].text == "Roadmap of Maple County"
    photo = Image.open(BytesIO(png(picture)))
    assert photo.size == (round(picture.width * 2), round(picture.height * 2))
    assert photo.info["Title"] == "Roadmap of Maple County"


def test_a_picture_too_tall_for_one_file_comes_in_parts_that_each_have_the_header_and_miss_no_name(
    found: Exported,
) -> None:
    picture = timeline_picture(found)
    cut = parts(picture, picture.head + 90, lambda n, many: f"{n} of {many}")
    assert len(cut) > 2
    assert all(part.height <= picture.head + 90 for part in cut)
    texts = [[mark.text for mark in part.marks if isinstance(mark, Words)] for part in cut]
    assert all(found.title in each and f"{n} of {len(cut)}" in each for n, each in enumerate(texts, start=1))
    whole = {mark.text for mark in picture.marks if isinstance(mark, Words)}
    assert whole <= {text for each in texts for text in each}
    assert Image.open(BytesIO(png(cut[1], 1))).size == (round(cut[1].width), round(cut[1].height))


def test_names_of_files_are_plain_and_never_given_twice() -> None:
    names = FileNames()
    given = [names.free("owner", name) for name in ("Ana Ruíz", "ana ruiz", "../../etc", "李")]
    assert given == ["owner-ana-ruiz", "owner-ana-ruiz-2", "owner-etc", "owner"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileTrouble, match="can't be made"):
        folder_for(tmp_path / "file" / "below")


def test_a_full_disk_leaves_the_file_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = write_whole(tmp_path / "roadmap.csv", b"before")

    def full(self: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileTrouble, match="no room left"):
        write_whole(there, b"after")
    assert there.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["roadmap.csv"]
