"""The workshops opened last are remembered, whatever happens to the file that holds them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from roadmap_desktop.language import message
from roadmap_desktop.store.recent import KEPT, Recent, RecentWorkshops

NOON = datetime.fromisoformat("2026-08-12T12:00")


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "recent.json"


def a_workshop(folder: Path, name: str = "maple", **more: object) -> Recent:
    return Recent(folder / f"{name}.roadmap", name.title(), NOON, **more)  # type: ignore[arg-type]


def test_nothing_is_remembered_at_first(list_file: Path) -> None:
    assert RecentWorkshops(list_file).all() == ()


def test_a_workshop_is_remembered_with_its_place_and_what_waits(list_file: Path, tmp_path: Path) -> None:
    line = message("{done} of {all} stages", done=6, all=10)
    left = a_workshop(tmp_path, line=line, is_urgent=True, is_sample=True, stage="pilots", step="success")
    RecentWorkshops(list_file).remember(left)
    assert RecentWorkshops(list_file).all() == (left,)


def test_the_one_opened_last_comes_first_and_each_file_once(list_file: Path, tmp_path: Path) -> None:
    recent = RecentWorkshops(list_file)
    for name in ("maple", "oak", "maple"):
        recent.remember(a_workshop(tmp_path, name))
    assert [each.district for each in recent.all()] == ["Maple", "Oak"]


def test_a_file_is_found_by_however_its_path_is_given(
    list_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recent = RecentWorkshops(list_file)
    recent.remember(a_workshop(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert recent.find(Path("maple.roadmap")) == a_workshop(tmp_path)


def test_only_so_many_are_kept(list_file: Path, tmp_path: Path) -> None:
    recent = RecentWorkshops(list_file)
    for number in range(KEPT + 3):
        recent.remember(a_workshop(tmp_path, f"w{number}"))
    assert len(recent.all()) == KEPT
    assert recent.all()[0].district == f"W{KEPT + 2}"


def test_a_forgotten_workshop_leaves_the_list_but_not_the_disk(list_file: Path, tmp_path: Path) -> None:
    recent = RecentWorkshops(list_file)
    (tmp_path / "maple.roadmap").touch()
    recent.remember(a_workshop(tmp_path))
    recent.forget(tmp_path / "maple.roadmap")
    assert recent.all() == ()
    assert (tmp_path / "maple.roadmap").exists()


@pytest.mark.parametrize(
    "content", ["", "{", "null", "7", '{"path": "x"}', '[3, null, "x", {}]', '[{"path": 5, "opened": "soon"}]', "\xff"]
)
def test_a_list_that_can_t_be_read_counts_as_empty(list_file: Path, content: str) -> None:
    list_file.parent.mkdir()
    list_file.write_bytes(content.encode("latin-1"))
    assert RecentWorkshops(list_file).all() == ()


def test_an_entry_that_can_t_be_read_leaves_the_others(list_file: Path, tmp_path: Path) -> None:
    recent = RecentWorkshops(list_file)
    recent.remember(a_workshop(tmp_path))
    list_file.write_text(list_file.read_text().replace("[\n", '[\n {"path": 1},\n', 1))
    assert recent.all() == (a_workshop(tmp_path),)


def test_an_entry_of_a_newer_program_is_read_as_far_as_it_is_known(list_file: Path, tmp_path: Path) -> None:
    recent = RecentWorkshops(list_file)
    recent.remember(a_workshop(tmp_path))
    list_file.write_text(list_file.read_text().replace('"path"', '"zoom": 2, "path"', 1))
    assert recent.all() == (a_workshop(tmp_path),)


def test_a_place_that_can_t_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "settings").touch()
    recent = RecentWorkshops(tmp_path / "settings" / "recent.json")
    recent.remember(a_workshop(tmp_path))
    assert recent.all() == ()
