"""The journey of the command line runs where there is no network at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ALONE = ("unshare", "--map-root-user", "--net")
Run = Callable[..., str]


def why_not() -> str:
    """Why no empty network namespace can be made here; empty where one can."""
    if shutil.which("unshare") is None:
        return "there is no unshare on this system"
    tried = subprocess.run([*ALONE, "true"], capture_output=True, text=True)
    return "" if tried.returncode == 0 else f"no empty network here: {tried.stderr.strip()}"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command line of the program in an empty network namespace, and gives what it said."""
    if reason := why_not():
        pytest.skip(reason)

    def run(*arguments: str | Path) -> str:
        line = [*ALONE, sys.executable, "-m", "roadmap_desktop", *map(str, arguments)]
        home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
        done = subprocess.run(line, capture_output=True, text=True, env={**os.environ, **home})
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_there_is_only_a_sleeping_loopback(run: Run) -> None:
    seen = subprocess.run([*ALONE, "cat", "/proc/net/dev"], capture_output=True, text=True).stdout
    assert [line.split(":")[0].strip() for line in seen.splitlines() if ":" in line] == ["lo"]


def test_a_workshop_is_made_shown_and_exported_without_a_network(run: Run, tmp_path: Path) -> None:
    sample, out = tmp_path / "sample.roadmap", tmp_path / "out"
    run("sample", sample)
    assert '"version": 1' in run("show", sample, "--json")
    run("export", sample, "--to", out)
    assert any(out.glob("*.pdf"))
    run("check", sample)
