"""Packets through merge: taken into the result, once, whatever the copies have taken already."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from sqlalchemy import select

from roadmap_desktop.exchange.packet import write_packet
from roadmap_desktop.journey.packets import take_packet
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.store.document import Document
from tests.packets import BEN, Laptop, a_room, packet_of

ROOT = Path(__file__).parents[2]


def merged(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "roadmap_desktop", "merge", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, cwd=ROOT, check=True)


def test_a_packet_taken_in_both_copies_is_no_difference_and_is_not_taken_again(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    laptop = Laptop(tmp_path, packet_of(room, BEN))
    laptop.hand.rate(1, 3)
    packet = laptop.close()
    stick = tmp_path / "ben.roadmap-packet"
    write_packet(packet, stick)
    copy = Document.open(Path(shutil.copy(room.path, tmp_path / "copy.roadmap")))  # its clock is another one
    take_packet(room, packet)
    take_packet(copy, packet)
    room.close()
    copy.close()
    done = merged(room.path, copy.path, stick, "--to", tmp_path / "all.roadmap", "--json")
    assert json.loads(done.stdout)["conflicts"] == []
    assert "already taken in" in done.stderr
    result = Document.open(tmp_path / "all.roadmap")
    assert [row.level for row in result.rows(select(Rating.level))] == [3]
    result.close()
