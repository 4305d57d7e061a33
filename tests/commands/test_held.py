"""Verbs that write are refused while somebody has the file open; verbs that read are not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.store.document import Document
from tests.copied import new_copy

ROOT = Path(__file__).parents[2]


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = new_copy(tmp_path / "maple.roadmap", district="Maple", state="FL")
    yield made
    made.close()


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "roadmap_desktop", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, cwd=ROOT, check=False)


def test_an_import_into_a_file_that_is_open_is_refused_with_who_has_it(document: Document, tmp_path: Path) -> None:
    (tmp_path / "schools.csv").write_text("name\nOak Ridge\n")
    done = run("import", document.path, "--schools", tmp_path / "schools.csv")
    assert done.returncode == 1
    assert "open in another window since" in done.stderr
    assert document.notice_others() is False


def test_a_file_that_is_open_can_be_shown_and_checked(document: Document) -> None:
    for verb in (("show", document.path, "--json"), ("check", document.path)):
        done = run(*verb)
        assert (done.returncode, done.stderr) == (0, "")
