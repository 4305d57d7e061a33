"""Weights that perspectives give beside the room's: given, taken back, compared with the ranking, merged."""

from __future__ import annotations

import json
import shutil
import warnings
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from roadmap_desktop.journey.merging.moves import merge_files
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.showing.plain import Plain
from roadmap_desktop.journey.showing.usecases import shown
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.journey.usecases.perspectives import middle, perspectives, weights_of
from roadmap_desktop.journey.usecases.ranking import ranking
from roadmap_desktop.journey.usecases.scoring import score, set_choose
from roadmap_desktop.journey.usecases.several import write_several
from roadmap_desktop.journey.usecases.sureness import headline, method, sentences
from roadmap_desktop.journey.usecases.weighing import reset_weights, set_weight, set_weights, take_middle
from roadmap_desktop.journey.voices import ROOM
from roadmap_desktop.language import Language
from roadmap_desktop.rules.acceptability import Basis
from roadmap_desktop.store.document import Document

SAY = Language("en").say


@pytest.fixture
def asked(document: Document) -> list[str]:
    """Drafts, Notes and Bus are scored on two criteria that count alike; teachers and families are in the room."""
    uuids = [each.uuid for each in criteria(document)]
    set_weights(document, dict.fromkeys(uuids, 0.0) | {uuids[0]: 10.0, uuids[1]: 10.0})
    for case, (first, second) in zip(
        write_several(document, "Drafts\nNotes\nBus"), ((5, 3), (4, 3), (1, 5)), strict=True
    ):
        score(document, case, uuids[0], ROOM, first)
        score(document, case, uuids[1], ROOM, second)
    add_participant(document, "Ann", perspective="teacher")
    add_participant(document, "Bo", perspective="family")
    set_choose(document, 1)
    return uuids


def said(document: Document) -> str:
    return SAY(headline(ranking(document, Basis.PERSPECTIVES)))


def block(document: Document) -> Plain:
    found: Plain = json.loads(json.dumps(shown(document, Language("en")), allow_nan=False))
    return found


def test_the_first_weight_of_a_perspective_keeps_the_others_as_they_stood(document: Document, asked: list[str]) -> None:
    set_weight(document, asked[1], 40, perspective="teacher")
    set_weight(document, asked[0], 99)
    assert [weights_of(document, "teacher")[each] for each in asked[:3]] == [10, 40, 0]
    assert [bool(each.weights) for each in perspectives(document)] == [True, False]
    assert criteria(document)[1].weight == 10


def test_each_weight_is_one_step_and_taking_back_leaves_none(document: Document, asked: list[str]) -> None:
    set_weight(document, asked[1], 40, perspective="teacher")
    set_weight(document, asked[0], 20, perspective="teacher")
    document.undo()
    assert [weights_of(document, "teacher")[each] for each in asked[:2]] == [10, 40]
    reset_weights(document, perspective="teacher")
    assert perspectives(document)[0].weights == {}
    document.undo()
    document.undo()
    assert weights_of(document, "teacher")[asked[1]] == 10


def test_moving_a_weight_of_a_perspective_quickly_is_one_step_of_undo(document: Document, asked: list[str]) -> None:
    for weight in (12, 25, 31):
        set_weight(document, asked[0], weight, perspective="teacher")
    document.undo()
    assert perspectives(document)[0].weights == {}


def test_what_is_no_weight_or_no_perspective_is_refused(document: Document, asked: list[str]) -> None:
    with pytest.raises(Refused):
        set_weight(document, asked[0], 101, perspective="teacher")
    with pytest.raises(Refused):
        set_weight(document, asked[0], 10, perspective="pirates")
    with pytest.raises(Refused):
        take_middle(document)


