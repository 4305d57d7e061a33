"""Earlier copies on screen: what differs from now, a look at one beside, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop.model.people import School
from roadmap_desktop.screens.beside.copies import CopiesPage
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.snapshots import copies_folder, snapshots
from tests.screens.hands import carried, shown
from tests.screens.test_window import SAY, button, said
from tests.screens.windows import a_window, a_workshop
from tests.store.test_document import add_school


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A workshop that was given a school after its first copy was kept."""
    window = a_window(qtbot, a_workshop(tmp_path))
    assert window.page is not None
    document = window.page.sitting.document
    qtbot.waitUntil(lambda: len(snapshots(document.workshop_uuid)) == 1)
    add_school(document, "Oak")
    return window


@pytest.fixture
def page(window: MainWindow) -> WorkshopPage:
    assert window.page is not None
    return window.page


def lines(page: WorkshopPage) -> list[str]:
    about = page.inspector.inspection()
    assert about is not None
    return [SAY(line.text) for section in about.sections for line in section.lines]


def compared(page: WorkshopPage, qtbot: QtBot) -> CopiesPage:
    page.show_beside("copies")
    found = page.beside_area.page()
    assert isinstance(found, CopiesPage)
    qtbot.waitUntil(lambda: len(lines(page)) > 1 and "Open beside" in buttons(page))
    return found


def buttons(page: WorkshopPage) -> list[str]:
    return [each.accessibleName() for each in page.inspector.findChildren(QAbstractButton) if each.isVisible()]


def schools(page: WorkshopPage) -> list[str]:
    return [row.name for row in page.sitting.document.rows(select(School.name))]


def test_a_copy_says_when_and_why_and_what_differs_by_stage(page: WorkshopPage, qtbot: QtBot) -> None:
    found = compared(page, qtbot)
    assert [row[1] for row in shown(found.copies)] == ["when the workshop was opened"]
    assert lines(page)[:2] == ["Prepare: 1 answer differs", "Readiness: the same"]


def test_going_back_is_undone_in_one_step(page: WorkshopPage, qtbot: QtBot) -> None:
    compared(page, qtbot)
    qtbot.mouseClick(button(page, "Go back to this"), Qt.MouseButton.LeftButton)
    carried(qtbot, page.sitting)
    assert schools(page) == []
    page.undo()
    assert schools(page) == ["Oak"]


def test_what_is_the_same_needs_no_way_back(page: WorkshopPage, qtbot: QtBot) -> None:
    page.undo()
    compared(page, qtbot)
    assert lines(page)[0] == "Prepare: the same"
    assert "Go back to this" not in buttons(page)


def test_a_copy_opens_beside_for_reading_and_says_which_it_is(
    window: MainWindow, page: WorkshopPage, qtbot: QtBot
) -> None:
    compared(page, qtbot)
    qtbot.mouseClick(button(page, "Open beside"), Qt.MouseButton.LeftButton)
    (beside,) = window.beside_windows
    assert beside.page is not None
    assert beside.page.sitting.document.read_only
    assert "copy of" in beside.windowTitle()
    assert beside.page.sitting.document.rows(select(School.name)) == []


def test_a_copy_looked_at_is_not_among_the_workshops_opened_last(
    window: MainWindow, page: WorkshopPage, qtbot: QtBot
) -> None:
    compared(page, qtbot)
    button(page, "Open beside").click()
    window.close()
    assert not window.beside_windows[0].isVisible()
    paths = [each.path for each in window._ways.recent.all()]
    assert not any(path.is_relative_to(copies_folder()) for path in paths)


def test_before_there_is_a_copy_the_page_says_when_one_comes(page: WorkshopPage, qtbot: QtBot) -> None:
    for each in snapshots(page.sitting.document.workshop_uuid):
        each.path.unlink()
    page.show_beside("copies")
    found = page.beside_area.page()
    qtbot.waitUntil(lambda: any("every ten minutes" in text for text in said(found)))


def test_a_damaged_copy_is_told_where_it_is_chosen(page: WorkshopPage, qtbot: QtBot) -> None:
    (copy,) = snapshots(page.sitting.document.workshop_uuid)
    copy.path.write_bytes(copy.path.read_bytes()[:9000])
    page.show_beside("copies")

    def title() -> str:
        about = page.inspector.inspection()
        return SAY(about.kicker) + SAY(about.text) if about is not None else ""

    qtbot.waitUntil(lambda: "cut off" in title() or "damaged" in title())
