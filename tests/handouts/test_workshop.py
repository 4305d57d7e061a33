"""The handouts of a workshop say what its pictures say, in Letter and A4."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from roadmap_desktop.handouts.full_roadmap import full_roadmap
from roadmap_desktop.handouts.one_page import one_page
from roadmap_desktop.handouts.pack import HANDOUTS, export, only
from roadmap_desktop.handouts.page import printed
from roadmap_desktop.handouts.pieces import Handout
from roadmap_desktop.handouts.reading import reading
from roadmap_desktop.handouts.school_sheet import school_sheets
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.journey.pilots.measures import CriterionField, edit_criterion
from roadmap_desktop.journey.pilots.picture import pilots
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.prepare.schools import schools
from roadmap_desktop.journey.scaling.picture import scaling
from roadmap_desktop.journey.scaling.schools import put_schools
from roadmap_desktop.journey.usecases.ranking import ranking
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from tests.copied import new_copy, sample_copy

NOVEMBER = datetime.fromisoformat("2026-11-18T10:00")
ENGLISH = Language("en")


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Document]:
    made = sample_copy(tmp_path / "sample.roadmap", clock=lambda: NOVEMBER)
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    made = new_copy(tmp_path / "new.roadmap", district="Maple County", clock=lambda: NOVEMBER)
    yield made
    made.close()


def words(handout: Handout) -> str:
    return " ".join(reading(handout))


@pytest.mark.parametrize("paper", list(Paper))
def test_the_summary_of_the_sample_is_one_page(sample: Document, paper: Paper) -> None:
    pdf = pypdfium2.PdfDocument(printed(one_page(sample, ENGLISH), paper))
    assert len(pdf) == 1
    pdf.close()


def test_the_summary_names_the_first_places_as_the_ranking_does(sample: Document) -> None:
    text = words(one_page(sample, ENGLISH))
    picture = ranking(sample)
    for row in picture.rows[: picture.top]:
        assert row.in_top is not None
        assert ENGLISH.say(row.name) in text
        assert f"{round(row.in_top * 100)} of 100" in text


def test_the_full_roadmap_has_every_task_with_its_dates(sample: Document) -> None:
    text = words(full_roadmap(sample, ENGLISH))
    for each in planned(sample):
        assert ENGLISH.say(each.task.name) in text
        assert ENGLISH.date(each.start) in text


def test_the_full_roadmap_says_what_keeps_each_pilot_from_starting(sample: Document) -> None:
    text = words(full_roadmap(sample, ENGLISH))
    planned_ones = [each for each in pilots(sample) if each.started_on is None]
    assert planned_ones
    for line in (line for each in planned_ones for line in each.missing):
        assert ENGLISH.say(line.text) in text


def test_a_share_typed_as_per_cent_is_printed_as_the_screen_shows_it(sample: Document) -> None:
    pilot = pilots(sample)[0]
    edit_criterion(sample, pilot.criteria[0].uuid, CriterionField.UNIT, "per cent")
    edit_criterion(sample, pilot.criteria[0].uuid, CriterionField.BASELINE, "43")
    assert " 43 % " in words(full_roadmap(sample, ENGLISH))


def test_every_school_has_a_sheet_with_its_wave_and_no_other_schools_pilot(sample: Document) -> None:
    sheets = dict(school_sheets(sample, ENGLISH))
    assert set(sheets) == {row.name for row in schools(sample).rows}
    for wave in scaling(sample).waves:
        for school in wave.schools:
            assert wave.name in words(sheets[school.name])
    assert "Writing feedback" not in words(sheets["Mesa Elementary"])


def test_a_school_that_is_moved_to_another_wave_has_another_sheet(sample: Document) -> None:
    mesa = next(row.uuid for row in schools(sample).rows if row.name == "Mesa Elementary")
    before = words(only(sample, "school_sheet", mesa, ENGLISH))
    put_schools(sample, [mesa], scaling(sample).waves[1].uuid)
    after = words(only(sample, "school_sheet", mesa, ENGLISH))
    assert "joins with Wave 1" in before
    assert "joins with Wave 2" in after


@pytest.mark.parametrize("name", list(HANDOUTS))
def test_the_sample_is_labelled_on_every_handout(sample: Document, name: str) -> None:
    assert all(handout.sample for _, handout in HANDOUTS[name](sample, ENGLISH))


def test_an_empty_workshop_prints_what_is_still_missing(empty: Document) -> None:
    text = words(one_page(empty, ENGLISH))
    assert "not ranked yet" in text
    assert "the school calendar is missing" in text
    assert words(full_roadmap(empty, ENGLISH))
    assert tuple(school_sheets(empty, ENGLISH)) == ()


def test_files_are_named_for_their_schools_and_stay_in_the_folder(sample: Document, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    paths = list(export(sample, folder, HANDOUTS, Paper.LETTER, ENGLISH))
    assert len(paths) == 3 + 11
    assert {path.parent for path in paths} == {folder}
    assert "school-sheet-canyon-k-8-school.pdf" in {path.name for path in paths}
    assert all(path.read_bytes().startswith(b"%PDF") for path in paths)
