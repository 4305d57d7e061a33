"""A step in small around a sheet, and the hands that work in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import message
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.pausing import PAUSE_MS
from roadmap_desktop.widgets.sheet import Sheet

NAME, LEVEL, STUDENTS, OPENS, PILOT = range(5)
LEVELS = [("elementary", message("Elementary")), ("middle", message("Middle")), ("high", message("High"))]


@dataclass(frozen=True)
class Row:
    uuid: str
    name: str
    level: str = "elementary"
    students: int | None = None
    opens: date | None = None
    is_pilot: bool = False


MAPLE = Row("m", "Maple", students=412, opens=date(2026, 8, 10))
OAK = Row("o", "Oak Ridge", "middle", is_pilot=True)
ELM = Row("e", "Elm", "high", 1_250)
ROWS = (MAPLE, OAK, ELM)


class Schools:
    """A step in small: keeps the rows, refuses names without letters, shows what changed."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.rows = sheet, list(ROWS)
        self.edits: list[tuple[str, str, str]] = []
        levels = dict(LEVELS)
        sheet.declare(
            [
                Column("name", message("School"), lambda row: row.name, edit=self.renamed, sortable=True, stretch=1),
                Column(
                    "level",
                    message("Level"),
                    lambda row: levels[row.level],
                    edit=lambda row, key: self.changed(row, "level", key),
                    choices=lambda row: LEVELS,
                ),
                Column("students", message("Students"), lambda row: row.students, missing=message("how many?")),
                Column(
                    "opens",
                    message("Opens"),
                    lambda row: row.opens,
                    edit=lambda row, day: self.changed(row, "opens", date.fromisoformat(day) if day else None),
                    editor=Editor.DAY,
                ),
                Column(
                    "is_pilot",
                    message("Pilot"),
                    lambda row: row.is_pilot,
                    edit=lambda row, tick: self.changed(row, "is_pilot", tick == "yes"),
                    cell=CheckCell(lambda row: row.is_pilot),
                ),
            ],
            name=message("Schools"),
            add=message("Add a school"),
            begin=self.begun,
            empty=EmptyState(sentence=message("Schools are listed here."), button=message("Add the first")),
        )
        sheet.present(self.rows)

    def removed(self, uuids: tuple[str, ...]) -> None:
        self.rows = [row for row in self.rows if row.uuid not in uuids]
        self.sheet.present(self.rows)

    def renamed(self, row: Row, text: str) -> None:
        if not any(sign.isalpha() for sign in text):
            self.sheet.complain("A school needs a name.", "Type it as it stands on the building.")
            return
        self.changed(row, "name", text)

    def changed(self, row: Row, field: str, value: object) -> None:
        self.edits.append((row.uuid, field, str(value)))
        self.rows = [replace(each, **{field: value}) if each.uuid == row.uuid else each for each in self.rows]
        self.sheet.present(self.rows)

    def begun(self, text: str) -> str | None:
        if text == "Maple":
            self.sheet.complain("There is a Maple already.", "Give it another name.")
            return None
        self.rows.append(Row(f"new-{len(self.rows)}", text))
        self.sheet.present(self.rows)
        return self.rows[-1].uuid


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def at(schools: Schools, uuid: str, column: int) -> None:
    assert schools.sheet.grid.select(uuid, column=column)


def words(sheet: Sheet) -> list[list[str]]:
    model = sheet.grid.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def names(schools: Schools) -> list[str]:
    return [row[NAME] for row in words(schools.sheet)]


def type_in(qtbot: QtBot, text: str) -> None:
    """Types sign by sign where the focus is, since the first may open an editor."""
    for sign in text:
        qtbot.keyClicks(focused(), sign)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key)


def pause() -> None:
    """Lets the pause in typing be over."""
    timers = [each for each in focused().findChildren(QTimer) if each.interval() == PAUSE_MS]
    assert [each.isActive() for each in timers] == [True]
    timers[0].stop()
    timers[0].timeout.emit()
