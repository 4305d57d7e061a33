"""The README is true: its walk-through works as written, on an empty folder, and its links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\.venv/bin/roadmap-desktop (.+)$", README, flags=re.MULTILINE)

pytestmark = pytest.mark.xdist_group("readme")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The folder in which the walk-through was followed, and what each command printed, by its verb."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "out").mkdir()
    (folder / "tests").symlink_to(ROOT / "tests", target_is_directory=True)
    printed = {}
    for command in COMMANDS:
        call = [sys.executable, "-m", "roadmap_desktop", *shlex.split(command)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        printed[command.split()[0]] = done.stdout
    return folder, printed


@pytest.fixture(scope="module")
def prepare(walked: tuple[Path, dict[str, str]]) -> Any:
    return json.loads(walked[1]["show"])["stages"]["prepare"]


def test_the_imports_bring_the_schools_that_the_readme_promises(prepare: Any) -> None:
    (promised,) = re.findall(r"(\d+) schools and a year", README)
    assert len(prepare["schools"]) == int(promised)


def test_the_imports_bring_the_school_days_that_the_readme_promises(prepare: Any) -> None:
    (promised,) = re.findall(r"of (\d+) school days", README)
    assert prepare["calendar"]["school_days"] == int(promised)


def test_the_export_leaves_handouts(walked: tuple[Path, dict[str, str]]) -> None:
    handouts = list((walked[0] / "out" / "district").rglob("*.pdf"))
    assert handouts
    assert all(handout.read_bytes().startswith(b"%PDF") for handout in handouts)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_link_and_path_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    paths = re.findall(r"\b((?:packaging|tests|resources|forms|roadmap_desktop)/[\w./-]+\w)(?![\w<*])", text)
    assert [path for path in {*links, *paths} if not (ROOT / path).exists()] == []
