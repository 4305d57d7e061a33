"""Comparisons in pairs: kept in the file for the room and each perspective, each one step."""

from __future__ import annotations

from contextlib import closing

import pytest

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.showing.usecases import shown
from roadmap_desktop.journey.usecases.comparing import answers, compare, compared
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def test_comparisons_and_their_consistency_are_there_again_when_the_file_is_opened(document: Document) -> None:
    uuids = [each.uuid for each in criteria(document)]
    for other in range(1, 7):
        compare(document, uuids[0], uuids[other], "3")
    for first in range(1, 7):
        for second in range(first + 1, 7):
            compare(document, uuids[second], uuids[first], "-3" if first == 1 else "1")
    before = compared(criteria(document), answers(document))
    assert before is not None
    assert before.ratio is not None
    document.close()
    with closing(Document.open(document.path)) as again:
        assert answers(again)[0, 6] == "3"
        assert answers(again)[1, 2] == "3"
        assert compared(criteria(again), answers(again)) == before


def test_a_pair_has_one_answer_whichever_criterion_is_named_first_and_each_is_one_step(document: Document) -> None:
    one, two = (each.uuid for each in criteria(document)[:2])
    compare(document, one, two, "5")
    compare(document, two, one, "9")
    assert answers(document) == {(0, 1): "-9"}
    document.undo()
    assert answers(document) == {(0, 1): "5"}
    compare(document, one, two, "")
    assert answers(document) == {}


def test_a_perspective_compares_for_itself(document: Document) -> None:
    one, two = (each.uuid for each in criteria(document)[:2])
    compare(document, one, two, "5")
    compare(document, one, two, "-7", perspective="teacher")
    assert answers(document) == {(0, 1): "5"}
    assert answers(document, "teacher") == {(0, 1): "-7"}


def test_other_programs_find_who_compared_what(document: Document) -> None:
    one, two = (each.uuid for each in criteria(document)[:2])
    compare(document, one, two, "-7", perspective="teacher")
    (found,) = shown(document, Language("en"))["compared_in_pairs"]
    assert (found["perspective"], found["pairs"], found["of"]) == ("teacher", [["Impact", "-7", "Reach"]], 21)
    assert (found["ratio"], found["weights"]) == (None, None)


def test_what_is_no_answer_or_no_perspective_is_refused(document: Document) -> None:
    one, two = (each.uuid for each in criteria(document)[:2])
    with pytest.raises(Refused):
        compare(document, one, two, "4")
    with pytest.raises(Refused):
        compare(document, one, two, "3", perspective="pirates")
    with pytest.raises(Refused):
        compare(document, one, "gone", "3")
