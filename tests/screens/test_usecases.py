"""Use cases by mouse and keyboard: ticked, written, measured, scored by digits, weighed by sliders, decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.record import record
from roadmap_desktop.journey.usecases.collecting import UseCaseField, edit_use_case, pick_from_catalogue
from roadmap_desktop.journey.usecases.collection import collection
from roadmap_desktop.journey.usecases.decisions import choose
from roadmap_desktop.journey.usecases.facts import criteria, use_case, use_cases
from roadmap_desktop.journey.usecases.measuring import edit_outcome
from roadmap_desktop.journey.usecases.ranking import ranking
from roadmap_desktop.journey.usecases.scores import scores
from roadmap_desktop.journey.usecases.scoring import score, set_choose
from roadmap_desktop.journey.usecases.weighing import set_weight
from roadmap_desktop.journey.voices import ROOM, VoiceKind, Who
from roadmap_desktop.language import Language
from roadmap_desktop.rules.usecases import Choice, OutcomePart
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.usecases.collect import CollectStep
from roadmap_desktop.screens.usecases.decide import DecideStep
from roadmap_desktop.screens.usecases.outcomes import OutcomesStep
from roadmap_desktop.screens.usecases.ranking import RankingStep
from roadmap_desktop.screens.usecases.score import ScoreStep
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.empty import EmptyState
from tests.screens.hands import begin_row, edit_cell, shown

SAY = Language("en").say
OUTCOME: dict[OutcomePart, str | date] = {
    OutcomePart.MEASURE: "Days to feedback",
    OutcomePart.BASELINE: "9",
    OutcomePart.TARGET: "4.5",
    OutcomePart.UNIT: "days",
    OutcomePart.SOURCE: "Learning system",
    OutcomePart.DUE: date(2027, 3, 11),
}
Show = Callable[[type[Step]], Step]


@pytest.fixture
def inspector(sitting: Sitting, qtbot: QtBot) -> Inspector:
    """The inspector beside the step."""
    made = Inspector()
    made.resize(300, 700)
    qtbot.addWidget(made)
    sitting.selected.connect(made.present)
    made.show()
    return made


def settle() -> None:
    """Lets what waits for the next turn of the event loop happen."""
    for _ in range(4):
        QApplication.processEvents()


def primary(inspector: Inspector) -> Button:
    """The button of what can be done first."""
    settle()
    return next(each for each in inspector.findChildren(Button) if each.weight == "primary" and each.isVisible())


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Types over what a field holds and leaves it with Enter."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text) if text else qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()


def ranked(document: Document) -> list[str]:
    """Three scored use cases in the order of their places; two are to be chosen."""
    uuids = pick_from_catalogue(document, ["writing-feedback", "meeting-notes", "bus-routes"])
    set_choose(document, 2)
    for uuid, values in zip(uuids, ("5544444", "4333455", "3443333"), strict=True):
        for criterion, value in zip(criteria(document), values, strict=True):
            score(document, uuid, criterion.uuid, ROOM, float(value))
    return list(uuids)


# Collect


def test_a_new_workshop_starts_in_the_catalogue_and_space_picks(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(CollectStep)
    assert step.shown.current() == "catalogue"
    step.drawn_as.choose("table")
    step.catalogue.grid.setFocus()
    qtbot.keyClick(step.catalogue.grid, Qt.Key.Key_Space)
    qtbot.keyClick(step.catalogue.grid, Qt.Key.Key_Down)
    qtbot.keyClick(step.catalogue.grid, Qt.Key.Key_Space)
    settle()
    assert [each.key for each in use_cases(document)] == ["family-messages", "office-questions"]
    qtbot.keyClick(step.catalogue.grid, Qt.Key.Key_Space)
    assert [each.key for each in use_cases(document)] == ["family-messages"]


def test_enter_on_a_name_picks_too(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(CollectStep)
    step.catalogue.grid.setFocus()
    qtbot.keyClick(step.catalogue.grid, Qt.Key.Key_Right)
    qtbot.keyClick(step.catalogue.grid, Qt.Key.Key_Return)
    assert len(use_cases(document)) == 1


def test_the_catalogue_is_searched_and_filtered_by_level(show_step: Show, qtbot: QtBot) -> None:
    step = show_step(CollectStep)
    qtbot.keyClicks(step.search, "families translat")
    assert [SAY(row.name) for row in step.catalogue.rows()] == ["Messages to families, with translation"]
    step.level.setCurrentIndex(step.level.findData("classroom"))
    assert step.cards.isHidden()
    assert step.none_found.isVisible()
    step.search.clear()
    assert {row.level for row in step.catalogue.rows()} == {"classroom"}


def test_a_use_case_of_ones_own_is_written_and_edited_in_place(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(CollectStep)
    step.shown.choose("ours")
    begin_row(qtbot, step.ours, "Draft bus notices")
    settle()
    (made,) = use_cases(document)
    begin_row(qtbot, step.ours, "draft bus notices")
    assert step.ours.complaint() == "“draft bus notices” is on the list already. Give it another name."
    edit_cell(qtbot, step.ours, made.uuid, "risk", "High")
    settle()
    assert use_case(document, made.uuid).risk == "H"


def test_delete_takes_a_use_case_off_and_the_panel_keeps_its_words(
    document: Document, show_step: Show, inspector: Inspector, qtbot: QtBot
) -> None:
    pick_from_catalogue(document, ["bus-routes", "help-desk"])
    step = show_step(CollectStep)
    inspector.activateWindow()
    step.panel.description.setFocus()
    qtbot.waitUntil(step.panel.description.hasFocus)
    qtbot.keyClicks(step.panel.description, "The office decides. ")
    step.save_typing()
    assert str(use_cases(document)[0].description).startswith("The office decides. ")
    step.ours.grid.setFocus()
    qtbot.keyClick(step.ours.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [each.key for each in use_cases(document)] == ["help-desk"]


def test_the_panel_takes_a_use_case_off_too(document: Document, show_step: Show, inspector: Inspector) -> None:
    _, second = pick_from_catalogue(document, ["bus-routes", "help-desk"])
    step = show_step(CollectStep)
    step.ours.select(second)
    step.panel.remove.click()
    assert [each.key for each in use_cases(document)] == ["bus-routes"]


def test_the_inspector_picks_what_is_selected_in_the_catalogue(
    document: Document, show_step: Show, inspector: Inspector
) -> None:
    step = show_step(CollectStep)
    step.catalogue.select("iep-wording")
    shown_there = inspector.inspection()
    assert shown_there is not None
    assert SAY(shown_there.kicker) == "Support · risk H"
    primary(inspector).click()
    settle()
    assert [each.key for each in use_cases(document)] == ["iep-wording"]
    assert primary(inspector).accessibleName() == "Take it off our list"


# Outcomes


def test_an_outcome_is_typed_from_measure_to_date_and_then_the_tool_may_be_named(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    step = show_step(OutcomesStep)
    assert step.tool_row.isHidden()
    for field, text in (
        (step.measure_field, "Buses on time"),
        (step.baseline_field, "85"),
        (step.target_field, "95"),
        (step.minimum_field, "90"),
        (step.unit_field, "percent"),
        (step.source_field, "GPS"),
        (step.collector_field, "Ana"),
        (step.due_field, "10/12/2026"),
    ):
        type_into(qtbot, field, text)
    found = use_case(document, uuid).outcome
    assert (found.baseline, found.target, found.minimum, found.due) == (85.0, 95.0, 90.0, date(2026, 10, 12))
    assert step.tool_row.isVisible()
    type_into(qtbot, step.tool_field, "the route program")
    assert use_case(document, uuid).tool == "the route program"


def test_what_is_no_number_is_answered_under_the_figures_and_stays_typed(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    step = show_step(OutcomesStep)
    type_into(qtbot, step.target_field, "soon")
    type_into(qtbot, step.unit_field, "percent")
    assert step.figures_said.text().startswith("“soon” is no number.")
    assert step.target_field.text() == "soon"
    assert use_case(document, uuid).outcome.target is None
    type_into(qtbot, step.target_field, "4,5")
    assert step.figures_said.isHidden()
    assert use_case(document, uuid).outcome.target == 4.5


def test_a_measure_of_the_catalogue_is_taken_in_one_click_and_suggests_its_target(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    step = show_step(OutcomesStep)
    step.starters.buttons[0].click()
    settle()
    assert step.measure_field.text() == "Days until students get feedback"
    assert step.suggested.isHidden()
    type_into(qtbot, step.baseline_field, "9")
    assert step.suggested.accessibleName() == "Take 4.5 as target"
    step.suggested.click()
    settle()
    assert use_case(document, uuid).outcome.target == 4.5
    assert step.target_field.text() == "4.5"


def test_another_use_case_shows_its_own_outcome_and_no_old_complaint(
    document: Document, show_step: Show, inspector: Inspector, qtbot: QtBot
) -> None:
    first, second = pick_from_catalogue(document, ["bus-routes", "help-desk"])
    edit_outcome(document, second, OutcomePart.MEASURE, "Hours to the first reply")
    step = show_step(OutcomesStep)
    type_into(qtbot, step.baseline_field, "many")
    step.cases.select(second)
    assert (step.measure_field.text(), step.baseline_field.text()) == ("Hours to the first reply", "")
    assert step.figures_said.isHidden()
    assert SAY(step.remark(step.picture()).text) == "2 outcomes missing"
    step.arrive(first)
    assert step.title.plain() == "Bus routes"


# Score


def test_digits_fill_a_sheet_as_it_is_read(document: Document, show_step: Show, qtbot: QtBot) -> None:
    first, second = pick_from_catalogue(document, ["bus-routes", "help-desk"])
    who = Who(VoiceKind.PERSON, add_participant(document, "Ana"))
    step = show_step(ScoreStep)
    step.grid.grid.setFocus()
    qtbot.keyClicks(step.grid.grid, "12345123")
    settle()
    rows = {row.uuid: row.values for row in scores(document, who).rows}
    assert rows[first] == (1.0, 2.0, 3.0, 4.0, 5.0, 1.0, 2.0)
    assert rows[second][:2] == (3.0, None)
    assert step.progress_words.text() == "8 of 14"


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_score_is_taken_back_by_one_key_and_other_digits_do_nothing(
    document: Document, show_step: Show, qtbot: QtBot, key: Qt.Key
) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(ScoreStep)
    step.kind_choice.choose("room")
    step.grid.grid.setFocus()
    qtbot.keyClicks(step.grid.grid, "4")
    qtbot.keyClick(step.grid.grid, Qt.Key.Key_Left)
    qtbot.keyClicks(step.grid.grid, "79")
    assert scores(document, ROOM).rows[0].values[0] == 4.0
    qtbot.keyClick(step.grid.grid, key)
    settle()
    assert scores(document, ROOM).given == 0


def test_n_goes_to_the_next_persons_sheet_and_its_first_cell(document: Document, show_step: Show, qtbot: QtBot) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    for name in ("Ana", "Ben"):
        add_participant(document, name, table="Table 1")
    step = show_step(ScoreStep)
    step.next_scorer.click()
    assert step.scorer_choice.currentText() == "Ben, nothing yet"
    qtbot.keyClicks(step.grid.grid, "55")
    settle()
    assert step.scorer_choice.currentText() == "Ben, 2 scores"
    step.kind_choice.choose("table")
    assert step.scorer_choice.currentText() == "Table 1, nothing yet"


def test_the_inspector_asks_the_criterions_question(
    document: Document, show_step: Show, inspector: Inspector, qtbot: QtBot
) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(ScoreStep)
    step.kind_choice.choose("room")
    step.grid.grid.setFocus()
    qtbot.keyClick(step.grid.grid, Qt.Key.Key_Right)
    found = inspector.inspection()
    assert found is not None
    assert SAY(found.text) == "How many students or staff would gain from it?"


def test_without_people_the_room_can_score(document: Document, show_step: Show, sitting: Sitting) -> None:
    went: list[Target] = []
    sitting.went.connect(went.append)
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(ScoreStep)
    assert step.empty.isVisible()
    step.empty.button().click()
    assert went == [Target("prepare", "participants")]
    step.kind_choice.choose("room")
    assert step.grid.isVisible()


# Ranking


def test_the_ranking_shows_places_scores_places_taken_and_the_sentence(document: Document, show_step: Show) -> None:
    ranked(document)
    step = show_step(RankingStep)
    assert [row[0] for row in shown(step.ranking)] == ["1", "2", "3"]
    assert shown(step.ranking)[0][3:6] == ["4.35", "always 1", "100%"]
    assert step.said.plain().startswith("The first 2 places are safe: in 100 of 100 weightings near ours")
    assert step.method.text() == "10,000 weightings · seed 2026"


def test_moving_a_slider_ranks_at_once_and_is_kept_when_it_is_let_go(
    document: Document, show_step: Show, inspector: Inspector, qtbot: QtBot
) -> None:
    uuids = ranked(document)
    step = show_step(RankingStep)
    before = criteria(document)
    for row in step.panel.rows[:-2]:
        row.slider.setValue(0)
    settle()
    assert step.ranking.rows()[0].uuid == uuids[1]
    assert criteria(document) == before
    step.save_typing()
    settle()
    assert [each.weight for each in criteria(document)] == [0, 0, 0, 0, 0, 10, 15]
    assert ranking(document).rows[0].uuid == uuids[1]


def test_a_weight_is_typed_beyond_the_sliders_end(
    document: Document, show_step: Show, inspector: Inspector, qtbot: QtBot
) -> None:
    ranked(document)
    step = show_step(RankingStep)
    row = step.panel.rows[0]
    type_into(qtbot, row.number, "80")
    assert criteria(document)[0].weight == 80
    assert row.slider.value() == 80
    document.undo()
    settle()
    assert (row.number.text(), row.slider.value(), row.slider.maximum()) == ("25", 25, 40)


def test_reset_gives_the_weights_back(document: Document, show_step: Show, inspector: Inspector) -> None:
    ranked(document)
    set_weight(document, criteria(document)[0].uuid, 3)
    step = show_step(RankingStep)
    step.panel.reset.emit()
    settle()
    assert step.panel.rows[0].slider.value() == 25


def test_the_dashed_line_follows_how_many_are_to_be_chosen(
    document: Document, show_step: Show, inspector: Inspector
) -> None:
    ranked(document)
    step = show_step(RankingStep)
    line = next(each for each in step.ranking.grid.children() if type(each).__name__ == "CutLine")
    assert line.under == 2
    step.panel.number.setValue(1)
    settle()
    assert line.under == 1
    assert "In top 1" in [step.ranking.grid.model().headerData(5, Qt.Orientation.Horizontal)]


def test_other_voters_are_asked_for_by_one_word(document: Document, show_step: Show) -> None:
    ranked(document)
    step = show_step(RankingStep)
    step.basis.choose("voters")
    assert step.said.plain() == "Fewer than 4 have scored, so nothing can be said about other voters."
    step.basis.choose("all_weightings")
    assert "possible weightings" in step.said.plain()


def test_enter_on_a_place_leads_to_its_decision(
    document: Document, show_step: Show, sitting: Sitting, inspector: Inspector, qtbot: QtBot
) -> None:
    went: list[Target] = []
    sitting.went.connect(went.append)
    uuids = ranked(document)
    step = show_step(RankingStep)
    step.ranking.select(uuids[0])
    step.ranking.grid.setFocus()
    qtbot.keyClick(step.ranking.grid, Qt.Key.Key_Return)
    primary(inspector).click()
    assert went == [Target("usecases", "decide", uuids[0])] * 2
    assert step.panel.said[0].plain() == "Place 1, safely."


def test_an_unscored_use_case_says_what_is_missing(document: Document, show_step: Show) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(RankingStep)
    assert shown(step.ranking)[0][2] == "7 not scored"
    assert step.said.plain().startswith("No use case is scored on every criterion")


# Decide


def test_a_choice_is_made_with_its_reason_and_the_next_undecided_follows(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    uuids = ranked(document)
    step = show_step(DecideStep)
    step.decide.click()
    assert step.refused.text() == "Nothing is chosen yet. Take one of the four."
    step.choice.choose("later")
    step.decide.click()
    assert step.refused.text().startswith("A choice needs its reason.")
    qtbot.keyClicks(step.reason, "It needs a rule first.")
    step.decide.click()
    assert use_case(document, uuids[0]).choice is Choice.LATER
    assert step.title.plain() == SAY(use_case(document, uuids[1]).name)
    assert (step.choice.current(), step.reason.toPlainText()) == ("", "")


def test_a_pilot_without_outcome_is_refused_beside_the_choice(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    ranked(document)
    step = show_step(DecideStep)
    assert step.hurdles.plain().startswith("Not ready for a pilot. Missing in its outcome: measure,")
    step.choice.choose("pilot")
    qtbot.keyClicks(step.reason, "Students wait.")
    step.decide.click()
    assert step.refused.text().startswith("No pilot without an outcome.")
    assert step.hurdles.isHidden()
    assert step.reason.toPlainText() == "Students wait."
    assert record(document) == ()


def test_a_refusal_goes_as_soon_as_the_choice_changes(document: Document, show_step: Show) -> None:
    ranked(document)
    step = show_step(DecideStep)
    step.decide.click()
    assert step.refused.isVisible()
    step.choice.choose("later")
    assert step.refused.isHidden()
    assert step.hurdles.isVisible()


def test_what_lacks_its_outcome_has_a_way_to_it_until_it_is_complete(
    document: Document, show_step: Show, sitting: Sitting
) -> None:
    first, *_ = ranked(document)
    went: list[Target] = []
    sitting.went.connect(went.append)
    step = show_step(DecideStep)
    step.to_outcome.click()
    assert went == [Target("usecases", "outcomes", first)]
    for part, value in OUTCOME.items():
        edit_outcome(document, first, part, value)
    settle()
    assert step.to_outcome.isHidden()


def test_the_selected_use_case_stays_in_view_when_the_list_becomes_shorter(document: Document, show_step: Show) -> None:
    uuids = pick_from_catalogue(document, [row.uuid for row in collection(document).catalogue])
    step = show_step(DecideStep)
    step.resize(900, 900)
    step.arrive(uuids[-1])
    settle()
    step.resize(900, 460)
    settle()
    grid = step.cases.grid
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()).center())


def test_a_veto_is_laid_and_lifted_by_the_districts_own_decision(
    document: Document, show_step: Show, inspector: Inspector, qtbot: QtBot
) -> None:
    uuids = ranked(document)
    step = show_step(DecideStep)
    assert step.panel.decision_row.isHidden()
    step.panel.veto.setCurrentIndex(step.panel.veto.findData("grades"))
    step.panel.veto.activated.emit(step.panel.veto.currentIndex())
    settle()
    assert use_case(document, uuids[0]).veto == "grades"
    type_into(qtbot, step.panel.decision, "The teacher grades.")
    assert use_case(document, uuids[0]).local_decision == "The teacher grades."
    assert "decision" not in step.hurdles.plain()


def test_what_is_decided_shows_its_choice_and_reason(document: Document, show_step: Show) -> None:
    uuids = ranked(document)
    edit_use_case(document, uuids[1], UseCaseField.OWNER, "Ana")
    choose(document, uuids[1], Choice.NO, "It changes little.")
    step = show_step(DecideStep)
    assert shown(step.cases)[1][3:] == ["No", "It changes little."]
    step.arrive(uuids[1])
    assert (step.choice.current(), step.reason.toPlainText()) == ("no", "It changes little.")
    assert SAY(step.remark(step.picture()).text) == "2 undecided"


@pytest.mark.parametrize("kind", [OutcomesStep, RankingStep, DecideStep])
def test_an_empty_step_leads_to_where_use_cases_are_picked(
    show_step: Show, sitting: Sitting, kind: type[Step], qtbot: QtBot
) -> None:
    went: list[Target] = []
    sitting.went.connect(went.append)
    step = show_step(kind)
    (empty,) = [each for each in step.findChildren(EmptyState) if each.isVisible()]
    empty.button().click()
    assert went == [Target("usecases", "collect")]
