"""Pilots on screen: a plan is clicked and typed from nothing to a decision."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop.app import main_window
from roadmap_desktop.journey.inspection import Mark, Target
from roadmap_desktop.journey.pilots import checkins, measures, planning, running
from roadmap_desktop.journey.pilots.picture import pilot, pilots
from roadmap_desktop.journey.pilots.planning import PilotField
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.prepare.spans import add_span
from roadmap_desktop.language import message
from roadmap_desktop.model.calendar import SchoolYear
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.rules.pilots import Evidence, Verdict
from roadmap_desktop.screens.pilots.checkins import CheckInsStep
from roadmap_desktop.screens.pilots.decision import DecisionStep
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.pilots.question import QuestionStep
from roadmap_desktop.screens.pilots.schooltime import SchoolTimeStep
from roadmap_desktop.screens.pilots.sites import SitesStep
from roadmap_desktop.screens.pilots.success import SuccessStep
from roadmap_desktop.screens.sitting import Selected, Sitting
from roadmap_desktop.screens.window import MainWindow, Ways
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.recent import RecentWorkshops
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.empty import EmptyState
from tests.copied import new_copy
from tests.journey.test_arrows import add_calendar, choose_planning
from tests.screens.hands import begin_row, edit_cell, focused, shown
from tests.screens.windows import Chosen

Show = Callable[[type[PilotStep]], Any]
STEPS = (QuestionStep, SitesStep, SchoolTimeStep, SuccessStep, CheckInsStep, DecisionStep)
LEFT = Qt.MouseButton.LeftButton
NOON = datetime.fromisoformat("2026-08-03T12:00")


@pytest.fixture
def made(document: Document) -> str:
    return planning.add_pilot(document, "Planning")


@pytest.fixture
def criterion(document: Document, made: str) -> str:
    return measures.add_criterion(document, made, "Days to feedback")


@pytest.fixture
def running_pilot(document: Document) -> str:
    """A pilot that runs, with one criterion."""
    ready = plan_everything_else(document)
    uuid = planning.add_pilot(document, "Planning", ready)
    for field in (PilotField.QUESTION, PilotField.OWNER, PilotField.STOPPER, PilotField.DECIDER):
        planning.edit_pilot(document, uuid, field, "Ana")
    planning.edit_pilot(document, uuid, PilotField.DECIDES_AFTER, "5")
    planning.schools_to_take_part(document, uuid, {add_school(document, "Oak Ridge")})
    measures.take_outcomes(document, uuid)
    running.start_pilot(document, uuid, date(2026, 8, 17))
    return uuid


def plan_everything_else(document: Document) -> str:
    """What other stages give: a calendar, a chosen use case, ratings, guardrails; gives the use case."""
    add_calendar(document)
    case = choose_planning(document)
    with document.change(message("Made everything hold")) as session:
        for guardrail in session.query(Guardrail):
            guardrail.status = "adopted"
        for statement in session.query(Statement):
            session.add(Rating(statement=statement.uuid, round=1, way="hands", level=4, count=5))
    return case


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def pick(field: QComboBox, data: object) -> None:
    """Takes an entry as a person does."""
    field.setCurrentIndex(field.findData(data))
    field.activated.emit(field.currentIndex())


def heard(sitting: Sitting) -> list[Selected]:
    found: list[Selected] = []
    sitting.selected.connect(found.append)
    return found


# Which pilot


def test_the_empty_page_begins_a_pilot_for_each_chosen_use_case(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    case = choose_planning(document)
    step = show_step(QuestionStep)
    assert step.empty.isVisible()
    assert not step.body.isVisible()
    qtbot.mouseClick(step.empty.button(), LEFT)
    assert [[uuid for uuid, _ in each.use_cases] for each in pilots(document)] == [[case]]
    qtbot.waitUntil(step.body.isVisible)


def test_without_a_chosen_use_case_the_empty_page_begins_one_to_be_named(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(QuestionStep)
    qtbot.mouseClick(step.empty.button(), LEFT)
    qtbot.waitUntil(step.name_field.hasFocus)
    qtbot.keyClicks(focused(), "Planning")
    step.save_typing()
    assert [each.name for each in pilots(document)] == ["Planning"]


def test_the_chosen_pilot_stays_chosen_in_every_step(document: Document, made: str, show_step: Show) -> None:
    other = planning.add_pilot(document, "Messages")
    steps = [show_step(kind) for kind in STEPS]
    steps[0].arrive(other)
    assert {step.pilot() for step in steps} == {other}
    assert steps[-1].top.pilot_name.plain() == "Messages"


def test_the_list_of_pilots_says_how_each_stands_and_shows_the_one_taken(
    document: Document, made: str, show_step: Show
) -> None:
    step = show_step(SuccessStep)
    assert not step.top.chooser.isVisible()
    other = planning.add_pilot(document, "Messages")
    step.refresh()
    assert step.top.chooser.text() == "2 pilots"
    actions = step.top.chooser.list.actions()
    assert [action.text() for action in actions] == ["Planning, not ready", "Messages, not ready"]
    actions[1].trigger()
    assert step.pilot() == other
    assert step.top.chooser.accessibleName() == "2 pilots, shown is Messages"


def test_the_list_of_pilots_opens_by_a_key(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    planning.add_pilot(document, "Messages")
    step = show_step(SuccessStep)
    step.top.chooser.setFocus()
    QTest.keyClick(step.windowHandle(), Qt.Key.Key_Space)
    qtbot.waitUntil(step.top.chooser.list.isVisible)
    step.top.chooser.list.close()


def test_the_pilot_shown_stays_when_its_decision_makes_another_the_first_that_waits(
    document: Document, made: str, show_step: Show
) -> None:
    planning.add_pilot(document, "Messages")
    step = show_step(DecisionStep)
    running.decide(document, made, running.Decided(Verdict.STOP, "Nobody has time."))
    step.refresh()
    assert step.pilot() == made


def test_what_was_typed_belongs_to_the_pilot_it_was_typed_for(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    other = planning.add_pilot(document, "Messages")
    step = show_step(QuestionStep)
    for field, text in ((step.owner_field, "Ana"), (step.question_field, "Does it save time?")):
        field.setFocus()
        qtbot.keyClicks(field, text)
    step.arrive(other)
    assert (pilot(document, made).owner, pilot(document, made).question) == ("Ana", "Does it save time?")
    assert (pilot(document, other).owner, pilot(document, other).question) == ("", "")
    assert (step.owner_field.text(), step.question_field.toPlainText()) == ("", "")


def test_a_decision_that_was_begun_is_not_carried_to_another_pilot(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    planning.edit_pilot(document, made, PilotField.DECIDER, "Cabinet")
    other = planning.add_pilot(document, "Messages")
    step = show_step(DecisionStep)
    step.verdict_field.choose(Verdict.STOP.value)
    qtbot.keyClicks(step.reason_field, "Nobody has time.")
    assert step.by_field.text() == "Cabinet"
    step.arrive(other)
    assert (step.verdict_field.current(), step.reason_field.text(), step.by_field.text()) == ("", "", "")


def test_a_pilot_is_removed_and_taken_back(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    checkins.add_check_in(document, made, 2)
    step = show_step(QuestionStep)
    qtbot.mouseClick(step.remove_button, LEFT)
    assert pilots(document) == ()
    qtbot.waitUntil(step.empty.isVisible)
    document.undo()
    qtbot.waitUntil(lambda: step.top.pilot_name.plain() == "Planning")


# Question


def test_name_and_question_are_saved_as_they_are_typed(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(QuestionStep)
    type_into(qtbot, step.name_field, "Planning with care")
    step.question_field.setFocus()
    qtbot.keyClicks(step.question_field, "Does it save time?")
    step.save_typing()
    found = pilot(document, made)
    assert (found.name, found.question) == ("Planning with care", "Does it save time?")


def test_a_name_that_is_taken_away_is_refused_beside_its_field_and_stays_as_typed(
    made: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(QuestionStep)
    type_into(qtbot, step.name_field, " ")
    assert "needs a name" in step.name_row.complaint()
    step.owner_field.setFocus()
    step.refresh()
    assert step.name_field.text() == " "
    step.name_field.setFocus()
    qtbot.keyClicks(step.name_field, "P")
    assert step.name_row.complaint() == ""


def test_a_use_case_is_ticked_where_it_waits_for_a_pilot(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    case = choose_planning(document)
    step = show_step(QuestionStep)
    assert [row[3] for row in shown(step.cases)] == ["no pilot yet"]
    step.cases.select(case)
    step.cases.grid.setFocus()
    step.cases.grid.setCurrentIndex(step.cases.grid.model().index(0, 2))
    qtbot.keyClick(step.cases.grid, Qt.Key.Key_Space)
    assert [uuid for uuid, _ in pilot(document, made).use_cases] == [case]
    qtbot.waitUntil(lambda: shown(step.cases)[0][3] == "Planning")


def test_without_use_cases_the_page_leads_to_where_they_are_collected(
    sitting: Sitting, made: str, show_step: Show, qtbot: QtBot
) -> None:
    went: list[Target] = []
    sitting.went.connect(went.append)
    step = show_step(QuestionStep)
    qtbot.mouseClick(step.cases.findChild(EmptyState).findChild(type(step.remove_button)), LEFT)
    assert went == [Target("usecases", "collect")]


def test_names_of_people_are_suggested(running_pilot: str, show_step: Show, document: Document) -> None:
    step = show_step(QuestionStep)
    completer = step.owner_field.completer()
    completer.setCompletionPrefix("an")
    assert completer.currentCompletion() == "Ana"
    completer.activated.emit("Ana Ruiz")
    assert pilot(document, running_pilot).owner == "Ana Ruiz"


# Sites and people


def test_schools_and_sessions_are_entered(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    add_school(document, "Oak Ridge")
    step = show_step(SitesStep)
    step.schools.grid.setFocus()
    step.schools.grid.setCurrentIndex(step.schools.grid.model().index(0, 4))
    qtbot.keyClick(step.schools.grid, Qt.Key.Key_Space)
    begin_row(qtbot, step.learning, "How to plan")
    found = pilot(document, made)
    assert [(site.name, site.doubtful) for site in found.sites] == [("Oak Ridge", True)]
    assert [session.name for session in found.learning] == ["How to plan"]


def test_a_session_is_filled_cell_by_cell(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(SitesStep)
    begin_row(qtbot, step.learning, "How to plan")
    (session,) = pilot(document, made).learning
    qtbot.waitUntil(lambda: len(step.learning.rows()) == 1)
    cells = {"name": "How to plan well", "audience": "Teachers", "hours": "2", "held_on": "Aug 14, 2026"}
    for column, text in {**cells, "attended": "18 of 20"}.items():
        edit_cell(qtbot, step.learning, session.uuid, column, text)
    qtbot.waitUntil(lambda: shown(step.learning)[0][-1] == "18 of 20")
    assert shown(step.learning)[0] == ["How to plan well", "Teachers", "2", "Aug 14, 2026", "18 of 20"]


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("attended", "most", "says no count"),
        ("attended", "21 of 20", "No more can attend"),
        ("hours", "", "more than 0"),
        ("hours", "two", "no number"),
        ("name", " ", "needs a name"),
    ],
)
def test_what_a_session_can_not_hold_is_refused_under_its_cell(
    made: str, show_step: Show, qtbot: QtBot, column: str, text: str, reason: str
) -> None:
    step = show_step(SitesStep)
    begin_row(qtbot, step.learning, "How to plan")
    qtbot.waitUntil(lambda: len(step.learning.rows()) == 1)
    step.learning.edit(step.learning.rows()[0].uuid, column)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert reason in step.learning.complaint()


@pytest.mark.parametrize(
    ("needy", "doubtful", "remark"),
    [
        (False, False, "no doubtful and no higher-need school"),
        (True, False, "no doubtful school"),
        (False, True, "no higher-need school"),
    ],
)
def test_a_remark_says_which_kind_of_school_is_not_among_them(
    sitting: Sitting, document: Document, made: str, show_step: Show, needy: bool, doubtful: bool, remark: str
) -> None:
    school = add_school(document, "Oak Ridge", higher_need="yes" if needy else "")
    planning.schools_to_take_part(document, made, {school})
    planning.doubt_site(document, made, school, "yes" if doubtful else "")
    found = show_step(SitesStep).remark(pilots(document))
    assert found is not None
    assert sitting.say(found.text) == remark


# School time


def test_lengths_are_typed_and_the_dates_follow(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    add_calendar(document)
    step = show_step(SchoolTimeStep)
    type_into(qtbot, step.length_field, "20 school days")
    type_into(qtbot, step.decides_after_field, "7")
    type_into(qtbot, step.decider_field, "Cabinet")
    told = "4 weeks to prepare, 4 weeks to run, decide in week 1 of Quarter 2."
    qtbot.waitUntil(lambda: step.sentence.plain() == told)
    assert step.strip.accessibleName() == told
    type_into(qtbot, step.length_field, "soon")
    assert "no length" in step.length_row.complaint()
    type_into(qtbot, step.not_before_field, "Sep 14, 2026")
    assert pilot(document, made).not_before == date(2026, 9, 14)


def test_a_number_alone_is_named_as_school_days(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    planning.edit_pilot(document, made, PilotField.PREPARATION, "15")
    step = show_step(SchoolTimeStep)
    assert step.preparation_field.text() == "15 school days"
    type_into(qtbot, step.decides_after_field, "1")
    step.decider_field.setFocus()
    assert step.decides_after_field.text() == "1 school day"
    assert pilot(document, made).decides_after == "1"


def test_a_break_that_is_entered_is_told_and_drawn(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    add_calendar(document)
    step = show_step(SchoolTimeStep)
    before = step.strip.grab().toImage()
    year = document.rows(select(SchoolYear.uuid))[0].uuid
    add_span(document, year, SpanKind.BREAK, "Fall break", date(2026, 9, 14), date(2026, 9, 25))
    qtbot.waitUntil(lambda: "over Fall break" in step.sentence.plain())
    assert step.strip.grab().toImage() != before


def test_without_a_calendar_the_step_says_what_is_missing(made: str, show_step: Show) -> None:
    step = show_step(SchoolTimeStep)
    assert not step.strip.isVisible()
    assert "school calendar is missing" in step.days.plain()


# Success


def test_a_criterion_is_typed_cell_by_cell(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(SuccessStep)
    begin_row(qtbot, step.criteria, "Days to feedback")
    (row,) = pilot(document, made).criteria
    qtbot.waitUntil(lambda: len(step.criteria.rows()) == 1)
    assert shown(step.criteria)[0] == ["Days to feedback", "", "", "", ""]
    for column, text in {"baseline": "9", "target": "4.5", "minimum": "6", "collector": "Ana"}.items():
        edit_cell(qtbot, step.criteria, row.uuid, column, text)
    type_into(qtbot, step.unit_field, "days")
    told = ["Days to feedback", "9 days", "≤ 4.5 days", "≤ 6 days", "Ana"]
    qtbot.waitUntil(lambda: shown(step.criteria)[0] == told)


def test_a_number_that_is_none_is_refused_under_its_cell(
    document: Document, made: str, criterion: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(SuccessStep)
    edit_cell(qtbot, step.criteria, criterion, "target", "soon")
    assert "“soon” is no number" in step.criteria.complaint()
    assert pilot(document, made).criteria[0].target is None


def test_kind_and_direction_belong_to_the_criterion_selected(
    document: Document, made: str, criterion: str, show_step: Show
) -> None:
    other = measures.add_criterion(document, made, "Used weekly")
    step = show_step(SuccessStep)
    step.criteria.select(other)
    assert step.chosen_one.isVisible()
    pick(step.evidence_field, Evidence.USAGE.value)
    step.direction_field.choose("down")
    rows = {row.uuid: (row.evidence, row.direction) for row in pilot(document, made).criteria}
    assert rows == {criterion: (Evidence.OPERATIONAL, "up"), other: (Evidence.USAGE, "down")}
    step.criteria.select(criterion)
    assert step.direction_field.current() == "up"


def test_a_unit_is_saved_for_the_criterion_it_was_typed_for(
    document: Document, made: str, criterion: str, show_step: Show, qtbot: QtBot
) -> None:
    other = measures.add_criterion(document, made, "Used weekly")
    step = show_step(SuccessStep)
    step.criteria.select(criterion)
    step.unit_field.setFocus()
    qtbot.keyClicks(step.unit_field, "days")
    step.criteria.select(other)
    assert {row.uuid: row.unit for row in pilot(document, made).criteria} == {criterion: "days", other: ""}


def test_what_must_pass_is_ticked_in_a_list(document: Document, made: str, criterion: str, show_step: Show) -> None:
    step = show_step(SuccessStep)
    assert step.must_pass_field.currentText() == "none yet"
    step.must_pass_field.list.actions()[0].trigger()
    assert pilot(document, made).criteria[0].must_pass
    step.refresh()
    assert step.must_pass_field.currentText() == "Days to feedback"
    step.must_pass_field.list.actions()[0].trigger()
    assert not pilot(document, made).criteria[0].must_pass


def test_the_list_of_what_must_pass_opens_under_its_field_by_a_key(
    document: Document, criterion: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(SuccessStep)
    step.must_pass_field.setFocus()
    QTest.keyClick(step.windowHandle(), Qt.Key.Key_Space)
    qtbot.waitUntil(step.must_pass_field.list.isVisible)
    step.must_pass_field.list.close()


def test_without_criteria_there_is_nothing_to_say_of_scaling(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(SuccessStep)
    assert not step.rules.isVisible()
    measures.add_criterion(document, made, "Days to feedback")
    qtbot.waitUntil(step.rules.isVisible)


def test_how_many_targets_must_be_met_is_chosen(document: Document, made: str, criterion: str, show_step: Show) -> None:
    for name in ("Used weekly", "Want to go on"):
        measures.add_criterion(document, made, name)
    step = show_step(SuccessStep)
    assert step.scale_when_field.currentText() == "two thirds met: 2 of 3"
    pick(step.scale_when_field, 3)
    assert pilot(document, made).scale_when == 3
    step.refresh()
    assert step.scale_when_field.currentText() == "3 of 3 targets met"


def test_outcomes_are_taken_once_and_then_refused_beside_the_button(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    planning.use_cases_to_test(document, made, {choose_planning(document)})
    step = show_step(SuccessStep)
    qtbot.mouseClick(step.outcomes_button, LEFT)
    assert [row.name for row in pilot(document, made).criteria] == ["Hours of planning"]
    qtbot.mouseClick(step.outcomes_button, LEFT)
    assert "no further outcome" in step.outcomes_row.complaint()


def test_a_link_leads_to_its_criterion(document: Document, made: str, show_step: Show) -> None:
    other = planning.add_pilot(document, "Messages")
    wanted = measures.add_criterion(document, other, "Used weekly")
    step = show_step(SuccessStep)
    step.arrive(wanted)
    assert (step.pilot(), step.criteria.current()) == (other, wanted)


# Check-ins


def test_a_check_in_is_begun_by_its_week(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(CheckInsStep)
    begin_row(qtbot, step.checkins, "week 3")
    assert [each.week for each in pilot(document, made).check_ins] == [3]
    type_into(qtbot, step.stopper_field, "Ben")
    step.stop_rule_field.setFocus()
    qtbot.keyClicks(step.stop_rule_field, "A wrong date")
    step.save_typing()
    assert (pilot(document, made).stopper, pilot(document, made).stop_rule) == ("Ben", "A wrong date")


@pytest.mark.parametrize(("text", "reason"), [("0", "no week 0"), ("2.5", "no whole number"), ("soon", "no number")])
def test_a_week_that_is_none_is_refused_under_the_line(
    document: Document, made: str, show_step: Show, qtbot: QtBot, text: str, reason: str
) -> None:
    step = show_step(CheckInsStep)
    begin_row(qtbot, step.checkins, text)
    assert reason in step.checkins.complaint()
    assert pilot(document, made).check_ins == ()


def test_a_check_in_takes_a_name_and_what_was_seen(
    document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    uuid = checkins.add_check_in(document, made, 3)
    step = show_step(CheckInsStep)
    step.arrive(uuid)
    assert step.checkins.current() == uuid
    for column, text in {"week": "4", "name": "Half way", "note": "All can log in."}.items():
        edit_cell(qtbot, step.checkins, uuid, column, text)
    (row,) = pilot(document, made).check_ins
    assert (row.week, row.name, row.note) == (4, "Half way", "All can log in.")


def test_the_stop_rule_can_be_hit_once_the_pilot_runs(
    document: Document, running_pilot: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(CheckInsStep)
    qtbot.mouseClick(step.hit_field, LEFT, pos=QPoint(8, step.hit_field.height() // 2))
    assert pilot(document, running_pilot).stop_rule_hit
    decision = show_step(DecisionStep)
    assert decision.advice.plain() == "Stop: its stop rule was hit."


def test_a_stop_rule_is_not_hit_before_the_pilot_runs(made: str, show_step: Show) -> None:
    assert not show_step(CheckInsStep).hit_field.isVisible()


# Decision


def test_starting_is_refused_beside_the_date_while_something_is_missing(
    sitting: Sitting, document: Document, made: str, show_step: Show, qtbot: QtBot
) -> None:
    said = heard(sitting)
    step = show_step(DecisionStep)
    qtbot.mouseClick(step.start_button, LEFT)
    assert "keep Planning from starting" in step.started_row.complaint()
    assert pilot(document, made).started_on is None
    assert said[-1].inspection is not None
    assert len(said[-1].inspection.sections[0].lines) == len(pilot(document, made).missing)


def test_a_pilot_that_runs_shows_words_for_its_start_and_a_field_for_its_end(
    document: Document, running_pilot: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(DecisionStep)
    assert step.course.plain() == "Runs since Aug 17, 2026."
    assert not step.started_row.isVisible()
    type_into(qtbot, step.ended_field, "Aug 3, 2026")
    qtbot.mouseClick(step.end_button, LEFT)
    assert "before it started" in step.ended_row.complaint()
    type_into(qtbot, step.ended_field, "Oct 9, 2026")
    qtbot.mouseClick(step.end_button, LEFT)
    qtbot.waitUntil(lambda: step.course.plain() == "Ran from Aug 17, 2026 to Oct 9, 2026.")
    assert not step.ended_row.isVisible()


def test_a_reading_gets_its_result_in_words_and_the_advice_its_reason(
    document: Document, running_pilot: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(DecisionStep)
    (row,) = pilot(document, running_pilot).criteria
    assert shown(step.readings)[0][-1] == "not measured"
    edit_cell(qtbot, step.readings, row.uuid, "reading", "7")
    qtbot.waitUntil(lambda: shown(step.readings)[0][-2:] == ["7 hours", "not met"])
    edit_cell(qtbot, step.readings, row.uuid, "reading", "6")
    qtbot.waitUntil(lambda: shown(step.readings)[0][-2:] == ["6 hours", "met"])
    assert step.advice.plain().startswith("Scale: what must pass does")
    button = step.verdict_field.findChild(QWidget, Verdict.SCALE.value)
    assert button.accessibleName() == "Scale, what the criteria say"
    assert button.accessibleDescription() == "More schools follow, in waves."


def test_a_decision_needs_a_verdict_and_a_reason(document: Document, made: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(DecisionStep)
    qtbot.mouseClick(step.decide_button, LEFT)
    assert "No decision is chosen" in step.verdict_field.complaint()
    step.verdict_field.choose(Verdict.STOP.value)
    assert step.verdict_field.complaint() == ""
    qtbot.mouseClick(step.decide_button, LEFT)
    assert "needs its reason" in step.reason_row.complaint()
    qtbot.keyClicks(step.reason_field, "Nobody has time.")
    qtbot.mouseClick(step.decide_button, LEFT)
    assert pilot(document, made).verdict is Verdict.STOP
    qtbot.waitUntil(lambda: step.before.plain() == "Aug 3, 2026, Stop: Nobody has time.")


def test_what_can_not_be_decided_is_refused_beside_what_it_is_about(
    document: Document, running_pilot: str, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(DecisionStep)
    step.verdict_field.choose(Verdict.SCALE.value)
    qtbot.keyClicks(step.reason_field, "It saves time.")
    qtbot.mouseClick(step.decide_button, LEFT)  # today is before the start
    assert "nothing can be decided before" in step.on_row.complaint()
    type_into(qtbot, step.on_field, "Oct 20, 2026")
    qtbot.mouseClick(step.decide_button, LEFT)
    assert pilot(document, running_pilot).decisions[0].on == date(2026, 10, 20)


def test_a_pilot_is_adjusted_once_only(document: Document, running_pilot: str, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(DecisionStep)
    decided = running.Decided(Verdict.ADJUST, "Targets are short.", on=date(2026, 10, 20))
    running.decide(document, running_pilot, decided)
    running.start_pilot(document, running_pilot, date(2026, 11, 2))
    qtbot.waitUntil(lambda: step.course.plain() == "Runs since Nov 2, 2026.")
    step.verdict_field.choose(Verdict.ADJUST.value)
    type_into(qtbot, step.on_field, "Dec 18, 2026")
    step.reason_field.setText("Once more.")
    qtbot.mouseClick(step.decide_button, LEFT)
    assert "once only" in step.verdict_field.complaint()


# The inspector


def test_the_inspector_lists_what_is_missing_and_what_holds_in_every_step(
    sitting: Sitting, document: Document, made: str, show_step: Show
) -> None:
    planning.edit_pilot(document, made, PilotField.STOPPER, "Ben")
    said = heard(sitting)
    for kind in STEPS:
        said.clear()
        step = show_step(kind)
        about = said[-1].inspection
        assert about is not None
        missing, holding = about.sections
        assert Target("pilots", "question", made) in [line.target for line in missing.lines]
        assert [(sitting.say(line.text), line.mark) for line in holding.lines] == [("Ben can stop it", Mark.HOLDS)]
        assert (said[-1].panel is step.card) == (kind is not SchoolTimeStep)


def test_the_card_of_school_time_leads_to_the_bar_on_the_roadmap(
    sitting: Sitting, running_pilot: str, show_step: Show, qtbot: QtBot
) -> None:
    went: list[Target] = []
    sitting.went.connect(went.append)
    card = show_step(SuccessStep).card
    assert card.sentence.plain().startswith("4 weeks to prepare")
    card.findChildren(type(card._place))[0].click()
    assert went == [Target("roadmap", "timeline", f"run:{running_pilot}")]


# The whole plan, by keys alone, in the window


class Keys:
    """A person who has no mouse; the keys come to the window as the system sends them."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window
        assert window.page is not None
        self.page: WorkshopPage = window.page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._window.windowHandle(), key, modifier)

    def type(self, text: str, end: Qt.Key | None = None) -> None:
        for sign in text:
            QTest.keyClick(self._window.windowHandle(), sign)
        if end is not None:
            self.press(end)

    def to(self, target: QWidget) -> None:
        """Tab until the focus is on the control; a control that Tab never comes to fails the test."""
        for _ in range(120):
            if focused() is target or target.isAncestorOf(focused()) or target.focusProxy() is focused():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {target.objectName()}")

    def fill(self, field: QWidget, text: str) -> None:
        self.to(field)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)
        self.press(Qt.Key.Key_Tab)

    def step(self, key: str) -> Any:
        self.page.go(Target("pilots", key))
        found = self.page.stage_area.step()
        self._qtbot.waitUntil(found.isVisible)
        self.page.stage_area.tabs().setFocus()
        return found

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until)


