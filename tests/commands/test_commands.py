"""The command line: the same journey without a window, by subprocess as a person or another program calls it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DISTRICT = ROOT / "tests" / "files" / "district"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "roadmap_desktop", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop with the real district's schools and calendar."""
    path = tmp_path_factory.mktemp("district") / "d.roadmap"
    for call in (
        ("new", path, "--district", "St. Johns County", "--state", "FL", "--year", "2026-27"),
        ("import", path, "--schools", DISTRICT / "schools.csv", "--only-district", "ST. JOHNS"),
        ("import", path, "--calendar", DISTRICT / "calendar.ics", "--year", "2026-27"),
    ):
        done = run(*call)
        assert done.returncode == 0, done.stderr
    return path


def test_the_real_district_is_imported_without_editing_its_files(district: Path) -> None:
    shown = json.loads(run("show", district, "--stage", "prepare", "--json").stdout)
    assert shown["version"] == 1
    assert shown["workshop"] == {"district": "St. Johns County", "state": "FL", "year": "2026-27", "sample": False}
    prepare = shown["stages"]["prepare"]
    assert len(prepare["schools"]) == 55
    assert sum(school["enrolment"] or 0 for school in prepare["schools"]) == 50100
    calendar = prepare["calendar"]
    assert (calendar["first_day"], calendar["last_day"], calendar["school_days"]) == ("2026-08-10", "2027-05-28", 180)
    assert [period["last"] for period in calendar["grading_periods"]] == [
        "2026-10-09",
        "2026-12-18",
        "2027-03-11",
        "2027-05-28",
    ]


def test_an_import_lists_what_it_does_not_take(tmp_path: Path) -> None:
    path = tmp_path / "w.roadmap"
    run("new", path, "--district", "A")
    done = run("import", path, "--schools", DISTRICT / "schools-windows.csv")
    assert done.returncode == 0
    assert "10 schools" in done.stdout
    assert "Line" in done.stderr


def test_schools_of_several_districts_are_not_mixed(tmp_path: Path) -> None:
    path = tmp_path / "w.roadmap"
    run("new", path, "--district", "A")
    done = run("import", path, "--schools", DISTRICT / "schools.csv")
    assert done.returncode == 1
    assert "more than one district" in done.stderr
    assert "--only-district" in done.stderr


def test_the_sample_shows_every_stage_as_json_and_as_text(tmp_path: Path) -> None:
    path = tmp_path / "s.roadmap"
    assert run("sample", path).returncode == 0
    stages = json.loads(run("show", path, "--json").stdout)["stages"]
    assert list(stages) == [
        *("prepare", "readiness", "usecases", "guardrails", "team"),
        *("pilots", "scaling", "monitoring", "roadmap", "handouts"),
    ]
    text = run("show", path, "--stage", "pilots").stdout
    assert "Lesson planning" in text
    assert "prepare:" not in text


def test_export_writes_the_handouts_asked_for(district: Path, tmp_path: Path) -> None:
    done = run("export", district, "--to", tmp_path / "out", "--what", "one_page,print_pack", "--paper", "a4")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"one-page.pdf", "print-pack.pdf"}


def test_check_says_the_file_is_sound_and_what_each_stage_lacks(district: Path) -> None:
    done = run("check", district)
    assert done.returncode == 0
    assert "is sound" in done.stdout
    assert "Readiness: nothing rated yet" in done.stdout


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("show", "gone.roadmap"), "can't be opened"),
        (("check", "README.md"), "not a workshop file"),
        (("new", "{tmp}/a.roadmap", "--district", "A", "--state", "ZZ"), "ZZ"),
        (("new", "{tmp}/a.roadmap", "--district", " "), "name of its district"),
        (("import", "{district}", "--schools", "LICENSE"), ""),
        (("import", "{district}", "--calendar", "gone.ics"), "can't be read"),
        (("export", "{district}", "--to", "{tmp}", "--what", "poster"), "no handout or file named poster"),
    ],
)
def test_what_can_not_be_is_refused_with_reason_and_remedy(
    district: Path, tmp_path: Path, call: tuple[str, ...], words: str
) -> None:
    done = run(*(each.format(tmp=tmp_path, district=district) for each in call))
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "call", [("import", "x.roadmap"), ("show",), ("new", "x.roadmap"), ("show", "x", "--stage", "y")]
)
def test_wrong_usage_is_answered_with_how_to_use_it(call: tuple[str, ...]) -> None:
    done = run(*call)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_a_new_workshop_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.roadmap"
    run("new", path, "--district", "A")
    before = path.read_bytes()
    assert run("new", path, "--district", "B").returncode == 1
    assert path.read_bytes() == before
