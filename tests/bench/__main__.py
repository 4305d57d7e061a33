"""Measures what was promised and prints goal, measured, met or not: python -m tests.bench --to out/bench.json."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.bench.answering import answering
from tests.bench.opening import opening
from tests.bench.painting import painting
from tests.bench.planning import planning
from tests.bench.saving import saving
from tests.bench.startup import startup
from tests.bench.sureness import sureness
from tests.bench.switching import switching


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("out/bench.json"))
    options = parser.parse_args()
    lines = []
    for measured in (
        startup(),
        *opening(),
        *saving(),
        *planning(),
        *sureness(),
        *switching(),
        *answering(),
        *painting(),
    ):
        print(measured.line(), flush=True)
        lines.append(measured.facts())
    options.to.parent.mkdir(parents=True, exist_ok=True)
    options.to.write_text(json.dumps(lines, indent=2) + "\n", encoding="utf-8")
    print(f"\nWritten to {options.to}")


if __name__ == "__main__":
    main()
