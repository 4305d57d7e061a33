"""The environment is made once, and anew only when something it was made from has changed."""

from __future__ import annotations

import os
from pathlib import Path

import environment
import pytest
import system_libraries


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose environment has just been filled."""
    for file in ("pyproject.toml", environment.PINS):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("first")
    python = environment.interpreter(tmp_path)
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / ".venv" / "installed").write_text(environment.fingerprint(tmp_path))
    return tmp_path


def test_a_filled_environment_is_used_again(project: Path) -> None:
    assert environment.is_installed(project)


@pytest.mark.parametrize("file", ["pyproject.toml", environment.PINS])
def test_a_changed_pin_or_project_file_asks_for_installing_again(project: Path, file: str) -> None:
    (project / file).write_text("second")
    assert not environment.is_installed(project)


def test_a_moved_project_asks_for_installing_again(project: Path) -> None:
    assert not environment.is_installed(project.rename(project.with_name("moved")))


def test_an_environment_without_its_python_is_made_again(project: Path) -> None:
    environment.interpreter(project).unlink()
    assert not environment.is_installed(project)


def test_a_translation_is_compiled_when_it_is_new_or_changed(tmp_path: Path) -> None:
    source = tmp_path / "es" / "LC_MESSAGES" / "roadmap_desktop.po"
    source.parent.mkdir(parents=True)
    source.touch()
    assert environment.stale_translations(tmp_path) == [source]
    source.with_suffix(".mo").touch()
    os.utime(source, (1, 1))
    assert environment.stale_translations(tmp_path) == []


def test_missing_libraries_are_named_with_what_brings_them() -> None:
    needed, shown = system_libraries.LIBRARIES[0], system_libraries.LIBRARIES[-1]
    both = system_libraries.trouble([needed, shown])
    assert "can't start" in both
    assert needed.file in both
    assert f"apt-get install {needed.package} {shown.package}" in both
    assert "can't open a window" in system_libraries.trouble([shown])
