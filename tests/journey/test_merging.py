"""Every fact and every answer of the workshop has a word, so that whatever is in conflict can be told."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update

from roadmap_desktop.journey.merging.facts import FACTS
from roadmap_desktop.journey.merging.fields import FIELDS, OF_KIND, field_words
from roadmap_desktop.journey.merging.moves import compared, preview, settled, take
from roadmap_desktop.journey.merging.naming import VALUES, Naming
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.together import TOGETHER, answers_of
from roadmap_desktop.store.apart import columns_of, read_copy, tables
from roadmap_desktop.store.document import Document
from tests.copied import sample_copy

SAY = Language("en").say


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "s.roadmap"
    sample_copy(path).close()
    return path


@pytest.mark.parametrize("kind", tables())
def test_every_answer_of_every_kind_has_a_word(kind: str) -> None:
    assert kind in FACTS
    assert all(SAY(field_words(kind, columns)) for columns in answers_of(tables()[kind]))
    assert set(FACTS[kind].by) <= set(columns_of(kind))


def test_no_word_is_for_something_that_is_not_there() -> None:
    begin = {(kind, columns[0]) for kind, table in tables().items() for columns in answers_of(table)}
    assert set(FIELDS) <= {column for _, column in begin}
    assert set(OF_KIND) <= begin
    assert all(set(group) <= set(columns_of(kind)) for kind, groups in TOGETHER.items() for group in groups)
    assert all(column in columns_of(kind) for kind, column in VALUES)


def test_every_fact_of_the_sample_can_be_told_with_all_its_values(sample: Path) -> None:
    with closing(Document.open(sample, read_only=True)) as document:
        copy = read_copy(document)
    naming = Naming([copy], {})
    for kind, table in tables().items():
        for uuid, row in copy.rows[kind].items():
            words = SAY(naming.fact((kind, uuid)))
            assert uuid not in words
            line = dict(zip(columns_of(kind), row, strict=True))
            for columns in answers_of(table):
                assert SAY(naming.values(kind, columns, tuple(line[column] for column in columns)))


def test_a_rating_is_told_by_its_statement_and_who_gave_it(sample: Path) -> None:
    with closing(Document.open(sample, read_only=True)) as document:
        copy = read_copy(document)
    key = next(("rating", uuid) for uuid in copy.rows["rating"])
    assert SAY(Naming([copy], {}).fact(key)).count(" · ") >= 2


def test_a_workshop_changed_since_it_was_compared_is_not_merged_blindly(document: Document, tmp_path: Path) -> None:
    other = tmp_path / "other.roadmap"
    other.write_bytes(document.path.read_bytes())
    found = compared(document, [other])
    with document.change(message("Changed")) as session:
        session.add(School(name="New"))
    with pytest.raises(Refused, match="changed since"):
        take(document, settled(document, found))


def test_copies_of_one_name_are_told_apart_by_their_folders(document: Document, tmp_path: Path) -> None:
    other = tmp_path / "stick" / document.path.name
    other.parent.mkdir()
    other.write_bytes(document.path.read_bytes())
    with closing(Document.open(other)) as copy, copy.change(message("Changed")) as session:
        session.execute(update(School).values(name="x"))
        session.add(School(name="New"))
    shown = preview(document, compared(document, [other]))
    assert shown.files[1] == f"stick/{document.path.name}"
    assert [SAY(share.words) for share in shown.stages[0].shares] == ["", "1 new"]
