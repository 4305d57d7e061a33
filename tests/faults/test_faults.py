"""Nothing is lost: each trial of ``packaging/dev.py faults`` in its bounded form meets its goals."""

from __future__ import annotations

import pytest

from tests.faults.__main__ import tried_apart
from tests.faults.trials import TRIALS

pytestmark = pytest.mark.faults


@pytest.mark.parametrize("trial", TRIALS)
def test_breaking_a_workshop_loses_nothing(trial: str) -> None:
    lines = tried_apart(trial, seed=1)
    assert lines
    assert [text for line in lines if not line.met for text in line.lines()] == []
