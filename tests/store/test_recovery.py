"""A damaged file: what can be read comes into a new, sound file, what is lost is counted, the old file stays."""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from roadmap_desktop.language import Language, message
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.usecases import Criterion
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.recovery import Recovery, latest_good, recover
from roadmap_desktop.store.snapshots import Reason, keep
from roadmap_desktop.store.trouble import FileTrouble

SCHOOLS = 400


def make(path: Path) -> Document:
    """A workshop of many schools with a move in its history."""
    document = Document.create(
        path, [Workshop(district="Cedar Valley"), *(School(name=f"School {n} " + "x" * 60) for n in range(SCHOOLS))]
    )
    with document.change(message("Seated")) as session:
        table = Table(name="1")
        session.add_all([table, *(Participant(name=f"Ana {n}", table=table.uuid) for n in range(20))])
    return document


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("recovery") / "a.roadmap"
    make(path).close()
    return path


@pytest.fixture
def damaged(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(original, tmp_path / "a.roadmap"))


def root_of(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    return int(row[0])


def wipe(path: Path, page: int, start: int = 0, with_: bytes = b"\xff" * 4096) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096 + start)
        file.write(with_)


def leaves_of(path: Path, table: str) -> list[int]:
    """The pages that hold a table's rows."""
    data, root = path.read_bytes(), root_of(path, table)
    page = data[(root - 1) * 4096 : root * 4096]
    assert page[0] == 5
    places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(int.from_bytes(page[3:5], "big"))]
    return [int.from_bytes(page[place : place + 4], "big") for place in places]


def lost(recovery: Recovery, kind: str) -> int | None:
    return next(each.lost for each in recovery.kinds if each.kind == kind)


def read(recovery: Recovery, kind: str) -> int:
    return next(each.read for each in recovery.kinds if each.kind == kind)


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """Where the new file goes; in the end it is opened and whole."""
    place = tmp_path / "new.roadmap"
    yield place
    document = Document.open(place)
    document.check()
    document.close()


def test_a_sound_file_is_copied_as_it_is(damaged: Path, out: Path) -> None:
    recovery = recover(damaged, out)
    assert recovery.was_sound
    assert read(recovery, "school") == SCHOOLS
    assert out.read_bytes() == damaged.read_bytes()


def test_all_rows_but_those_of_a_damaged_page_are_read_and_the_others_counted(damaged: Path, out: Path) -> None:
    wipe(damaged, leaves_of(damaged, "school")[2])
    recovery = recover(damaged, out)
    gone = lost(recovery, "school")
    assert gone is not None
    assert 0 < gone < 60
    assert read(recovery, "school") == SCHOOLS - gone


def test_pages_between_two_damaged_ones_are_read_even_without_their_index(damaged: Path, out: Path) -> None:
    leaves = leaves_of(damaged, "school")
    for page in (leaves[1], leaves[3], root_of(damaged, "sqlite_autoindex_school_1")):
        wipe(damaged, page)
    recovery = recover(damaged, out)
    assert lost(recovery, "school") is None
    assert read(recovery, "school") > SCHOOLS - 120


def test_a_damaged_index_costs_no_row_and_no_history(damaged: Path, out: Path) -> None:
    wipe(damaged, root_of(damaged, "sqlite_autoindex_participant_1"))
    recovery = recover(damaged, out)
    assert read(recovery, "participant") == 20
    assert recovery.history_kept
    document = Document.open(out)
    assert document.undo() == message("Seated")
    document.close()


def test_rows_lost_from_their_table_are_taken_from_the_list_of_moves(damaged: Path, out: Path) -> None:
    wipe(damaged, root_of(damaged, "participant"))
    recovery = recover(damaged, out)
    assert (read(recovery, "participant"), lost(recovery, "participant")) == (20, 0)


