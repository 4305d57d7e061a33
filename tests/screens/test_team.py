"""The team by mouse and keyboard: names in place, suggestions beside, letters typed into the grid."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.team import assigning, holding
from roadmap_desktop.journey.team.responsibilities import responsibilities
from roadmap_desktop.journey.team.seats import SeatRow, SeatState, seats
from roadmap_desktop.language import Language
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules.team import Letter, Rule
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.team.responsibilities import ResponsibilitiesStep
from roadmap_desktop.screens.team.seat_panel import SeatPanel
from roadmap_desktop.screens.team.seats import SeatsStep
from roadmap_desktop.screens.team.work_panel import WorkPanel
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.sheet import Sheet

SAY = Language("en").say
ShowSeats = Callable[[type[SeatsStep]], SeatsStep]
ShowGrid = Callable[[type[ResponsibilitiesStep]], ResponsibilitiesStep]


@pytest.fixture
def inspector(sitting: Sitting, qtbot: QtBot) -> Inspector:
    """The inspector beside the step."""
    made = Inspector()
    made.resize(300, 700)
    qtbot.addWidget(made)
    sitting.selected.connect(made.present)
    made.show()
    return made


def seat(document: Document, key: str) -> SeatRow:
    return next(each for each in seats(document).rows if each.key == key)


def work(document: Document, key: str) -> str:
    return next(each.uuid for each in responsibilities(document).rows if each.key == key)


def letter(document: Document, row: str, column: str) -> Letter | None:
    picture = responsibilities(document, with_open_seats=True)
    place = [each.uuid for each in picture.seats].index(seat(document, column).uuid)
    return next(each for each in picture.rows if each.key == row).letters[place]


def settle() -> None:
    """Lets what waits for the next turn of the event loop happen."""
    for _ in range(4):
        QApplication.processEvents()


def type_in(sheet: Sheet, uuid: str, column: str, text: str) -> None:
    sheet.edit(uuid, column)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()


@pytest.fixture
def filled(document: Document) -> Document:
    """A workshop with sponsor and lead in their seats."""
    holding.fill_seat(document, seat(document, "sponsor").uuid, "Helen Marsh")
    holding.fill_seat(document, seat(document, "ai-lead").uuid, "Victor Almeida")
    return document


def test_a_seat_is_filled_by_typing_names(document: Document, show_step: ShowSeats) -> None:
    step = show_step(SeatsStep)
    type_in(step.seats, seat(document, "teachers").uuid, "holder", "Carmen Reyes, Tunde Adeyemi")
    assert seat(document, "teachers").holders == ("Carmen Reyes", "Tunde Adeyemi")
    assert SAY(step.remark(step.picture()).text) == "13 seats open"


def test_a_reason_waives_a_seat_and_a_held_one_is_answered_beside(document: Document, show_step: ShowSeats) -> None:
    step = show_step(SeatsStep)
    type_in(step.seats, seat(document, "family").uuid, "waived", "Election in May")
    assert seat(document, "family").state is SeatState.WAIVED
    type_in(step.seats, seat(document, "sponsor").uuid, "holder", "Helen Marsh")
    type_in(step.seats, seat(document, "sponsor").uuid, "waived", "Later")
    assert "Helen Marsh holds this seat." in step.seats.complaint()


def test_a_participant_who_fits_is_seated_by_one_click(
    document: Document, show_step: ShowSeats, inspector: Inspector
) -> None:
    add_participant(document, "Rosa Ortiz", perspective="family")
    step = show_step(SeatsStep)
    step.seats.select(seat(document, "family").uuid)
    panel = inspector.findChild(SeatPanel)
    assert [button.accessibleName() for button in panel.buttons] == ["Rosa Ortiz"]
    panel.buttons[0].click()
    settle()
    assert seat(document, "family").holder == "Rosa Ortiz"
    assert panel.buttons == []


def test_anybody_is_added_by_name_beside(document: Document, show_step: ShowSeats, inspector: Inspector) -> None:
    add_participant(document, "Sana Khan", perspective="family")
    step = show_step(SeatsStep)
    step.seats.select(seat(document, "communications").uuid)
    panel = inspector.findChild(SeatPanel)
    assert panel.person.completer().completionCount() == 1
    for name in ("Lucia Romero", "Ben Ito"):
        QTest.keyClicks(panel.person, name)
        QTest.keyClick(panel.person, Qt.Key.Key_Return)
    assert seat(document, "communications").holders == ("Lucia Romero", "Ben Ito")
    assert panel.person.text() == ""


def test_a_seat_of_the_room_gets_a_name_and_a_perspective_and_goes_again(
    document: Document, show_step: ShowSeats, inspector: Inspector
) -> None:
    step = show_step(SeatsStep)
    step.seats.begin()
    QTest.keyClicks(QApplication.focusWidget(), "Library")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    panel = inspector.findChild(SeatPanel)
    panel.perspective.setCurrentIndex(panel.perspective.findData("instruction"))
    panel.perspective.activated.emit(panel.perspective.currentIndex())
    own = seats(document).rows[-1]
    assert (own.name, own.perspective) == ("Library", "instruction")
    settle()
    panel.remove.click()
    assert len(seats(document).rows) == 14


def test_ctrl_minus_removes_a_seat_of_the_room_only(document: Document, show_step: ShowSeats) -> None:
    own = holding.add_seat(document, "Library")
    step = show_step(SeatsStep)
    for uuid in (own, seat(document, "family").uuid):
        step.seats.grid.setFocus()
        step.seats.select(uuid)
        QTest.keyClick(step.seats.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert len(seats(document).rows) == 14
    assert "stays in the list" in step.seats.complaint()


def test_what_the_team_lacks_stands_first_and_leads_to_its_seat(
    document: Document, sitting: Sitting, show_step: ShowSeats, qtbot: QtBot
) -> None:
    with document.change("Chose") as session:
        session.add(UseCase(key="student-tutor", student_facing=True, choice="pilot"))
    step = show_step(SeatsStep)
    lines = step.coverage.lines()
    assert len(lines) == len(Rule) + 1
    voice = next(each for each in lines if "nobody speaks for students and families" in each.accessibleName())
    with qtbot.waitSignal(sitting.went) as went:
        voice.click()
    assert went.args == [Target("team", "seats", seat(document, "student").uuid)]


def test_the_rules_follow_what_is_typed(document: Document, show_step: ShowSeats) -> None:
    step = show_step(SeatsStep)
    type_in(step.seats, seat(document, "teachers").uuid, "holder", "Carmen Reyes, Tunde Adeyemi")
    assert "holds: 2 practicing teachers" in [each.accessibleName() for each in step.coverage.lines()]


def test_a_link_leads_to_a_seat(document: Document, show_step: ShowSeats, inspector: Inspector) -> None:
    step = show_step(SeatsStep)
    step.arrive(seat(document, "family").uuid)
    assert SAY(inspector.inspection().title) == "Family"


def test_the_grid_asks_for_seats_first(sitting: Sitting, show_step: ShowGrid, qtbot: QtBot) -> None:
    step = show_step(ResponsibilitiesStep)
    assert step.card.isHidden()
    with qtbot.waitSignal(sitting.went) as went:
        step.nobody.button().click()
    assert went.args == [Target("team", "seats")]


@pytest.mark.parametrize("typed", ["r", "A", "c", "I"])
def test_a_letter_is_typed_where_the_cell_is(filled: Document, show_step: ShowGrid, typed: str) -> None:
    step = show_step(ResponsibilitiesStep)
    step.grid.setFocus()
    step.grid.select(work(filled, "privacy-agreement"), seat(filled, "sponsor").uuid)
    QTest.keyClicks(step.grid, typed)
    assert letter(filled, "privacy-agreement", "sponsor") == typed.upper()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_clears_a_letter(filled: Document, show_step: ShowGrid, key: Qt.Key) -> None:
    step = show_step(ResponsibilitiesStep)
    step.grid.select(work(filled, "vision"), seat(filled, "sponsor").uuid)
    QTest.keyClick(step.grid, key)
    assert letter(filled, "vision", "sponsor") is None


def test_arrows_move_and_the_cell_stays_after_a_letter(filled: Document, show_step: ShowGrid) -> None:
    step = show_step(ResponsibilitiesStep)
    step.grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(step.grid, key)
    QTest.keyClicks(step.grid, "c")
    settle()
    assert step.grid.current() == (work(filled, "inventory"), seat(filled, "ai-lead").uuid)
    assert letter(filled, "inventory", "ai-lead") is Letter.CONSULTED


def test_other_keys_give_no_letter(filled: Document, show_step: ShowGrid) -> None:
    step = show_step(ResponsibilitiesStep)
    step.grid.select(work(filled, "vision"), seat(filled, "sponsor").uuid)
    QTest.keyClicks(step.grid, "x")
    QTest.keyClick(step.grid, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert letter(filled, "vision", "sponsor") is Letter.ACCOUNTABLE


def test_a_cell_is_chosen_by_mouse_and_its_letter_beside(
    filled: Document, show_step: ShowGrid, inspector: Inspector
) -> None:
    step = show_step(ResponsibilitiesStep)
    place = step.grid.visualRect(step.grid.model().index(0, 1)).center()
    QTest.mouseClick(step.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    panel = inspector.findChild(WorkPanel)
    assert panel.letter.current() == "R"
    panel.letter.choose("C")
    assert letter(filled, "vision", "ai-lead") is Letter.CONSULTED
    panel.letter.choose("none")
    assert letter(filled, "vision", "ai-lead") is None


def test_what_a_row_lacks_is_shown_at_the_row_and_in_the_inspector(
    filled: Document, show_step: ShowGrid, inspector: Inspector
) -> None:
    step = show_step(ResponsibilitiesStep)
    step.grid.select(work(filled, "vision"), seat(filled, "ai-lead").uuid)
    QTest.keyClicks(step.grid, "a")
    settle()
    spoken = step.grid.model().headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Vision: more than one A, no R"
    assert SAY(inspector.inspection().sections[0].lines[0].text) == "more than one A: leave one"


def test_open_seats_are_shown_on_demand(filled: Document, show_step: ShowGrid) -> None:
    step = show_step(ResponsibilitiesStep)
    assert step.grid.model().columnCount() == 2
    step.with_open.click()
    assert step.grid.model().columnCount() == 14
    assert not step.grid.grab().isNull()


def test_a_row_is_added_below_the_grid_named_beside_and_removed(
    filled: Document, show_step: ShowGrid, inspector: Inspector
) -> None:
    step = show_step(ResponsibilitiesStep)
    step.add.setFocus()
    QTest.keyClicks(step.add, "Naming the tools")
    QTest.keyClick(step.add, Qt.Key.Key_Return)
    settle()
    panel = inspector.findChild(WorkPanel)
    panel.name.selectAll()
    QTest.keyClicks(panel.name, "Names of tools")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert responsibilities(filled).rows[-1].name == "Names of tools"
    panel.remove.click()
    assert len(responsibilities(filled).rows) == 14


def test_the_selected_row_stays_when_a_seat_is_filled_elsewhere(filled: Document, show_step: ShowGrid) -> None:
    step = show_step(ResponsibilitiesStep)
    step.grid.select(work(filled, "training"), seat(filled, "ai-lead").uuid)
    holding.fill_seat(filled, seat(filled, "curriculum").uuid, "Karin Fischer")
    settle()
    assert step.grid.current() == (work(filled, "training"), seat(filled, "ai-lead").uuid)


def test_a_screen_reader_hears_work_seat_and_letter(filled: Document, show_step: ShowGrid) -> None:
    step = show_step(ResponsibilitiesStep)
    spoken = step.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Vision, Executive sponsor: Accountable"
    assert QAccessible.queryAccessibleInterface(step.grid).text(QAccessible.Text.Name) == "Who does what"


def test_the_step_counts_rows_to_mend(filled: Document, show_step: ShowGrid) -> None:
    step = show_step(ResponsibilitiesStep)
    broken = len(responsibilities(filled).broken)
    assert SAY(step.remark(step.picture()).text) == f"{broken} rows to mend"
    assigning.set_letter(filled, work(filled, "vetting"), seat(filled, "sponsor").uuid, Letter.RESPONSIBLE)
    assert SAY(step.remark(step.picture()).text) == f"{broken - 1} rows to mend"