def test_a_perspective_that_would_rank_otherwise_is_told_with_the_places(document: Document, asked: list[str]) -> None:
    assert said(document) == "None of the 2 perspectives in the room has given weights of its own."
    set_weight(document, asked[1], 40, perspective="teacher")
    sentence = "With the weights of Teachers, Drafts would take place 2 instead of 1."
    assert said(document) == f"1 of 2 perspectives gave weights. {sentence}"
    picture = ranking(document, Basis.PERSPECTIVES)
    assert SAY(method(picture)) == "exact, not drawn"
    assert SAY(sentences(picture, picture.rows[0])[0]) == "Its place by the weights of each perspective: Teachers 2."
    set_weight(document, asked[0], 10, perspective="family")
    assert said(document) == f"2 of 2 perspectives gave weights. {sentence}"
    set_weight(document, asked[1], 80, perspective="family")
    assert said(document).endswith("With the weights of Teachers and Families, others would be in first place.")


def test_other_programs_find_weights_ranks_and_sentence_of_each_perspective(
    document: Document, asked: list[str]
) -> None:
    set_weight(document, asked[1], 40, perspective="teacher")
    found = block(document)
    teachers = found["acceptability"]["perspectives"]["Teachers"]
    assert teachers["perspective"] == "teacher"
    assert list(teachers["weights"].values()) == [10, 40, 0, 0, 0, 0, 0]
    assert teachers["ranks"] == {"Drafts": 2, "Notes": 3, "Bus": 1}
    assert teachers["sentence"] == "With the weights of Teachers, Drafts would take place 2 instead of 1."
    tried = found["tried"]["perspectives"]
    assert (tried["given"], tried["of"], tried["exact"], tried["same_top"]) == (1, 2, True, 0)
    assert tried["shares"]["Bus"] == [1, 0, 0]
    assert [row["rank"] for row in found["ranking"]] == [1, 2, 3]


def test_weights_that_rank_nothing_are_said_plainly(document: Document, asked: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        set_weights(document, dict.fromkeys(asked, 0.0), perspective="teacher")
        assert said(document) == (
            "1 of 2 perspectives gave weights. Teachers: every weight is 0, so nothing is ranked by them."
        )
        set_weights(document, {asked[4]: 5.0}, perspective="teacher")
        found = block(document)["acceptability"]["perspectives"]["Teachers"]
    assert found["ranks"] is None
    assert found["sentence"].startswith("Teachers: not every use case is scored on ")
    set_weight(document, asked[0], 30, perspective="family")
    assert said(document).endswith("With the weights of each of them, the same use case leads.")


def test_with_nobody_who_has_a_perspective_it_is_said_so(document: Document) -> None:
    write_several(document, "Drafts\nNotes")
    for case in ranking(document).rows:
        for each in criteria(document):
            score(document, case.uuid, each.uuid, ROOM, 4 if SAY(case.name) == "Notes" else 2)
    assert said(document) == "Nobody in the room has a perspective yet, so only the room's weights are known."


def test_the_median_is_taken_in_one_step_and_only_when_it_is_asked_for(document: Document, asked: list[str]) -> None:
    set_weight(document, asked[1], 30, perspective="teacher")
    set_weight(document, asked[1], 10, perspective="family")
    assert [criteria(document)[place].weight for place in (0, 1)] == [10, 10]
    assert [middle(document)[each] for each in asked[:3]] == [38, 62, 0]
    take_middle(document)
    assert [each.weight for each in criteria(document)][:3] == [38, 62, 0]
    document.undo()
    assert [each.weight for each in criteria(document)][:2] == [10, 10]


def test_copies_in_which_two_perspectives_weighed_keep_both_when_merged(
    document: Document, asked: list[str], tmp_path: Path
) -> None:
    other = tmp_path / "other.roadmap"
    shutil.copy(document.path, other)
    set_weight(document, asked[0], 31, perspective="teacher")
    with closing(Document.open(other, lambda: datetime.fromisoformat("2026-08-03T13:00"))) as apart:
        set_weight(apart, asked[1], 32, perspective="family")
    merged = tmp_path / "merged.roadmap"
    merge_files(document.path, [other], merged)
    with closing(Document.open(merged)) as found:
        assert weights_of(found, "teacher")[asked[0]] == 31
        assert weights_of(found, "family")[asked[1]] == 32
