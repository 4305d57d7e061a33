"""The project's own Python: makes .venv, fills it with pinned packages, and knows when that is already done."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import cast

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
PINS = "packaging/constraints.txt"
TRANSLATIONS = ROOT / "resources" / "translations"


class NotReady(Exception):
    """The environment can't be made; the text says what happened and what to do."""


def prepare() -> Path:
    """The Python of an environment in which everything is installed; makes it where needed.

    Raises NotReady where something is missing that can't be brought in from here.
    """
    python = interpreter(ROOT)
    _bring_libraries(first_time=not python.exists())
    if not python.exists():
        _make(ROOT / ".venv")
    if not is_installed(ROOT):
        _install(python)
        _stamp(ROOT).write_text(fingerprint(ROOT))
    if stale_translations(TRANSLATIONS):
        subprocess.run([python, ROOT / "packaging" / "translations.py"], check=True)
    return python


def interpreter(root: Path) -> Path:
    """Where the Python of a project's environment is, or will be."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_installed(root: Path) -> bool:
    """Whether the environment was filled by exactly these pins and this project file, in this place."""
    stamp = _stamp(root)
    return interpreter(root).exists() and stamp.exists() and stamp.read_text() == fingerprint(root)


def fingerprint(root: Path) -> str:
    """Changes when the pins, the project file or the folder change."""
    parts = (str(root).encode(), (root / "pyproject.toml").read_bytes(), (root / PINS).read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def requirements(project_file: Path) -> list[str]:
    """What the program needs, what its checks need, and what builds it."""
    project = tomllib.loads(project_file.read_text(encoding="utf-8"))
    groups = (
        project["project"]["dependencies"],
        project["dependency-groups"]["dev"],
        project["build-system"]["requires"],
    )
    return [cast("str", requirement) for group in groups for requirement in group]


def stale_translations(folder: Path) -> list[Path]:
    """Translations that are newer than their compiled form, or not compiled yet."""
    return [
        source for source in sorted(folder.glob("*/LC_MESSAGES/*.po")) if _is_newer(source, source.with_suffix(".mo"))
    ]


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def _stamp(root: Path) -> Path:
    return root / ".venv" / "installed"


def _bring_libraries(*, first_time: bool) -> None:
    """Installs what Qt lacks where we may; stops where Qt can't start, says so where only a window can't open."""
    missing = system_libraries.missing()
    wanted = [library.package for library in missing]
    if first_time and shutil.which("Xvfb") is None:
        wanted.append(system_libraries.VIRTUAL_SCREEN)
    if wanted and system_libraries.may_install():
        system_libraries.install(wanted)
        missing = system_libraries.missing()
    if any(not library.for_a_window for library in missing):
        raise NotReady(system_libraries.trouble(missing))
    if missing:
        print(system_libraries.trouble(missing), file=sys.stderr)


def _make(folder: Path) -> None:
    """Makes an empty environment; Debian keeps the module for that in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None and not (
        system_libraries.may_install() and system_libraries.install(["python3-venv"])
    ):
        raise NotReady(
            "This Python can't make an environment of its own: its module ensurepip is missing.\n"
            "On Debian or Ubuntu, an administrator adds it with\n    apt-get install python3-venv\n"
            "Then run this command again."
        )
    print(f"Making {folder}", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", folder]).returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise NotReady(f"{folder} could not be made; what went wrong is said above. Nothing else was changed.")


def _install(python: Path) -> None:
    print("Installing the pinned packages; the first time this takes a few minutes", flush=True)
    quietly = ("--quiet", "--disable-pip-version-check", "--progress-bar", "off")
    pip: list[str | Path] = [python, "-m", "pip", "install", *quietly]
    steps: tuple[list[str | Path], ...] = (
        ["--constraint", ROOT / PINS, *requirements(ROOT / "pyproject.toml")],
        ["--no-deps", "--no-build-isolation", "--editable", ROOT],
    )
    for step in steps:
        if subprocess.run([*pip, *step]).returncode:
            raise NotReady(
                "The packages could not be installed; what went wrong is said above.\n"
                "This needs the network once. Then run this command again: it goes on where it stopped."
            )