@pytest.fixture
def keys(qtbot: QtBot, tmp_path: Path) -> Iterator[Keys]:
    path = tmp_path / "maple.roadmap"
    fresh = new_copy(path, district="Maple County", state="FL", clock=lambda: NOON)
    plan_everything_else(fresh)
    add_school(fresh, "Oak Ridge")
    fresh.close()
    window = main_window(path, theme.Choice.LIGHT, ways=Ways(_nothing, _nothing, Chosen(), RecentWorkshops()))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Keys(qtbot, window)
    window.close()


def _nothing(*_: object) -> Document:
    raise AssertionError("nobody asked for another workshop")


def plan_by_keys(keys: Keys) -> None:
    """Every step but the decision, from the empty page until the pilot is ready."""
    question = keys.step("question")
    keys.to(question.empty.button())
    keys.press(Qt.Key.Key_Space)
    keys.wait(question.body.isVisible)
    keys.fill(question.owner_field, "Ana Ruiz")
    keys.fill(question.question_field, "Does it save time?")
    sites = keys.step("sites")
    keys.to(sites.schools.grid)
    for _ in range(3):
        keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    time = keys.step("schooltime")
    keys.fill(time.decides_after_field, "5 school days")
    keys.fill(time.decider_field, "Cabinet")
    success = keys.step("success")
    keys.to(success.outcomes_button)
    keys.press(Qt.Key.Key_Space)
    checks = keys.step("checkins")
    keys.fill(checks.stopper_field, "Ana Ruiz")


