"""Another instrument: it takes the place of one without answers and stands beside one that has some."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.drafts import DimensionDraft, InstrumentDraft, LevelDraft, StatementDraft
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.instruments import take_instrument, use_instrument
from roadmap_desktop.journey.readiness.profile import blocks, profile
from roadmap_desktop.journey.readiness.rating import rate_statement
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Language
from roadmap_desktop.model.readiness import Instrument
from roadmap_desktop.store.document import Document

ENGLISH = Language("en")


def draft(*texts: str, name: str = "Tool", levels: tuple[int, ...] = (1, 2, 3)) -> InstrumentDraft:
    """An instrument with these statements; the first has the highest level as its floor."""
    cue = ((levels[0], "little"),)
    made = [StatementDraft(f"s{place}", text, 0, cue) for place, text in enumerate(texts, start=1)]
    return InstrumentDraft(
        name,
        tuple(LevelDraft(value, f"Level name {value}") for value in levels),
        (DimensionDraft("D", "Leadership", "Own pillar"),),
        (replace(made[0], floor=levels[-1], floor_when="any"), *made[1:]),
    )


def person(document: Document) -> Who:
    return Who(VoiceKind.PERSON, add_participant(document, "Ann Lee"))


def texts(document: Document) -> list[str]:
    return [ENGLISH.say(each.text) for each in instrument(document).statements]


def test_an_instrument_takes_the_place_of_one_that_nobody_answered(document: Document) -> None:
    taken = take_instrument(document, draft("We lead", "We fund"))
    assert (taken.statements, taken.kept) == (2, 0)
    used = instrument(document)
    assert used.values == (1, 2, 3)
    assert texts(document) == ["We lead", "We fund"]
    assert ENGLISH.say(used.statements[0].cues[0].text) == "little"
    assert (used.dimensions[0].pillar, used.dimensions[0].pillar_name) == ("Own pillar", "Own pillar")
    assert len(document.rows(select(Instrument.uuid))) == 1
    document.check()


def test_one_with_answers_is_kept_beside_and_can_be_used_again(document: Document) -> None:
    first = instrument(document).statements[0].uuid
    before = document.rows(select(Instrument.uuid))[0].uuid
    rate_statement(document, first, person(document), 3)
    taken = take_instrument(document, draft("We lead"))
    assert taken.kept == 1
    assert len(profile(document).statements) == 1
    use_instrument(document, before)
    assert profile(document).statements[0].spread.n == 1


def test_taking_an_instrument_is_one_step_and_undone_to_the_letter(document: Document) -> None:
    before = profile(document)
    take_instrument(document, draft("We lead"))
    document.undo()
    assert profile(document) == before
    document.redo()
    assert texts(document) == ["We lead"]


def test_the_same_instrument_taken_twice_changes_nothing(document: Document) -> None:
    take_instrument(document, draft("We lead", "We fund"))
    heard: list[object] = []
    document.subscribe(heard.append)
    take_instrument(document, draft("We lead", "We fund"))
    assert heard == []


def test_a_newer_edition_keeps_the_answers_and_leaves_out_what_is_gone(document: Document) -> None:
    take_instrument(document, draft("We lead", "We fund", "Gone"))
    who = person(document)
    for statement in instrument(document).statements:
        rate_statement(document, statement.uuid, who, 2)
    taken = take_instrument(document, draft("We lead well", "We fund"))
    assert taken.left_out == 1
    assert texts(document) == ["We lead well", "We fund"]
    assert [line.spread.n for line in profile(document).statements] == [1, 1]


def test_another_set_of_levels_is_refused_once_there_are_answers(document: Document) -> None:
    take_instrument(document, draft("We lead"))
    rate_statement(document, instrument(document).statements[0].uuid, person(document), 2)
    with pytest.raises(Refused):
        take_instrument(document, draft("We lead", levels=(0, 1)))


def test_a_floor_of_the_file_blocks_until_the_room_has_reached_it(document: Document) -> None:
    take_instrument(document, draft("We lead"))
    assert [block.key for block in blocks(document, data_class=0, student_facing=False)] == ["s1"]
    rate_statement(document, instrument(document).statements[0].uuid, person(document), 3)
    assert blocks(document, data_class=0, student_facing=False) == ()


def test_a_statement_that_says_the_same_as_ours_has_our_floor_on_its_own_levels(document: Document) -> None:
    ours = next(each for each in instrument(document).statements if each.floor and each.floor.level == 2)
    made = draft("We lead", ENGLISH.say(ours.text).upper(), levels=(1, 2, 3, 4, 5, 6, 7))
    taken = take_instrument(document, made)
    assert [(each.key, each.ours, each.level) for each in taken.floors] == [("s2", 2, 4)]
    floor = instrument(document).statements[1].floor
    assert floor is not None
    assert floor.level == 4


def test_two_copies_of_a_workshop_that_take_the_same_instrument_have_the_same_statements(document: Document) -> None:
    take_instrument(document, draft("We lead"))
    once = [each.uuid for each in instrument(document).statements]
    document.undo()
    take_instrument(document, draft("We lead"))
    assert [each.uuid for each in instrument(document).statements] == once
