"""The harness sees what it is there to see: a crash, an error, a lost answer and a trial that broke."""

from __future__ import annotations

import os
import signal

from tests.faults.forked import fork, in_batches
from tests.faults.killing import Expected
from tests.faults.table import Tried, joined


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
