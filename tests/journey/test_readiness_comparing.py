"""The picture beside an earlier one: the round before, or last year's workshop; the other file is only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.journey.readiness.comparing import other_workshop, round_before
from roadmap_desktop.journey.readiness.profile import profile
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.showing.readiness import shown
from roadmap_desktop.language import Language
from roadmap_desktop.rules.readiness import Spread, unknown_share
from roadmap_desktop.store.document import Document
from tests.copied import new_copy, sample_copy


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("comparing") / "last-year.roadmap"
    sample_copy(path).close()
    return path


@pytest.fixture
def sample(path: Path) -> Iterator[Document]:
    document = Document.open(path, read_only=True)
    yield document
    document.close()


def test_the_second_round_stands_beside_the_first(sample: Document) -> None:
    picture, first = profile(sample), profile(sample, 1)
    before = round_before(sample, picture)
    assert before is not None
    assert before.dimensions == {line.entry.key: line.spread.median for line in first.dimensions}


def test_the_first_round_has_none_before_it(sample: Document) -> None:
    assert round_before(sample, profile(sample, 1)) is None


def test_last_years_medians_are_matched_by_key_and_the_file_stays_as_it_was(sample: Document, path: Path) -> None:
    content = path.read_bytes()
    picture = profile(sample)
    before = other_workshop(path, picture)
    assert before.statements == {
        line.entry.key: line.spread.median for line in picture.statements if line.spread.median is not None
    }
    assert path.read_bytes() == content


def test_a_workshop_that_was_never_rated_is_refused(sample: Document, tmp_path: Path) -> None:
    new_copy(tmp_path / "new.roadmap", district="Maple").close()
    with pytest.raises(Refused):
        other_workshop(tmp_path / "new.roadmap", profile(sample))


def test_other_programs_read_the_median_before_as_well(sample: Document) -> None:
    before = round_before(sample, profile(sample))
    assert before is not None
    dimensions = shown(sample, Language("en"))["dimensions"]
    assert [each["median_before"] for each in dimensions] == [before.dimensions[each["key"]] for each in dimensions]


def test_the_share_of_those_who_don_t_know_counts_only_who_answered() -> None:
    assert unknown_share(Spread(3, 1, 2, 4, (0, 1, 1, 1, 0), 2.0, 1.5, 2.5, 0.5)) == 0.25
