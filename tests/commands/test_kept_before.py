"""Before anything is imported by the command line, a checked copy of the workshop is kept."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.__main__ import main
from roadmap_desktop.model.people import School
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, snapshots, sound
from tests.copied import new_copy

SCHOOLS = "School name,Level\nOak Ridge,Elementary\nMesa,High\n"
CALENDAR = "Date,Event\n2026-08-10,First day of school\n2027-05-28,Last day of school\n"
INSTRUMENT = "id,statement,dimension\na1,We lead,Leading\na2,We fund,Leading\n"
TASKS = "id,length,predecessors\nA,5 school days,\nB,0,A\n"


@pytest.mark.parametrize(
    ("what", "text"),
    [("schools", SCHOOLS), ("instrument", INSTRUMENT), ("calendar", CALENDAR), ("tasks", TASKS)],
)
def test_a_checked_copy_is_kept_before_an_import(tmp_path: Path, what: str, text: str) -> None:
    path, source = tmp_path / "w.roadmap", tmp_path / "list.csv"
    new_copy(path, district="A", state="FL").close()
    source.write_text(text, encoding="utf-8")
    assert main(["import", str(path), f"--{what}", str(source), "--year", "2026-27"]) == 0
    with closing(Document.open(path, read_only=True)) as document:
        (kept,) = snapshots(document.workshop_uuid)
        assert document.undo_label is not None
    assert kept.reason is Reason.IMPORTING
    assert sound(kept)
    with closing(Document.open(kept.path, read_only=True)) as before:
        assert before.undo_label is None
        assert not before.rows(select(School.uuid))
