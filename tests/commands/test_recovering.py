"""``check --recover``: what can be read of a damaged file goes into a new one, and what is lost is said by stage."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from roadmap_desktop.__main__ import main
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, keep_file
from tests.copied import sample_copy


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.roadmap"
    sample_copy(path).close()
    return path


def damage(path: Path, table: str) -> bytes:
    """Writes over the first page of a table; gives the file as it is then."""
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes([0xFF]) * 4096)
    return path.read_bytes()


def test_what_is_read_and_lost_is_said_by_stage(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = damage(sample, "seat")
    out = sample.with_name("new.roadmap")
    assert main(["check", str(sample), "--recover", str(out)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "lost" in next(line for line in lines if line.startswith("Team: "))
    assert "nothing lost" in next(line for line in lines if line.startswith("Guardrails: "))
    assert lines[-1] == f"Made {out}."
    assert sample.read_bytes() == content
    Document.open(out).close()


def test_a_sound_file_is_copied_and_said_to_be_sound(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample.with_name("new.roadmap")
    assert main(["check", str(sample), "--recover", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{sample} is sound.", f"Made {out}."]
    assert out.read_bytes() == sample.read_bytes()


def test_nothing_is_written_over(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sample.read_bytes()
    assert main(["check", str(sample), "--recover", str(sample)]) == 1
    assert "already a file" in capsys.readouterr().err
    assert sample.read_bytes() == content


def test_where_nothing_can_be_read_the_earlier_copy_is_named(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = keep_file(sample, Reason.OPENING, datetime(2026, 8, 12, 9))
    sample.write_bytes(b"")
    out = sample.with_name("new.roadmap")
    assert main(["check", str(sample), "--recover", str(out)]) == 1
    assert str(kept.path) in capsys.readouterr().err
    assert not out.exists()


def test_what_is_left_behind_is_named(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        connection.execute("CREATE VIEW peek AS SELECT 1")
    assert main(["check", str(sample), "--recover", str(sample.with_name("new.roadmap"))]) == 0
    assert "Left behind: peek" in capsys.readouterr().out
