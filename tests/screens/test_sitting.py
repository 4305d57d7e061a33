"""What a person sees when a move can't be made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.district import name_district
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet
from tests.copied import new_copy


@dataclass(frozen=True)
class Row:
    uuid: str
    name: str


@pytest.fixture
def unwritable(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    """A workshop whose file takes no change."""
    path = tmp_path / "maple.roadmap"
    new_copy(path, district="Maple").close()
    made = Sitting(Document.open(path, read_only=True), Language("en"))
    yield made
    made.close()


@pytest.fixture
def sheet(unwritable: Sitting, qtbot: QtBot) -> Sheet:
    """A table with one cell that names the district."""

    def rename(_row: Row, text: str) -> None:
        unwritable.attempt(lambda: name_district(unwritable.document, text), beside=made)

    made = Sheet()
    made.declare([Column("name", message("District"), lambda row: row.name, edit=rename)], name=message("Districts"))
    made.present([Row("1", "Maple")])
    made.resize(400, 200)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def typed(sheet: Sheet, qtbot: QtBot, text: str) -> QLineEdit:
    """The editor of the cell after that was typed there and Enter was pressed."""
    sheet.edit("1", "name")
    editor = sheet.grid.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    return editor


def test_trouble_with_the_file_is_said_beside_what_was_typed_which_stays(sheet: Sheet, qtbot: QtBot) -> None:
    editor = typed(sheet, qtbot, "Oak")
    assert sheet.complaint().startswith("This workshop is open for reading only.")
    assert (editor.isVisible(), editor.text()) == (True, "Oak")


def test_trouble_with_the_file_is_told_in_the_strip_with_what_is_safe(
    unwritable: Sitting, sheet: Sheet, qtbot: QtBot
) -> None:
    told: list[Notice] = []
    unwritable.noticed.connect(told.append)
    typed(sheet, qtbot, "Oak")
    assert [unwritable.say(notice.safe) for notice in told] == ["The file was not changed."]
    assert workshop(unwritable.document).district == "Maple"


def test_without_a_control_the_strip_alone_tells_of_trouble_with_the_file(unwritable: Sitting) -> None:
    told: list[Notice] = []
    unwritable.noticed.connect(told.append)
    assert unwritable.attempt(lambda: name_district(unwritable.document, "Oak")) is None
    assert len(told) == 1
