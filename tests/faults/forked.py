"""Runs dangerous work in children forked from a process that has loaded everything: a child may die, not the run."""

from __future__ import annotations

import json
import os
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
LONGEST = 60
"""Seconds after which a child ends itself: a hang is a fault like a crash."""


@dataclass
class Child:
    """A forked process, and the end of the pipe on which it speaks in lines."""

    process: int
    pipe: int

    def kill(self) -> None:
        """Ends it without a word, as losing power to the process would."""
        os.kill(self.process, signal.SIGKILL)

    def line(self) -> str:
        """Waits for one line; empty when the child is gone."""
        said = b""
        while not said.endswith(b"\n"):
            one = os.read(self.pipe, 1)
            if not one:
                return ""
            said += one
        return said.decode().rstrip("\n")

    def rest(self) -> list[str]:
        """All whole lines that are left, and waits until the child is gone."""
        said = b""
        while more := os.read(self.pipe, 65536):
            said += more
        os.close(self.pipe)
        return [line.decode() for line in said.split(b"\n")[:-1]]

    def ended(self) -> int:
        """The status with which it ended: below zero, the signal that ended it."""
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def fork(work: Callable[[Callable[[str], None]], None]) -> Child:
    """A child that does the work; the work gets a function that says a line to the parent."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process:
        os.close(theirs)
        return Child(process, ours)
    status = 1
    try:
        os.close(ours)
        signal.alarm(LONGEST)
        work(lambda text: _say(theirs, text))
        status = 0
    except BaseException:
        with suppress(OSError):
            _say(theirs, "broke " + json.dumps(traceback.format_exc()))
    finally:
        os._exit(status)


def _say(pipe: int, text: str) -> None:
    os.write(pipe, text.encode() + b"\n")


def in_batches(cases: Sequence[T], judge: Callable[[T], str], named: Callable[[T], str], size: int = 40) -> list[str]:
    """What was found in these cases: what ``judge`` says of each (empty: nothing), and each that ended its child."""
    found = []
    at = 0
    while at < len(cases):
        batch = cases[at : at + size]
        child = fork(lambda say, batch=batch: _judge(batch, judge, say))  # type: ignore[misc]
        said = child.rest()
        status = child.ended()
        found += [f"{named(batch[i])}: {text}" for i, line in enumerate(said) if (text := json.loads(line))]
        at += len(said)
        if len(said) < len(batch):
            found.append(f"{named(batch[len(said)])}: the process ended with {status}")
            at += 1
    return found


def _judge(batch: Sequence[T], judge: Callable[[T], str], say: Callable[[str], None]) -> None:
    for case in batch:
        signal.alarm(LONGEST)
        try:
            text = judge(case)
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            text = f"{type(error).__name__}: {str(error)[:160]} at {where.filename.split('/')[-1]}:{where.lineno}"
        say(json.dumps(text))
