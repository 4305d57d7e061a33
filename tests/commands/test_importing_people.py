"""A list of people by the command line: taken as far as it is understood, the rest is told."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.__main__ import main
from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.store.document import Document
from tests.copied import new_copy


def test_people_are_taken_and_what_is_not_understood_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, source = tmp_path / "w.roadmap", tmp_path / "room.csv"
    new_copy(path, district="A", state="FL").close()
    source.write_text("Name;Perspective;Shoe\nAna;Parents;38\nBo;Wizards;41\n;Board;\n", encoding="utf-8")
    assert main(["import", str(path), "--participants", str(source)]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == "2 people new, 0 changed, 0 as they were."
    assert [line.partition(":")[0] for line in told.err.splitlines()] == ["column C", "Line 3", "Line 4"]
    with closing(Document.open(path, read_only=True)) as document:
        assert [(row.name, row.perspective) for row in participants(document).rows] == [("Ana", "family"), ("Bo", "")]
