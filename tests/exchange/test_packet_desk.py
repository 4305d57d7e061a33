"""A packet on another laptop: answers reach the stick, or are there again the next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_desktop.exchange.packet import read_packet, write_packet
from roadmap_desktop.exchange.packet_desk import PacketDesk
from roadmap_desktop.store.trouble import FileTrouble
from tests.packets import BEN, Hand, Laptop, a_room, packet_of


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Ben's packet on a stick."""
    room = a_room(tmp_path)
    (tmp_path / "stick").mkdir()
    path = tmp_path / "stick" / "ben.roadmap-packet"
    write_packet(packet_of(room, BEN), path)
    room.close()
    return path


def hand(desk: PacketDesk) -> Hand:
    return Hand(desk.document, desk.packet.questions.recipient)


def values(path: Path) -> list[object]:
    return [each.value for each in read_packet(path).answers]


def test_answers_reach_the_packet_and_nothing_stays_on_the_laptop(stick: Path) -> None:
    desk = PacketDesk.open(stick)
    hand(desk).rate(1, 3)
    assert not desk.is_saved
    desk.save()
    assert desk.is_saved
    kept = desk.document.path
    desk.close()
    assert values(stick) == [3]
    assert list(kept.parent.iterdir()) == []


def test_answers_that_did_not_reach_the_stick_are_there_again(stick: Path) -> None:
    desk = PacketDesk.open(stick)
    hand(desk).rate(1, 3)
    desk.close()
    assert values(stick) == []
    desk = PacketDesk.open(stick)
    assert not desk.is_saved
    desk.save()
    desk.close()
    assert values(stick) == [3]


def test_a_stick_that_was_pulled_out_is_told_and_a_copy_can_be_saved_elsewhere(stick: Path, tmp_path: Path) -> None:
    desk = PacketDesk.open(stick)
    hand(desk).rate(1, 3)
    stick.unlink()
    stick.parent.rmdir()
    with pytest.raises(FileTrouble, match="can't be written here"):
        desk.save()
    desk.save(tmp_path / "copy.roadmap-packet")
    desk.close()
    assert values(tmp_path / "copy.roadmap-packet") == [3]


def test_what_was_answered_on_the_stick_meanwhile_is_not_overwritten(stick: Path, tmp_path: Path) -> None:
    elsewhere = Laptop(tmp_path, read_packet(stick))
    elsewhere.hand.rate(2, 0)
    desk = PacketDesk.open(stick)
    hand(desk).rate(1, 3)
    hand(desk).rate(2, 4)
    desk.close()
    write_packet(elsewhere.close(), stick)
    again = PacketDesk.open(stick)
    assert sorted(each.value for each in again.packet.answers) == [0, 3]
    again.close()
