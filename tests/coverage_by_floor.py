"""Sums up the coverage of a whole run by floor, beside its goal: branches count as much as lines."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

GOALS = defaultdict(lambda: 85, rules=95, store=95, journey=95)
"""Per cent of lines and branches, by floor."""


def summary(report: Path) -> str:
    """One line: each floor's percentage, with its goal where that is missed."""
    covered: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for file, figures in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        floor = Path(file).parts[1].removesuffix(".py")
        covered[floor] += figures["summary"]["covered_lines"] + figures["summary"]["covered_branches"]
        total[floor] += figures["summary"]["num_statements"] + figures["summary"]["num_branches"]
    return "Coverage: " + ", ".join(
        _floor(floor, covered[floor], total[floor]) for floor in sorted(total) if total[floor]
    )


def _floor(floor: str, covered: int, total: int) -> str:
    share = 100 * covered // total
    return f"{floor} {share} %" + (f" (goal {GOALS[floor]} %)" if share < GOALS[floor] else "")
