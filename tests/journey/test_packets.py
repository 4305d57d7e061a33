"""Packets as a facilitator relies on them: what goes out, that each answer comes back once, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from roadmap_desktop.journey.packet import Asked, Kind, Packet
from roadmap_desktop.journey.packet_making import recipients
from roadmap_desktop.journey.packet_words import difference_words, summary
from roadmap_desktop.journey.packets import Outcome, take_packet
from roadmap_desktop.journey.prepare.people import remove_participants
from roadmap_desktop.journey.readiness.rating import begin_round, size_table
from roadmap_desktop.journey.scaling.schools import set_pace
from roadmap_desktop.journey.show import envelope
from roadmap_desktop.language import Language
from roadmap_desktop.model.packets import TakenPacket
from roadmap_desktop.model.people import School
from roadmap_desktop.model.readiness import Instrument, Rating, Statement
from roadmap_desktop.model.usecases import Score, UseCase
from roadmap_desktop.rules.readiness import Answer
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from tests.packets import ANA, BEN, NOON, Hand, Laptop, a_room, packet_of, recipient

ENGLISH = Language("en")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Document]:
    made = a_room(tmp_path)
    yield made
    made.close()


def filled(room: Document, folder: Path, name: str, *deeds: Callable[[Hand], object]) -> Packet:
    """A packet made now and filled in elsewhere."""
    laptop = Laptop(folder, packet_of(room, name))
    for deed in deeds:
        deed(laptop.hand)
    return laptop.close()


def again(folder: Path, packet: Packet, *deeds: Callable[[Hand], object]) -> Packet:
    """The packet filled in further on a laptop."""
    laptop = Laptop(folder, packet)
    for deed in deeds:
        deed(laptop.hand)
    return laptop.close()


def levels(room: Document) -> list[int | None]:
    return [row.level for row in room.rows(select(Rating.level).join(Statement).order_by(Statement.number))]


# Giving out


def test_a_packet_asks_a_person_to_rate_to_score_and_a_principal_for_the_pace(room: Document) -> None:
    asked = [each.asked for each in packet_of(room, ANA).questions.asked()]
    assert asked.count(Asked.RATING) == 40
    assert asked.count(Asked.SCORE) == 2 * len(packet_of(room, ANA).questions.criteria)
    assert asked.count(Asked.PACE) == 1
    assert Asked.PACE not in [each.asked for each in packet_of(room, BEN).questions.asked()]


def test_a_school_whose_leader_is_in_the_room_needs_no_packet_of_its_own(room: Document) -> None:
    assert [each.name for each in recipients(room).schools] == ["Pine School"]
    assert [each.asked for each in packet_of(room, "Pine School").questions.asked()] == [Asked.PACE]


def test_a_packet_begins_with_what_its_recipient_has_answered_already(room: Document) -> None:
    Hand(room, recipient(room, BEN)).rate(3, 2)
    Hand(room, recipient(room, ANA)).rate(3, 4)
    assert [each.value for each in packet_of(room, BEN).answers] == [2]


# Taking in

DEEDS = st.lists(
    st.one_of(
        st.tuples(
            st.just("rate"),
            st.integers(1, 40),
            st.sampled_from([0, 1, 4, Answer.DONT_KNOW, Answer.NOT_APPLICABLE, None]),
        ),
        st.tuples(st.just("score"), st.integers(0, 1), st.sampled_from([1, 3, 5, None])),
    ),
    max_size=6,
)


def do(hand: Hand, deeds: list[tuple[str, int, object]], size: int = 1) -> None:
    for what, number, value in deeds:
        if what == "rate":
            hand.rate(number, value, size)  # type: ignore[arg-type]
        else:
            hand.score(number, 1, value)  # type: ignore[arg-type]
    if hand.who.kind is Kind.TABLE:
        size_table(hand.document, hand.who.uuid, size)


@pytest.fixture(scope="module")
def a_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = a_room(tmp_path_factory.mktemp("room"))
    made.close()
    return made.path


@settings(max_examples=6, phases=(Phase.explicit, Phase.generate))
@given(before=DEEDS, deeds=DEEDS, name=st.sampled_from(["Table 1", BEN]), size=st.sampled_from([1, 5]))
def test_what_comes_back_in_a_packet_is_as_if_it_was_typed_in(
    a_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, int, object]],
    deeds: list[tuple[str, int, object]],
    name: str,
    size: int,
) -> None:
    folder = tmp_path_factory.mktemp("law")
    room = Document.open(Path(shutil.copy(a_file, folder)), lambda: NOON)
    do(Hand(room, recipient(room, name)), before)
    copy = Document.open(Path(shutil.copy(room.path, folder / "copy.roadmap")), lambda: NOON)
    take_packet(room, filled(room, folder, name, lambda hand: do(hand, deeds, size)))
    do(Hand(copy, recipient(copy, name)), deeds, size)
    facts = [
        (each.rows(select(*Rating.__table__.columns)), each.rows(select(*Score.__table__.columns)))
        for each in (room, copy)
    ]
    shown = [envelope(each, ("readiness", "usecases"), ENGLISH) for each in (room, copy)]
    room.close()
    copy.close()
    assert sorted(facts[0][0]) == sorted(facts[1][0])
    assert sorted(facts[0][1]) == sorted(facts[1][1])
    assert shown[0] == shown[1]


def test_taking_in_is_one_move_that_can_be_undone_and_made_again(room: Document, tmp_path: Path) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3), lambda hand: hand.rate(2, 4))
    assert (take_packet(room, packet).answers, levels(room)) == (2, [3, 4])
    assert ENGLISH.say(room.undo()) == "Took in the packet of Ben Okafor"
    assert levels(room) == []
    room.redo()
    assert levels(room) == [3, 4]


def test_a_packet_that_is_taken_twice_changes_nothing_and_says_when_it_was_taken(
    room: Document, tmp_path: Path
) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    take_packet(room, packet)
    Hand(room, recipient(room, BEN)).rate(1, 0)
    found = take_packet(room, packet)
    assert (found.outcome, found.before, levels(room)) == (Outcome.ALREADY, NOON, [0])
    assert ENGLISH.say(summary(found)).replace("\u202f", " ") == (
        "The packet of Ben Okafor was already taken in at 12:00 PM. Nothing was changed."
    )


def test_a_packet_whose_taking_was_undone_can_be_taken_again(room: Document, tmp_path: Path) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    take_packet(room, packet)
    room.undo()
    assert take_packet(room, packet).outcome is Outcome.TAKEN


def test_a_packet_in_which_nothing_was_answered_is_not_taken(room: Document) -> None:
    found = take_packet(room, packet_of(room, BEN))
    assert (found.outcome, room.rows(select(TakenPacket.uuid))) == (Outcome.EMPTY, [])
    assert "no new answer" in ENGLISH.say(summary(found))


def test_a_packet_filled_in_further_updates_what_was_taken_from_it(room: Document, tmp_path: Path) -> None:
    first = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3), lambda hand: hand.rate(2, 1))
    take_packet(room, first)
    second = again(tmp_path, first, lambda hand: hand.rate(1, 4), lambda hand: hand.rate(2, None))
    found = take_packet(room, second)
    assert (found.outcome, found.answers, found.differences, levels(room)) == (Outcome.TAKEN, 2, (), [4])
    assert take_packet(room, first).outcome is Outcome.OLDER
    assert levels(room) == [4]


def test_what_was_answered_here_meanwhile_stays_and_is_listed(room: Document, tmp_path: Path) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3), lambda hand: hand.rate(2, 4))
    Hand(room, recipient(room, BEN)).rate(1, 0)
    found = take_packet(room, packet)
    (difference,) = found.differences
    assert (difference.here, difference.there, levels(room)) == (0, 3, [0, 4])
    line = ENGLISH.say(difference_words(room, difference))
    assert line == "Statement 1: here 0, in the packet 3"


def test_two_fillings_of_one_packet_are_both_kept_or_listed(room: Document, tmp_path: Path) -> None:
    made = packet_of(room, BEN)
    one = again(tmp_path, made, lambda hand: hand.rate(1, 3))
    other = again(tmp_path, made, lambda hand: hand.rate(1, 4), lambda hand: hand.rate(2, 2))
    take_packet(room, one)
    found = take_packet(room, other)
    assert ([each.there for each in found.differences], levels(room)) == ([4], [3, 2])


def test_answers_of_an_earlier_round_stay_in_their_round(room: Document, tmp_path: Path) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    Hand(room, recipient(room, BEN)).rate(5, 1)
    begin_round(room)
    take_packet(room, packet)
    assert room.rows(select(Rating.round).join(Statement).where(Statement.number == 1))[0].round == 1


def test_a_packet_taken_in_a_copy_of_the_workshop_is_known_there(room: Document, tmp_path: Path) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    copy = Document.open(Path(shutil.copy(room.path, tmp_path / "copy.roadmap")))
    assert take_packet(copy, packet).outcome is Outcome.TAKEN
    assert take_packet(copy, packet).outcome is Outcome.ALREADY
    copy.close()


def test_a_principal_says_the_pace_of_her_school(room: Document, tmp_path: Path) -> None:
    packet = packet_of(room, "Pine School")
    laptop = Laptop(tmp_path, packet)
    set_pace(laptop.document, packet.questions.schools[0].uuid, "ready")
    take_packet(room, laptop.close())
    assert room.rows(select(School.pace).where(School.name == "Pine School"))[0].pace == "ready"


def test_what_nobody_asks_any_more_is_left_out_and_counted(room: Document, tmp_path: Path) -> None:
    deeds = (lambda hand: hand.rate(1, 3), lambda hand: hand.rate(2, 4), lambda hand: hand.score(0, 0, 5))
    packet = filled(room, tmp_path, BEN, *deeds)
    with room.change("Left out") as session:
        session.execute(update(Statement).where(Statement.number == 1).values(left_out=True))
        session.execute(delete(UseCase))
    found = take_packet(room, packet)
    assert (found.answers, found.no_longer_asked, levels(room)) == (1, 2, [4])


def test_a_packet_given_out_before_another_instrument_came_into_use_is_taken(room: Document, tmp_path: Path) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    with room.change("Another instrument") as session:
        session.execute(update(Instrument).values(in_use=False))
        session.add(Instrument(key="own", name="Ours"))
    assert (take_packet(room, packet).answers, levels(room)) == (1, [3])
    assert {each.asked for each in packet_of(room, BEN).questions.asked()} == {Asked.SCORE}


# Refused


def test_a_packet_of_another_workshop_is_refused(room: Document, tmp_path: Path) -> None:
    other = a_room(tmp_path, "other")
    packet = filled(other, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    other.close()
    with pytest.raises(FileTrouble, match="another workshop"):
        take_packet(room, packet)


@pytest.mark.parametrize("part", ["statements", "recipient", "round", "given"])
def test_questions_that_were_changed_are_refused(room: Document, tmp_path: Path, part: str) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    asked = packet.questions
    changed = {
        "statements": replace(asked, statements=(replace(asked.statements[0], text="Other"), *asked.statements[1:])),
        "recipient": replace(asked, recipient=recipient(room, ANA)),
        "round": replace(asked, round=2),
        "given": replace(asked, given=packet.answers),
    }[part]
    with pytest.raises(FileTrouble, match="not the ones that this workshop gave out"):
        take_packet(room, replace(packet, questions=changed))
    assert levels(room) == []


def test_a_packet_of_somebody_who_was_removed_is_refused(room: Document, tmp_path: Path) -> None:
    packet = filled(room, tmp_path, BEN, lambda hand: hand.rate(1, 3))
    remove_participants(room, [recipient(room, BEN).uuid])
    with pytest.raises(FileTrouble, match="no longer in this workshop"):
        take_packet(room, packet)
