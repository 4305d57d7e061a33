"""The harness sees what it is there to see: a crash, an error, a lost answer and a trial that broke."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from random import Random
from shutil import which

import pytest

from tests.faults.forked import fork, in_batches
from tests.faults.killing import Expected, ratings
from tests.faults.power import Disk, Event, events_of, judged, recorded
from tests.faults.table import Tried, joined
from tests.faults.workshops import small_workshop


def _judged(case: int) -> str:
    if case == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if case == 5:
        raise ValueError("five")
    return "seven" if case == 7 else ""


def test_each_case_that_crashes_fails_or_finds_is_named_and_the_others_go_on() -> None:
    found = in_batches(range(9), _judged, str, size=4)
    assert found[0] == "3: the process ended with -9"
    assert found[1].startswith("5: ValueError: five at test_harness.py")
    assert found[2:] == ["7: seven"]


def test_what_a_child_said_before_it_was_killed_is_heard() -> None:
    def work(say: object) -> None:
        say("first")  # type: ignore[operator]
        signal.pause()

    child = fork(work)
    assert child.line() == "first"
    child.kill()
    assert (child.rest(), child.ended()) == ([], -9)


def test_the_model_of_the_killed_writer_undoes_and_redoes() -> None:
    start = Expected({"a": 1})
    changed = start.after(("answer", "a", 2)).after(("answer", "b", 3))
    undone = changed.after(("undo", "", None)).after(("undo", "", None))
    assert undone.ratings == {"a": 1}
    assert undone.after(("redo", "", None)).ratings == {"a": 2}


def test_a_goal_is_missed_by_a_finding_and_by_too_few_cases() -> None:
    assert Tried("kills", 200, "lost", least=200).met
    assert not Tried("kills", 199, "lost", least=200).met
    assert not Tried("kills", 200, "lost", ("one",), least=200).met


def test_shares_of_one_trial_are_one_line() -> None:
    (line,) = joined([Tried("files", 3, "crashes"), Tried("files", 4, "crashes", ("one",))])
    assert (line.count, line.found) == (7, ("one",))


def test_losing_power_loses_what_was_not_synced_and_only_that() -> None:
    disk = Disk({"/a/file": b"old"})
    for event in (
        Event("write", "/a/file", 0, b"new"),
        Event("sync", "/a/file"),
        Event("write", "/a/file", 3, b"er"),
        Event("made", "/a/other"),
    ):
        disk.happens(event)
    assert disk.after_power_failed(Random(1), 0) == {"/a/file": b"new"}
    assert disk.after_power_failed(Random(1), 1) == {"/a/file": b"newer", "/a/other": b""}


def test_a_folder_that_is_synced_keeps_the_names_in_it() -> None:
    disk = Disk({"/a/journal": b"x"})
    disk.happens(Event("unlink", "/a/journal"))
    assert disk.after_power_failed(Random(1), 0) == {"/a/journal": b"x"}
    disk.happens(Event("sync", "/a"))
    assert disk.after_power_failed(Random(1), 0) == {}


def test_a_trace_is_read_call_by_call() -> None:
    name = "".join(f"\\x{byte:02x}" for byte in b"/a/f.roadmap")
    trace = [
        f'openat(AT_FDCWD, "{name}", O_RDWR|O_CREAT, 0644) = 4<{name}>',
        f'pwrite64(4<{name}>, "\\x61\\x62", 2, 4096) = 2',
        f"fsync(4<{name}>) = 0",
        'write(1<\\x70>, "\\x68\\x69", 2) = 2',
        f'unlink("{name}") = -1 ENOENT (No such file or directory)',
    ]
    kinds = [(each.kind, each.at, each.data) for each in events_of(trace, Path("/a/f.roadmap"))]
    assert kinds == [("made", 0, b""), ("write", 4096, b"ab"), ("sync", 0, b""), ("said", 0, b"hi")]


@pytest.mark.faults
@pytest.mark.skipif(which("strace") is None, reason="strace is not installed here")
def test_a_writer_that_did_not_sync_would_be_found_out(tmp_path: Path) -> None:
    path = tmp_path / "power.roadmap"
    small_workshop(path).close()
    first, before = path.read_bytes(), ratings(path)
    events = recorded(path, 1, tmp_path / "trace")
    if not any(each.kind == "said" for each in events):
        pytest.skip("strace may not trace here")
    careless = [each for each in events if each.kind != "sync"]
    assert judged(path, first, events, before, (0, 0.0)) == ""
    assert judged(path, first, careless, before, (0, 0.0)) != ""
