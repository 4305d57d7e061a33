"""What is loaded on the way to the window, and what waits until it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from roadmap_desktop.app import BEFORE_QT
from roadmap_desktop.journey.sample import sample_workshop

ROOT = Path(__file__).parents[1]
LIBRARIES = {"PySide6", "shiboken6", "sqlalchemy", "typing_extensions", "babel", "platformdirs", "pymupdf_fonts"}
"""The libraries that a window may wait for; the standard library is free."""

FLOORS = {"app", "screens", "widgets", "journey", "store", "model", "rules", "language", "tokens", "shipped"}

JOURNEY = {
    "stages",
    "standing",
    "workshop",
    "states",
    "inspection",
    "refusal",
    "counting",
    "prepare",
    "beside",
    "beside.counts",
}
"""Of the journey: what the frame shows, and the stage where the sample opens, of which one step."""

WITH_THE_WINDOW = """
import sys
from roadmap_desktop.app import application, started

window = started(sys.argv[2:])
stages = {"painted": 0, "at rest": 10}[sys.argv[1]]
while not window.page.stage_area.step().isVisible() or len(window.page.standings()) < stages:
    application().processEvents()
if stages:
    application().processEvents()
print(*sys.modules, sep="\\n")
window.close()
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("startup") / "sample.roadmap"
    sample_workshop(path).close()
    return path


def modules(program: str, *arguments: str | Path) -> list[str]:
    """The modules that a program loads, in their order, as it prints them."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    call = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    return done.stdout.splitlines()


def loaded(sample: Path, moment: str) -> list[str]:
    """What is loaded with the window at the moment."""
    return modules(WITH_THE_WINDOW, moment, sample)


@pytest.fixture(scope="module")
def painted(sample: Path) -> list[str]:
    return loaded(sample, "painted")


def within(package: str, names: list[str]) -> set[str]:
    return {name.removeprefix(f"{package}.") for name in names if name.startswith(f"{package}.")}


def test_the_window_waits_for_few_libraries(painted: list[str]) -> None:
    by_python = modules("import sys; print(*sys.modules, sep='\\n')")
    found = {name.partition(".")[0] for name in {*painted} - {*by_python}}
    assert found & packages_distributions().keys() <= LIBRARIES


def test_reading_the_workshop_loads_no_mapper(painted: list[str]) -> None:
    assert [name for name in painted if name.startswith("sqlalchemy.orm")] == []


def test_of_the_journey_only_the_frame_and_one_step_are_loaded(painted: list[str]) -> None:
    assert within("roadmap_desktop.journey", painted) <= {*JOURNEY, "prepare.district"}


def test_floors_that_a_window_does_not_need_are_not_loaded(painted: list[str]) -> None:
    floors = {name.partition(".")[0] for name in within("roadmap_desktop", painted)}
    assert floors == FLOORS


def test_what_is_not_of_qt_is_loaded_before_qt_reads_the_source_of_all_that_follows(painted: list[str]) -> None:
    after = painted[painted.index("PySide6") :]
    assert set(BEFORE_QT) & set(after) == set()
    assert [name for name in after if name.startswith(("sqlalchemy.", "babel."))] == []


def test_the_first_answer_finds_everything_ready(sample: Path) -> None:
    assert "sqlalchemy.orm" in loaded(sample, "at rest")
