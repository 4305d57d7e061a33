"""Scaling on screen: schools moved between waves by mouse and by keyboard, and what must hold before each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.scaling.picture import ScalingPicture, WaveRow, scaling
from roadmap_desktop.journey.scaling.schools import put_schools
from roadmap_desktop.journey.scaling.waves import WaveField, edit_wave
from roadmap_desktop.language import Language
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.scaling.gates import GatesStep
from roadmap_desktop.screens.scaling.school_list import SchoolList
from roadmap_desktop.screens.scaling.wave_column import WaveColumn
from roadmap_desktop.screens.scaling.wave_panel import WavePanel
from roadmap_desktop.screens.scaling.waves import WavesStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from tests.copied import new_copy, sample_copy

NOW = datetime.fromisoformat("2026-11-18T10:00")
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The sample: eleven schools in three waves."""
    made = sample_copy(tmp_path / "sample.roadmap", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def bare(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    """A new workshop without schools."""
    made = new_copy(tmp_path / "maple.roadmap", district="Maple County", clock=lambda: NOW)
    yield Sitting(made, Language("en"))
    made.close()


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    """Holds the board with the window's inspector beside it."""
    made = QWidget()
    made.resize(1154, 560)
    QHBoxLayout(made)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def step(frame: QWidget, sitting: Sitting, qtbot: QtBot) -> WavesStep:
    made, beside = WavesStep(sitting), Inspector(frame)
    layout = frame.layout()
    assert layout is not None
    layout.addWidget(made)
    layout.addWidget(beside)
    sitting.selected.connect(beside.present)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    return made


@pytest.fixture
def inspector(step: WavesStep) -> Inspector:
    found = step.window().findChild(Inspector)
    assert found is not None
    return found


@pytest.fixture
def gates(show_step: Callable[[type[GatesStep]], GatesStep], qtbot: QtBot) -> GatesStep:
    made = show_step(GatesStep)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def shown(qtbot: QtBot, sitting: Sitting) -> WavesStep:
    made = WavesStep(sitting)
    qtbot.addWidget(made)
    made.resize(854, 560)
    with qtbot.waitExposed(made):
        made.show()
    return made


def picture(step: WavesStep | GatesStep) -> ScalingPicture:
    return scaling(step.sitting.document)


def first_wave(step: WavesStep | GatesStep) -> WaveRow:
    return picture(step).waves[0]


def names(step: WavesStep) -> list[tuple[str, ...]]:
    """What the columns show from left to right; the first holds the schools in no wave."""
    QApplication.processEvents()
    return [column.schools.names() for column in step.board.columns()]


def lists(step: WavesStep) -> list[SchoolList]:
    return [column.schools for column in step.board.columns()]


def click_school(qtbot: QtBot, step: WavesStep, name: str, *, held: Qt.KeyboardModifier | None = None) -> SchoolList:
    """Clicks on a school and gives the list it stands in."""
    found = next(each for each in lists(step) if name in each.names())
    place = found.visualRect(found.model().index(found.names().index(name), 0)).center()
    qtbot.mouseClick(found.viewport(), LEFT, held or Qt.KeyboardModifier.NoModifier, place)
    return found


def bar(step: WavesStep, wave: str) -> str:
    task = planned(step.sitting.document).of(Part.WAVE, wave)
    assert task is not None
    return step.say(task.task.name)


def pressed(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Presses keys where the focus is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        QApplication.processEvents()


def typed(qtbot: QtBot, text: str) -> None:
    """Types over what is in the field that has the focus, and leaves with Enter."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    focused.selectAll()
    qtbot.keyClicks(focused, text)
    qtbot.keyClick(focused, KEY.Key_Return)
    QApplication.processEvents()


def test_the_waves_stand_side_by_side_after_the_schools_in_none(step: WavesStep) -> None:
    assert names(step)[0] == ()
    assert names(step)[1] == ("Oak Ridge Elementary", "Mesa Elementary", "Lincoln Middle School")
    assert [column.head.text() for column in step.board.columns()] == ["In no wave", "Wave 1", "Wave 2", "Wave 3"]
    assert "3 conditions open" in step.board.columns()[1].head.accessibleName()


def test_a_school_goes_to_the_wave_beside_with_the_arrow_keys_and_keeps_the_focus(
    step: WavesStep, qtbot: QtBot
) -> None:
    click_school(qtbot, step, "Mesa Elementary")
    pressed(qtbot, KEY.Key_Right)
    assert "Mesa Elementary" in names(step)[2]
    assert QApplication.focusWidget() is lists(step)[2]
    pressed(qtbot, KEY.Key_Left, KEY.Key_Left)
    assert names(step)[0] == ("Mesa Elementary",)
    pressed(qtbot, KEY.Key_Left)  # there is nothing further left
    assert names(step)[0] == ("Mesa Elementary",)


def test_a_school_that_moves_changes_its_bar_and_undo_gives_back_the_same_picture(
    step: WavesStep, qtbot: QtBot
) -> None:
    wave, before, shown_before = first_wave(step), picture(step), names(step)
    assert bar(step, wave.uuid) == "Wave 1: Oak Ridge Elementary, Mesa Elementary, and Lincoln Middle School"
    click_school(qtbot, step, "Mesa Elementary")
    pressed(qtbot, KEY.Key_Right)
    assert bar(step, wave.uuid) == "Wave 1: Oak Ridge Elementary and Lincoln Middle School"
    step.sitting.document.undo()
    assert picture(step) == before
    assert names(step) == shown_before


def test_the_menu_names_every_wave_but_the_school_s_own(step: WavesStep, qtbot: QtBot) -> None:
    click_school(qtbot, step, "Mesa Elementary")
    pressed(qtbot, KEY.Key_Return)
    menu = step.board.menu()
    assert menu is not None
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [
        ("In no wave", True),
        ("Wave 1", False),
        ("Wave 2", True),
        ("Wave 3", True),
    ]
    qtbot.keyClick(menu, KEY.Key_Up)  # to the last
    qtbot.keyClick(menu, KEY.Key_Return)
    assert "Mesa Elementary" in names(step)[3]


def test_several_schools_move_at_once(step: WavesStep, qtbot: QtBot) -> None:
    click_school(qtbot, step, "Mesa Elementary")
    click_school(qtbot, step, "Lincoln Middle School", held=Qt.KeyboardModifier.ShiftModifier)
    pressed(qtbot, KEY.Key_Delete)
    assert names(step)[:2] == [("Mesa Elementary", "Lincoln Middle School"), ("Oak Ridge Elementary",)]
    assert step.say(step.sitting.document.undo_label) == "Took 2 schools out of their waves"


def drop(column: WaveColumn, dragged: SchoolList) -> None:
    """Lets go of what is selected in a list over a column; the system's own drag can't be moved in a test."""
    carried = dragged.model().mimeData(dragged.selectedIndexes())
    place, action = QPointF(60, 200), Qt.DropAction.MoveAction
    nothing = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), action, carried, LEFT, nothing)
    QApplication.sendEvent(column, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(column, QDropEvent(place, action, carried, LEFT, nothing))


def test_a_school_is_dragged_to_another_wave(step: WavesStep, qtbot: QtBot) -> None:
    dragged = click_school(qtbot, step, "Oak Ridge Elementary")
    drop(step.board.columns()[3], dragged)
    assert "Oak Ridge Elementary" in names(step)[3]
    assert "Oak Ridge Elementary" not in names(step)[1]


def test_a_school_shows_its_place_and_can_be_moved_and_paced_in_the_inspector(
    step: WavesStep, inspector: Inspector, qtbot: QtBot
) -> None:
    click_school(qtbot, step, "Mesa Elementary")
    assert inspector.inspection() is not None
    assert inspector.inspection().title == "Mesa Elementary"
    wave, pace = inspector.findChildren(QComboBox)
    for field, key in ((wave, KEY.Key_Down), (pace, KEY.Key_End)):
        field.setFocus()
        qtbot.keyClick(field, key)
        field.activated.emit(field.currentIndex())
    QApplication.processEvents()
    assert "Mesa Elementary" in names(step)[2]
    school = next(each for each in picture(step).schools if each.name == "Mesa Elementary")
    assert (wave.currentText(), school.pace) == ("Wave 2", "later")


def panel(inspector: Inspector) -> WavePanel:
    found = inspector.findChild(WavePanel)
    assert found is not None
    return found


def test_the_fields_of_a_wave_are_typed_in_the_inspector(step: WavesStep, inspector: Inspector, qtbot: QtBot) -> None:
    head = step.board.columns()[1].head
    qtbot.mouseClick(head, LEFT)
    fields = panel(inspector)
    for field, text in ((fields.name, "Early birds"), (fields.lead, "Ana Ruiz"), (fields.not_before, "Mar 22, 2027")):
        field.setFocus()
        typed(qtbot, text)
    fields.communication.setFocus()
    fields.communication.selectAll()
    qtbot.keyClicks(fields.communication, "A letter home")
    qtbot.keyClick(fields.communication, KEY.Key_Tab)
    found = first_wave(step)
    assert (found.name, found.lead, found.communication) == ("Early birds", "Ana Ruiz", "A letter home")
    assert str(found.start) == "2027-03-22"
    assert head.text() == "Early birds"


def test_a_length_that_can_not_be_is_refused_beside_its_field_and_stays_as_typed(
    step: WavesStep, inspector: Inspector, qtbot: QtBot
) -> None:
    qtbot.mouseClick(step.board.columns()[1].head, LEFT)
    fields = panel(inspector)
    fields.length.setFocus()
    typed(qtbot, "soon")
    assert "“soon” is no length." in fields.length_row.complaint()
    assert fields.length.text() == "soon"
    assert first_wave(step).length == "1 grading period"
    typed(qtbot, "20 school days")
    assert fields.length_row.complaint() == ""
    assert first_wave(step).length == "20 school days"


def test_waves_that_would_wait_for_one_another_are_refused_beside_the_list(
    step: WavesStep, inspector: Inspector, qtbot: QtBot
) -> None:
    qtbot.mouseClick(step.board.columns()[1].head, LEFT)
    fields = panel(inspector)
    place = fields.after_wave.findText("Wave 3")
    fields.after_wave.setCurrentIndex(place)
    fields.after_wave.activated.emit(place)
    assert "already waits" in fields.wave_row.complaint()


def test_another_wave_never_gets_what_was_typed_for_this_one(
    step: WavesStep, inspector: Inspector, qtbot: QtBot
) -> None:
    first, second = step.board.columns()[1:3]
    qtbot.mouseClick(first.head, LEFT)
    fields = panel(inspector)
    fields.communication.setFocus()
    fields.communication.selectAll()
    qtbot.keyClicks(fields.communication, "Only for the first")
    qtbot.mouseClick(second.head, LEFT)
    told = [wave.communication for wave in picture(step).waves]
    assert told[0] == "Only for the first"
    assert told[1] == fields.communication.toPlainText() != "Only for the first"


def test_a_wave_is_added_named_and_removed_by_keyboard(step: WavesStep, inspector: Inspector, qtbot: QtBot) -> None:
    step.add_button.setFocus()
    pressed(qtbot, KEY.Key_Space)
    assert [wave.name for wave in picture(step).waves] == ["Wave 1", "Wave 2", "Wave 3", "Wave 4"]
    added = step.board.columns()[4]
    assert picture(step).waves[3].after_wave == picture(step).waves[2].uuid
    added.head.setFocus()
    pressed(qtbot, KEY.Key_Delete)
    assert [column.head.text() for column in step.board.columns()] == ["In no wave", "Wave 1", "Wave 2", "Wave 3"]


def test_enter_on_a_wave_goes_to_its_name(step: WavesStep, inspector: Inspector, qtbot: QtBot) -> None:
    step.board.columns()[2].head.setFocus()
    pressed(qtbot, KEY.Key_Return)
    assert panel(inspector).name.text() == "Wave 2"
    assert QApplication.focusWidget() is panel(inspector).name


def test_tab_goes_from_a_wave_to_its_schools_and_on_to_the_next_wave(
    step: WavesStep, inspector: Inspector, qtbot: QtBot
) -> None:
    first, second = step.board.columns()[1:3]
    first.head.setFocus()
    pressed(qtbot, KEY.Key_Tab)
    assert QApplication.focusWidget() is first.schools
    assert first.schools.current() == first_wave(step).schools[0].uuid
    pressed(qtbot, KEY.Key_Down, KEY.Key_Tab)
    assert QApplication.focusWidget() is second.head
    assert first.schools.selected_uuids() == ()  # the inspector shows the wave now
    pressed(qtbot, KEY.Key_Backtab, KEY.Key_Right)
    assert "Mesa Elementary" in names(step)[2]


def test_the_menu_key_asks_for_the_wave_too(step: WavesStep, qtbot: QtBot) -> None:
    dragged = click_school(qtbot, step, "Mesa Elementary")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(dragged.viewport(), asked)
    menu = step.board.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert names(step)[0] == ("Mesa Elementary",)


def test_what_each_school_brings_is_read_out(step: WavesStep) -> None:
    model = lists(step)[1].model()
    words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Oak Ridge Elementary, Elementary · ready to go first, pilot, and higher need"


def test_a_wave_follows_another_pilot_or_none_and_can_be_removed_in_the_inspector(
    step: WavesStep, inspector: Inspector, qtbot: QtBot
) -> None:
    qtbot.mouseClick(step.board.columns()[1].head, LEFT)
    fields = panel(inspector)
    fields.after_pilot.setCurrentIndex(0)
    fields.after_pilot.activated.emit(0)
    assert first_wave(step).after_pilot == ""
    qtbot.mouseClick(fields.remove, LEFT)
    assert names(step)[0] == ("Oak Ridge Elementary", "Mesa Elementary", "Lincoln Middle School")
    assert inspector.inspection() is None or inspector.inspection().title != "Wave 1"


def test_a_link_leads_to_a_school_that_has_just_moved(step: WavesStep, qtbot: QtBot) -> None:
    school, wave = first_wave(step).schools[0].uuid, picture(step).waves[2].uuid
    put_schools(step.sitting.document, (school,), wave)
    step.arrive(school)
    assert lists(step)[3].current() == school


def test_a_link_leads_to_a_wave_or_to_a_school(step: WavesStep, inspector: Inspector) -> None:
    wave = picture(step).waves[1]
    step.arrive(wave.uuid)
    assert inspector.inspection() is not None
    assert inspector.inspection().title == "Wave 2"
    step.arrive(wave.schools[0].uuid)
    assert inspector.inspection().title == wave.schools[0].name
    assert lists(step)[2].current() == wave.schools[0].uuid


def test_without_a_school_the_stage_leads_to_where_schools_are_entered(bare: Sitting, qtbot: QtBot) -> None:
    step = shown(qtbot, bare)
    assert step.owns_primary
    assert not step.board.isVisible()
    with qtbot.waitSignal(bare.went) as went:
        qtbot.mouseClick(step.empty.button(), LEFT)
    assert went.args == [Target("prepare", "schools")]


def test_waves_are_proposed_from_the_empty_state_and_for_those_left(bare: Sitting, qtbot: QtBot) -> None:
    for name in ("Cedar", "Birch"):
        add_school(bare.document, name)
    step = shown(qtbot, bare)
    qtbot.mouseClick(step.empty.button(), LEFT)
    qtbot.waitUntil(step.board.isVisible)
    assert names(step) == [(), ("Cedar", "Birch")]
    assert not step.owns_primary
    assert not step.propose_button.isVisible()
    add_school(bare.document, "Elm")
    qtbot.waitUntil(step.propose_button.isVisible)
    qtbot.mouseClick(step.propose_button, LEFT)
    assert names(step) == [(), ("Cedar", "Birch"), ("Elm",)]


def test_what_a_wave_asks_for_stands_below_it_and_guardrails_lead_to_their_status(
    gates: GatesStep, qtbot: QtBot
) -> None:
    wave = first_wave(gates)
    lines = gates.asked.lines()
    assert len(lines) == len(wave.guardrails)
    with qtbot.waitSignal(gates.sitting.went) as went:
        qtbot.mouseClick(lines[0], LEFT)
    assert went.args == [Target("guardrails", "holds", wave.guardrails[0].guardrail)]


def test_a_condition_is_ticked_added_and_removed_by_keyboard(gates: GatesStep, qtbot: QtBot) -> None:
    notice = first_wave(gates).own_gates[2]
    gates.conditions.select(notice.uuid)
    gates.conditions.grid.setFocus()
    pressed(qtbot, KEY.Key_Tab, KEY.Key_Space)
    assert first_wave(gates).own_gates[2].holds
    gates.conditions.begin()
    typed(qtbot, "Help line staffed")
    assert first_wave(gates).own_gates[3].text == "Help line staffed"
    gates.conditions.select(notice.uuid)
    gates.conditions.grid.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert notice.uuid not in {gate.uuid for gate in first_wave(gates).own_gates}


def test_words_of_a_condition_that_are_emptied_are_refused_beside_it(gates: GatesStep, qtbot: QtBot) -> None:
    condition = first_wave(gates).own_gates[0]
    gates.conditions.edit(condition.uuid, "text")
    typed(qtbot, " ")
    assert "There is nothing in it yet." in gates.conditions.complaint()
    assert first_wave(gates).own_gates[0] == condition


def test_supports_are_typed_one_below_the_other(gates: GatesStep, qtbot: QtBot) -> None:
    gates.supports.begin()
    typed(qtbot, "A guide for families")
    assert [row.text for row in gates.supports.rows()] == ["One visit of the coach every week", "A guide for families"]
    gates.supports.edit(first_wave(gates).supports[0].uuid, "text")
    typed(qtbot, "Two visits")
    assert first_wave(gates).supports[0].text == "Two visits"


def test_a_wave_takes_the_conditions_of_the_one_before(gates: GatesStep, qtbot: QtBot) -> None:
    assert not gates.take_button.isVisible()  # the first has none before it
    gates.waves.select(picture(gates).waves[2].uuid)
    qtbot.waitUntil(gates.take_button.isVisible)
    qtbot.mouseClick(gates.take_button, LEFT)
    texts = [gate.text for gate in picture(gates).waves[2].own_gates]
    assert texts == ["Every office trained", "A named coach in each school"]
    gates.waves.select(picture(gates).waves[1].uuid)
    qtbot.waitUntil(gates.take_button.isVisible)  # Wave 1 asks for a notice to families, too


def test_a_wave_without_a_pilot_is_asked_for_no_guardrail(gates: GatesStep, qtbot: QtBot) -> None:
    edit_wave(gates.sitting.document, first_wave(gates).uuid, WaveField.AFTER_PILOT, "")
    qtbot.waitUntil(lambda: gates.asked.lines() == ())
    assert "It follows no pilot" in " ".join(each.plain() for each in gates.asked.findChildren(Paragraph))


def test_without_a_wave_the_gates_lead_to_where_waves_are_made(bare: Sitting, qtbot: QtBot) -> None:
    step = GatesStep(bare)
    qtbot.addWidget(step)
    with qtbot.waitExposed(step):
        step.show()
    assert step.owns_primary
    assert not step.conditions.isVisible()
    empty = step.waves.findChild(EmptyState)
    assert empty is not None
    with qtbot.waitSignal(bare.went) as went:
        qtbot.mouseClick(empty.button(), LEFT)
    assert went.args == [Target("scaling", "waves")]
