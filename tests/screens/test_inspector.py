"""The inspector in a window of any height."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Inspection, Line, Section
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.sitting import Selected

WORDS = "A sentence that is long enough to break into lines, as many of the inspector do. "


def test_lines_break_alike_with_a_scroll_bar_and_without_so_that_it_cannot_come_and_go(qtbot: QtBot) -> None:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    section = Section("Why", tuple(Line(WORDS * 2) for _ in range(4)))
    inspector.present(Selected(Inspection("Task", "Draft", WORDS, (section,))))
    inspector.show()
    area = inspector.findChild(QScrollArea)
    assert area is not None
    found = set()
    for height in range(300, 1_500, 25):
        inspector.resize(inspector.width(), height)
        qtbot.waitUntil(lambda: area.viewport().height() > 0)
        found.add((area.widget().width(), area.widget().heightForWidth(area.widget().width())))
    assert len(found) == 1
