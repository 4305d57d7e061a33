"""Copies that file synchronisers make are recognised by their name and by what they hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.conflict_copies import MOST_COPIES, conflict_copies
from roadmap_desktop.store.document import Document

MAPLE = "0b7c1d52-7f0f-4d63-9f5e-6a3f0a1e9b11"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "maple.roadmap"
    Document.create(path, [Workshop(uuid=MAPLE, district="Maple")]).close()
    return path


@pytest.mark.parametrize(
    "name",
    [
        "maple (Maria's conflicted copy 2026-11-24).roadmap",
        "maple (Konflikt-Kopie von Maria 2026-11-24).roadmap",
        "maple-LAPTOP-7.roadmap",
        "maple.sync-conflict-20261124-140512-ABCDEF7.roadmap",
        "maple (conflicted copy 2026-11-24 140512).roadmap",
        "maple_conflict-20261124-140512.roadmap",
        "maple (1).roadmap",
        "maple[Conflict].roadmap",
    ],
)
def test_a_synchroniser_s_copy_is_recognised(path: Path, name: str) -> None:
    copy = Path(shutil.copy(path, path.with_name(name)))
    content = copy.read_bytes()
    assert conflict_copies(path, MAPLE) == (copy,)
    assert copy.read_bytes() == content


@pytest.mark.parametrize("name", ["maple county.roadmap", "oak (1).roadmap", "maple (1).txt", "maple2.roadmap"])
def test_a_file_with_a_name_of_its_own_is_none(path: Path, name: str) -> None:
    shutil.copy(path, path.with_name(name))
    assert conflict_copies(path, MAPLE) == ()


def test_another_workshop_under_such_a_name_is_none(path: Path) -> None:
    Document.create(path.with_name("maple (1).roadmap"), [Workshop(district="Maple")]).close()
    assert conflict_copies(path, MAPLE) == ()


def test_what_can_t_be_read_is_none(path: Path) -> None:
    path.with_name("maple (1).roadmap").write_bytes(b"SQLite format 3\x00" + bytes(200))
    path.with_name("maple (2).roadmap").mkdir()
    cut_off = path.with_name("maple (3).roadmap")
    cut_off.write_bytes(path.read_bytes()[:9000])
    assert conflict_copies(path, MAPLE) == ()
    assert conflict_copies(path.parent / "gone" / "maple.roadmap", MAPLE) == ()


def test_of_very_many_only_a_few_are_opened(path: Path) -> None:
    for number in range(MOST_COPIES + 5):
        shutil.copy(path, path.with_name(f"maple ({number}).roadmap"))
    assert len(conflict_copies(path, MAPLE)) == MOST_COPIES
