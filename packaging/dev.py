"""Runs and tests Roadmap Desktop from a checkout; needs Python 3.11 or newer and nothing else.

    python3 packaging/dev.py run          open the sample workshop; without a display, make its handouts
                                          and a picture of every screen in out/
    python3 packaging/dev.py test         every check, then every test
    python3 packaging/dev.py test OPTION  only the tests, with options of pytest, such as  test -k ranking
    python3 packaging/dev.py pictures     a picture of every screen in out/pictures
    python3 packaging/dev.py bench        how fast it is, beside its goals, in out/bench.json
    python3 packaging/dev.py faults       what killing, damaging and filling up loses, in out/faults.json;
                                          with --seconds N or --unbounded it goes on with other seeds
    python3 packaging/dev.py strings      write down anew which strings await translation

The first run makes .venv and fills it with pinned packages; later runs begin at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "out"
ROOT = OUT.parent


def main(arguments: list[str]) -> int:
    """Does what the verb says; the exit status is 0 done, 1 failed, 2 wrong usage."""
    verbs = {"run": _run, "test": _test, "pictures": _pictures, "bench": _bench, "faults": _faults, "strings": _strings}
    if not arguments or arguments[0] not in verbs:
        wanted_help = bool(arguments) and arguments[0] in ("help", "-h", "--help")
        print(__doc__, file=sys.stdout if wanted_help else sys.stderr)
        return 0 if wanted_help else 2
    if sys.version_info < (3, 11):
        print(f"Roadmap Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    import environment

    try:
        return verbs[arguments[0]](environment.prepare(), arguments[1:])
    except environment.NotReady as trouble:
        print(trouble, file=sys.stderr)
        return 1


def has_display() -> bool:
    """Whether a window can be seen here."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _run(python: Path, options: list[str]) -> int:
    return _open_window(python, options) if has_display() else _make_everything(python)


def _open_window(python: Path, options: list[str]) -> int:
    """Opens the sample as it was left, or a new copy of it."""
    sample = OUT / "sample.roadmap"
    if not sample.exists() and (status := _program(python, "sample", sample)):
        return status
    print(f"Opening {sample}; delete it to start from a new copy.", flush=True)
    return _program(python, sample, *options)


def _make_everything(python: Path) -> int:
    """The main job without a window: the sample, its handouts, and pictures of the screens."""
    print("No display here: making the sample workshop, its handouts and pictures of the screens.", flush=True)
    sample, handouts, pictures = OUT / "sample.roadmap", OUT / "handouts", OUT / "pictures"
    OUT.mkdir(exist_ok=True)
    if sample.exists():
        sample.replace(OUT / "sample.before.roadmap")
    status = (
        _program(python, "sample", sample)
        or _program(python, "export", sample, "--to", handouts)
        or _pictures(python, ["--to", str(pictures)])
    )
    if not status:
        print(f"\nThe sample workshop   {sample}\nIts handouts          {handouts}\nThe screens           {pictures}")
    return status


def _test(python: Path, options: list[str]) -> int:
    import checks

    return checks.run_tests(python, options) if options else checks.run_all(python)


def _pictures(python: Path, options: list[str]) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _call(python, "-m", "tests.pictures", *(options or ("--to", OUT / "pictures")))


def _bench(python: Path, options: list[str]) -> int:
    return _call(python, "-m", "tests.bench", *(options or ("--to", OUT / "bench.json")))


def _faults(python: Path, options: list[str]) -> int:
    return _call(python, "-m", "tests.faults", "--to", OUT / "faults.json", *options)


def _strings(python: Path, options: list[str]) -> int:
    return _call(python, ROOT / "packaging" / "strings.py", *options)


def _program(python: Path, *arguments: str | Path) -> int:
    return _call(python, "-m", "roadmap_desktop", *arguments)


def _call(python: Path, *arguments: str | Path) -> int:
    OUT.mkdir(exist_ok=True)
    return subprocess.run([python, *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
