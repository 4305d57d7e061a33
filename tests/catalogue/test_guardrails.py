"""The guardrails: when each must hold, and how far its law can be relied on."""

from __future__ import annotations

from datetime import date

from roadmap_desktop.catalogue import guardrails
from roadmap_desktop.catalogue.guardrails import Confirmed, LawEntry, Reach
from roadmap_desktop.rules.guardrails import Gate

ENTRIES = {entry.key: entry for entry in guardrails.guardrails()}
LAWS = {law.key: law for entry in ENTRIES.values() for law in entry.laws}


def days(law: LawEntry) -> list[date]:
    """The dates that a law sets."""
    return [applies.day for applies in law.applies_from]


def keys_of(gate: Gate) -> set[str]:
    """The guardrails with that gate."""
    return {key for key, entry in ENTRIES.items() if entry.gate is gate}


def test_there_are_twenty_three_guardrails_in_eight_areas() -> None:
    assert len(ENTRIES) == 23
    assert {entry.area for entry in ENTRIES.values()} == {area.key for area in guardrails.areas()}
    assert len(guardrails.areas()) == 8


def test_six_guardrails_must_hold_before_any_pilot() -> None:
    assert keys_of(Gate.ANY) == {
        "responsible-use",
        "named-owner",
        "vendor-vetting",
        "human-oversight",
        "security-incident",
        "labor",
    }


def test_five_guardrails_may_wait_until_scaling() -> None:
    assert keys_of(Gate.SCALING) == {"digital-accessibility", "copyright", "public-records", "funds", "environment"}
    assert len(keys_of(Gate.STUDENTS)) == 12


def test_digital_accessibility_must_hold_sooner_where_students_use_the_tool() -> None:
    sooner = {key: entry.student_facing_gate for key, entry in ENTRIES.items() if entry.student_facing_gate}
    assert sooner == {"digital-accessibility": Gate.STUDENTS}


def test_the_dates_of_digital_accessibility_are_the_moved_ones() -> None:
    assert days(LAWS["ada-title-ii"]) == [date(2027, 4, 26), date(2028, 4, 26)]


def test_the_amended_rule_on_children_under_13_has_both_its_dates() -> None:
    assert days(LAWS["coppa"]) == [date(2025, 6, 23), date(2026, 4, 22)]


def test_state_laws_with_dates_name_their_state() -> None:
    assert (LAWS["oh-hb96"].state, days(LAWS["oh-hb96"])) == ("OH", [date(2026, 7, 1)])
    assert (LAWS["md-sb720"].state, days(LAWS["md-sb720"])) == ("MD", [date(2026, 6, 1)])
    assert all(law.reach is Reach.STATE for law in LAWS.values() if law.state)


def test_every_guardrail_rests_on_something_known_on_a_day() -> None:
    assert all(entry.laws for entry in ENTRIES.values())
    assert all(date(2024, 1, 1) < law.as_of <= date(2026, 6, 30) for law in LAWS.values())


def test_what_was_not_read_in_a_source_is_not_passed_off_as_confirmed() -> None:
    unsure = {key for key, law in LAWS.items() if law.confirmed is not Confirmed.SOURCE}
    assert unsure == {
        "ppra",
        "title-vi-language",
        "idea",
        "section-504",
        "title-ix-harassment",
        "bargaining",
        "state-records",
    }


def test_every_guardrail_ends_with_what_to_ask_counsel() -> None:
    assert all(entry.counsel.in_language("en").startswith("Ask counsel") for entry in ENTRIES.values())
