"""Monitoring: indicators that ask for action, and reviews that read them."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.inspection import Inspection
from roadmap_desktop.journey.monitoring.actions import add_action, date_action, edit_action, remove_actions
from roadmap_desktop.journey.monitoring.detail import indicator_inspection, review_inspection
from roadmap_desktop.journey.monitoring.indicators import (
    IndicatorField,
    add_indicator,
    edit_indicator,
    remove_indicators,
)
from roadmap_desktop.journey.monitoring.picture import IndicatorRow, ReviewRow, monitoring, threshold_in_words
from roadmap_desktop.journey.monitoring.reviews import (
    add_review,
    date_review,
    decide_at_review,
    hold_review,
    note_reading,
    plan_reviews,
    record_reading,
    remove_reviews,
    rename_review,
)
from roadmap_desktop.journey.monitoring.standing import standing
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.showing.monitoring import shown
from roadmap_desktop.journey.standing import State
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.calendar import SchoolYear, Span
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.monitoring import Breach
from roadmap_desktop.store.document import Document

ENGLISH = Language("en")
ENDS = (date(2026, 7, 10), date(2026, 10, 9), date(2026, 12, 18))
"""The first grading period is over on the day of these tests, August 3."""
STARTS = (date(2026, 6, 1), date(2026, 8, 10), date(2026, 10, 13))


@pytest.fixture
def calendar(document: Document) -> None:
    year = SchoolYear(name="2026-27", first_day=STARTS[0], last_day=ENDS[-1])
    spans = zip(STARTS, ENDS, strict=True)
    periods = [Span(year=year.uuid, kind="grading_period", name=f"{a}", first=a, last=b) for a, b in spans]
    with document.change(message("Entered the calendar")) as session:
        session.add_all([year, *periods])
        session.scalars(select(Workshop)).one().held_on = date(2026, 6, 1)


def named(document: Document, name: str) -> IndicatorRow:
    return next(row for row in monitoring(document).indicators if ENGLISH.say(row.name) == name)


def review(document: Document, uuid: str) -> ReviewRow:
    found = monitoring(document).review(uuid)
    assert found is not None
    return found


def threshold(document: Document, name: str) -> str:
    return ENGLISH.say(threshold_in_words(named(document, name)))


def said(inspection: Inspection | None) -> str:
    """Everything that the inspector says."""
    assert inspection is not None
    lines = [line.text for section in inspection.sections for line in section.lines]
    return "\n".join(ENGLISH.say(words) for words in (inspection.title, inspection.text, *lines))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("People who use it every week", "more than 20 points"),
        ("Hours saved", "less than 50 percent"),
        ("Privacy and security incidents", "1 incident or more"),
        ("Tools without approval", "3 sightings or more"),
        ("Agreements about to end", "90 days or less"),
        ("Trust of staff, students and families", "a fall of 10 points or more"),
        ("Integrity cases", "a rise of 50 percent or more"),
    ],
)
def test_the_indicators_of_a_new_workshop_say_when_they_ask_for_action(
    document: Document, name: str, words: str
) -> None:
    assert threshold(document, name) == words


def test_one_incident_asks_for_action_and_none_does_not(document: Document) -> None:
    first, second = (add_review(document, name) for name in ("Fall", "Winter"))
    incidents = named(document, "Privacy and security incidents").uuid
    record_reading(document, first, incidents, "0")
    assert not named(document, "Privacy and security incidents").breached
    date_review(document, second, date(2026, 12, 18))
    record_reading(document, second, incidents, "1")
    found = named(document, "Privacy and security incidents")
    assert (found.breached, found.reading, found.read_on) == (True, 1, date(2026, 12, 18))


def test_trust_is_compared_with_the_baseline_else_with_the_reading_before(document: Document) -> None:
    trust = named(document, "Trust of staff, students and families").uuid
    fall, winter = (add_review(document, each, on=day) for each, day in zip(("Fall", "Winter"), ENDS[1:], strict=True))
    record_reading(document, fall, trust, "61")
    record_reading(document, winter, trust, "51")
    assert [row.breached for each in (fall, winter) for row in review(document, each).beyond] == [True]
    assert review(document, fall).beyond == ()
    edit_indicator(document, trust, IndicatorField.BASELINE, "58")
    assert review(document, winter).beyond == ()


def test_a_room_s_own_indicator_has_every_field(document: Document) -> None:
    uuid = add_indicator(document, "  Questions   to the help desk ")
    for field, text in (
        (IndicatorField.AREA, "feedback"),
        (IndicatorField.CADENCE, "month"),
        (IndicatorField.THRESHOLD, "1,200"),
        (IndicatorField.BREACH, "from"),
        (IndicatorField.UNIT, "calls"),
        (IndicatorField.MEASURE, "Calls about AI tools"),
    ):
        edit_indicator(document, uuid, field, text)
    found = monitoring(document).indicators[-1]
    assert (found.name, found.area, found.cadence) == ("Questions to the help desk", "feedback", "month")
    assert (found.measure, threshold(document, "Questions to the help desk")) == (
        "Calls about AI tools",
        "1,200 calls or more",
    )


@pytest.mark.parametrize("typed", ["%", "percent", "Percent"])
def test_a_unit_of_the_catalogue_is_known_however_it_is_typed(document: Document, typed: str) -> None:
    uuid = named(document, "Integrity cases").uuid
    edit_indicator(document, uuid, IndicatorField.UNIT, "cases")
    assert named(document, "Integrity cases").reading_unit == "cases"
    edit_indicator(document, uuid, IndicatorField.UNIT, typed)
    assert named(document, "Integrity cases").unit == "percent"
    assert named(document, "Integrity cases").reading_unit == ""  # cases rise by percent; they are not counted in it


def test_words_that_are_emptied_are_the_catalogue_s_again(document: Document) -> None:
    before = monitoring(document)
    uuid = before.indicators[0].uuid
    for field in (IndicatorField.MEASURE, IndicatorField.TRIGGER):
        edit_indicator(document, uuid, field, "Our own words")
    changed = monitoring(document).indicators[0]
    assert (changed.measure, changed.trigger) == ("Our own words", "Our own words")
    for field in (IndicatorField.MEASURE, IndicatorField.TRIGGER):
        edit_indicator(document, uuid, field, "")
    assert monitoring(document) == before


def test_without_a_figure_there_is_no_threshold(document: Document) -> None:
    uuid = named(document, "Hours saved").uuid
    edit_indicator(document, uuid, IndicatorField.THRESHOLD, "")
    assert threshold(document, "Hours saved") == ""
    record_reading(document, add_review(document, "Fall"), uuid, "3")
    assert not named(document, "Hours saved").breached
    assert "Nothing says yet when it asks for action." in said(indicator_inspection(document, uuid))


@pytest.mark.parametrize(
    ("field", "text"),
    [(IndicatorField.NAME, " "), (IndicatorField.THRESHOLD, "a lot"), (IndicatorField.BASELINE, "1.2.3")],
)
def test_what_an_indicator_can_not_be_is_refused_beside_its_field(
    document: Document, field: IndicatorField, text: str
) -> None:
    before = monitoring(document)
    with pytest.raises(Refused) as refused:
        edit_indicator(document, before.indicators[0].uuid, field, text)
    assert refused.value.field == field
    assert monitoring(document) == before


def test_an_indicator_that_is_not_watched_is_not_asked_for_but_keeps_its_readings(document: Document) -> None:
    fall, winter = (add_review(document, each, on=day) for each, day in zip(("Fall", "Winter"), ENDS[1:], strict=True))
    uuid = named(document, "Hours saved").uuid
    record_reading(document, fall, uuid, "55")
    edit_indicator(document, uuid, IndicatorField.WATCHED, "")
    assert uuid in {row.indicator for row in review(document, fall).readings}
    assert uuid not in {row.indicator for row in review(document, winter).readings}


def test_an_indicator_goes_with_its_readings_and_comes_back_with_them(document: Document) -> None:
    fall = add_review(document, "Fall")
    uuid = named(document, "Hours saved").uuid
    record_reading(document, fall, uuid, "55")
    before = monitoring(document)
    remove_indicators(document, (uuid,))
    assert monitoring(document).indicator(uuid) is None
    assert indicator_inspection(document, uuid) is None
    with pytest.raises(Refused, match="removed"):
        edit_indicator(document, uuid, IndicatorField.NAME, "Hours")
    with pytest.raises(Refused, match="removed"):
        record_reading(document, fall, uuid, "3")
    document.undo()
    assert monitoring(document) == before


@pytest.mark.usefixtures("calendar")
def test_reviews_are_planned_at_the_ends_of_grading_periods_to_come(document: Document) -> None:
    assert plan_reviews(document) == 2
    assert [(each.name, each.on) for each in monitoring(document).reviews] == [
        ("Review 1", ENDS[1]),
        ("Review 2", ENDS[2]),
    ]
    with pytest.raises(Refused):
        plan_reviews(document)
    document.undo()
    assert monitoring(document).reviews == ()


def test_without_a_calendar_reviews_are_added_by_hand(document: Document) -> None:
    with pytest.raises(Refused, match="end of a grading period"):
        plan_reviews(document)
    assert review(document, add_review(document, "Kick-off")).on == date(2026, 8, 3)


@pytest.mark.usefixtures("calendar")
def test_a_review_is_a_milestone_that_moves_with_it(document: Document) -> None:
    uuid = add_review(document, "Mid-year")
    rename_review(document, uuid, "Fall review")
    date_review(document, uuid, date(2026, 11, 16))
    task = planned(document).of(Part.REVIEW, uuid)
    assert task is not None
    assert (task.task.name, task.start, task.is_milestone) == ("Fall review", date(2026, 11, 16), True)


@pytest.mark.usefixtures("calendar")
def test_a_review_that_is_removed_stays_on_the_roadmap_as_orphaned(document: Document) -> None:
    uuid = add_review(document, "Mid-year", on=date(2026, 11, 16))
    record_reading(document, uuid, named(document, "Hours saved").uuid, "55")
    before = monitoring(document)
    remove_reviews(document, (uuid,))
    task = planned(document).of(Part.REVIEW, uuid)
    assert task is not None
    assert (task.task.orphaned, task.task.name, task.start) == (True, "Mid-year", date(2026, 11, 16))
    assert monitoring(document).reviews == ()
    document.undo()
    assert monitoring(document) == before


def test_a_reading_is_changed_noted_and_taken_away(document: Document) -> None:
    fall = add_review(document, "Fall")
    uuid = named(document, "Hours saved").uuid
    with pytest.raises(Refused) as refused:
        note_reading(document, fall, uuid, "Two schools only")
    assert refused.value.field == "note"
    record_reading(document, fall, uuid, "40 %")
    record_reading(document, fall, uuid, "45")
    note_reading(document, fall, uuid, " Two   schools only ")
    row = next(row for row in review(document, fall).readings if row.uuid == uuid)
    assert (row.value, row.note, row.breached) == (45, "Two schools only", True)
    record_reading(document, fall, uuid, "")
    row = next(row for row in review(document, fall).readings if row.uuid == uuid)
    assert (row.value, row.note, row.breached) == (None, "", False)


@pytest.mark.parametrize("typed", ["many", "4 or 5"])
def test_a_reading_that_is_no_number_is_refused(document: Document, typed: str) -> None:
    fall = add_review(document, "Fall")
    with pytest.raises(Refused) as refused:
        record_reading(document, fall, monitoring(document).indicators[0].uuid, typed)
    assert refused.value.field == "reading"


def test_a_review_needs_a_name_and_a_day(document: Document) -> None:
    uuid = add_review(document, "Fall")
    for move in (
        lambda: add_review(document, " "),
        lambda: rename_review(document, uuid, ""),
        lambda: date_review(document, uuid, None),
    ):
        with pytest.raises(Refused):
            move()
    assert (review(document, uuid).name, review(document, uuid).on) == ("Fall", date(2026, 8, 3))


def test_what_a_review_says_of_itself(document: Document) -> None:
    uuid = add_review(document, "Fall", on=date(2026, 8, 1))
    users = monitoring(document).indicators[0].uuid
    record_reading(document, uuid, users, "24")
    words = said(review_inspection(document, uuid))
    assert "Was due on Aug 1, 2026" in words
    assert "People who use it every week: 24" in words
    assert "1 of 13 indicators read" in words
    assert "Fall, Aug 1: 24" in said(indicator_inspection(document, users))
    hold_review(document, uuid, "yes")
    assert "Held on Aug 1, 2026" in said(review_inspection(document, uuid))
    remove_reviews(document, (uuid,))
    assert review_inspection(document, uuid) is None


def test_the_rail_says_when_the_next_review_is_and_what_is_overdue(document: Document) -> None:
    assert standing(document).state is State.UNTOUCHED
    late, coming = add_review(document, "Late", on=date(2026, 8, 1)), add_review(document, "Fall", on=ENDS[1])
    assert (standing(document).state, ENGLISH.say(standing(document).line)) == (State.ALERT, "1 review overdue")
    hold_review(document, late, "yes")
    assert (standing(document).state, ENGLISH.say(standing(document).line)) == (State.OPEN, "next review Oct 9")
    hold_review(document, coming, "yes")
    assert standing(document).state is State.DONE
    hold_review(document, late, "")
    assert standing(document).state is State.ALERT


def test_actions_keep_their_order_owner_and_day(document: Document) -> None:
    uuid = add_review(document, "Fall")
    first, second = (add_action(document, uuid, text) for text in ("Ask Mesa", "Train again"))
    edit_action(document, second, owner=" Tom   Brandt ")
    edit_action(document, second, text="Train the office again")
    date_action(document, second, date(2026, 8, 20))
    rows = review(document, uuid).actions
    assert [(row.text, row.owner, row.due) for row in rows] == [
        ("Ask Mesa", "", None),
        ("Train the office again", "Tom Brandt", date(2026, 8, 20)),
    ]
    remove_actions(document, (first,))
    assert [row.uuid for row in review(document, uuid).actions] == [second]
    with pytest.raises(Refused):
        edit_action(document, second, text=" ")


def test_what_was_decided_is_kept(document: Document) -> None:
    uuid = add_review(document, "Fall")
    decide_at_review(document, uuid, " Go on. ")
    assert review(document, uuid).decision == "Go on."
    remove_reviews(document, (uuid,))
    with pytest.raises(Refused, match="removed"):
        decide_at_review(document, uuid, "Stop.")


def test_json_holds_what_the_screen_shows(document: Document) -> None:
    uuid = add_review(document, "Fall", on=date(2026, 8, 1))
    record_reading(document, uuid, monitoring(document).indicators[0].uuid, "24")
    add_action(document, uuid, "Ask Mesa")
    made = shown(document, ENGLISH)
    first = made["indicators"][0]
    assert (first["name"], first["threshold"], first["side"]) == ("People who use it every week", 20, Breach.ABOVE)
    assert (first["reading"], first["read_on"], first["beyond"]) == (24, "2026-08-01", True)
    assert made["due"] == [{"name": "Fall", "on": "2026-08-01"}]
    (found,) = made["reviews"]
    assert found["actions"] == [{"text": "Ask Mesa", "owner": None, "due": None}]
    assert found["readings"][0]["value"] == 24
