"""The phases, strands and decisions that the roadmap is made of."""

from __future__ import annotations

from roadmap_desktop.catalogue import pilots, roadmap


def test_five_phases_lead_from_preparing_to_monitoring() -> None:
    assert [(phase.key, phase.name.in_language("en")) for phase in roadmap.phases()] == [
        ("prepare", "Prepare and assess"),
        ("guardrails", "Set guardrails and team"),
        ("pilot", "Pilot"),
        ("scale", "Scale"),
        ("monitor", "Monitor"),
    ]


def test_six_strands_run_across_the_phases() -> None:
    assert [strand.name.in_language("en") for strand in roadmap.strands()] == [
        "Policy",
        "Technology",
        "Professional learning",
        "Communication",
        "Instruction",
        "Evaluation",
    ]


def test_a_pilot_ends_in_one_of_four_decisions() -> None:
    assert [decision.key for decision in pilots.decisions()] == ["scale", "adjust", "narrow", "stop"]
