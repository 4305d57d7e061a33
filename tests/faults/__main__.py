"""Breaks things on purpose and prints what was lost: python -m tests.faults --to out/faults.json.

Bounded it takes about two minutes on two cores. With --seconds or --unbounded it goes on with other seeds; Ctrl-C
ends it and prints the table.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from tests.faults.table import Tried, joined
from tests.faults.trials import ON_DISK, TRIALS


def main() -> int:
    """The exit status: 1 when a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=Path("out/faults.json"))
    parser.add_argument("--only", choices=sorted(TRIALS), help="one trial, in this process")
    parser.add_argument("--seed", type=int, default=1)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--seconds", type=float, default=0, help="go on with other seeds for so long")
    length.add_argument("--unbounded", action="store_true", help="go on with other seeds until Ctrl-C")
    options = parser.parse_args()
    if options.only:
        lines = tried_here(options.only, options.seed)
    else:
        lines = _rounds(options.seed, float("inf") if options.unbounded else options.seconds)
    options.to.parent.mkdir(parents=True, exist_ok=True)
    options.to.write_text(json.dumps([line.facts() for line in lines], indent=2) + "\n", encoding="utf-8")
    if not options.only:
        print(f"\nWritten to {options.to}")
    return 0 if all(line.met for line in lines) else 1


def tried_here(name: str, seed: int) -> list[Tried]:
    """The lines of one trial, made in this process."""
    with tempfile.TemporaryDirectory(dir=_in_memory(name)) as home:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = f"{home}/{variable}"
        place = Path(home) / "tried"
        place.mkdir()
        return TRIALS[name]()(seed, place)


def _in_memory(name: str) -> str | None:
    """Where thousands of files are written; only what is about the disk itself waits for a disk."""
    memory = Path("/dev/shm")
    return None if name in ON_DISK or not os.access(memory, os.W_OK) else str(memory)


def tried_apart(name: str, seed: int) -> list[Tried]:
    """The same lines, made in a process of its own; that it broke is a line too."""
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder) / "lines.json"
        environment = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
        call = [sys.executable, "-m", "tests.faults", "--only", name, "--seed", str(seed), "--to", str(to)]
        done = subprocess.run(call, capture_output=True, text=True, env=environment)
        if not to.exists():
            return [Tried(name, 1, "trials that broke", (done.stderr.strip()[-600:],))]
        return [_line(each) for each in json.loads(to.read_text(encoding="utf-8"))]


def _line(facts: dict[str, object]) -> Tried:
    known = {name: facts[name] for name in asdict(Tried("", 0, ""))}
    return Tried(**{**known, "found": tuple(known["found"])})  # type: ignore[arg-type]


def _rounds(seed: int, seconds: float) -> list[Tried]:
    begun = time.monotonic()
    lines: list[Tried] = []
    try:
        while not lines or time.monotonic() - begun < seconds:
            with ThreadPoolExecutor(max_workers=2) as pool:
                done = pool.map(tried_apart, TRIALS, [seed] * len(TRIALS))
                lines = joined((*lines, *(line for trial in done for line in trial)))
            seed += 1
    except KeyboardInterrupt:
        print("\nEnded by hand.")
    _print(lines, time.monotonic() - begun)
    return lines


def _print(lines: Iterable[Tried], seconds: float) -> None:
    print(f"{'what was tried':58} {'cases':>6} {'goal':30} found")
    for line in lines:
        print(*line.lines(), sep="\n")
    print(f"{seconds:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
