"""A value that the program never writes is found, and what it breaks is said to be the file's damage."""

import sqlite3
from pathlib import Path

import pytest

from roadmap_desktop.journey.show import SHOWN, envelope
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.store.values import foreign_values
from tests.copied import sample_copy

WRONG = (
    "UPDATE school SET name = x'00ff'",
    "UPDATE school SET enrolment = 'many'",
    "UPDATE school SET enrolment = 9e99",
    "UPDATE school SET higher_need = 2",
    "UPDATE criterion SET weight = 'heavy'",
    "UPDATE criterion SET weight = 9e999",
    "UPDATE span SET first = '2026-02-30'",
    "UPDATE span SET first = 20260212",
    "UPDATE span SET first = '9999-12-31'",
    "UPDATE workshop SET starts_at = '25:00:00.000000'",
    "UPDATE decision SET at = 'yesterday'",
    "UPDATE span SET kind = 'brfak'",
    "UPDATE pilot SET length = 'a while'",
    "DELETE FROM workshop",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("values") / "sample.roadmap"
    sample_copy(path).close()
    return path.read_bytes()


@pytest.fixture
def path(made: bytes, tmp_path: Path) -> Path:
    (tmp_path / "a.roadmap").write_bytes(made)
    return tmp_path / "a.roadmap"


def break_it(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute(statement).rowcount > 0
    connection.commit()
    connection.close()


def test_a_workshop_as_we_make_it_has_no_foreign_value(path: Path) -> None:
    document = Document.open(path, read_only=True)
    with document.read() as connection:
        assert list(foreign_values(connection)) == []
    document.close()


@pytest.mark.parametrize("statement", WRONG)
def test_a_value_that_is_none_of_ours_is_found_by_the_check(path: Path, statement: str) -> None:
    break_it(path, statement)
    document = Document.open(path, read_only=True)
    with pytest.raises(FileTrouble, match="damaged"):
        document.check()
    document.close()


@pytest.mark.parametrize("statement", ["UPDATE span SET kind = 'brfak'", "UPDATE rating SET participant = 'nobody'"])
def test_a_picture_that_trips_over_damage_says_that_the_file_is_damaged(path: Path, statement: str) -> None:
    break_it(path, statement)
    document = Document.open(path, read_only=True)
    with pytest.raises(FileTrouble, match="damaged"):
        envelope(document, SHOWN, Language("en"))
    document.close()


def test_an_error_of_ours_in_a_sound_file_is_not_laid_on_the_file(path: Path) -> None:
    document = Document.open(path, read_only=True)
    with pytest.raises(KeyError), document.read():
        _ = {}["ours"]
    document.close()
