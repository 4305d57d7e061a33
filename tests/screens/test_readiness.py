"""Readiness by hand: sheets typed by single keys, hands counted, the picture read, barriers picked and owned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.barriers import barriers, edit_barrier, make_barrier
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.profile import profile
from roadmap_desktop.journey.readiness.raters import HANDS, raters
from roadmap_desktop.journey.readiness.rating import rate_statement
from roadmap_desktop.journey.readiness.sheet import rating_sheet
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.rules.readiness import Answer
from roadmap_desktop.screens.readiness.barriers import BarriersStep
from roadmap_desktop.screens.readiness.perspectives import PerspectivePanel, PerspectiveRow
from roadmap_desktop.screens.readiness.picture import PictureStep
from roadmap_desktop.screens.readiness.rate import RateStep
from roadmap_desktop.screens.sitting import Notice, Selected, Sitting
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.inspection_line import InspectionLine

Show = Callable[[type], object]


@pytest.fixture
def people(document: Document) -> list[Who]:
    return [
        Who(
            VoiceKind.PERSON,
            add_participant(
                document, f"Person {place}", perspective="teacher" if place < 4 else "board", table=f"Table {place % 2}"
            ),
        )
        for place in range(8)
    ]


@pytest.fixture
def rated(document: Document, people: list[Who]) -> None:
    """Everybody rated; teachers and board differ on dimension 3, and 31 is low."""
    statements = instrument(document).statements
    with document.change(message("Everybody rated")) as session:
        for place, who in enumerate(people):
            for entry in statements:
                level = 3 if entry.number != 31 else 1
                if entry.dimension == 2:
                    level = 0 if place < 4 else 4
                uuid = natural_uuid(document.workshop_uuid, "rating", entry.uuid, 1, who.uuid)
                paper = Rating(uuid=uuid, statement=entry.uuid, round=1, way="paper", participant=who.uuid, level=level)
                session.add(paper)


@pytest.fixture
def selected(sitting: Sitting) -> list[Selected]:
    heard: list[Selected] = []
    sitting.selected.connect(heard.append)
    return heard


@pytest.fixture
def went(sitting: Sitting) -> list[Target]:
    heard: list[Target] = []
    sitting.went.connect(heard.append)
    return heard


def uuid_of(document: Document, number: int) -> str:
    return next(each.uuid for each in instrument(document).statements if each.number == number)


def typed(qtbot: QtBot, text: str) -> None:
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


# Rate


@pytest.mark.usefixtures("people")
def test_a_sheet_is_typed_by_single_keys_and_moves_on_by_itself(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(RateStep)
    qtbot.keyClicks(step.ratings, "04d2")
    sheet = rating_sheet(document, raters(document).voices.people[0].who)
    assert [row.answer for row in sheet.rows[:5]] == [0, 4, Answer.DONT_KNOW, 2, None]
    assert step.ratings.current() == uuid_of(document, 5)
    qtbot.waitUntil(lambda: step.progress_words.text() == "4 of 40")


@pytest.mark.usefixtures("people")
def test_an_answer_is_taken_back_and_undone(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(RateStep)
    qtbot.keyClicks(step.ratings, "3")
    step.ratings.choose(uuid_of(document, 1))
    qtbot.keyClick(step.ratings, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: step.progress_words.text() == "0 of 40")
    document.undo()
    qtbot.waitUntil(lambda: step.progress_words.text() == "1 of 40")


@pytest.mark.usefixtures("people")
def test_n_goes_to_the_next_person_and_her_first_open_statement(
    document: Document, people: list[Who], show_step: Show, qtbot: QtBot
) -> None:
    rate_statement(document, uuid_of(document, 1), people[1], 2)
    step = show_step(RateStep)
    with qtbot.waitActive(step):
        step.activateWindow()
    step.ratings.setFocus()
    qtbot.keyClick(step.ratings, Qt.Key.Key_N)
    assert step.rater_choice.currentText() == "Person 1 · Teachers, Table 1 · 1 of 40"
    assert step.ratings.current() == uuid_of(document, 2)
    qtbot.keyClicks(step.ratings, "4")
    assert rating_sheet(document, people[1]).answered == 2


@pytest.mark.usefixtures("people")
def test_a_table_answers_for_its_people(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(RateStep)
    step.kind_choice.choose("table")
    qtbot.keyClicks(step.ratings, "1")
    step.size_field.setValue(4)
    assert profile(document).statements[0].spread.counts == (0, 4, 0, 0, 0)
    qtbot.keyClicks(step.ratings, "1")
    assert profile(document).statements[1].spread.counts == (0, 4, 0, 0, 0)


def test_hands_are_typed_into_the_levels(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(RateStep)
    step.kind_choice.choose("room")
    step.hands.edit(uuid_of(document, 1), "3")
    typed(qtbot, "17")
    assert rating_sheet(document, HANDS).rows[0].hands.of(3) == 17


def test_what_is_no_number_of_hands_is_answered_in_its_cell(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(RateStep)
    step.kind_choice.choose("room")
    step.hands.edit(uuid_of(document, 1), "3")
    typed(qtbot, "many")
    assert step.hands.complaint() == "“many” is no number of hands. Type a whole number."
    assert rating_sheet(document, HANDS).answered == 0


def test_without_participants_the_sheet_leads_to_where_they_are_entered(
    show_step: Show, went: list[Target], qtbot: QtBot
) -> None:
    step = show_step(RateStep)
    assert step.empty.isVisible()
    assert not step.sheets.isVisible()
    step.empty.button().click()
    assert went == [Target("prepare", "participants")]


@pytest.mark.usefixtures("people")
def test_the_inspector_shows_the_cues_of_the_statement(
    document: Document, sitting: Sitting, show_step: Show, selected: list[Selected]
) -> None:
    step = show_step(RateStep)
    step.ratings.choose(uuid_of(document, 10))
    inspection = selected[-1].inspection
    assert inspection is not None
    assert sitting.say(inspection.kicker) == "Statement 10, Staff knowledge and confidence"
    assert sitting.say(inspection.text) == "No pilot starts before the room is at 2 here."
    assert [sitting.say(line.text)[:2] for line in inspection.sections[0].lines] == ["0:", "2:", "4:"]


def test_a_link_leads_to_a_statement_or_to_a_persons_sheet(
    document: Document, people: list[Who], show_step: Show
) -> None:
    step = show_step(RateStep)
    step.arrive(uuid_of(document, 12))
    assert step.ratings.current() == uuid_of(document, 12)
    step.arrive(people[3].uuid)
    assert step.rater_choice.currentData() == people[3].uuid


# Picture


def test_before_anything_is_rated_the_picture_says_how_to_begin(show_step: Show, went: list[Target]) -> None:
    step = show_step(PictureStep)
    assert step.empty.isVisible()
    assert not step.content.isVisible()
    step.empty.button().click()
    assert went == [Target("readiness", "rate")]


@pytest.mark.usefixtures("rated")
def test_the_picture_begins_with_the_split_dimension_and_who_sees_it_how(
    sitting: Sitting, show_step: Show, selected: list[Selected]
) -> None:
    step = show_step(PictureStep)
    assert step.chart.current() == profile(sitting.document).dimensions[2].entry.uuid
    inspection = selected[-1].inspection
    assert inspection is not None
    assert sitting.say(inspection.text).startswith("The room is split: Board near “Reviewed”")
    panel = selected[-1].panel
    assert isinstance(panel, PerspectivePanel)
    rows = [row.accessibleName() for row in panel.findChildren(PerspectiveRow)]
    assert rows == ["Teachers, 4 people: median 0.0", "Board, 4 people: median 4.0"]


@pytest.mark.usefixtures("rated")
def test_arrow_keys_read_one_dimension_after_the_other(
    sitting: Sitting, show_step: Show, selected: list[Selected], qtbot: QtBot
) -> None:
    step = show_step(PictureStep)
    qtbot.keyClick(step.chart.rows, Qt.Key.Key_Down)
    inspection = selected[-1].inspection
    assert inspection is not None
    assert sitting.say(inspection.title) == "Infrastructure and access"


@pytest.mark.usefixtures("rated")
def test_a_barrier_is_picked_from_what_is_disputed(
    document: Document, sitting: Sitting, show_step: Show, selected: list[Selected], qtbot: QtBot
) -> None:
    show_step(PictureStep)
    first = selected[-1].actions[0]
    assert (sitting.say(first.words), first.key) == ("Make statement 11 a barrier", "B")
    first.perform()
    assert [row.number for row in barriers(document).rows] == [11]
    qtbot.waitUntil(lambda: sitting.say(selected[-1].actions[0].words) == "Make statement 12 a barrier")


@pytest.mark.usefixtures("rated")
def test_by_statement_the_selected_one_becomes_the_barrier(
    document: Document, sitting: Sitting, show_step: Show, selected: list[Selected]
) -> None:
    step = show_step(PictureStep)
    step.view_choice.setCurrentIndex(1)
    step.chart.choose(uuid_of(document, 31))
    first = selected[-1].actions[0]
    assert sitting.say(first.words) == "Make this a barrier"
    first.perform()
    assert [row.number for row in barriers(document).rows] == [31]


@pytest.mark.usefixtures("rated")
def test_what_blocks_a_pilot_leads_to_its_row(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(PictureStep)
    assert [link.accessibleName() for link in step.blocks.links()] == [
        "31 Staff and students have clear rules for using AI: 1, needs 2"
    ]
    qtbot.mouseClick(step.blocks.links()[0], Qt.MouseButton.LeftButton)
    assert step.chart.current() == uuid_of(document, 31)
    assert step.view_choice.currentText() == "By statement"


@pytest.mark.usefixtures("rated")
def test_what_holds_only_some_pilots_unfolds(show_step: Show) -> None:
    step = show_step(PictureStep)
    more = step.blocks.more()
    assert more.accessibleName() == "2 more for some pilots"
    more.click()
    assert [link.accessibleName().split(": ")[-1] for link in step.blocks.links()] == [
        "1, needs 2",
        "2, needs 3 facing students",
        "3, needs 4 with personal data",
    ]


@pytest.mark.usefixtures("rated")
def test_the_table_has_the_rows_of_the_chart_in_numbers(document: Document, show_step: Show) -> None:
    step = show_step(PictureStep)
    step.as_table.click()
    assert step.views.currentWidget() is step.table
    assert [row.uuid for row in step.table.rows()] == [line.entry.uuid for line in profile(document).dimensions]
    assert step.table.current() == step.chart.current()
    step.as_table.click()
    assert step.views.currentWidget() is step.chart


@pytest.mark.usefixtures("rated")
def test_rating_again_begins_the_second_round_and_the_first_can_still_be_seen(
    document: Document, people: list[Who], show_step: Show, selected: list[Selected], went: list[Target], qtbot: QtBot
) -> None:
    step = show_step(PictureStep)
    selected[-1].actions[-1].perform()
    assert (went[-1].step, raters(document).round) == ("rate", 2)
    selected[-1].actions[-1].perform()
    assert raters(document).round == 2
    rate_statement(document, uuid_of(document, 31), people[0], 4)
    qtbot.waitUntil(step.round_choice.isVisible)
    step.round_choice.setCurrentIndex(1)
    assert step.picture().statements[30].spread.median == 1


@pytest.mark.usefixtures("rated")
def test_a_new_answer_is_in_the_picture_at_once(
    document: Document, people: list[Who], show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(PictureStep)
    for who in people:
        rate_statement(document, uuid_of(document, 31), who, 3)
    qtbot.waitUntil(lambda: [link.accessibleName()[:2] for link in step.blocks.links()] != ["31"])
    assert not profile(document).dimensions[6].below_floor


@pytest.mark.usefixtures("rated")
def test_a_link_leads_to_a_dimension_or_a_statement(document: Document, show_step: Show) -> None:
    step = show_step(PictureStep)
    step.arrive(uuid_of(document, 12))
    assert (step.view_choice.currentText(), step.chart.current()) == ("By statement", uuid_of(document, 12))
    dimension = profile(document).dimensions[4].entry.uuid
    step.arrive(dimension)
    assert (step.view_choice.currentText(), step.chart.current()) == ("By dimension", dimension)


@pytest.mark.usefixtures("rated")
def test_the_panel_leads_from_a_floor_to_its_statement(
    document: Document, show_step: Show, selected: list[Selected], went: list[Target], qtbot: QtBot
) -> None:
    step = show_step(PictureStep)
    step.chart.choose(profile(document).dimensions[6].entry.uuid)
    panel = selected[-1].panel
    assert isinstance(panel, PerspectivePanel)
    qtbot.addWidget(panel)
    panel.resize(262, 300)
    panel.grab()
    panel.findChildren(InspectionLine)[-1].click()
    assert went == [Target("readiness", "picture", uuid_of(document, 31))]


# Barriers


def test_without_barriers_the_step_says_how_to_pick(show_step: Show, went: list[Target]) -> None:
    step = show_step(BarriersStep)
    assert any("press B" in label.accessibleName() for label in step.barriers.findChildren(QLabel) if label.isVisible())
    assert not step.question.isVisible()


def test_a_barrier_gets_action_owner_date_and_length(document: Document, show_step: Show, qtbot: QtBot) -> None:
    (uuid,) = make_barrier(document, [uuid_of(document, 12)])
    step = show_step(BarriersStep)
    for column, text in (("action", "Meet the union"), ("owner", "Ana"), ("due", "2026-10-12"), ("length", "3 weeks")):
        step.barriers.edit(uuid, column)
        typed(qtbot, text)
    row = barriers(document).rows[0]
    assert (row.action, row.owner, row.due, row.length) == ("Meet the union", "Ana", date(2026, 10, 12), "3 weeks")


def test_a_length_that_is_none_is_answered_beside_the_cell(document: Document, show_step: Show, qtbot: QtBot) -> None:
    (uuid,) = make_barrier(document, [uuid_of(document, 12)])
    step = show_step(BarriersStep)
    step.barriers.edit(uuid, "length")
    typed(qtbot, "soon")
    assert step.barriers.complaint().startswith("“soon” is no length.")


def test_a_barrier_is_removed_by_delete_and_by_its_action(
    document: Document, show_step: Show, selected: list[Selected], qtbot: QtBot
) -> None:
    first, second = make_barrier(document, [uuid_of(document, 12), uuid_of(document, 31)])
    step = show_step(BarriersStep)
    step.arrive(second)
    selected[-1].actions[-1].perform()
    assert [row.uuid for row in barriers(document).rows] == [first]
    qtbot.waitUntil(lambda: len(step.barriers.rows()) == 1)
    step.barriers.select(first)
    qtbot.keyClick(step.barriers.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert barriers(document).rows == ()


def test_the_inspector_says_why_a_barrier_is_here_and_leads_to_its_task(
    document: Document, sitting: Sitting, show_step: Show, selected: list[Selected], went: list[Target]
) -> None:
    (uuid,) = make_barrier(document, [uuid_of(document, 12)])
    edit_barrier(document, uuid, action="Meet the union", owner="Ana")
    step = show_step(BarriersStep)
    step.barriers.select(uuid)
    inspection = selected[-1].inspection
    assert inspection is not None
    assert inspection.sections[0].lines[0].target == Target("readiness", "picture", uuid_of(document, 12))
    selected[-1].actions[0].perform()
    assert (went[-1].stage, uuid in went[-1].subject) == ("roadmap", True)


def test_a_refused_move_is_said_in_the_strip(
    document: Document, sitting: Sitting, people: list[Who], show_step: Show, selected: list[Selected]
) -> None:
    heard: list[Notice] = []
    sitting.noticed.connect(heard.append)
    rate_statement(document, uuid_of(document, 12), people[0], 1)
    show_step(PictureStep)
    action = selected[-1].actions[0]
    make_barrier(document, [uuid_of(document, 12)])
    action.perform()
    assert [sitting.say(notice.what) for notice in heard] == ["Statement 12 is a barrier already."]


@pytest.mark.usefixtures("rated")
def test_a_suggestion_is_ticked_and_becomes_a_barrier(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(BarriersStep)
    first = step.suggestions.rows()[0]
    step.suggestions.grid.setFocus()
    step.suggestions.grid.select(first.uuid, column=3)
    qtbot.keyClick(step.suggestions.grid, Qt.Key.Key_Space)
    assert [row.statement for row in barriers(document).rows] == [first.uuid]
    assert first.uuid not in {row.uuid for row in step.suggestions.rows()}


@pytest.mark.usefixtures("people")
def test_a_table_says_why_and_the_note_stays_with_its_statement(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    step = show_step(RateStep)
    step.kind_choice.choose("table")
    qtbot.keyClicks(step.ratings, "1")
    qtbot.keyClick(step.ratings, Qt.Key.Key_Up)
    step.note_field.setFocus()
    qtbot.keyClicks(step.note_field, "No money for it")
    step.ratings.setFocus()
    qtbot.keyClick(step.ratings, Qt.Key.Key_Down)
    assert [row.note for row in document.rows(select(Rating.note))] == ["No money for it"]
    assert step.note_field.text() == ""
    qtbot.keyClick(step.ratings, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: step.note_field.text() == "No money for it")


@pytest.mark.usefixtures("people")
def test_a_note_waits_for_an_answer(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(RateStep)
    step.kind_choice.choose("table")
    step.note_field.setFocus()
    qtbot.keyClicks(step.note_field, "Why not?")
    qtbot.keyClick(step.note_field, Qt.Key.Key_Return)
    assert "has no answer yet" in step.note_row.complaint()
    step.ratings.setFocus()
    qtbot.keyClicks(step.ratings, "2")
    assert document.rows(select(Rating.note))[0].note == ""
