"""Dead code is found, and what others call is not mistaken for it."""

from __future__ import annotations

from pathlib import Path

import dead_code


def found_in(source: str, folder: Path) -> list[str]:
    (folder / "house.py").write_text(source)
    lines = dead_code.unused([folder])
    return [line.rpartition(": ")[2] for line in lines]


def test_what_nothing_uses_is_named(tmp_path: Path) -> None:
    assert found_in("def dig(): ...\n\nclass Attic: ...\n", tmp_path) == [
        "function dig is used nowhere",
        "class Attic is used nowhere",
    ]


def test_what_is_used_lives(tmp_path: Path) -> None:
    assert found_in("def dig(): ...\n\ndig()\n", tmp_path) == []


def test_what_qt_calls_lives(tmp_path: Path) -> None:
    source = "class Attic:\n    def paintEvent(self, event): ...\n\n    def paint_all(self): ...\n\nAttic()\n"
    assert found_in(source, tmp_path) == ["method paint_all is used nowhere"]


def test_the_fields_of_a_picture_live(tmp_path: Path) -> None:
    assert found_in("class Attic:\n    height: int\n\nAttic()\n", tmp_path) == []


def test_a_table_of_the_file_may_wait_for_its_screen(tmp_path: Path) -> None:
    (tmp_path / "house.py").write_text("class Attic: ...\n")
    assert dead_code.unused([tmp_path], facts=tmp_path) == []