def test_a_pilot_is_planned_started_measured_and_decided_by_keys_alone(keys: Keys) -> None:
    document = keys.page.sitting.document
    plan_by_keys(keys)
    assert [each.missing for each in pilots(document)] == [()]
    decision = keys.step("decision")
    keys.fill(decision.started_field, "Aug 17, 2026")
    keys.to(decision.start_button)
    keys.press(Qt.Key.Key_Space)
    keys.wait(decision.ended_row.isVisible)
    measure_and_decide_by_keys(keys, decision)
    found = pilots(document)[0]
    assert (found.verdict, found.decisions[0].reason) == (Verdict.SCALE, "It saves an hour.")
    say = keys.page.sitting.say
    keys.wait(lambda: say(keys.page.standings()["pilots"].line) == "1 pilot decided")


def measure_and_decide_by_keys(keys: Keys, decision: DecisionStep) -> None:
    """Types a reading, takes the first of the four, and its reason."""
    keys.to(decision.readings.grid)
    for _ in range(3):
        keys.press(Qt.Key.Key_Right)
    keys.type("6")
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: decision.advice.plain().startswith("Scale"))
    keys.to(decision.verdict_field)
    keys.press(Qt.Key.Key_Space)
    assert decision.verdict_field.current() == Verdict.SCALE.value
    keys.fill(decision.on_field, "Oct 20, 2026")
    keys.to(decision.reason_field)
    keys.type("It saves an hour.", Qt.Key.Key_Return)


