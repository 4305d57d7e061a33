"""The pins: exact, stable, without addresses, complete, and what is installed here."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LINES = [
    line
    for line in (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PINS = {canonicalize_name(name): Version(version) for name, _, version in (line.partition("==") for line in LINES)}


ASKED_FOR = [Requirement(text) for text in environment.requirements(ROOT / "pyproject.toml")]


def brought_by(name: str) -> list[str]:
    """What a package needs on this machine, without its extras."""
    needs = [Requirement(text) for text in metadata.requires(name) or []]
    return [canonicalize_name(n.name) for n in needs if n.marker is None or n.marker.evaluate({"extra": ""})]


def test_each_line_pins_one_package_exactly_and_names_no_address() -> None:
    assert [line for line in LINES if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)] == []


def test_only_stable_releases_are_pinned() -> None:
    assert [name for name, version in PINS.items() if version.is_prerelease] == []


def test_everything_asked_for_is_pinned_at_a_version_that_fits() -> None:
    loose = [need for need in ASKED_FOR if PINS.get(canonicalize_name(need.name), Version("0")) not in need.specifier]
    assert loose == []


def test_what_is_asked_for_brings_nothing_unpinned() -> None:
    waiting = [canonicalize_name(need.name) for need in ASKED_FOR]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += brought_by(name)
    assert seen - PINS.keys() == set()


def test_what_is_installed_is_what_is_pinned() -> None:
    installed = {canonicalize_name(package.name): Version(package.version) for package in metadata.distributions()}
    other = {name: installed[name] for name in installed.keys() & PINS.keys() if installed[name] != PINS[name]}
    assert other == {}
