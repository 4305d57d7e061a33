"""The file of a packet: what it never holds, and that nothing but a whole and unchanged packet is ever read."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange import packet as packets
from roadmap_desktop.exchange.packet import is_packet, read_packet, write_packet
from roadmap_desktop.journey.packet import Packet, canonical
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.workshop import ParkedItem
from roadmap_desktop.store.trouble import FileTrouble
from tests.packets import ANA, BEN, EVA, NOTE, Hand, Laptop, a_room, packet_of, recipient


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Packet:
    """Ben's packet, filled in."""
    folder = tmp_path_factory.mktemp("room")
    room = a_room(folder)
    laptop = Laptop(folder, packet_of(room, BEN))
    laptop.hand.rate(1, 3)
    laptop.hand.score(0, 0, 5)
    room.close()
    return laptop.close()


@pytest.fixture(scope="module")
def content(packet: Packet, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(packet, tmp_path_factory.mktemp("packet")).read_bytes()


def written(packet: Packet, folder: Path) -> Path:
    path = folder / f"ben{packets.SUFFIX}"
    write_packet(packet, path)
    return path


def refused(content: bytes, path: Path) -> FileTrouble:
    """The refusal of such a file, which is left as it is."""
    path.write_bytes(content)
    with pytest.raises(FileTrouble) as caught:
        read_packet(path)
    assert path.read_bytes() == content
    assert caught.value.safe
    assert caught.value.remedy
    return caught.value


def forged(content: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """A packet changed by somebody who sums it up again."""
    found = json.loads(content)
    change(found)
    found.pop("sum")
    return json.dumps({**found, "sum": sha256(canonical(found)).hexdigest()}).encode()


def test_a_packet_is_read_as_it_was_written_and_leaves_nothing_beside_it(packet: Packet, tmp_path: Path) -> None:
    path = written(packet, tmp_path)
    assert read_packet(path) == packet
    assert list(tmp_path.iterdir()) == [path]


def test_a_packet_holds_nobody_elses_name_answers_or_notes(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    Hand(room, recipient(room, ANA)).rate(1, 4)
    Hand(room, recipient(room, "Table 1")).score(0, 0, 2)
    Hand(room, recipient(room, BEN)).rate(1, 1)
    with room.change("Notes") as session:
        session.query(Rating).update({"note": NOTE})
        session.add(ParkedItem(text=NOTE))
    text = written(packet_of(room, BEN), tmp_path).read_text()
    assert BEN in text
    others = [recipient(room, name).uuid for name in (ANA, EVA, "Table 1", "Table 2", "Pine School")]
    room.close()
    for secret in (ANA, EVA, NOTE, "Table 1", "Table 2", "Oak School", "Pine School", *others):
        assert secret not in text
    assert [each["value"] for each in json.loads(text)["answers"]] == [1]


def test_a_packet_is_known_by_its_name_or_by_how_it_begins(packet: Packet, tmp_path: Path) -> None:
    path = written(packet, tmp_path)
    assert is_packet(path)
    assert is_packet(path.rename(tmp_path / "renamed.txt"))
    assert is_packet(tmp_path / "GONE.ROADMAP-PACKET")
    assert not is_packet(a_room(tmp_path).path)
    assert not is_packet(tmp_path / "gone")


@given(data=st.data())
def test_a_packet_cut_off_anywhere_is_refused(
    content: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    end = data.draw(st.integers(0, len(content) - 1))
    path = tmp_path_factory.mktemp("cut") / "cut.roadmap-packet"
    assert "cut off" in str(refused(content[:end], path))


@given(data=st.data())
def test_a_packet_with_flipped_bits_is_refused_or_says_the_same(
    packet: Packet, content: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    changed = bytearray(content)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=3)):
        changed[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path_factory.mktemp("flipped") / "flipped.roadmap-packet"
    path.write_bytes(bytes(changed))
    with suppress(FileTrouble):
        assert read_packet(path) == packet  # a space became another white space


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, each in list(inside)[:4] for place in places(each, (*at, key)))]


@given(data=st.data(), value=JSON)
def test_a_packet_whose_content_was_replaced_and_summed_up_again_never_ends_in_an_error(
    content: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, value: Any
) -> None:
    found = json.loads(content)
    *way, last = data.draw(st.sampled_from(places(found)[1:]))
    inside = found
    for key in way:
        inside = inside[key]
    inside[last] = value
    path = tmp_path_factory.mktemp("forged") / "forged.roadmap-packet"
    with suppress(UnicodeEncodeError):  # half a sign can't even be summed up
        path.write_bytes(forged(json.dumps(found).encode(), lambda _: None))
    with suppress(FileTrouble):
        read_packet(path)


def _answer(**change: Any) -> Callable[[dict[str, Any]], object]:
    return lambda found: found["answers"][0].update(change)


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found["answers"].append(found["answers"][0]),
        _answer(value=9),
        _answer(value=True),
        _answer(value="level"),
        _answer(value=3.0),
        _answer(question={"asked": "rating", "of": "someone else's", "on": ""}),
        _answer(question={"asked": "wish", "of": "", "on": ""}),
        lambda found: found["questions"]["statements"][0].update(dimension=-1),
        lambda found: found["questions"]["statements"][0].update(uuid="1"),
        lambda found: found["questions"]["statements"].append(found["questions"]["statements"][0]),
        lambda found: found["questions"]["recipient"].update(name="x" * 9_000),
        lambda found: found["questions"]["recipient"].update(name="Ben\x00"),
        lambda found: found["questions"].update(round=10**20),
        lambda found: found["questions"].update(made_at="2026-08-03T12:00+02:00"),
        lambda found: found["questions"].update(levels=[]),
        lambda found: found["questions"].update(wish=1),
        lambda found: found["questions"].pop("district"),
        lambda found: found.update(answers={}),
        lambda found: found.update(version="1"),
        lambda found: found.update(wish=1),
    ],
)
def test_parts_that_do_not_belong_together_are_refused(
    content: bytes, tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    assert "changed on its way" in str(refused(forged(content, change), tmp_path / "x.roadmap-packet"))


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "roadmap-desktop packet", "version": NaN}',
        '{"kind": "roadmap-desktop packet", "version": 1e999}',
        '{"kind": "roadmap-desktop packet", "version": ' + "9" * 5_000 + "}",
        '{"kind": "roadmap-desktop packet", "version": 1, "version": 1}',
        '{"kind": "roadmap-desktop packet", "answers": ' + "[" * 900 + "]" * 900 + "}",
        '{"kind": "roadmap-desktop packet", "answers": ' + "[" * 200_000,
        '{"kind": "roadmap-desktop packet", "seal": "\\ud800"}',
        '{"kind": "roadmap-desktop packet"} []',
    ],
)
def test_numbers_keys_and_nestings_beyond_all_bounds_are_refused(tmp_path: Path, text: str) -> None:
    assert "cut off" in str(refused(text.encode(), tmp_path / "x.roadmap-packet"))


def test_what_is_no_packet_too_large_newer_or_gone_is_named_so(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.roadmap-packet"
    assert "not a packet" in str(refused(b"SQLite format 3\x00", path))
    assert "too large" in str(refused(content + b" " * packets.MOST_BYTES, path))
    assert "newer version" in str(refused(forged(content, lambda found: found.update(version=2)), path))
    path.unlink()
    with pytest.raises(FileTrouble, match="can't be read"):
        read_packet(path)


def test_a_place_that_can_not_be_written_is_told_and_the_packet_there_stays(packet: Packet, tmp_path: Path) -> None:
    path = written(packet, tmp_path)
    before = path.read_bytes()
    (tmp_path / f".{path.name}.new").mkdir()  # stands in the way, whoever runs the tests
    with pytest.raises(FileTrouble, match="can't be written here"):
        write_packet(packet.filled(()), path)
    assert path.read_bytes() == before
