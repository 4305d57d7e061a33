"""The summary of coverage: a floor's lines and branches together, and the goal where it is missed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.coverage_by_floor import summary


def figures(lines: int, of_lines: int, branches: int, of_branches: int) -> dict[str, dict[str, int]]:
    names = ("covered_lines", "num_statements", "covered_branches", "num_branches")
    return {"summary": dict(zip(names, (lines, of_lines, branches, of_branches), strict=True))}


def test_a_floor_sums_its_modules_and_names_a_missed_goal(tmp_path: Path) -> None:
    files = {
        "roadmap_desktop/rules/team.py": figures(90, 100, 4, 10),
        "roadmap_desktop/rules/pilots.py": figures(80, 80, 10, 10),
        "roadmap_desktop/language.py": figures(86, 100, 0, 0),
        "roadmap_desktop/__init__.py": figures(0, 0, 0, 0),
    }
    (tmp_path / "coverage.json").write_text(json.dumps({"files": files}))
    assert summary(tmp_path / "coverage.json") == "Coverage: language 86 %, rules 92 % (goal 95 %)"
