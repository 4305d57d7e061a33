"""An instrument nobody here designed and a form's answers to it, by the command line: every figure of the picture."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
INSTRUMENT = """Pillar,Section,ID,Statement,1 - Absent,2 - Begun,3 - Partial,4 - In place,5 - Improved,Floor,Floor when
People,Leadership,L1,The board has adopted an aim,none,draft,half,adopted,reviewed,3,any
People,Leadership,L2,Money is set aside,,,,,,,
Systems,Network,N1,"Wi-Fi works, everywhere",,,,,,4,students
"""
ANSWERS = """Survey of 3 August

Timestamp,E-mail,L1,L2,"Wi-Fi works, everywhere",Comment
8/3/2026 9:00:01,a@x.org,1,2 - Begun,5,no
8/3/2026 9:00:02,b@x.org,2,Don't know,5,
8/3/2026 9:00:03,c@x.org,4,,1,
8/3/2026 9:00:04,d@x.org,5,In place,six,
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "roadmap_desktop", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("readiness")
    (folder / "tool.csv").write_text(INSTRUMENT, encoding="utf-8")
    (folder / "form.csv").write_text(ANSWERS, encoding="utf-8")
    path = folder / "w.roadmap"
    run("new", path, "--district", "A")
    done = run("import", path, "--instrument", folder / "tool.csv", "--answers", folder / "form.csv")
    assert done.returncode == 0, done.stderr
    return path, done


def shown(path: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(run("show", path, "--stage", "readiness", "--json").stdout)[
        "stages"
    ]["readiness"]
    return found


def test_each_statement_shows_counts_median_and_quartiles(taken: tuple[Path, object]) -> None:
    first, second, third = shown(taken[0])["statements"]
    assert [first[key] for key in ("key", "n", "dont_know", "blank", "counts")] == ["L1", 4, 0, 0, [1, 1, 0, 1, 1]]
    assert [first[key] for key in ("q1", "median", "q3")] == np.quantile([1, 2, 4, 5], (0.25, 0.5, 0.75)).tolist()
    assert [second[key] for key in ("key", "n", "dont_know", "blank", "median")] == ["L2", 2, 1, 1, 3]
    assert [third[key] for key in ("key", "n", "blank", "counts")] == ["N1", 3, 1, [1, 0, 0, 0, 2]]


def test_a_dimension_is_the_spread_of_its_peoples_means(taken: tuple[Path, object]) -> None:
    leadership, network = shown(taken[0])["dimensions"]
    means = [1.5, 2, 4, 4.5]
    assert (leadership["key"], leadership["pillar"], leadership["n"]) == ("Leadership", "people", 4)
    assert [leadership[key] for key in ("q1", "median", "q3")] == np.quantile(means, (0.25, 0.5, 0.75)).tolist()
    assert (network["pillar"], network["n"]) == ("systems", 3)


def test_a_floor_that_is_reached_does_not_block(taken: tuple[Path, object]) -> None:
    assert shown(taken[0])["blocks"] == []


def test_what_is_not_taken_is_on_standard_error(taken: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    said = taken[1].stderr
    assert "line 1: It stands above the headings. Survey of 3 August" in said
    assert shown(taken[0])["comments"] == ["no"]
    assert "cell E7: It is no level of statement N1. six" in said
    assert "4 people" in taken[1].stdout


def test_the_same_file_again_changes_nothing(taken: tuple[Path, object]) -> None:
    before = shown(taken[0])
    done = run("import", taken[0], "--answers", taken[0].parent / "form.csv")
    assert "0 answers new" in done.stdout
    assert shown(taken[0]) == before


def test_no_address_is_kept_in_the_file(taken: tuple[Path, object]) -> None:
    assert b"x.org" not in taken[0].read_bytes()


def test_answers_are_taken_into_the_round_that_is_named(taken: tuple[Path, object]) -> None:
    form = taken[0].parent / "again.csv"
    form.write_text("Timestamp,L1,Why?,L2,Why?\n8/9/2026 9:00,5,It works,5,\n", encoding="utf-8")
    done = run("import", taken[0], "--answers", form, "--round", "3")
    assert (done.returncode, "There is no round 3." in done.stderr) == (1, True)
    assert run("import", taken[0], "--answers", form, "--round", "2").returncode == 0
    found = shown(taken[0])
    assert (found["round"], found["statements"][0]["notes"]) == (2, ["It works"])
