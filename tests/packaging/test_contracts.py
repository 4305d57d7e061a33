"""The import contracts cover every floor that exists, so that none slips past them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from roadmap_desktop.journey.stages import STAGES

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
WINDOW_FLOORS = {"__main__", "app", "screens", "widgets", "charts"}


def floors() -> set[str]:
    found = [
        path for path in (ROOT / "roadmap_desktop").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    return {path.stem for path in found} - {"__init__"}


def named_in(lines: list[str]) -> set[str]:
    return set(re.findall(r"roadmap_desktop\.(\w+)", " ".join(lines)))


def contract(kind: str, forbids: str = "") -> dict[str, list[str]]:
    return next(c for c in CONTRACTS if c["type"] == kind and (not forbids or forbids in c["forbidden_modules"]))


def test_every_floor_has_its_place_in_the_layers() -> None:
    assert floors() - named_in(contract("layers")["layers"]) == set()


def test_every_floor_below_the_window_is_forbidden_to_use_qt() -> None:
    assert floors() - WINDOW_FLOORS - named_in(contract("forbidden", "PySide6")["source_modules"]) == set()


def test_the_picture_of_the_floors_shows_them_in_the_order_of_the_contract() -> None:
    picture = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```")[1]
    drawn = re.findall(r"(?:^ |│  )(\w+) ", picture, flags=re.MULTILINE)
    layers = re.findall(r"(\(?)roadmap_desktop\.(\w+)", " ".join(contract("layers")["layers"]))
    assert drawn == [floor for optional, floor in layers if not optional]


def test_rules_may_use_nothing_of_ours() -> None:
    below = contract("layers")["layers"]
    lower = below[below.index("roadmap_desktop.rules") + 1 :]
    assert named_in(lower) == named_in(contract("forbidden", "sqlalchemy")["forbidden_modules"])


def test_the_screens_of_every_stage_are_kept_apart() -> None:
    apart = contract("independence")["modules"]
    assert apart == [f"roadmap_desktop.screens.{stage.key}" for stage in STAGES]


def test_no_stage_may_know_the_declaration_that_loads_it() -> None:
    apart = contract("forbidden", "roadmap_desktop.journey.stages")["source_modules"]
    assert apart == [f"roadmap_desktop.journey.{stage.key}" for stage in STAGES]


def test_packaging_is_no_package_and_shadows_no_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
