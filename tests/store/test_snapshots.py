"""Earlier copies: whole, checked, away from the workshop, and thinned with age."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmap_desktop.language import Language, message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store import copying
from roadmap_desktop.store import snapshots as store
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, copies_folder, keep, keep_file, snapshots, snapshots_of_file, sound
from roadmap_desktop.store.trouble import FileTrouble

NOON = datetime(2026, 8, 12, 12, 0)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def document(tmp_path: Path, clock: Clock) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.roadmap", [Workshop(district="Cedar Valley")], clock)
    yield made
    made.close()


def add_school(document: Document, name: str) -> None:
    with document.change(message("Added {name}", name=name)) as session:
        session.add(School(name=name))


def schools_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM school ORDER BY name")]


def test_a_copy_holds_what_was_in_the_file_and_says_when_and_why(document: Document) -> None:
    add_school(document, "Oak Ridge")
    kept = keep(document, Reason.MERGING)
    assert kept is not None
    assert (kept.taken_at, kept.reason, kept.size) == (NOON, Reason.MERGING, kept.path.stat().st_size)
    assert schools_in(kept.path) == ["Oak Ridge"]


def test_a_copy_opens_as_a_workshop(document: Document) -> None:
    kept = keep(document, Reason.WORKING)
    assert kept is not None
    Document.open(kept.path, read_only=True).close()
    assert sound(kept)


def test_copies_are_listed_newest_first(document: Document, clock: Clock) -> None:
    for minutes in range(3):
        clock.now = NOON + timedelta(minutes=minutes)
        add_school(document, f"School {minutes}")
        keep(document, Reason.WORKING)
    taken = [each.taken_at for each in snapshots(document.workshop_uuid)]
    assert taken == [NOON + timedelta(minutes=minutes) for minutes in (2, 1, 0)]


def test_what_the_newest_copy_holds_is_not_copied_again(document: Document, clock: Clock) -> None:
    first = keep(document, Reason.OPENING)
    clock.now += timedelta(hours=1)
    assert keep(document, Reason.WORKING) == first
    assert len(snapshots(document.workshop_uuid)) == 1


def test_before_migrating_there_is_always_a_copy_of_its_own(document: Document, clock: Clock) -> None:
    keep(document, Reason.OPENING)
    kept = keep_file(document.path, Reason.MIGRATING, NOON + timedelta(hours=1))
    assert kept.reason is Reason.MIGRATING
    assert len(snapshots(document.workshop_uuid)) == 2


def test_copies_are_kept_away_from_the_workshop(document: Document) -> None:
    kept = keep(document, Reason.OPENING)
    assert kept is not None
    assert kept.path.is_relative_to(copies_folder())
    assert sorted(each.name for each in document.path.parent.iterdir()) == [".~lock.a.roadmap#", "a.roadmap"]


def test_nothing_but_whole_copies_is_left_in_the_folder(document: Document) -> None:
    kept = keep(document, Reason.OPENING)
    assert kept is not None
    there = sorted(each.name for each in copies_folder().rglob("*"))
    assert there == sorted([kept.path.parent.name, kept.path.name, "files.json"])


def test_a_damaged_file_is_told_and_leaves_no_copy(document: Document) -> None:
    with document.path.open("r+b") as file:
        file.seek(8192)
        file.write(bytes([0xFF]) * 8192)
    with pytest.raises(FileTrouble):
        keep_file(document.path, Reason.OPENING, NOON)
    assert list(copies_folder().rglob("*.roadmap")) == []


@pytest.mark.parametrize(
    "name", ["notes.txt", "x_20260101T000000.000000_opening.roadmap", "{uuid}_2026_opening.roadmap"]
)
def test_what_is_no_copy_is_passed_over(document: Document, name: str) -> None:
    kept = keep(document, Reason.OPENING)
    assert kept is not None
    (kept.path.parent / name.format(uuid=document.workshop_uuid)).write_text("hello")
    assert snapshots(document.workshop_uuid) == (kept,)


def test_a_damaged_copy_is_known_as_such(document: Document) -> None:
    kept = keep(document, Reason.OPENING)
    assert kept is not None
    kept.path.write_bytes(kept.path.read_bytes()[:5000])
    assert not sound(kept)


def test_a_data_folder_that_can_not_be_written_stops_nobody(
    document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "full").write_text("a file where a folder should be")
    monkeypatch.setattr(store, "copies_folder", lambda: tmp_path / "full")
    assert keep(document, Reason.OPENING) is None
    with pytest.raises(FileTrouble) as trouble:
        keep_file(document.path, Reason.OPENING, NOON)
    assert "No copy could be kept" in Language("en").say(trouble.value.what)


def test_a_full_disk_is_told_of_the_place_of_the_copies(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(place: Path) -> sqlite3.Connection:
        made = sqlite3.connect(place, isolation_level=None)
        made.execute("PRAGMA max_page_count = 4")
        return made

    monkeypatch.setattr(copying, "_written_to", small)
    with pytest.raises(FileTrouble) as trouble:
        keep_file(document.path, Reason.OPENING, NOON)
    assert "No copy could be kept" in Language("en").say(trouble.value.what)
    assert list(copies_folder().rglob("*.roadmap")) == []


def test_a_workshop_that_names_itself_like_a_path_is_kept_in_the_folder_all_the_same(document: Document) -> None:
    with closing(sqlite3.connect(document.path)) as connection:
        connection.execute("UPDATE workshop SET uuid = '../../../elsewhere'")
        connection.commit()
    kept = keep_file(document.path, Reason.OPENING, NOON)
    assert kept.path.parent.parent == copies_folder()
    assert snapshots("../../../elsewhere") == (kept,)


def test_the_copies_of_a_file_past_reading_are_found_by_its_place(document: Document) -> None:
    kept = keep(document, Reason.OPENING)
    document.path.write_bytes(b"")
    assert snapshots_of_file(document.path) == (kept,)
    assert snapshots_of_file(document.path.with_name("other.roadmap")) == ()


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"a": 1}'])
def test_a_broken_list_of_files_counts_as_empty(document: Document, text: str) -> None:
    keep(document, Reason.OPENING)
    (copies_folder() / "files.json").write_text(text)
    assert snapshots_of_file(document.path) == ()


def test_old_copies_are_thinned_when_a_new_one_is_taken(document: Document, clock: Clock) -> None:
    for minutes in range(4):
        clock.now = NOON + timedelta(minutes=minutes)
        add_school(document, f"School {minutes}")
        keep(document, Reason.WORKING)
    clock.now = NOON + timedelta(days=2)
    add_school(document, "Late")
    keep(document, Reason.OPENING)
    taken = [each.taken_at for each in snapshots(document.workshop_uuid)]
    assert taken == [clock.now, NOON + timedelta(minutes=3)]


def test_all_copies_together_are_bounded(document: Document, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keep(document, Reason.OPENING)
    assert first is not None
    monkeypatch.setattr(store, "MOST_BYTES", first.size * 2)
    for minutes in range(1, 4):
        clock.now = NOON + timedelta(minutes=minutes)
        add_school(document, f"School {minutes}")
        keep(document, Reason.WORKING)
    assert [each.taken_at.minute for each in snapshots(document.workshop_uuid)] == [3, 2]


def test_a_copy_that_was_never_finished_is_taken_away_a_day_later(document: Document, clock: Clock) -> None:
    keep(document, Reason.OPENING)
    left_over = copies_folder() / "coming-1.roadmap"
    left_over.write_text("half")
    os.utime(left_over, (clock.now.timestamp(), clock.now.timestamp()))
    clock.now += timedelta(days=2)
    add_school(document, "Late")
    keep(document, Reason.OPENING)
    assert not left_over.exists()


def answering_while(document: Document, monkeypatch: pytest.MonkeyPatch, times: int) -> Callable[[], int]:
    """Answers in the middle of the first copies; gives how often it did."""
    given = 0
    watch = copying._watch

    def answer() -> Callable[[int, int, int], None]:
        look, steps = watch(), 0

        def between(status: int, remaining: int, total: int) -> None:
            nonlocal given, steps
            steps += 1
            if steps == 2 and given < times:
                given += 1
                add_school(document, f"Answer {given}")
            look(status, remaining, total)

        return between

    monkeypatch.setattr(copying, "STEP_PAGES", 4)
    monkeypatch.setattr(copying, "_watch", answer)
    return lambda: given


@pytest.mark.parametrize("times", [1, 2, 5])
def test_an_answer_is_taken_while_a_copy_is_made_and_the_copy_holds_it(
    document: Document, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    given = answering_while(document, monkeypatch, times)
    kept = keep(document, Reason.WORKING)
    assert kept is not None
    assert given() == min(times, copying.MOST_BEGINNINGS - 1)
    assert schools_in(kept.path) == schools_in(document.path)


@pytest.mark.parametrize("failing", ["make_durable", "check"])
def test_what_the_disk_does_not_take_or_is_damaged_never_gets_its_name(
    document: Document, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, failing, fails)
    with pytest.raises(FileTrouble):
        keep_file(document.path, Reason.MIGRATING, NOON)
    assert list(copies_folder().rglob("*.roadmap")) == []
