"""The verb merge: copies that were edited apart come together in a new file, and it is told what came from where."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from roadmap_desktop.__main__ import main
from roadmap_desktop.language import message
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.store.document import Document
from tests.copied import new_copy, sample_copy


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """The sample workshop twice, each edited."""
    here, there = tmp_path / "here.roadmap", tmp_path / "there.roadmap"
    sample_copy(here).close()
    shutil.copy(here, there)
    edit(here, "North Hill", "later", gone=True)
    edit(there, "South Hill", "no", gone=False)
    return here, there


def edit(path: Path, name: str, choice: str, *, gone: bool) -> None:
    with closing(Document.open(path)) as document, document.change(message("Edited")) as session:
        people = session.scalars(select(Participant).order_by(Participant.uuid)).all()
        session.scalars(select(School).order_by(School.uuid)).all()[0].name = name
        session.add(School(name=f"New of {name}"))
        use_case = session.scalars(select(UseCase).order_by(UseCase.uuid)).all()[0]
        use_case.choice, use_case.choice_reason = choice, name
        if gone:
            session.execute(delete(Participant).where(Participant.uuid == people[0].uuid))
        else:
            people[0].role = "Principal"


def schools(path: Path) -> set[str]:
    with closing(Document.open(path, read_only=True)) as document:
        return {row.name for row in document.rows(select(School.name))}


def test_the_new_file_holds_what_both_copies_hold(copies: tuple[Path, Path], tmp_path: Path) -> None:
    before = [path.read_bytes() for path in copies]
    assert main(["merge", *map(str, copies), "--to", str(tmp_path / "both.roadmap")]) == 0
    found = schools(tmp_path / "both.roadmap")
    assert {"New of North Hill", "New of South Hill"} < found
    assert len(found & {"North Hill", "South Hill"}) == 1
    assert [path.read_bytes() for path in copies] == before
    assert {path.name for path in tmp_path.iterdir()} == {"here.roadmap", "there.roadmap", "both.roadmap"}


def test_it_tells_what_came_from_where_and_what_was_given_differently(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["merge", *map(str, copies), "--to", str(tmp_path / "both.roadmap")])
    said = capsys.readouterr().out
    assert "Prepare, from here.roadmap: 1 new" in said
    assert "2 answers were given differently" in said
    assert "name: North Hill in here.roadmap and South Hill in there.roadmap. Taken: " in said
    assert "choice: Later" in said
    assert "deleted in here.roadmap" in said


def test_other_programs_read_it_as_json(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["merge", *map(str, copies), "--to", str(tmp_path / "both.roadmap"), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["files"] == ["here.roadmap", "there.roadmap"]
    assert found["stages"]["prepare"]["there.roadmap"]["added"] == 1
    assert found["conflicts"][0]["values"] == {"here.roadmap": "North Hill", "there.roadmap": "South Hill"}
    assert found["kept"][0]["deleted_in"] == ["here.roadmap"]


def test_the_merge_is_one_step_of_the_history(copies: tuple[Path, Path], tmp_path: Path) -> None:
    main(["merge", *map(str, copies), "--to", str(tmp_path / "both.roadmap")])
    with closing(Document.open(tmp_path / "both.roadmap")) as document:
        assert document.undo() == message("Merged {names}", names=("there.roadmap",))
    assert schools(tmp_path / "both.roadmap") == schools(copies[0])


def test_the_same_file_twice_brings_nothing(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["merge", str(copies[0]), str(copies[0]), "--to", str(tmp_path / "both.roadmap")]) == 0
    assert "The copies hold the same." in capsys.readouterr().out


def refusal(capsys: pytest.CaptureFixture[str], *arguments: Path | str) -> str:
    assert main(["merge", *map(str, arguments)]) == 1
    return capsys.readouterr().err


def test_a_file_that_is_there_is_not_replaced(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = copies[1].read_bytes()
    assert "already a file named there.roadmap" in refusal(capsys, *copies, "--to", copies[1])
    assert copies[1].read_bytes() == before


def test_another_workshop_is_refused_by_name(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new_copy(tmp_path / "other.roadmap", district="Maple County").close()
    said = refusal(capsys, copies[0], tmp_path / "other.roadmap", "--to", tmp_path / "both.roadmap")
    assert "other.roadmap is another workshop, that of Maple County; this one is that of Cedar Valley" in said
    assert not (tmp_path / "both.roadmap").exists()


def test_a_damaged_copy_is_refused_and_nothing_is_left_behind(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copies[1].read_bytes()
    (tmp_path / "cut.roadmap").write_bytes(content[: len(content) // 2])
    assert "cut off" in refusal(capsys, copies[0], tmp_path / "cut.roadmap", "--to", tmp_path / "both.roadmap")
    assert not (tmp_path / "both.roadmap").exists()
    assert not list(tmp_path.glob(".*"))
