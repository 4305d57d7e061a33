"""Packets on the command line: given out by name or to all, taken in once, refused in words."""

import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.commands.packets import put_packets, take
from roadmap_desktop.exchange.packet import read_packet, write_packet
from roadmap_desktop.exchange.packet_files import file_name
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from tests.packets import BEN, Laptop, a_room

ROOT = Path(__file__).parents[2]
ENGLISH = Language("en")


@pytest.fixture
def room(tmp_path: Path) -> Document:
    return a_room(tmp_path)


def test_export_gives_out_one_file_for_each_table_person_and_school(room: Document, tmp_path: Path) -> None:
    room.close()
    call = [
        sys.executable,
        "-m",
        "roadmap_desktop",
        "export",
        room.path,
        "--to",
        tmp_path / "stick",
        "--what",
        "packets",
    ]
    done = subprocess.run([*map(str, call)], capture_output=True, text=True, cwd=ROOT, check=True)
    names = ["ana-ruiz", "ben-okafor", "eva-lindqvist", "pine-school", "table-1", "table-2"]
    assert sorted(path.stem for path in (tmp_path / "stick").iterdir()) == names
    assert sorted(Path(line).stem for line in done.stdout.splitlines()) == names


def test_a_second_packet_never_replaces_the_first(room: Document, tmp_path: Path) -> None:
    for _ in range(2):
        put_packets(room, tmp_path / "stick", [BEN], ENGLISH)
    room.close()
    assert sorted(path.stem for path in (tmp_path / "stick").iterdir()) == ["ben-okafor", "ben-okafor-2"]


def test_a_packet_goes_out_comes_back_and_is_taken_once(
    room: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_packets(room, tmp_path / "stick", [BEN], ENGLISH)
    path = tmp_path / "stick" / "ben-okafor.roadmap-packet"
    laptop = Laptop(tmp_path, read_packet(path))
    laptop.hand.rate(1, 3)
    write_packet(laptop.close(), path)
    take(room, path, ENGLISH)
    take(room, path, ENGLISH)
    said = capsys.readouterr().out
    assert "Took in the packet of Ben Okafor: 1 answer." in said
    assert "already taken in" in said
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(FileTrouble, match="cut off"):
        take(room, path, ENGLISH)
    room.close()


def test_who_is_unknown_is_refused_by_name(room: Document, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Nobody here is called Zoe"):
        put_packets(room, tmp_path / "stick", ["Zoe"], ENGLISH)
    room.close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Table 1", "table-1"),
        ("José  Núñez-Ortiz", "jose-nunez-ortiz"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "packet-con"),
        ("李明", "packet"),
        ("x" * 300, "x" * 60),
    ],
)
def test_the_name_of_a_file_is_safe_on_any_laptop(name: str, expected: str) -> None:
    assert file_name(name) == expected
