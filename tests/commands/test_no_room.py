"""Whatever is written, where it can't be: what happened, what is safe, what to do; nothing half-written is left."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from roadmap_desktop.__main__ import main
from roadmap_desktop.model.people import Table
from tests.copied import sample_copy

if sys.platform != "win32":
    import resource

FILES = ("one_page", "print_pack", "calendar", "project", "sheets", "timeline")
WRITERS: dict[str, tuple[str, ...]] = {
    **{name: ("export", "{file}", "--to", "{place}", "--what", name) for name in FILES},
    "packets": ("export", "{file}", "--to", "{place}", "--what", "packets", "--for", "{table}"),
    "merge": ("merge", "{file}", "{file}", "--to", "{place}/new.roadmap"),
    "recover": ("check", "{file}", "--recover", "{place}/new.roadmap"),
    "new": ("new", "{place}/new.roadmap", "--district", "Maple"),
    "sample": ("sample", "{place}/new.roadmap"),
}
EACH = pytest.mark.parametrize("call", WRITERS.values(), ids=WRITERS)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The sample, and a table in it."""
    path = tmp_path_factory.mktemp("sample") / "sample.roadmap"
    document = sample_copy(path)
    table = document.rows(select(Table.name).order_by(Table.position))[0].name
    document.close()
    return path, table


@contextmanager
def no_room() -> Iterator[None]:
    """No file may grow beyond a few bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def told(call: tuple[str, ...], workshop: tuple[Path, str], place: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a refused call says; the workshop's file is as it was."""
    file, table = workshop
    before = file.read_bytes()
    capsys.readouterr()
    assert main([part.format(file=file, table=table, place=place) for part in call]) == 1
    assert file.read_bytes() == before
    return capsys.readouterr().err


def is_whole(words: str) -> bool:
    """Whether it is one line of at least three sentences, and no trace of the program."""
    return words.count("\n") == 1 and words.count(". ") >= 2 and "Traceback" not in words and "Errno" not in words


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("call", [call for name, call in WRITERS.items() if name != "sheets"], ids=str)
def test_without_room_it_is_told_and_nothing_half_written_stays(
    call: tuple[str, ...], workshop: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    with no_room():
        words = told(call, workshop, place, capsys)
    assert is_whole(words), words
    assert list(place.iterdir()) == []


@EACH
def test_a_place_that_is_gone_is_told(
    call: tuple[str, ...], workshop: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "stick").write_text("no folder any more", encoding="utf-8")
    words = told(call, workshop, tmp_path / "stick" / "below", capsys)
    assert is_whole(words), words


def test_a_workbook_that_can_not_be_put_together_is_told(
    workshop: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_book: Workbook, _out: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Workbook, "save", full)
    words = told(WRITERS["sheets"], workshop, tmp_path, capsys)
    assert is_whole(words), words
    assert list(tmp_path.iterdir()) == []
