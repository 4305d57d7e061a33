"""Monitoring on screen: indicators edited in place, and reviews that are planned, read and decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.monitoring.picture import IndicatorRow, ReviewRow, monitoring
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.calendar import SchoolYear, Span
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.monitoring import Breach
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.monitoring.indicator_panel import IndicatorPanel
from roadmap_desktop.screens.monitoring.indicators import IndicatorsStep
from roadmap_desktop.screens.monitoring.reviews import ReviewsStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from tests.copied import new_copy, sample_copy
from tests.screens.hands import edit_cell

NOW = datetime.fromisoformat("2026-11-18T10:00")
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
S = TypeVar("S", bound=Step)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The sample: thirteen indicators, three reviews, of which the first was held."""
    made = sample_copy(tmp_path / "sample.roadmap", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def bare(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    """A new workshop: what the catalogue watches, no calendar, no review."""
    made = new_copy(tmp_path / "maple.roadmap", district="Maple County", clock=lambda: NOW)
    yield Sitting(made, Language("en"))
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Holds a step with the window's inspector beside it."""
    frame = QWidget()
    frame.resize(1154, 640)
    QHBoxLayout(frame)
    qtbot.addWidget(frame)
    return frame


@pytest.fixture
def indicators(window: QWidget, sitting: Sitting, qtbot: QtBot) -> IndicatorsStep:
    return put_in(window, IndicatorsStep, sitting, qtbot)


@pytest.fixture
def reviews(window: QWidget, sitting: Sitting, qtbot: QtBot) -> ReviewsStep:
    return put_in(window, ReviewsStep, sitting, qtbot)


def put_in(window: QWidget, kind: type[S], sitting: Sitting, qtbot: QtBot) -> S:
    made, beside = kind(sitting), Inspector(window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(made)
    layout.addWidget(beside)
    sitting.selected.connect(beside.present)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return made


def inspector(step: Step) -> Inspector:
    found = step.window().findChild(Inspector)
    assert found is not None
    return found


def indicator(step: Step, name: str) -> IndicatorRow:
    rows = monitoring(step.sitting.document).indicators
    return next(row for row in rows if step.say(row.name) == name)


def review(step: Step, place: int) -> ReviewRow:
    return monitoring(step.sitting.document).reviews[place]


def pressed(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Presses keys where the focus is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        QApplication.processEvents()


def typed(qtbot: QtBot, text: str, leave: Qt.Key = KEY.Key_Return) -> None:
    """Types over what is in the field that has the focus, and leaves it."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    focused.selectAll()
    qtbot.keyClick(focused, KEY.Key_Delete)
    qtbot.keyClicks(focused, text)
    qtbot.keyClick(focused, leave)
    QApplication.processEvents()


def add_calendar(document: Document) -> None:
    """A grading period that ends on December 18."""
    first, last = date(2026, 10, 13), date(2026, 12, 18)
    year = SchoolYear(name="2026-27", first_day=first, last_day=last)
    period = Span(year=year.uuid, kind="grading_period", name="Quarter 2", first=first, last=last)
    with document.change(message("Entered the calendar")) as session:
        session.add_all([year, period])


def test_figures_are_typed_in_the_table_and_what_crosses_is_told(indicators: IndicatorsStep, qtbot: QtBot) -> None:
    uuid = indicator(indicators, "Training completed").uuid
    with qtbot.waitSignal(indicators.remarked) as told:
        indicators.indicators.edit(uuid, "threshold")
        typed(qtbot, "90 %")
    assert indicator(indicators, "Training completed").breached  # 86 were read
    assert indicators.say(told.args[0].text) == "2 readings beyond their thresholds"
    indicators.indicators.edit(uuid, "baseline")
    typed(qtbot, "40")
    assert indicator(indicators, "Training completed").baseline == 40


def test_a_figure_that_is_no_number_is_refused_beside_its_cell_and_stays_open(
    indicators: IndicatorsStep, qtbot: QtBot
) -> None:
    row = indicator(indicators, "Hours saved")
    indicators.indicators.edit(row.uuid, "threshold")
    typed(qtbot, "a lot")
    assert "“a lot” is no number." in indicators.indicators.complaint()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.text() == "a lot"
    assert indicator(indicators, "Hours saved") == row


def test_area_and_cadence_are_chosen_from_lists(indicators: IndicatorsStep, qtbot: QtBot) -> None:
    uuid = indicator(indicators, "Hours saved").uuid
    for column, words in (("area", "Feedback"), ("cadence", "Every year")):
        edit_cell(qtbot, indicators.indicators, uuid, column, words)
        qtbot.waitUntil(lambda: not indicators.indicators.grid.findChildren(QComboBox))
    found = indicator(indicators, "Hours saved")
    assert (found.area, found.cadence) == ("feedback", "year")


def test_an_indicator_of_one_s_own_is_typed_watched_and_removed_by_keyboard(
    indicators: IndicatorsStep, qtbot: QtBot
) -> None:
    indicators.indicators.begin()
    typed(qtbot, "Calls to the help desk")
    uuid = indicator(indicators, "Calls to the help desk").uuid
    assert indicators.indicators.current() == uuid
    indicators.indicators.grid.setFocus()
    indicators.indicators.grid.select(uuid, column=6)
    pressed(qtbot, KEY.Key_Space)
    assert not indicator(indicators, "Calls to the help desk").watched
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert monitoring(indicators.sitting.document).indicator(uuid) is None


def test_side_figure_unit_and_words_are_changed_in_the_inspector(indicators: IndicatorsStep, qtbot: QtBot) -> None:
    indicators.arrive(indicator(indicators, "Hours saved").uuid)
    panel = inspector(indicators).findChild(IndicatorPanel)
    assert panel is not None
    panel.side.setCurrentIndex(panel.side.findData(Breach.UP_TO))
    panel.side.activated.emit(panel.side.currentIndex())
    for field, text in ((panel.figure, "1"), (panel.unit, "hour")):
        field.setFocus()
        typed(qtbot, text)
    for text in (panel.trigger, panel.measure):
        text.setFocus()
        text.selectAll()
        qtbot.keyClicks(text, "Ask the schools")
        qtbot.keyClick(text, KEY.Key_Tab)
    found = indicator(indicators, "Hours saved")
    assert (found.breach, found.threshold, indicators.say(found.unit_name)) == (Breach.UP_TO, 1, "hour")
    assert (found.trigger, found.measure) == ("Ask the schools", "Ask the schools")
    assert indicators.say(inspector(indicators).inspection().text) == "Asks for action: 1 hour or less."


def test_a_figure_that_was_refused_in_the_inspector_stays_as_it_was_typed(
    indicators: IndicatorsStep, qtbot: QtBot
) -> None:
    indicators.arrive(indicator(indicators, "Hours saved").uuid)
    panel = inspector(indicators).findChild(IndicatorPanel)
    assert panel is not None
    panel.figure.setFocus()
    typed(qtbot, "half")
    assert "“half” is no number." in panel.figure_row.complaint()
    assert panel.figure.text() == "half"
    indicators.arrive(indicator(indicators, "Integrity cases").uuid)
    assert (panel.figure.text(), panel.figure_row.complaint()) == ("50", "")


def test_only_what_is_watched_can_be_shown(indicators: IndicatorsStep, qtbot: QtBot) -> None:
    assert not indicators.shown.isVisible()
    row = indicator(indicators, "Hours saved")
    indicators.indicators.grid.select(row.uuid, column=6)
    indicators.indicators.grid.setFocus()
    pressed(qtbot, KEY.Key_Space)
    indicators.shown.choose("watched")
    assert row.uuid not in {each.uuid for each in indicators.indicators.rows()}
    indicators.arrive(row.uuid)  # a link leads there all the same
    assert indicators.indicators.current() == row.uuid


def test_the_review_to_come_is_selected_and_says_what_it_feeds(reviews: ReviewsStep) -> None:
    assert reviews.reviews.current() == review(reviews, 1).uuid
    shown = inspector(reviews).inspection()
    assert shown is not None
    assert shown.title == "Review 2"
    assert not reviews.plan_button.isVisible()  # reviews are to come, so there is nothing to plan


def test_a_reading_is_typed_beside_its_baseline_and_asks_for_action(reviews: ReviewsStep, qtbot: QtBot) -> None:
    trust = indicator(reviews, "Trust of staff, students and families").uuid
    reviews.detail.readings.edit(trust, "value")
    typed(qtbot, "47.5", KEY.Key_Tab)
    typed(qtbot, "After the survey of February")
    (row,) = review(reviews, 1).beyond
    assert (row.indicator, row.baseline, row.value) == (trust, 58, 47.5)
    assert row.note == "After the survey of February"
    assert "Trust of staff, students and families: 47.5" in [
        reviews.say(line.text) for line in inspector(reviews).inspection().sections[0].lines
    ]


def test_a_note_without_a_reading_is_refused_beside_it(reviews: ReviewsStep, qtbot: QtBot) -> None:
    reviews.detail.readings.edit(indicator(reviews, "Hours saved").uuid, "note")
    typed(qtbot, "Nobody counted")
    assert "Nothing was read yet." in reviews.detail.readings.complaint()


def test_what_was_decided_is_saved_when_another_review_is_chosen_and_stays_with_its_own(
    reviews: ReviewsStep, qtbot: QtBot
) -> None:
    field = reviews.detail.decision
    field.setFocus()
    qtbot.keyClicks(field, "Go on with wave 2.")
    reviews.reviews.select(review(reviews, 2).uuid)
    assert [each.decision for each in monitoring(reviews.sitting.document).reviews[1:]] == ["Go on with wave 2.", ""]
    assert field.toPlainText() == ""


def test_what_is_typed_is_saved_after_a_pause(reviews: ReviewsStep, qtbot: QtBot) -> None:
    field = reviews.detail.decision
    field.setFocus()
    qtbot.keyClicks(field, "Go on.")
    assert review(reviews, 1).decision == ""
    qtbot.waitUntil(lambda: review(reviews, 1).decision == "Go on.")
    assert field.hasFocus()


def test_an_action_is_typed_with_owner_and_day_by_keyboard_only(reviews: ReviewsStep, qtbot: QtBot) -> None:
    reviews.detail.tasks.begin()
    typed(qtbot, "Train the office", KEY.Key_Tab)
    typed(qtbot, "Tom Brandt", KEY.Key_Tab)
    typed(qtbot, "Mar 5, 2027")
    (action,) = review(reviews, 1).actions
    assert (action.text, action.owner, action.due) == ("Train the office", "Tom Brandt", date(2027, 3, 5))
    reviews.detail.tasks.edit(action.uuid, "text")
    typed(qtbot, " ")
    assert "An action says what is to be done." in reviews.detail.tasks.complaint()
    pressed(qtbot, KEY.Key_Escape)
    reviews.detail.tasks.select(action.uuid)
    reviews.detail.tasks.grid.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert review(reviews, 1).actions == ()


def test_a_review_is_held_by_the_inspector_s_button_and_taken_back_in_the_table(
    reviews: ReviewsStep, qtbot: QtBot
) -> None:
    (button,) = inspector(reviews).findChildren(Button)
    qtbot.mouseClick(button, LEFT)
    assert review(reviews, 1).held
    qtbot.waitUntil(lambda: not inspector(reviews).has_primary())
    edit_cell(qtbot, reviews.reviews, review(reviews, 1).uuid, "state", "to come")
    assert not review(reviews, 1).held


def test_a_review_is_renamed_and_moved_and_needs_its_day(reviews: ReviewsStep, qtbot: QtBot) -> None:
    uuid = review(reviews, 1).uuid
    reviews.reviews.edit(uuid, "name")
    typed(qtbot, "Mid-year", KEY.Key_Tab)
    typed(qtbot, "Mar 1, 2027")
    assert (review(reviews, 1).name, review(reviews, 1).on) == ("Mid-year", date(2027, 3, 1))
    reviews.reviews.edit(uuid, "on")
    typed(qtbot, "")
    assert "A review needs a day." in reviews.reviews.complaint()
    assert review(reviews, 1).on == date(2027, 3, 1)


def test_a_review_that_is_removed_stays_on_the_roadmap_as_orphaned(reviews: ReviewsStep, qtbot: QtBot) -> None:
    uuid, before = review(reviews, 1).uuid, monitoring(reviews.sitting.document)
    reviews.reviews.select(uuid)
    reviews.reviews.grid.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    task = planned(reviews.sitting.document).of(Part.REVIEW, uuid)
    assert task is not None
    assert task.task.orphaned
    reviews.sitting.document.undo()
    assert monitoring(reviews.sitting.document) == before


def test_without_a_calendar_reviews_lead_there_or_are_added_by_hand(
    window: QWidget, bare: Sitting, qtbot: QtBot
) -> None:
    step = put_in(window, ReviewsStep, bare, qtbot)
    assert step.owns_primary
    assert not step.reviews.isVisible()
    with qtbot.waitSignal(bare.went) as went:
        qtbot.mouseClick(step.empty.button(), LEFT)
    assert went.args == [Target("prepare", "calendar")]
    qtbot.mouseClick(step.add_button, LEFT)
    typed(qtbot, "Kick-off", KEY.Key_Tab)
    typed(qtbot, "Dec 1, 2026")
    assert (review(step, 0).name, review(step, 0).on) == ("Kick-off", date(2026, 12, 1))
    assert not step.owns_primary


def test_reviews_are_planned_from_the_empty_state(window: QWidget, bare: Sitting, qtbot: QtBot) -> None:
    add_calendar(bare.document)
    step = put_in(window, ReviewsStep, bare, qtbot)
    qtbot.mouseClick(step.empty.button(), LEFT)
    qtbot.waitUntil(step.reviews.isVisible)
    assert [(row.name, row.on) for row in step.reviews.rows()] == [("Review 1", date(2026, 12, 18))]
    assert not step.empty.isVisible()


def test_a_review_whose_day_has_passed_is_overdue_until_it_is_held(
    window: QWidget, bare: Sitting, qtbot: QtBot
) -> None:
    add_calendar(bare.document)
    step = put_in(window, ReviewsStep, bare, qtbot)
    qtbot.mouseClick(step.add_button, LEFT)
    typed(qtbot, "Late", KEY.Key_Tab)
    with qtbot.waitSignal(step.remarked) as told:
        typed(qtbot, "Nov 2, 2026")
    assert step.say(told.args[0].text) == "1 review overdue"
    qtbot.waitUntil(step.plan_button.isVisible)  # nothing is to come
    qtbot.mouseClick(step.plan_button, LEFT)
    assert [each.name for each in monitoring(bare.document).reviews] == ["Late", "Review 2"]