def test_numbers_with_decimals_come_back_from_the_list_of_moves_to_the_last_bit(damaged: Path, out: Path) -> None:
    with closing(Document.open(damaged)) as document, document.change(message("Added")) as session:
        session.add(Criterion(name="Reach", weight=0.1 + 0.2))
    wipe(damaged, root_of(damaged, "criterion"))
    recover(damaged, out)
    with closing(Document.open(out, read_only=True)) as found:
        assert [row.weight for row in found.rows(select(Criterion.weight))] == [0.1 + 0.2]


def test_what_was_undone_is_not_brought_back_from_the_list_of_moves(damaged: Path, out: Path) -> None:
    document = Document.open(damaged)
    document.undo()
    document.close()
    wipe(damaged, root_of(damaged, "participant"))
    assert read(recover(damaged, out), "participant") == 0


@pytest.mark.parametrize("magic", [b"\x00" * 16, b"SQLite format 9\x00"])
def test_a_hit_on_the_first_bytes_costs_nothing(damaged: Path, out: Path, magic: bytes) -> None:
    wipe(damaged, 1, with_=magic)
    assert read(recover(damaged, out), "school") == SCHOOLS


def test_a_file_cut_off_gives_back_what_is_left(damaged: Path, out: Path) -> None:
    damaged.write_bytes(damaged.read_bytes()[:-30_000])
    assert read(recover(damaged, out), "workshop") == 1


def test_without_its_list_of_tables_the_file_is_read_by_that_of_an_earlier_copy(damaged: Path, out: Path) -> None:
    document = Document.open(damaged)
    keep(document, Reason.OPENING)
    document.close()
    wipe(damaged, 1, 100, b"\xff" * 3996)
    assert read(recover(damaged, out), "school") == SCHOOLS


def test_without_its_list_of_tables_and_a_copy_it_is_read_by_that_of_a_new_file(damaged: Path, out: Path) -> None:
    wipe(damaged, 1, 100, b"\xff" * 3996)
    assert read(recover(damaged, out), "school") == SCHOOLS


def test_a_reference_to_a_lost_row_is_emptied(damaged: Path, out: Path) -> None:
    execute(damaged, "PRAGMA foreign_keys = OFF", "DELETE FROM room_table", "DELETE FROM history")
    recovery = recover(damaged, out)
    assert read(recovery, "participant") == 20
    assert next(each.mended for each in recovery.kinds if each.kind == "participant") == 20


def test_a_row_of_foreign_types_is_lost_and_one_that_can_be_mended_is_mended(damaged: Path, out: Path) -> None:
    execute(
        damaged,
        "UPDATE school SET name = x'ff00' WHERE rowid = 1",
        "UPDATE school SET district = x'ff00' WHERE rowid = 2",
    )
    recovery = recover(damaged, out)
    assert (read(recovery, "school"), lost(recovery, "school")) == (SCHOOLS - 1, 1)
    assert next(each.mended for each in recovery.kinds if each.kind == "school") == 1


def test_a_workshop_without_its_own_row_gets_the_name_of_the_file(damaged: Path, out: Path) -> None:
    execute(damaged, "DELETE FROM workshop")
    recover(damaged, out)
    document = Document.open(out)
    assert [row.district for row in document.rows(select(Workshop.district))] == ["a"]
    document.close()


def test_what_is_not_ours_is_left_behind_and_named(damaged: Path, out: Path) -> None:
    execute(
        damaged,
        "CREATE TABLE notes (text)",
        "CREATE VIEW peek AS SELECT * FROM school",
        "CREATE TRIGGER spy AFTER INSERT ON school BEGIN DELETE FROM participant; END",
        "CREATE VIRTUAL TABLE found USING fts5(text)",
    )
    left = recover(damaged, out).left_behind
    assert {"notes", "peek", "spy", "found"} <= set(left)


def test_a_view_in_the_place_of_a_table_is_not_read(damaged: Path, out: Path) -> None:
    execute(damaged, "PRAGMA foreign_keys = OFF", "DROP TABLE vote", "CREATE VIEW vote AS SELECT uuid FROM school")
    recovery = recover(damaged, out)
    assert read(recovery, "vote") == 0
    assert recovery.left_behind == ("vote",)


