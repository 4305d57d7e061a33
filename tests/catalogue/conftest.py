"""A catalogue of one's own, copied from the shipped one, to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_desktop.shipped import shipped

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped catalogue."""
    return Path(shutil.copytree(shipped("resources", "catalogue"), tmp_path / "catalogue"))


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replaces the first occurrence of some text in one of its files; the copy's folder."""

    def replace(file: str, old: str, new: str) -> Path:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return replace
