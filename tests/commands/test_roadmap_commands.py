"""The roadmap by the command line: tasks in from a list, dates back from a sheet, files out for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.__main__ import main
from tests.copied import new_copy
from tests.journey.test_roadmap import add_calendar

LIST = "id,name,length,predecessors,owner\nA,Draft,5 school days,,Ana\nB,Train,2w,A FS+1,\nX,Bad,soon,B,\nC,Vote,0,B,\n"
CIRCLE = "id,length,predecessors\nA,2,C\nB,2,A\nC,3,B\n"


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    path = tmp_path / "w.roadmap"
    document = new_copy(path, district="A", state="FL")
    add_calendar(document)
    document.close()
    return path


def take(workshop: Path, kind: str, text: str) -> int:
    source = workshop.with_name(f"{kind}.csv")
    source.write_text(text, encoding="utf-8")
    return main(["import", str(workshop), f"--{kind}", str(source)])


def tasks(workshop: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["show", str(workshop), "--stage", "roadmap", "--json"]) == 0
    return {each["key"]: each for each in json.loads(capsys.readouterr().out)["stages"]["roadmap"]["tasks"]}


def test_a_list_is_taken_shown_and_comes_back_with_other_dates(
    workshop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(workshop, "tasks", LIST) == 0
    said = capsys.readouterr()
    assert said.out == "3 tasks: 3 new, 0 changed, 0 as they were.\n"
    assert said.err == "Line 4: “soon” is no length. X,Bad,soon,B,\n"
    found = tasks(workshop, capsys)
    assert {key: each["start"] for key, each in found.items()} == {
        "A": "2026-08-12",
        "B": "2026-08-20",
        "C": "2026-09-03",
    }
    assert take(workshop, "dates", "id,start\nB,2026-08-24\n") == 0
    assert "1 task changed, 1 follow." in capsys.readouterr().out
    assert tasks(workshop, capsys)["C"]["start"] == "2026-09-07"


def test_a_circle_is_refused_with_its_tasks_and_nothing_is_taken(
    workshop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(workshop, "tasks", CIRCLE) == 1
    assert "A → B → C → A" in capsys.readouterr().err
    assert tasks(workshop, capsys) == {}


def test_several_kinds_of_files_are_written_at_once(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take(workshop, "tasks", LIST)
    folder = workshop.with_name("out")
    assert main(["export", str(workshop), "--to", str(folder), "--what", "calendar, project,sheets"]) == 0
    written = {path.name for path in folder.iterdir()}
    assert written == {"roadmap.ics", "owner-ana.ics", "roadmap.xml", "roadmap.xlsx", "roadmap.csv"}


def test_an_export_says_why_it_cannot_be(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(workshop), "--to", str(workshop / "below"), "--what", "calendar,one_page"]) == 1
    assert "can't be made" in capsys.readouterr().err
    assert main(["export", str(workshop), "--to", str(workshop.parent), "--what", "calendar"]) == 1
    assert "nothing on the roadmap" in capsys.readouterr().err