def test_a_move_under_way_when_the_power_went_is_taken_back(damaged: Path, out: Path) -> None:
    with closing(sqlite3.connect(damaged, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("DELETE FROM school")
        journal = damaged.with_name("a.roadmap-journal").read_bytes()
        content = damaged.read_bytes()
    damaged.write_bytes(content)
    damaged.with_name("a.roadmap-journal").write_bytes(journal)
    assert read(recover(damaged, out), "school") == SCHOOLS
    assert damaged.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" * 400, bytes(50_000)])
def test_what_is_nothing_like_a_workshop_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.roadmap").write_bytes(content)
    with pytest.raises(FileTrouble):
        recover(tmp_path / "a.roadmap", tmp_path / "new.roadmap")
    assert [each.name for each in tmp_path.iterdir()] == ["a.roadmap"]


def test_an_empty_database_of_another_program_is_refused(tmp_path: Path) -> None:
    execute(tmp_path / "a.roadmap", "CREATE TABLE notes (text)")
    with pytest.raises(FileTrouble) as trouble:
        recover(tmp_path / "a.roadmap", tmp_path / "new.roadmap")
    assert "can be read" in Language("en").say(trouble.value.what)


def test_a_file_of_a_newer_program_is_left_to_it(damaged: Path, tmp_path: Path) -> None:
    execute(damaged, "PRAGMA user_version = 99", "CREATE TABLE tomorrow (uuid)")
    wipe(damaged, root_of(damaged, "participant"))
    with pytest.raises(FileTrouble) as trouble:
        recover(damaged, tmp_path / "new.roadmap")
    assert "newer version" in Language("en").say(trouble.value.what)


def test_nothing_is_ever_written_over(damaged: Path, tmp_path: Path) -> None:
    (tmp_path / "new.roadmap").write_text("mine")
    for place in (damaged, tmp_path / "new.roadmap"):
        before = place.read_bytes()
        with pytest.raises(FileTrouble):
            recover(damaged, place)
        assert place.read_bytes() == before


def test_a_place_that_can_not_be_written_is_told(damaged: Path, tmp_path: Path) -> None:
    (tmp_path / "full").write_text("no folder")
    with pytest.raises(FileTrouble):
        recover(damaged, tmp_path / "full" / "new.roadmap")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        recover(tmp_path / "gone.roadmap", tmp_path / "new.roadmap")


def test_the_latest_good_copy_is_the_newest_that_can_be_read(damaged: Path) -> None:
    moments = [datetime(2026, 8, 12, hour) for hour in (9, 10)]
    document = Document.open(damaged, lambda: moments[0])
    older = keep(document, Reason.OPENING)
    with document.change(message("Added")) as session:
        session.add(School(name="Sage"))
    moments.pop(0)
    newer = keep(document, Reason.WORKING)
    document.close()
    assert newer is not None
    assert latest_good(damaged) == newer
    newer.path.write_bytes(b"")
    assert latest_good(damaged) == older


def flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 20, 200))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def shift(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :][: chance.randrange(1, 9000)]
    at = chance.randrange(len(data))
    data[at : at + chance.randrange(9000)] = bytes(chance.randrange(9000))


def point_elsewhere(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 6)):
        one, other = (4096 * chance.randrange(1, len(data) // 4096) for _ in range(2))
        data[one : one + 4096] = data[other : other + 4096]


damages = st.lists(st.sampled_from([flip, cut, shift, point_elsewhere]), min_size=1, max_size=2)


@given(damages, st.randoms(use_true_random=False))
def test_whatever_happened_to_a_file_it_is_read_or_refused(
    original: Path, kinds: list[Callable[[bytearray, random.Random], None]], chance: random.Random
) -> None:
    data = bytearray(original.read_bytes())
    for damage in kinds:
        if len(data) > 3 * 4096:
            damage(data, chance)
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "a.roadmap", Path(folder) / "new.roadmap"
        path.write_bytes(data)
        try:
            recover(path, out)
        except FileTrouble:
            assert not out.exists()
        else:
            document = Document.open(out)
            document.check()
            document.close()
        assert path.read_bytes() == bytes(data)
