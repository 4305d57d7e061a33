"""Readiness as a facilitator relies on it: answers are kept, counted, taken back; floors; barriers; inspections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.barriers import barriers, edit_barrier, make_barrier, remove_barrier
from roadmap_desktop.journey.readiness.cues import rating_inspection
from roadmap_desktop.journey.readiness.detail import Detail, dimension_detail, statement_detail
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.profile import blocks, profile
from roadmap_desktop.journey.readiness.raters import HANDS, raters
from roadmap_desktop.journey.readiness.rating import Given, begin_round, count_hands, rate_statement, size_table
from roadmap_desktop.journey.readiness.sentences import dimension_sentence, profile_sentence, statement_sentence
from roadmap_desktop.journey.readiness.sheet import rating_sheet
from roadmap_desktop.journey.readiness.standing import standing
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.standing import State
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Language, Words
from roadmap_desktop.model.people import Table
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.rules.readiness import Answer, Spread
from roadmap_desktop.store.document import Document

ENGLISH = Language("en")


@dataclass(frozen=True)
class Room:
    """A document with people to rate in it."""

    document: Document
    people: tuple[Who, ...]
    table: Who

    def rate(self, number: int, *answers: Given | None) -> None:
        for who, answer in zip(self.people, answers, strict=False):
            rate_statement(self.document, self.statement(number), who, answer)

    def statement(self, number: int) -> str:
        return next(each.uuid for each in instrument(self.document).statements if each.number == number)

    def dimension(self, number: int) -> str:
        return instrument(self.document).dimensions[number - 1].uuid

    def spread(self, number: int) -> Spread:
        line = profile(self.document).statement(self.statement(number))
        assert line is not None
        return line.spread

    def detail(self, number: int) -> Detail:
        found = statement_detail(self.document, self.statement(number))
        assert found is not None
        return found


@pytest.fixture
def room(document: Document) -> Room:
    people = [
        add_participant(document, f"Person {number}", perspective="teacher" if number < 4 else "board", table="Table 1")
        for number in range(8)
    ]
    table = document.rows(select(Table.uuid))[0].uuid
    return Room(document, tuple(Who(VoiceKind.PERSON, uuid) for uuid in people), Who(VoiceKind.TABLE, table))


def said(words: Words | None) -> str:
    return ENGLISH.say(words)


# Rating


def test_a_new_workshop_has_forty_statements_with_cues_and_nothing_rated(document: Document) -> None:
    rated = instrument(document)
    assert (len(rated.dimensions), len(rated.statements), rated.values) == (8, 40, (0, 1, 2, 3, 4))
    assert [cue.level for cue in rated.statements[0].cues] == [0, 2, 4]
    assert not profile(document).rated
    assert standing(document).state is State.UNTOUCHED


def test_an_answer_is_kept_changed_and_taken_back(room: Room) -> None:
    ana = room.people[0]
    room.rate(12, 3)
    room.rate(12, Answer.DONT_KNOW)
    sheet = rating_sheet(room.document, ana)
    row = sheet.rows[11]
    assert (row.entry.number, row.answer, sheet.answered) == (12, Answer.DONT_KNOW, 1)
    room.rate(12, None)
    assert rating_sheet(room.document, ana).answered == 0


def test_undo_gives_back_the_same_picture(room: Room) -> None:
    room.rate(12, 3, 1, 4)
    before = profile(room.document)
    room.rate(12, 0)
    assert profile(room.document) != before
    assert said(room.document.undo()) == "Rated statement 12, Person 0"
    assert profile(room.document) == before


def test_the_same_answer_entered_twice_is_one_row(room: Room) -> None:
    room.rate(1, 2)
    room.rate(1, 2)
    assert len(room.document.rows(select(Rating.uuid))) == 1


def test_each_rating_keeps_its_way_round_and_time(room: Room) -> None:
    room.rate(1, 2)
    rate_statement(room.document, room.statement(1), room.table, 1)
    count_hands(room.document, room.statement(2), {1: 4})
    rows = room.document.rows(select(Rating.way, Rating.round, Rating.at).order_by(Rating.way))
    assert [row.way for row in rows] == ["hands", "paper", "table"]
    assert {(row.round, row.at) for row in rows} == {(1, room.document.now())}


def test_a_table_speaks_for_its_size_less_those_who_answered_themselves(room: Room) -> None:
    rate_statement(room.document, room.statement(1), room.table, 1)
    assert room.spread(1).counts == (0, 1, 0, 0, 0)
    size_table(room.document, room.table.uuid, 8)
    room.rate(1, 4, 4)
    assert room.spread(1).counts == (0, 6, 0, 0, 2)
    assert rating_sheet(room.document, room.table).size == 8


def test_hands_are_counted_and_counted_again(room: Room) -> None:
    count_hands(room.document, room.statement(5), {0: 2, 3: 6, Answer.DONT_KNOW: 1})
    count_hands(room.document, room.statement(5), {0: 1, 3: 7})
    spread = room.spread(5)
    assert (spread.counts, spread.dont_know) == ((1, 0, 0, 7, 0), 0)
    row = rating_sheet(room.document, HANDS).rows[4]
    assert (row.hands.of(3), row.hands.total, row.answered) == (7, 8, True)


def test_a_second_round_is_kept_beside_the_first(room: Room) -> None:
    room.rate(1, 1, 1)
    assert begin_round(room.document) == 2
    assert rating_sheet(room.document, room.people[0]).rows[0].before == 1
    room.rate(1, 3)
    assert room.spread(1).counts == (0, 0, 0, 1, 0)
    first = profile(room.document, up_to_round=1).statements[0].spread
    assert first.counts == (0, 2, 0, 0, 0)
    assert profile(room.document).rounds == 2


def test_the_raters_say_how_far_they_are(room: Room) -> None:
    room.rate(1, 1)
    room.rate(2, Answer.NOT_APPLICABLE)
    count_hands(room.document, room.statement(3), {2: 3, 4: 2})
    found = raters(room.document)
    assert [each.given for each in found.voices.people[:2]] == [2, 0]
    assert (found.voices.room.given, found.statements, len(found.voices.of(VoiceKind.TABLE))) == (1, 40, 1)
    assert said(found.voices.people[0].about) == "Teachers, Table 1"


@pytest.mark.parametrize(
    ("attempt", "reason"),
    [
        (lambda room: room.rate(1, 5), "5 is not a level of this assessment."),
        (lambda room: count_hands(room.document, room.statement(1), {1: -1}), "-1 hands can't be right."),
        (lambda room: size_table(room.document, room.table.uuid, 0), "A table speaks for at least one person."),
        (lambda room: rate_statement(room.document, "gone", room.people[0], 1), "This statement is no longer rated"),
        (lambda room: rating_sheet(room.document, Who(VoiceKind.PERSON, "gone")), "This person or table is no longer"),
        (lambda room: begin_round(room.document), "Round 1 has no answer yet."),
    ],
)
def test_what_cant_be_is_refused_and_nothing_changes(
    room: Room, attempt: Callable[[Room], object], reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        attempt(room)
    assert not room.document.rows(select(Rating.uuid))


# Floors


def test_a_statement_raised_to_its_floor_lifts_the_block(room: Room) -> None:
    room.rate(31, 1, 1, 1)
    low = {block.number: block for block in blocks(room.document, data_class=0, student_facing=False)}
    assert (low[31].level, low[31].needs) == (1, 2)
    room.rate(31, 3, 3, 3)
    assert 31 not in {block.number for block in blocks(room.document, data_class=0, student_facing=False)}


def test_the_floors_follow_from_data_and_from_who_uses_it(document: Document) -> None:
    def numbers(data_class: int, *, student_facing: bool) -> list[int]:
        return [each.number for each in blocks(document, data_class=data_class, student_facing=student_facing)]

    assert numbers(0, student_facing=False) == [10, 24, 31, 32]
    assert numbers(2, student_facing=False) == [10, 24, 26, 31, 32]
    assert numbers(1, student_facing=True) == [10, 13, 19, 24, 28, 31, 32, 34]


def test_a_dimension_is_below_the_floor_of_any_pilot_once_it_is_rated(room: Room) -> None:
    assert not any(line.below_floor for line in profile(room.document).dimensions)
    room.rate(31, 1)
    assert [line.entry.number for line in profile(room.document).dimensions if line.below_floor] == [7]


# What the inspector says


def test_a_split_dimension_names_who_sees_it_how_and_its_most_disputed_statement(room: Room) -> None:
    room.rate(12, 0, 0, 1, 0, 4, 3, 4, 4)
    room.rate(13, 1, 1, 1, 1, 3, 3, 3, 3)
    found = dimension_detail(room.document, room.dimension(3))
    assert found is not None
    assert said(found.inspection.text).startswith(
        "The room is split: Board near “In force”, Teachers near “Nothing yet”. Agreement"
    )
    assert [(said(each.name), each.n, each.median) for each in found.perspectives] == [
        ("Teachers", 4, 0.5),
        ("Board", 4, 3.5),
    ]
    assert found.disputed is not None
    assert (found.disputed.number, said(found.disputed.counts)) == (12, "0 three · 1 one · 3 one · 4 three")
    assert found.barrier_from is not None
    assert found.barrier_from.entry.number == 12


def test_a_small_group_is_counted_but_its_median_is_not_shown(room: Room) -> None:
    room.rate(1, 1, 1, 1, 1, 4, 4, 4)
    found = room.detail(1)
    assert [(said(each.name), each.n, each.median) for each in found.perspectives] == [
        ("Teachers", 4, 1.0),
        ("Board", 3, None),
    ]
    assert "Board" not in said(found.inspection.text)


def test_an_agreed_statement_says_where_the_middle_is(room: Room) -> None:
    room.rate(1, 3, 3, 3, 2, Answer.DONT_KNOW, Answer.NOT_APPLICABLE)
    found = room.detail(1)
    assert said(found.inspection.text) == "The middle of the room is 3.0, nearest to “In force”."
    assert said(found.counts) == "2 one · 3 three · don't know one · not applicable one"


def test_what_nobody_rated_or_could_rate_says_so(room: Room) -> None:
    assert said(room.detail(1).inspection.text) == "Nobody has rated this yet."
    room.rate(1, Answer.DONT_KNOW)
    assert said(room.detail(1).inspection.text) == "Nobody could rate this yet."
    unrated = dimension_detail(room.document, room.dimension(1))
    assert unrated is not None
    assert said(unrated.inspection.text) == "Nobody has rated this yet."
    assert dimension_detail(room.document, "gone") is None
    assert statement_detail(room.document, "gone") is None


def test_the_inspector_leads_to_the_floor_and_to_the_barrier(room: Room) -> None:
    room.rate(31, 1)
    (barrier,) = make_barrier(room.document, [room.statement(31)])
    floors, picked = room.detail(31).follows
    assert said(floors.lines[0].text) == "31: every pilot needs 2; the room is at 1"
    assert picked.lines[0].target == Target("readiness", "barriers", barrier)
    assert said(picked.lines[0].text).endswith("(no owner yet)")
    assert room.detail(31).barrier_from is None


# Barriers


def test_a_barrier_takes_its_statements_words_and_becomes_a_task(room: Room) -> None:
    (uuid,) = make_barrier(room.document, [room.statement(12)])
    row = barriers(room.document).rows[0]
    assert (row.uuid, row.number, row.owner, row.length) == (uuid, 12, "", "6 weeks")
    assert row.action == said(row.text)
    assert said(room.document.undo_label) == "Made statement 12 a barrier"


def test_a_barrier_gets_action_owner_date_and_length(room: Room) -> None:
    (uuid,) = make_barrier(room.document, [room.statement(12)], action="Meet")
    edit_barrier(room.document, uuid, action=" Meet the union ", owner="Ana", due=date(2026, 10, 12), length="2 w")
    row = barriers(room.document).rows[0]
    assert (row.action, row.owner, row.due, row.length) == ("Meet the union", "Ana", date(2026, 10, 12), "2 weeks")
    edit_barrier(room.document, uuid, due="", owner="")
    row = barriers(room.document).rows[0]
    assert (row.owner, row.due) == ("", None)


def test_a_statement_is_picked_once_and_a_barrier_needs_an_action_and_a_length(room: Room) -> None:
    (uuid,) = make_barrier(room.document, [room.statement(12)])
    before = barriers(room.document)
    with pytest.raises(Refused, match="Statement 12 is a barrier already"):
        make_barrier(room.document, [room.statement(12)])
    with pytest.raises(Refused, match="A barrier needs an action"):
        edit_barrier(room.document, uuid, action=" ")
    with pytest.raises(Refused, match="“soon” is no length"):
        edit_barrier(room.document, uuid, length="soon")
    assert barriers(room.document) == before


def test_removing_a_barrier_leaves_its_task_orphaned_and_undo_brings_both_back(room: Room) -> None:
    def tasks() -> list[tuple[str, bool]]:
        return [(said(task.name), task.orphaned) for task in merged(room.document).tasks]

    (uuid,) = make_barrier(room.document, [room.statement(12)], action="Meet the union")
    assert ("Meet the union", False) in tasks()
    remove_barrier(room.document, [uuid])
    assert barriers(room.document).rows == ()
    assert ("Meet the union", True) in tasks()
    room.document.undo()
    assert [row.uuid for row in barriers(room.document).rows] == [uuid]
    assert ("Meet the union", False) in tasks()


def test_removing_several_is_one_step(room: Room) -> None:
    made = make_barrier(room.document, [room.statement(12), room.statement(31)])
    assert said(room.document.undo_label) == "Made 2 statements barriers"
    remove_barrier(room.document, made)
    assert said(room.document.undo_label) == "Removed 2 barriers"
    with pytest.raises(Refused, match="This barrier was removed"):
        edit_barrier(room.document, made[0], owner="Ana")


# Standing


def test_the_stage_says_what_is_missing_until_barriers_have_owners(room: Room) -> None:
    def line() -> str:
        return said(standing(room.document).line)

    room.rate(1, 2)
    assert line() == "39 statements not rated"
    for number in range(2, 41):
        room.rate(number, 2)
    assert line() == "no barrier picked yet"
    (uuid,) = make_barrier(room.document, [room.statement(12)])
    assert line() == "1 barrier without owner"
    edit_barrier(room.document, uuid, owner="Ana")
    assert (line(), standing(room.document).state) == ("1 barrier, owned", State.DONE)


# In words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (10, "No pilot starts before the room is at 2 here."),
        (26, "No pilot with personal data starts before the room is at 4 here."),
        (13, "No pilot facing students starts before the room is at 3 here."),
        (1, ""),
    ],
)
def test_while_rating_the_inspector_says_what_a_floor_holds_back(room: Room, number: int, words: str) -> None:
    found = rating_inspection(room.document, room.statement(number))
    assert found is not None
    assert said(found.text) == words
    assert len(found.sections[0].lines) == 3
    assert rating_inspection(room.document, "gone") is None


@pytest.mark.parametrize(
    ("number", "answer", "words"),
    [
        (13, 1, "13: pilots facing students need 3; the room is at 1"),
        (26, 3, "26: pilots with personal data need 4; the room is at 3"),
    ],
)
def test_a_floor_says_which_pilots_it_holds_back(room: Room, number: int, answer: int, words: str) -> None:
    room.rate(number, answer)
    assert [said(line.text) for line in room.detail(number).follows[0].lines] == [words]


def test_the_picture_says_in_a_sentence_what_it_shows(room: Room) -> None:
    assert said(profile_sentence(profile(room.document))) == "Nobody has rated anything yet."
    room.rate(1, 3, 3, 3, 3)
    room.rate(12, 0, 0, 4, 4)
    picture = profile(room.document)
    assert said(profile_sentence(picture)) == (
        "Readiness by dimension: lowest Voice, concerns and trust with a median of 2.0, "
        "highest Leadership and vision with 3.0. The room is split on Voice, concerns and trust."
    )
    assert said(dimension_sentence(picture.dimensions[2])) == (
        "Voice, concerns and trust, People: median 2.0, half between 0.0 and 4.0, 4 answers, room is split"
    )
    assert said(statement_sentence(picture.statements[1])) == "2. One named leader answers for AI.: not rated yet"