def test_everything_planned_can_be_taken_back(keys: Keys) -> None:
    document = keys.page.sitting.document
    before = pilots(document)
    label = document.undo_label
    plan_by_keys(keys)
    keys.page.stage_area.save_typing()
    while document.undo_label != label:
        keys.page.undo()
    assert pilots(document) == before
    keys.wait(lambda: keys.page.stage_area.step().empty.isVisible())  # type: ignore[attr-defined]


def test_a_new_pilot_begins_with_its_name_from_whatever_step(keys: Keys) -> None:
    plan_by_keys(keys)
    success = keys.step("success")
    keys.to(success.top.new_button)
    keys.press(Qt.Key.Key_Space)
    keys.wait(lambda: keys.page.place == Target("pilots", "question"))
    question: Any = keys.page.stage_area.step()
    keys.wait(question.name_field.hasFocus)
    keys.type("Messages", Qt.Key.Key_Tab)
    assert [each.name for each in pilots(keys.page.sitting.document)][-1] == "Messages"
    assert keys.step("decision").top.pilot_name.plain() == "Messages"


def test_a_missing_thing_in_the_inspector_leads_to_its_field(keys: Keys) -> None:
    question = keys.step("question")
    keys.to(question.empty.button())
    keys.press(Qt.Key.Key_Space)
    keys.wait(question.body.isVisible)
    keys.wait(lambda: keys.page.inspector.inspection() is not None)
    found = keys.page.inspector.inspection()
    assert found is not None
    line = next(each for each in found.sections[0].lines if each.target and each.target.step == "checkins")
    assert line.target is not None
    keys.page.inspector.followed.emit(line.target)
    assert keys.page.place == Target("pilots", "checkins")


@pytest.mark.parametrize("kind", STEPS)
def test_tab_goes_in_the_order_in_which_one_reads(
    document: Document, running_pilot: str, show_step: Show, qtbot: QtBot, kind: type[PilotStep]
) -> None:
    planning.add_pilot(document, "Messages")
    step = show_step(kind)
    step.refresh()
    step.top.chooser.setFocus()
    seen: list[QWidget] = []
    for _ in range(40):
        seen.append(focused())
        QTest.keyClick(step.windowHandle(), Qt.Key.Key_Tab)
        if focused() is step.top.chooser:
            break
    tops = [widget.mapTo(step, QPoint(0, 0)).y() for widget in seen if step.isAncestorOf(widget)]
    rows = [top // 24 for top in tops]
    assert len(tops) > 3
    assert rows == sorted(rows)
