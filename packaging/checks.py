"""Everything the test command checks, in order: form first, then behaviour."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
WORKERS = (os.cpu_count() or 1) + 1
"""One more than there are cores: trials that kill and damage workshops wait more than they reckon."""
SUITE = ("pytest", f"--numprocesses={WORKERS}", "--dist=loadgroup")
"""Without coverage, which takes a quarter of the time: ``test --cov --cov-report=json:out/coverage.json`` adds it."""


@dataclass(frozen=True)
class Check:
    """A tool that looks at the code without running it."""

    title: str
    command: tuple[str | Path, ...]
    """What follows the environment's Python on the command line."""


def checks() -> list[Check]:
    """The checks of form, quickest first."""
    packaging = ROOT / "packaging"
    return [
        Check("Format (ruff)", ("-m", "ruff", "format", "--check", "--quiet", ".")),
        Check("Lint (ruff)", ("-m", "ruff", "check", "--quiet", ".")),
        Check("Shape of the code", (packaging / "shape.py",)),
        Check("Strings, missing or unused", (packaging / "strings.py", "--check")),
        Check("Dead code (vulture)", (packaging / "dead_code.py",)),
        Check(
            "Imports between floors (import-linter)",
            ("-c", LINT_IMPORTS),
        ),
        Check("Types (mypy, strict)", ("-m", "mypy", "--no-error-summary")),
    ]


def run_all(python: Path) -> int:
    """Runs every check, then the tests; the exit status is 1 if anything failed.

    The tests come last, so that where all is well their closing line is the last one.
    """
    failed = [check.title for check in checks() if not passes(check, python)]
    total = len(checks())
    print(f"\n== Checks of form: {total - len(failed)} of {total} passed", flush=True)
    print("\n== Tests (pytest)", flush=True)
    (ROOT / "out").mkdir(exist_ok=True)
    if run_tests(python, SUITE[1:]):
        failed.append("Tests (pytest)")
    if failed:
        print("\n== Failed: " + "; ".join(failed), flush=True)
    return 1 if failed else 0


def run_tests(python: Path, options: tuple[str, ...] | list[str]) -> int:
    """Runs the tests with these options of pytest; its exit status."""
    return subprocess.run([python, "-m", SUITE[0], *options], cwd=ROOT).returncode


def passes(check: Check, python: Path) -> bool:
    """Whether a check finds nothing; prints its last line then, and all it said otherwise."""
    print(f"\n== {check.title}", flush=True)
    begun = time.monotonic()
    done = subprocess.run([python, *check.command], cwd=ROOT, capture_output=True, text=True)
    said = (done.stdout + done.stderr).strip()
    if done.returncode:
        print(said, "FAILED", sep="\n", flush=True)
    else:
        closing = said.splitlines()[-1] if said else "nothing to mend"
        print(f"{closing} ({time.monotonic() - begun:.1f} s)", flush=True)
    return done.returncode == 0
