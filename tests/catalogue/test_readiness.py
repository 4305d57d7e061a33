"""The readiness instrument that a workshop starts with."""

from __future__ import annotations

from collections import Counter

import pytest

from roadmap_desktop.catalogue import people
from roadmap_desktop.catalogue.readiness import Instrument, instrument
from roadmap_desktop.rules.readiness import FloorWhen

# Issue 3's source of facts, section 1: the statements that hold pilots back, and how far each must have come.
FLOORS = {
    FloorWhen.ANY: {10: 2, 24: 2, 31: 2, 32: 2},
    FloorWhen.DATA2: {26: 4},
    FloorWhen.STUDENTS: {13: 3, 19: 3, 28: 3, 34: 3},
}


@pytest.fixture(scope="module")
def core() -> Instrument:
    return instrument()


def test_forty_statements_are_numbered_in_order_and_five_to_a_dimension(core: Instrument) -> None:
    assert core.key == "core"
    assert [statement.number for statement in core.statements] == list(range(1, 41))
    assert Counter(statement.dimension for statement in core.statements) == {f"d{n}": 5 for n in range(1, 9)}


def test_a_statements_key_says_its_dimension_and_number(core: Instrument) -> None:
    assert all(each.key == f"{each.dimension}-{each.number}" for each in core.statements)
    assert core.statements[11].text.key == "statement.d3-12.text"
    assert core.statements[11].cues[0].text.key == "statement.d3-12.cue0"


def test_dimensions_stand_under_people_systems_and_policies(core: Instrument) -> None:
    assert [pillar.key for pillar in core.pillars] == ["people", "systems", "policies"]
    assert [each.pillar for each in core.dimensions] == ["people"] * 3 + ["systems"] * 2 + ["policies"] * 3


def test_the_ladder_runs_from_nothing_yet_to_reviewed(core: Instrument) -> None:
    labels = [(level.value, level.label.in_language("en")) for level in core.levels]
    assert labels == [(0, "Nothing yet"), (1, "Talked about"), (2, "Drafted"), (3, "In force"), (4, "Reviewed")]


def test_every_statement_shows_what_zero_two_and_four_look_like(core: Instrument) -> None:
    assert {tuple(cue.level for cue in each.cues) for each in core.statements} == {(0, 2, 4)}


@pytest.mark.parametrize("when", FloorWhen)
def test_floors_hold_back_the_pilots_they_are_meant_for(when: FloorWhen, core: Instrument) -> None:
    found = {each.number: each.floor.value for each in core.statements if each.floor and each.floor.when is when}
    assert found == FLOORS[when]


def test_every_perspective_is_asked_about_something(core: Instrument) -> None:
    assert {asked for each in core.statements for asked in each.answered_by} == set(people.perspective_keys())


def test_those_who_know_best_are_named_first(core: Instrument) -> None:
    assert core.statements[32].answered_by == ("instruction", "school_leadership", "student")
    assert core.statements[0].answered_by == ("district_leadership", "board")


def test_a_statement_fits_into_two_lines_of_a_ballot_and_a_cue_under_it(core: Instrument) -> None:
    statements = [statement.text.in_language("en") for statement in core.statements]
    cues = [cue.text.in_language("en") for statement in core.statements for cue in statement.cues]
    assert [text for text in statements if len(text) > 75] == []
    assert [text for text in cues if len(text) > 75] == []


def test_there_are_twelve_perspectives() -> None:
    assert people.perspective_keys() == (
        "district_leadership",
        "board",
        "school_leadership",
        "teacher",
        "instruction",
        "special_education",
        "technology",
        "legal",
        "operations",
        "staff_association",
        "family",
        "student",
    )
