"""A new workshop, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from roadmap_desktop.store.document import Document
from tests.copied import new_copy

NOON = datetime.fromisoformat("2026-08-03T12:00")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = new_copy(tmp_path / "maple.roadmap", district="Maple County", state="FL", clock=lambda: NOON)
    yield made
    made.close()
