"""The print pack is one tagged file: a list of what to print, then each paper with pages of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from roadmap_desktop.handouts.day.ballot import ballot
from roadmap_desktop.handouts.day.worksheet import worksheet
from roadmap_desktop.handouts.print_pack import MAKERS, packed
from roadmap_desktop.handouts.reading import reading
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.journey.handouts.print_pack import Kind, change_copies
from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from tests.copied import new_copy, sample_copy
from tests.handouts.printed import elements, page_texts

ENGLISH = Language("en")
JULY = datetime.fromisoformat("2026-07-20T10:00")


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Document]:
    made = sample_copy(tmp_path / "sample.roadmap", clock=lambda: JULY)
    yield made
    made.close()


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_first_page_says_what_is_printed_how_often_and_where(sample: Document) -> None:
    change_copies(sample, Kind.BALLOT, "30")
    change_copies(sample, Kind.SIGNS, "0")
    texts = [squeezed(text) for text in page_texts(packed(sample, Paper.LETTER, ENGLISH))]
    assert "Statement worksheet 24 2 to 3 48" in texts[0]
    assert "Ballot for the use cases 30 11 30" in texts[0]
    assert "Signs" not in texts[0]
    assert "What should come first?" in texts[10]
    assert len(texts) == 11


def test_each_paper_counts_its_own_pages(sample: Document) -> None:
    texts = page_texts(packed(sample, Paper.LETTER, ENGLISH))
    assert "page 1 of 2" in texts[1]
    assert "page 2 of 2" in texts[2]
    assert "page 1 of 1" in texts[3]


def test_it_is_tagged_in_reading_order_and_no_origin_comes_twice(sample: Document) -> None:
    pdf = packed(sample, Paper.A4, ENGLISH)
    heard = elements(pdf)
    origins = Counter(each.origin for each in heard if each.origin)
    assert [each.tag for each in heard].count("Part") == 7
    assert max(origins.values()) == 1
    pages = [page for each in heard for page, _ in each.marks]
    assert pages == sorted(pages)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked


def test_the_worksheet_asks_every_statement(sample: Document) -> None:
    words = list(reading(worksheet(sample, ENGLISH)))
    for each in instrument(sample).statements:
        assert ENGLISH.say(each.text) in words


def test_seating_list_and_signs_name_everybody(sample: Document) -> None:
    for kind in (Kind.SEATING, Kind.SIGNS):
        text = " ".join(reading(MAKERS[kind](sample, ENGLISH)))
        assert all(row.name in text for row in participants(sample).rows)


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_empty_workshop_has_its_papers_too(tmp_path: Path, language: str) -> None:
    document = new_copy(tmp_path / "new.roadmap", district="Maple County", clock=lambda: JULY)
    for kind in Kind:
        change_copies(document, kind, "1")
    assert len(page_texts(packed(document, Paper.LETTER, Language(language)))) >= 7
    assert "dots" in " ".join(reading(ballot(document, ENGLISH)))
    document.close()
