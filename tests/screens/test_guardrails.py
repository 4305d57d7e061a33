"""Guardrails by mouse and keyboard: status by one key, owners and days in place, evidence beside, gates drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.guardrails import adopting, asking
from roadmap_desktop.journey.guardrails.gates import gate
from roadmap_desktop.journey.guardrails.holds import HoldsRow, holds
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.language import Language
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules.guardrails import Gate, Status
from roadmap_desktop.screens.guardrails.gates import GatesStep
from roadmap_desktop.screens.guardrails.holds import HoldsStep
from roadmap_desktop.screens.guardrails.more_panel import MorePanel
from roadmap_desktop.screens.guardrails.proof_panel import ProofPanel
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.sheet import Sheet

SAY = Language("en").say
ShowHolds = Callable[[type[HoldsStep]], HoldsStep]
ShowGates = Callable[[type[GatesStep]], GatesStep]


@pytest.fixture
def inspector(sitting: Sitting, qtbot: QtBot) -> Inspector:
    """The inspector beside the step."""
    made = Inspector()
    made.resize(300, 700)
    qtbot.addWidget(made)
    sitting.selected.connect(made.present)
    made.show()
    return made


def choose(document: Document, key: str, *, data_class: int = 0, student_facing: bool = False) -> str:
    made = UseCase(key=key, data_class=data_class, student_facing=student_facing, choice="pilot")
    with document.change("Chose") as session:
        session.add(made)
    return made.uuid


def row(document: Document, name: str) -> HoldsRow:
    return next(each for each in holds(document).rows if SAY(each.name) == name)


def names(sheet: Sheet) -> list[str]:
    return [SAY(each.name) for each in sheet.rows()]


def settle() -> None:
    """Lets what waits for the next turn of the event loop happen."""
    for _ in range(4):
        QApplication.processEvents()


def select(sheet: Sheet, uuid: str) -> None:
    sheet.grid.setFocus()
    assert sheet.select(uuid)
    settle()


def type_in(sheet: Sheet, uuid: str, column: str, text: str) -> None:
    sheet.edit(uuid, column)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()


def offered(inspector: Inspector, words: str) -> list[Button]:
    """The actions of that name at the foot of the inspector."""
    settle()
    return [each for each in inspector.findChildren(Button) if each.accessibleName() == words and each.isVisible()]


def test_without_chosen_use_cases_every_guardrail_is_shown(show_step: ShowHolds) -> None:
    step = show_step(HoldsStep)
    assert len(step.guardrails.rows()) == 23
    assert step.shown.isHidden()


def test_what_the_chosen_ask_for_is_shown_and_all_on_demand(document: Document, show_step: ShowHolds) -> None:
    choose(document, "lesson-planning")
    step = show_step(HoldsStep)
    asked = len(step.guardrails.rows())
    assert asked == len(holds(document).asked) < 23
    step.shown.choose("all")
    assert len(step.guardrails.rows()) == 23
    step.shown.choose("asked")
    assert len(step.guardrails.rows()) == asked


@pytest.mark.parametrize(
    ("key", "status"),
    [(Qt.Key.Key_2, Status.DRAFTED), (Qt.Key.Key_3, Status.ADOPTED), (Qt.Key.Key_1, Status.MISSING)],
)
def test_one_key_says_how_far_a_guardrail_is(
    document: Document, show_step: ShowHolds, key: Qt.Key, status: Status
) -> None:
    step = show_step(HoldsStep)
    uuid = row(document, "Incident plan").uuid
    adopting.set_status(document, [uuid], Status.DRAFTED if status is Status.MISSING else Status.MISSING)
    select(step.guardrails, uuid)
    QTest.keyClick(step.guardrails.grid, key)
    assert row(document, "Incident plan").status is status


def test_figures_typed_in_a_day_are_a_day(document: Document, show_step: ShowHolds) -> None:
    step = show_step(HoldsStep)
    type_in(step.guardrails, row(document, "Incident plan").uuid, "day", "3/15/2027")
    found = row(document, "Incident plan")
    assert (found.due, found.status) == (date(2027, 3, 15), Status.MISSING)


def test_the_day_of_an_adopted_guardrail_is_that_of_its_adoption(document: Document, show_step: ShowHolds) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.set_status(document, [uuid], Status.ADOPTED)
    step = show_step(HoldsStep)
    type_in(step.guardrails, uuid, "day", "5/4/2026")
    assert row(document, "Incident plan").adopted_on == date(2026, 5, 4)
    type_in(step.guardrails, uuid, "day", "")
    assert "keeps the day of its adoption" in step.guardrails.complaint()


def test_owner_and_own_words_are_typed_in_place(document: Document, show_step: ShowHolds) -> None:
    step = show_step(HoldsStep)
    uuid = row(document, "Incident plan").uuid
    type_in(step.guardrails, uuid, "owner", "Wei Chen")
    type_in(step.guardrails, uuid, "name", "When it goes wrong")
    assert row(document, "When it goes wrong").owner == "Wei Chen"


def test_the_status_is_chosen_from_a_list_as_well(document: Document, show_step: ShowHolds) -> None:
    step = show_step(HoldsStep)
    uuid = row(document, "Incident plan").uuid
    column = next(each for each in step.guardrails.grid.model().columns if each.key == "status")
    assert [key for key, _ in column.choices(row(document, "Incident plan"))] == ["missing", "drafted", "adopted"]
    column.edit(row(document, "Incident plan"), "drafted")
    assert holds(document).row(uuid).status is Status.DRAFTED


def test_a_guardrail_of_the_room_is_added_at_the_last_line_and_removed_by_delete(
    document: Document, show_step: ShowHolds
) -> None:
    choose(document, "lesson-planning")
    step = show_step(HoldsStep)
    step.guardrails.begin()
    QTest.keyClicks(QApplication.focusWidget(), "No AI before grade 3")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert names(step.guardrails)[-1] == "No AI before grade 3"
    select(step.guardrails, row(document, "No AI before grade 3").uuid)
    QTest.keyClick(step.guardrails.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "No AI before grade 3" not in names(step.guardrails)


def test_a_guardrail_of_the_catalogue_is_not_removed(document: Document, show_step: ShowHolds) -> None:
    step = show_step(HoldsStep)
    select(step.guardrails, row(document, "Incident plan").uuid)
    QTest.keyClick(step.guardrails.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert "stays in the list" in step.guardrails.complaint()


def test_the_button_of_the_inspector_adopts_today(
    document: Document, show_step: ShowHolds, inspector: Inspector
) -> None:
    step = show_step(HoldsStep)
    select(step.guardrails, row(document, "Incident plan").uuid)
    offered(inspector, "Adopted today")[0].click()
    assert row(document, "Incident plan").adopted_on == date(2026, 8, 3)
    assert offered(inspector, "Adopted today") == []


def test_evidence_is_added_dated_and_removed_in_the_inspector(
    document: Document, show_step: ShowHolds, inspector: Inspector
) -> None:
    step = show_step(HoldsStep)
    select(step.guardrails, row(document, "Incident plan").uuid)
    panel = inspector.findChild(ProofPanel)
    inspector.activateWindow()
    offered(inspector, "Add evidence")[0].click()
    QTest.keyClicks(QApplication.focusWidget(), "Exercise record")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    uuid = row(document, "Incident plan").evidence[0].uuid
    type_in(panel.evidence, uuid, "dated", "8/1/2026")
    type_in(panel.evidence, uuid, "text", "Record of the exercise")
    assert [(each.text, each.dated) for each in row(document, "Incident plan").evidence] == [
        ("Record of the exercise", date(2026, 8, 1))
    ]
    select(panel.evidence, uuid)
    QTest.keyClick(panel.evidence.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert row(document, "Incident plan").evidence == ()


def test_length_and_gate_are_set_in_the_inspector_and_a_wrong_length_is_answered_there(
    document: Document, show_step: ShowHolds, inspector: Inspector
) -> None:
    step = show_step(HoldsStep)
    select(step.guardrails, row(document, "Incident plan").uuid)
    panel = inspector.findChild(ProofPanel)
    panel.length.selectAll()
    QTest.keyClicks(panel.length, "soon")
    QTest.keyClick(panel.length, Qt.Key.Key_Return)
    assert "is no length" in panel.length_row.complaint()
    panel.length.selectAll()
    QTest.keyClicks(panel.length, "3 weeks")
    QTest.keyClick(panel.length, Qt.Key.Key_Return)
    panel.gate.setCurrentIndex(panel.gate.findData("scaling"))
    panel.gate.activated.emit(panel.gate.currentIndex())
    found = row(document, "Incident plan")
    assert (found.length, found.gate) == ("3 weeks", Gate.SCALING)


def test_an_own_guardrail_can_be_removed_in_the_inspector(
    document: Document, show_step: ShowHolds, inspector: Inspector
) -> None:
    uuid = asking.add_guardrail(document, "Ours")
    step = show_step(HoldsStep)
    select(step.guardrails, row(document, "Incident plan").uuid)
    panel = inspector.findChild(ProofPanel)
    assert panel.remove.isHidden()
    select(step.guardrails, uuid)
    panel.remove.click()
    assert holds(document).row(uuid) is None


def test_a_link_leads_to_a_guardrail_that_is_not_among_those_shown(
    document: Document, show_step: ShowHolds, inspector: Inspector
) -> None:
    choose(document, "lesson-planning")
    step = show_step(HoldsStep)
    uuid = row(document, "Fake images and harassment").uuid
    step.arrive(uuid)
    assert step.guardrails.current() == uuid
    assert SAY(inspector.inspection().title) == "Fake images and harassment"


def test_the_step_says_how_many_are_missing(document: Document, show_step: ShowHolds) -> None:
    step = show_step(HoldsStep)
    assert SAY(step.remark(step.picture()).text) == "0 of 23 adopted"
    choose(document, "lesson-planning")
    assert SAY(step.remark(step.picture()).text) == "11 of 11 not adopted"
    adopting.set_status(document, [each.uuid for each in holds(document).asked], Status.ADOPTED)
    assert SAY(step.remark(step.picture()).text) == "all adopted"


def test_without_use_cases_the_gates_lead_to_picking_some(sitting: Sitting, show_step: ShowGates, qtbot: QtBot) -> None:
    step = show_step(GatesStep)
    assert step.asks.isHidden()
    with qtbot.waitSignal(sitting.went) as went:
        step.gates.findChildren(type(step.gates._empty))[0].button().click()
    assert went.args == [Target("usecases", "collect")]


def test_the_first_gate_is_selected_with_what_it_asks_for(
    document: Document, show_step: ShowGates, inspector: Inspector
) -> None:
    choose(document, "lesson-planning")
    step = show_step(GatesStep)
    assert step.asks_title.plain() == "Lesson and unit planning asks for"
    assert len(step.asks.rows()) == 11
    assert SAY(inspector.inspection().title) == "Lesson and unit planning"


def test_what_is_missing_stands_before_what_is_adopted(document: Document, show_step: ShowGates) -> None:
    use_case = choose(document, "lesson-planning")
    adopting.set_status(document, [gate(document, (use_case,)).open[0].guardrail], Status.ADOPTED)
    step = show_step(GatesStep)
    adopted = [line.adopted for line in step.asks.rows()]
    assert adopted == sorted(adopted)
    assert adopted[-1]


def test_enter_on_a_guardrail_of_a_gate_leads_to_it(
    document: Document, sitting: Sitting, show_step: ShowGates, qtbot: QtBot
) -> None:
    choose(document, "lesson-planning")
    step = show_step(GatesStep)
    first = step.asks.rows()[0].guardrail
    select(step.asks, first)
    with qtbot.waitSignal(sitting.went) as went:
        QTest.keyClick(step.asks.grid, Qt.Key.Key_Return)
    assert went.args == [Target("guardrails", "holds", first)]


def test_use_cases_that_were_not_chosen_are_shown_on_demand(document: Document, show_step: ShowGates) -> None:
    choose(document, "lesson-planning")
    with document.change("Collected") as session:
        session.add(UseCase(key="meeting-notes", position=1))
    step = show_step(GatesStep)
    assert names(step.gates) == ["Lesson and unit planning"]
    step.shown.choose("all")
    assert names(step.gates) == ["Lesson and unit planning", "Meeting notes"]


def test_a_link_leads_to_the_gate_of_a_use_case_that_was_not_chosen(document: Document, show_step: ShowGates) -> None:
    choose(document, "lesson-planning")
    other = UseCase(key="meeting-notes", position=1)
    with document.change("Collected") as session:
        session.add(other)
    step = show_step(GatesStep)
    step.arrive(other.uuid)
    assert step.gates.current() == other.uuid


def test_one_more_guardrail_is_asked_for_and_taken_back_in_the_inspector(
    document: Document, show_step: ShowGates, inspector: Inspector
) -> None:
    use_case = choose(document, "lesson-planning")
    show_step(GatesStep)
    panel = inspector.findChild(MorePanel)
    uuid = row(document, "Fake images and harassment").uuid
    panel.more.setCurrentIndex(panel.more.findData(uuid))
    panel.more.activated.emit(panel.more.currentIndex())
    settle()
    assert panel.added.keys() == (uuid,)
    panel.added.removed.emit(uuid)
    settle()
    assert uuid not in [line.guardrail for line in gate(document, (use_case,)).before_pilot]
    assert panel.added.keys() == ()


@pytest.mark.parametrize(("adopt", "said"), [(0, "6 missing, 4 floors"), (6, "4 floors missed")])
def test_a_gate_says_what_keeps_it_shut(document: Document, show_step: ShowGates, adopt: int, said: str) -> None:
    use_case = choose(document, "lesson-planning")
    wanted = [line.guardrail for line in gate(document, (use_case,)).open][:adopt]
    adopting.set_status(document, wanted, Status.ADOPTED)
    step = show_step(GatesStep)
    index = step.gates.grid.model().index(0, 3)
    assert index.data() == said
    assert SAY(step.remark(step.picture()).text) == "1 of 1 shut"
