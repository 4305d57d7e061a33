"""The use cases to pick from, and the criteria they are scored on."""

from __future__ import annotations

from roadmap_desktop.catalogue import criteria, usecases
from roadmap_desktop.catalogue.measures import Compared, Direction, Limit
from roadmap_desktop.catalogue.usecases import Risk, UseLevel

ENTRIES = {entry.number: entry for entry in usecases.use_cases()}

# Issue 3's source of facts, section 2, row by row: risk and the range of data classes.
RISK_AND_DATA = """
M12 M01 L11 L11 L01 L00 L11 M22 M22 M22 M11 L00
L00 M01 L00 M22 M12 H22 H22 L00 L00 M22
M12 L01 H33 H33 M22 M22 M22 H33
"""


def target(number: int, place: int = 0) -> Limit | None:
    """The target of a use case's first or second outcome."""
    return ENTRIES[number].outcomes[place].target


def test_thirty_use_cases_cover_operations_instruction_and_support() -> None:
    levels = [entry.level for entry in ENTRIES.values()]
    assert levels == [UseLevel.DISTRICT] * 12 + [UseLevel.CLASSROOM] * 10 + [UseLevel.SUPPORT] * 8


def test_risk_and_data_follow_the_source() -> None:
    found = [f"{entry.risk}{entry.lowest_data_class}{entry.data_class}" for entry in ENTRIES.values()]
    assert found == RISK_AND_DATA.split()


def test_what_students_meet_directly_is_marked() -> None:
    assert {entry.number for entry in ENTRIES.values() if entry.student_facing} == {16, 17, 18, 19, 28}


def test_data_about_people_is_never_called_low_risk() -> None:
    assert all(entry.risk is not Risk.LOW for entry in ENTRIES.values() if entry.data_class >= 2)


def test_help_with_plans_for_students_with_disabilities_is_a_local_decision() -> None:
    decisions = {number: entry.local_decision for number, entry in ENTRIES.items() if entry.local_decision}
    assert list(decisions) == [25]
    words = decisions[25].in_language("en")
    assert "References disagree" in words
    assert "record the decision" in words


def test_a_target_says_what_side_of_which_figure_is_wanted() -> None:
    assert target(1) == Limit(6, "hours", Direction.DOWN, Compared.LEVEL, strict=False)
    assert target(1, 1) == Limit(100, "percent", Direction.UP, Compared.LEVEL, strict=False)
    assert target(2) == Limit(25, "percent", Direction.DOWN, Compared.CHANGE, strict=False)
    assert target(2, 1) == Limit(2, "percent", Direction.DOWN, Compared.LEVEL, strict=True)
    assert target(20) == Limit(15, "points", Direction.UP, Compared.CHANGE, strict=False)


def test_only_what_the_room_must_set_itself_has_no_target() -> None:
    open_ones = [outcome for entry in ENTRIES.values() for outcome in entry.outcomes if outcome.target is None]
    assert [outcome.key for outcome in open_ones] == ["oral-reading-fluency", "safety-monitoring-gap"]
    assert all(outcome.note for outcome in open_ones)


def test_every_use_case_of_high_risk_for_groups_watches_the_gap_between_groups() -> None:
    watching = {entry.number for entry in ENTRIES.values() if any("-gap" in each.key for each in entry.outcomes)}
    assert watching == {19, 26, 30}


def test_the_red_list_keeps_six_decisions_with_people() -> None:
    assert [entry.key for entry in usecases.red_list()] == [
        "grades",
        "discipline",
        "placement",
        "promotion",
        "eligibility",
        "counseling",
    ]


def test_data_classes_are_numbered_from_public_to_sensitive() -> None:
    names = {each.key: each.name.in_language("en") for each in usecases.data_classes()}
    assert names == {"0": "Public", "1": "Internal", "2": "Personal", "3": "Sensitive"}


def test_seven_criteria_start_from_weights_that_sum_to_a_hundred() -> None:
    weights = {criterion.key: criterion.weight for criterion in criteria.criteria()}
    assert list(weights.values()) == [25, 10, 15, 15, 10, 10, 15]
    assert list(weights) == [
        "impact",
        "reach",
        "strategic-fit",
        "feasibility",
        "data-readiness",
        "measurability",
        "low-risk",
    ]
