"""The picture by pillar, and the rounds beside one another."""

from __future__ import annotations

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.pillars import all_rounds, pillars
from roadmap_desktop.journey.readiness.profile import profile
from roadmap_desktop.journey.readiness.rating import begin_round, rate_statement
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.store.document import Document


def test_a_persons_mark_for_a_pillar_is_the_mean_of_her_statements_in_it(document: Document) -> None:
    found = instrument(document)
    people = [place for place, each in enumerate(found.dimensions) if each.pillar == "people"]
    ann, ben = (Who(VoiceKind.PERSON, add_participant(document, name)) for name in ("Ann", "Ben"))
    own = [each for each in found.statements if each.dimension in people]
    for place, each in enumerate(own):
        rate_statement(document, each.uuid, ann, 4 if place == 0 else 1)
    rate_statement(document, own[0].uuid, ben, 2)
    first, *others = pillars(document)
    assert (first.key, first.marks) == ("people", ((4 + len(own) - 1) / len(own), 2.0))
    assert first.spread.n == 2
    assert [line.key for line in others] == ["systems", "policies"]
    assert all(line.spread.median is None for line in others)


def test_each_round_has_its_median_and_the_shift_goes_from_first_to_last(document: Document) -> None:
    one, two = instrument(document).statements[:2]
    ann = Who(VoiceKind.PERSON, add_participant(document, "Ann"))
    rate_statement(document, one.uuid, ann, 1)
    begin_round(document)
    rate_statement(document, one.uuid, ann, 3)
    rate_statement(document, two.uuid, ann, 2)
    first, second, *_ = all_rounds(document, profile(document), by_statement=True)
    assert (first.medians, first.shift) == ((1, 3), 2)
    assert (second.medians, second.shift) == ((None, 2), None)
    assert all_rounds(document, profile(document), by_statement=False)[0].medians == (1, 2.5)
