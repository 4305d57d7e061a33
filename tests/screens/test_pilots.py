"""Pilots on screen: a plan is clicked and typed from nothing to a decision."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.pilots import checkins, planning
from roadmap_desktop.journey.pilots.picture import pilot, pilots
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.prepare.years import add_year
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.screens.pilots.checkins import CheckInsStep
from roadmap_desktop.screens.pilots.decision import DecisionStep
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.pilots.question import QuestionStep
from roadmap_desktop.screens.pilots.schooltime import SchoolTimeStep
from roadmap_desktop.screens.pilots.sites import SitesStep
from roadmap_desktop.screens.pilots.success import SuccessStep
from roadmap_desktop.screens.sitting import Selected, Sitting
from roadmap_desktop.store.document import Document
from tests.journey.test_arrows import choose_planning
from tests.screens.hands import begin_row, edit_cell

Show = Callable[[type[PilotStep]], PilotStep]


@pytest.fixture
def made(document: Document) -> str:
    return planning.add_pilot(document, "Planning")


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_empty_page_begins_a_pilot_for_each_chosen_use_case(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    case = choose_planning(document)
    step = show_step(QuestionStep)
    assert step.empty.isVisible()
    qtbot.mouseClick(step.empty.button(), Qt.MouseButton.LeftButton)
    assert [[uuid for uuid, _ in each.use_cases] for each in pilots(document)] == [[case]]
    qtbot.waitUntil(lambda: not step.empty.isVisible())


def test_name_and_question_are_saved_as_they_are_typed(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(QuestionStep)
    assert isinstance(step, QuestionStep)
    type_into(qtbot, step.name_field, "Planning with care")
    step.question_field.setFocus()
    qtbot.keyClicks(step.question_field, "Does it save time?")
    step.save_typing()
    found = pilot(document, made)
    assert (found.name, found.question) == ("Planning with care", "Does it save time?")


def test_a_name_that_is_taken_away_is_refused_beside_its_field(made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(QuestionStep)
    assert isinstance(step, QuestionStep)
    type_into(qtbot, step.name_field, " ")
    assert "needs a name" in step.name_row.complaint()


def test_a_use_case_is_ticked(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    case = choose_planning(document)
    step = show_step(QuestionStep)
    assert isinstance(step, QuestionStep)
    step.cases.select(case)
    step.cases.grid.setFocus()
    step.cases.grid.setCurrentIndex(step.cases.grid.model().index(0, 2))
    qtbot.keyClick(step.cases.grid, Qt.Key.Key_Space)
    assert [uuid for uuid, _ in pilot(document, made).use_cases] == [case]


def test_schools_and_sessions_are_entered(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    add_school(document, "Oak Ridge")
    step = show_step(SitesStep)
    assert isinstance(step, SitesStep)
    step.schools.grid.setFocus()
    step.schools.grid.setCurrentIndex(step.schools.grid.model().index(0, 3))
    qtbot.keyClick(step.schools.grid, Qt.Key.Key_Space)
    begin_row(qtbot, step.learning, "How to plan")
    found = pilot(document, made)
    assert [site.name for site in found.sites] == ["Oak Ridge"]
    assert [session.name for session in found.learning] == ["How to plan"]


def test_lengths_are_typed_and_the_dates_follow(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    add_year(document, "2026-27", date(2026, 8, 10), date(2027, 5, 28))
    step = show_step(SchoolTimeStep)
    assert isinstance(step, SchoolTimeStep)
    type_into(qtbot, step.length_field, "20 school days")
    type_into(qtbot, step.decides_after_field, "5")
    qtbot.waitUntil(lambda: "decide " in step.sentence.plain())
    assert step.strip.isVisible()
    type_into(qtbot, step.length_field, "soon")
    assert "no length" in step.length_row.complaint()


def test_a_criterion_is_typed_cell_by_cell(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(SuccessStep)
    assert isinstance(step, SuccessStep)
    begin_row(qtbot, step.criteria, "Hours of planning")
    (criterion,) = pilot(document, made).criteria
    qtbot.waitUntil(lambda: len(step.criteria.rows()) == 1)
    edit_cell(qtbot, step.criteria, criterion.uuid, "target", "6.5")
    edit_cell(qtbot, step.criteria, criterion.uuid, "collector", "Ana")
    (criterion,) = pilot(document, made).criteria
    assert (criterion.target, criterion.collector) == (6.5, "Ana")


def test_a_check_in_is_begun_by_its_week(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(CheckInsStep)
    assert isinstance(step, CheckInsStep)
    begin_row(qtbot, step.checkins, "week 3")
    assert [each.week for each in pilot(document, made).check_ins] == [3]
    type_into(qtbot, step.stopper_field, "Ben")
    assert pilot(document, made).stopper == "Ben"


def test_starting_is_refused_beside_the_date_while_something_is_missing(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(DecisionStep)
    assert isinstance(step, DecisionStep)
    qtbot.mouseClick(step.start_button, Qt.MouseButton.LeftButton)
    assert "keep Planning from starting" in step.started_row.complaint()
    assert pilot(document, made).started_on is None


def test_a_decision_needs_a_verdict_and_a_reason(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(DecisionStep)
    assert isinstance(step, DecisionStep)
    qtbot.mouseClick(step.decide_button, Qt.MouseButton.LeftButton)
    assert "No decision is chosen" in step.verdict_field.complaint()
    step.verdict_field.choose(Verdict.STOP.value)
    qtbot.mouseClick(step.decide_button, Qt.MouseButton.LeftButton)
    assert "needs its reason" in step.reason_row.complaint()
    qtbot.keyClicks(step.reason_field, "Nobody has time.")
    qtbot.mouseClick(step.decide_button, Qt.MouseButton.LeftButton)
    assert pilot(document, made).verdict is Verdict.STOP


def test_the_chosen_pilot_stays_chosen_in_every_step(document: Document, made: str, show_step: Show) -> None:
    other = planning.add_pilot(document, "Messages")
    first, second = show_step(QuestionStep), show_step(SuccessStep)
    first.arrive(other)
    assert first.pilot() == second.pilot() == other


def test_the_inspector_says_what_is_missing(sitting: Sitting, made: str, show_step: Show) -> None:
    heard: list[Selected] = []
    sitting.selected.connect(heard.append)
    show_step(QuestionStep)
    assert heard[-1].inspection is not None
    lines = heard[-1].inspection.sections[0].lines
    assert Target("pilots", "question", made) in [line.target for line in lines]


def test_a_pilot_is_removed_and_taken_back(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    checkins.add_check_in(document, made, 2)
    step = show_step(QuestionStep)
    assert isinstance(step, QuestionStep)
    qtbot.mouseClick(step.remove_button, Qt.MouseButton.LeftButton)
    assert pilots(document) == ()
    document.undo()
    assert len(pilots(document)) == 1
