"""Two hands on one file: the second reads, knows who has it, and takes over what a crash left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.language import Language, message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store import lease, process
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.lease import Held, Lease, holder_of, lock_of
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.store.trouble import FileTrouble

NOON = datetime(2026, 11, 24, 12, 0)


def clock() -> datetime:
    return NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "maple.roadmap"
    Document.create(path, [Workshop(district="Maple")], clock).close()
    return path


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    document = Document.open(path, clock)
    yield document
    document.close()


def locked_by(path: Path, *, quiet: timedelta = timedelta(), **said: object) -> Path:
    """A lock as another program left it beside the file."""
    content: dict[str, object] = {
        "machine": "LAPTOP-7",
        "name": "Maria",
        "machine_id": "another",
        "process": 4711,
        "began": "x",
        "since": "2026-11-24T09:05:00",
    }
    lock = lock_of(path)
    lock.write_text(json.dumps(content | said))
    then = time.time() - quiet.total_seconds()
    for each in (lock, path):
        os.utime(each, (then, then))
    return lock


def said(restriction: Restriction | None) -> str:
    return Language("en").say(restriction and restriction.what).replace("\u202f", " ")


def add_school(document: Document, name: str) -> None:
    with document.change(message("Added {name}", name=name)) as session:
        session.add(School(name=name))


def test_a_closed_workshop_leaves_no_lock(document: Document) -> None:
    assert lock_of(document.path).exists()
    document.close()
    assert [each.name for each in document.path.parent.iterdir()] == ["maple.roadmap"]


def test_the_second_window_reads_and_says_since_when(document: Document) -> None:
    second = Document.open(document.path, clock)
    assert second.restriction is not None
    assert second.restriction.why is Why.HELD
    assert said(second.restriction) == "This workshop has been open in another window since 12:00 PM."
    with pytest.raises(FileTrouble, match="another window"):
        add_school(second, "Oak")
    second.close()
    add_school(document, "Elm")
    assert lock_of(document.path).exists()


def test_another_process_is_told_who_has_it(document: Document) -> None:
    program = "import sys; from pathlib import Path; from roadmap_desktop.store.document import Document\n"
    program += "print(Document.open(Path(sys.argv[1])).restriction.why.value)"
    call = [sys.executable, "-c", program, str(document.path)]
    assert subprocess.run(call, capture_output=True, text=True, check=True).stdout == "held\n"


def test_another_machine_s_name_and_time_are_told(path: Path) -> None:
    locked_by(path)
    document = Document.open(path, clock)
    assert said(document.restriction) == "Maria on LAPTOP-7 has had this file open since 9:05 AM."
    document.close()
    assert lock_of(path).exists()


def test_a_lock_of_an_earlier_day_tells_the_day(path: Path) -> None:
    locked_by(path, since="2026-11-20T09:05:00")
    document = Document.open(path, clock)
    assert said(document.restriction).endswith("since Nov 20, 9:05 AM.")
    document.close()


def test_the_lock_of_a_process_that_is_gone_is_taken_over_without_a_word(path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    locked_by(path, machine_id=process.machine(), process=gone.pid, began="x")
    document = Document.open(path, clock)
    assert document.restriction is None
    assert json.loads(lock_of(path).read_text())["process"] == os.getpid()
    document.close()


def test_a_number_that_another_process_has_by_now_is_not_taken_for_the_one_that_is_gone(path: Path) -> None:
    locked_by(path, machine_id=process.machine(), process=os.getpid(), began="an earlier one")
    document = Document.open(path, clock)
    assert document.restriction is None
    document.close()


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"machine": 3}', b"\xff\xfe", b"[" * 5000])
def test_a_lock_that_can_t_be_read_is_somebody_s(path: Path, content: bytes) -> None:
    lock_of(path).write_bytes(content)
    document = Document.open(path, clock)
    assert document.restriction is not None
    assert said(document.restriction).startswith("Somebody else has had this file open since")
    document.close()
    assert lock_of(path).read_bytes() == content


def test_taking_over_is_offered_only_for_another_machine_s_lock_that_was_quiet_for_long(path: Path) -> None:
    offers = []
    for quiet, machine in ((timedelta(minutes=11), "another"), (timedelta(minutes=1), "another")):
        locked_by(path, quiet=quiet, machine_id=machine)
        document = Document.open(path, clock)
        assert document.restriction is not None
        offers.append(document.restriction.may_take_over)
        document.close()
    assert offers == [True, False]


def test_what_is_taken_over_can_be_changed(path: Path) -> None:
    locked_by(path, quiet=timedelta(hours=2))
    document = Document.open(path, clock)
    document.take_over()
    add_school(document, "Oak")
    assert document.restriction is None
    document.close()
    assert not lock_of(path).exists()


def test_a_lock_that_changed_hands_meanwhile_is_not_taken(path: Path) -> None:
    locked_by(path, quiet=timedelta(hours=2))
    document = Document.open(path, clock)
    lock_of(path).unlink()
    locked_by(path, name="Ben")
    with pytest.raises(FileTrouble, match="Ben on LAPTOP-7"):
        document.take_over()
    assert document.read_only
    document.close()
    assert json.loads(lock_of(path).read_text())["name"] == "Ben"


def test_the_window_whose_lock_was_taken_changes_nothing_more(document: Document) -> None:
    lock_of(document.path).unlink()
    locked_by(document.path)
    with pytest.raises(FileTrouble, match="Maria on LAPTOP-7"):
        add_school(document, "Oak")
    assert document.rows(select(School.name)) == []
    document.close()
    assert lock_of(document.path).exists()


def test_a_lock_that_somebody_removed_is_made_again(document: Document) -> None:
    lock_of(document.path).unlink()
    add_school(document, "Oak")
    assert lock_of(document.path).exists()


def test_of_two_who_find_the_same_old_lock_one_gets_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked_by(path, machine_id=process.machine(), process=0, began="x")
    set_aside, others = lease._set_aside, []

    def quicker(place: Path, expected: bytes) -> None:
        """The other one has taken the lock over just before we set the old one aside."""
        monkeypatch.setattr(lease, "_set_aside", set_aside)
        place.unlink()
        others.append(Lease.take(path, NOON))
        set_aside(place, expected)

    monkeypatch.setattr(lease, "_set_aside", quicker)
    with pytest.raises(Held):
        Lease.take(path, NOON + timedelta(seconds=1))
    assert others[0].taken_by() is None


def test_a_place_where_no_lock_can_be_made_is_for_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("roadmap_desktop.store.lease.os.open", refuse)
    document = Document.open(path, clock)
    assert document.restriction == Restriction(Why.PLACE)
    document.close()


def test_reading_takes_no_lock_and_needs_none(path: Path) -> None:
    locked_by(path)
    reader = Document.open(path, clock, read_only=True)
    assert reader.restriction == Restriction(Why.ASKED)
    reader.close()
    lock_of(path).unlink()
    Document.open(path, clock, read_only=True)
    assert holder_of(path) is None


def test_a_new_workshop_never_replaces_one_that_somebody_has_open(document: Document) -> None:
    with pytest.raises(FileTrouble, match="another window"):
        Document.create(document.path, [Workshop(district="New")], clock)
    assert document.rows(select(Workshop.district)) == [("Maple",)]


def test_a_process_that_lives_has_one_birth_and_one_that_is_gone_has_none() -> None:
    assert process.birth(os.getpid()) == process.birth(os.getpid()) != process.birth(1)
    assert process.birth(2**22 + 1) is None
    assert process.birth(0) is None
