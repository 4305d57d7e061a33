"""A fact is declared once, and read and changed by that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import AgendaItem, Workshop
from roadmap_desktop.store.document import Document

READ_CHANGED_READ = """
import sys
from pathlib import Path
from sqlalchemy import func, select
from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.store.document import Document

asked_early = select(School.name).where(School.position == 1)
document = Document.open(Path(sys.argv[1]))
print(document.rows(asked_early), document.rows(select(func.count()).select_from(School)))
print("sqlalchemy.orm" in sys.modules)
with document.change(message("Renamed")) as session:
    session.scalars(select(School).where(School.position == 1)).one().name = "Ash"
print(document.rows(asked_early), document.rows(select(School.name).where(School.position == 1)))
document.close()
"""


def test_what_is_not_said_of_a_fact_has_its_default() -> None:
    school = School(name="Oak Ridge")
    assert (school.position, school.district, len(school.uuid)) == (0, "", 36)


def test_two_facts_never_share_a_uuid() -> None:
    assert School(name="Oak Ridge").uuid != School(name="Oak Ridge").uuid


def test_a_fact_that_lacks_a_column_is_not_made() -> None:
    with pytest.raises(TypeError, match="minutes must be given"):
        AgendaItem(position=1)  # type: ignore[call-arg]


def test_a_fact_has_no_columns_but_those_declared() -> None:
    with pytest.raises(TypeError, match="School has no colour"):
        School(name="Oak Ridge", colour="red")  # type: ignore[call-arg]


def test_reading_needs_no_mapper_and_a_question_keeps_its_answer_when_one_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "maple.roadmap"
    Document.create(path, [Workshop(district="Maple"), School(name="Elm", position=1)]).close()
    told = subprocess.run(
        [sys.executable, "-c", READ_CHANGED_READ, path], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert told == ["[('Elm',)] [(1,)]", "False", "[('Ash',)] [('Ash',)]"]
