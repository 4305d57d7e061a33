"""The commands of a newcomer: they say what they can do, and whether it worked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import checks
import dev
import pytest

SCRIPT = Path(dev.__file__)


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True)


@pytest.mark.parametrize("arguments", [(), ("bild",)])
def test_without_a_known_verb_it_lists_its_verbs_and_refuses(arguments: tuple[str, ...]) -> None:
    done = call(*arguments)
    assert done.returncode == 2
    assert "dev.py run" in done.stderr


def test_help_is_no_error() -> None:
    done = call("help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "dev.py test" in done.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_recognised_by_either_name(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not dev.has_display()
    monkeypatch.setenv(variable, ":7")
    assert dev.has_display()


def test_a_check_that_fails_shows_what_it_said(capsys: pytest.CaptureFixture[str]) -> None:
    check = checks.Check("Made up", ("-c", "raise SystemExit('line 3 is wrong')"))
    assert not checks.passes(check, Path(sys.executable))
    assert capsys.readouterr().out.endswith("line 3 is wrong\nFAILED\n")


def test_a_check_that_passes_takes_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert checks.passes(checks.Check("Made up", ("-c", "print('1\\n2 files')")), Path(sys.executable))
    assert capsys.readouterr().out.splitlines()[2].startswith("2 files (")


def test_every_script_that_a_check_runs_exists() -> None:
    scripts = [part for check in checks.checks() for part in check.command if isinstance(part, Path)]
    assert scripts
    assert all(script.is_file() for script in scripts)
