"""How sure the ranking is, as a person reads it and as other programs do."""

from __future__ import annotations

import json
import warnings

import pytest

from roadmap_desktop.exchange.scores import read_scores
from roadmap_desktop.exchange.usecase_list import read_use_cases
from roadmap_desktop.exchange.weights import read_weights
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.showing.usecases import shown
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.journey.usecases.known import known
from roadmap_desktop.journey.usecases.leaving import alone_each, without_each
from roadmap_desktop.journey.usecases.scoring import score, set_choose
from roadmap_desktop.journey.usecases.several import write_several
from roadmap_desktop.journey.usecases.sureness import alone, who_matters
from roadmap_desktop.journey.usecases.taking import take_scores, take_use_cases, take_weights
from roadmap_desktop.journey.usecases.weighing import set_weights
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

PEOPLE = ("Ann", "Bo", "Cy", "Di", "Ed")
GIVEN = {"North": "55443", "South": "44554", "West": "23232"}


def fill(document: Document, weights: str = "Impact,60\nJoy,20\nCost,20\n", scores: str = "") -> None:
    """Three use cases scored by five people at two tables on three criteria, one of them to be chosen."""
    rows = [
        f"{name},{1 + place % 2},{case},{digits[place]},{digits[-1 - place]},3"
        for case, digits in GIVEN.items()
        for place, name in enumerate(PEOPLE)
    ]
    take_use_cases(document, read_use_cases("name\n" + "\n".join(GIVEN), known(document)).drafts)
    take_weights(document, read_weights(f"criterion,weight\n{weights}", known(document)).draft)
    text = scores or "participant,table,use case,Impact,Joy,Cost\n" + "\n".join(rows)
    take_scores(document, read_scores(text, known(document), add_people=True).draft)
    set_choose(document, 1)


def test_other_programs_find_scores_ranks_shares_and_what_would_change_them(document: Document) -> None:
    fill(document)
    found = json.loads(json.dumps(shown(document, Language("en")), allow_nan=False))
    south = found["ranking"][0]
    assert [south[key] for key in ("name", "rank", "scorers")] == ["South", 1, 5]
    assert south["score"] == pytest.approx(0.6 * 4.4 + 0.2 * 4.4 + 0.2 * 3)
    assert south["median"] == pytest.approx(4.0)
    assert found["acceptability"].pop("perspectives") == {}
    assert set(found["acceptability"]) == {"all_weightings", "near_weightings", "voters"}
    for shares in found["acceptability"].values():
        assert all(sum(row) == pytest.approx(1) for row in shares.values())
    assert found["acceptability"]["all_weightings"]["West"] == [0, 0, 1]
    tried = found["tried"]["voters"]
    assert (tried["top"], tried["samples"], tried["seed"], tried["exact"]) == (1, 1000, 2026, False)
    assert "Efron" in tried["method"]
    assert "Lahdelma and Salminen" in found["tried"]["near_weightings"]["method"]
    assert [each["name"] for each in found["leaving_out"]] == ["1", "2"]
    assert {"North", "South", "West"} == {each["name"] for each in found["sensitivity"]}
    assert found["smallest_change"]["sentence"] == "No weighting of these criteria alters the first place."
    assert all(each["sentence"] and each["changes"] for each in found["sensitivity"])


def test_where_all_are_chosen_it_is_said_which_weight_changes_the_first_of_them(document: Document) -> None:
    fill(document)
    set_choose(document, 3)
    found = shown(document, Language("en"))
    first = found["sensitivity"][0]
    assert first["sentence"].startswith("Place 1, ")
    assert "the first place" in first["changes"]
    assert found["smallest_change"] is None  # all three stay chosen


@pytest.mark.parametrize(
    ("weights", "scores", "plain"),
    [
        ("Impact,0\n", "participant,use case,Impact\nAnn,North,4\nAnn,South,5\n", "no_weight"),
        ("Impact,5\nJoy,5\n", "participant,use case,Impact,Joy\nAnn,North,4,\nAnn,South,,5\n", "nothing_scored"),
        ("Impact,5\n", "participant,use case,Impact\nAnn,North,4\nBo,South,4\n", "all_equal"),
    ],
)
def test_where_nothing_can_be_said_it_is_said_plainly_and_without_shares(
    document: Document, weights: str, scores: str, plain: str
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fill(document, weights, scores)
        found = json.loads(json.dumps(shown(document, Language("en")), allow_nan=False))
    assert found["acceptability"] == {"all_weightings": {}, "near_weightings": {}, "voters": {}, "perspectives": {}}
    assert {each["plain"] for each in found["tried"].values()} == {plain}
    assert all(each["statement"] for each in found["tried"].values())
    assert found["smallest_change"] is None


def test_one_voter_and_one_criterion_are_exact_over_weights_and_say_nothing_of_other_voters(document: Document) -> None:
    fill(document, "Impact,5\n", "participant,use case,Impact\nAnn,North,4\nAnn,South,5\n")
    found = shown(document, Language("en"))
    assert found["acceptability"]["all_weightings"] == {"South": [1.0, 0.0], "North": [0.0, 1.0]}
    assert found["tried"]["all_weightings"]["exact"]
    assert found["acceptability"]["voters"] == {}
    assert found["tried"]["voters"]["plain"] == "few_voters"
    assert found["leaving_out"] == []


def test_who_has_not_scored_is_named_once_others_have(document: Document) -> None:
    add_participant(document, "Flo")
    assert shown(document, Language("en"))["not_scored"] == []
    fill(document)
    assert shown(document, Language("en"))["not_scored"] == ["Flo"]


def test_a_perspective_that_would_choose_otherwise_by_its_own_scores_is_told(document: Document) -> None:
    north, south = write_several(document, "North\nSouth")
    set_choose(document, 1)
    people = [add_participant(document, f"P{n}", perspective="teachers" if n < 5 else "families") for n in range(9)]
    asked = criteria(document)[0].uuid
    set_weights(document, {each.uuid: 5 if each.uuid == asked else 0 for each in criteria(document)})
    for number, person in enumerate(people):
        high, low = (north, south) if number < 5 else (south, north)
        score(document, high, asked, Who(VoiceKind.PERSON, person), 5)
        score(document, low, asked, Who(VoiceKind.PERSON, person), 3)
    found = alone_each(document)
    assert [(each.scorers, each.same_top) for each in found] == [(4, False), (5, True)]
    said = Language("en").say(alone(found, 1))
    assert said == "By their own scores alone, Families would have others in first place."
    assert Language("en").say(who_matters(without_each(document), found, 1)).endswith(said)
    assert [each["same_top"] for each in shown(document, Language("en"))["alone"]] == [False, True]


def test_a_perspective_of_fewer_than_four_is_not_shown_alone(document: Document) -> None:
    fill(document)
    assert alone_each(document) == ()
