"""What can be relied on about a printed handout: its words, pages, fonts and labels."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pikepdf
import pytest

from roadmap_desktop.handouts.page import printed, write
from roadmap_desktop.handouts.pieces import Field, Heading, PageBreak, Role, Text
from roadmap_desktop.handouts.sheet import Paper, Turn
from roadmap_desktop.store.trouble import FileTrouble
from tests.handouts.demo import everything, one_page
from tests.handouts.printed import made, objects, page_texts, read_aloud, said, squashed

LONG = {
    "usual": one_page(),
    "three times the text": replace(one_page(3), district="Cedar Valley " * 12),
    "all pieces": everything(),
}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("times", [1, 3])
def test_every_word_is_printed_in_reading_order(paper, times):
    handout = one_page(times)
    drawn = "".join(text for _, mark, text, _ in objects(made(handout, paper)) if mark >= 0)
    assert squashed(drawn) == said(handout)


def test_large_print_says_the_same():
    assert read_aloud(made(one_page(), body=18.0)) == said(one_page())


@pytest.mark.parametrize("paper", Paper)
def test_the_summary_fits_on_one_page(paper):
    assert len(page_texts(made(one_page(), paper))) == 1


@pytest.mark.parametrize(
    ("paper", "turn", "size"),
    [
        (Paper.LETTER, Turn.UPRIGHT, (612, 792)),
        (Paper.LETTER, Turn.SIDEWAYS, (792, 612)),
        (Paper.A4, Turn.UPRIGHT, (595.28, 841.89)),
    ],
)
def test_pages_have_the_size_of_the_paper(paper, turn, size):
    with pikepdf.open(BytesIO(made(replace(everything(), turn=turn), paper))) as document:
        for page in document.pages:
            assert [float(side) for side in page.MediaBox] == pytest.approx([0, 0, *size], abs=0.01)


@pytest.mark.parametrize("handout", LONG.values(), ids=LONG)
@pytest.mark.parametrize("body", [9.5, 18.0])
def test_nothing_is_cut_off_and_no_words_overlap(handout, body):
    boxes = [(page, box) for page, _, text, box in objects(made(handout, body=body)) if text != " "]
    for _, (left, bottom, right, top) in boxes:
        assert left >= 53
        assert right <= 559
        assert bottom >= 20
        assert top <= 772
    for (page, one), (other_page, other) in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert page != other_page or across < 0.8 or down < 0.8, (one, other)


def test_every_font_is_embedded_and_can_be_copied_from():
    with pikepdf.open(BytesIO(made(everything()))) as document:
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("FiraGO" in str(font.BaseFont) for font in fonts)
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts)


def test_the_footer_says_whose_which_when_and_how_far():
    first, *_, last = page_texts(made(everything()))
    assert "Cedar Valley Unified · Full roadmap" in first
    assert "H-99 · made Aug 12, 2026 · page 1 of 6" in first
    assert "page 6 of 6" in last


def test_a_sample_says_so_at_the_head_and_foot_of_every_page():
    for text in page_texts(made(one_page(3, sample=True))):
        assert text.lower().count("sample · ") == 2
    assert "sample" not in page_texts(made(one_page()))[0].lower()


def test_later_pages_repeat_the_kicker():
    _, second, *_ = page_texts(made(everything()))
    assert squashed(second).count(squashed("Full roadmap")) == 2


def test_a_break_at_the_end_leaves_no_empty_page():
    handout = replace(one_page(), pieces=(PageBreak("a"), Text("b", "Only this."), PageBreak("c"), PageBreak("d")))
    assert len(page_texts(made(handout))) == 1


def test_a_handout_without_pieces_is_still_a_page():
    (text,) = page_texts(made(replace(one_page(), pieces=())))
    assert "page 1 of 1" in text


@pytest.mark.parametrize("lines", range(44, 56))
def test_a_heading_stays_with_what_follows(lines):
    pieces = (
        Heading("title", "T", role=Role.TITLE),
        Text("fill", "\n".join(["x"] * lines)),
        Heading("heading", "Alone"),
        Text("next", "Together\nwith\nme"),
    )
    pages = page_texts(made(replace(one_page(), pieces=pieces)))
    assert [("Alone" in page, "Together" in page) for page in pages if "Alone" in page] == [(True, True)]


def test_the_same_handout_gives_the_same_bytes():
    assert made(one_page()) == made(one_page())


def test_a_file_holds_the_whole_handout_and_nothing_is_left_beside_it(tmp_path):
    write(one_page(), tmp_path / "one.pdf", Paper.LETTER)
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]
    assert (tmp_path / "one.pdf").read_bytes() == printed(one_page(), Paper.LETTER)


def test_an_unwritable_place_is_an_error_and_leaves_nothing(tmp_path):
    (tmp_path / "one.pdf").mkdir()
    with pytest.raises(FileTrouble, match="one"):
        write(one_page(), tmp_path / "one.pdf", Paper.LETTER)
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]


def test_a_stream_takes_the_handout_too():
    stream = BytesIO()
    write(one_page(), stream, Paper.A4)
    assert stream.getvalue() == printed(one_page(), Paper.A4)


@pytest.mark.parametrize("body", [9.5, 18.0])
def test_the_footer_wraps_a_long_district(body):
    district = "Consolidated Unified School District of the Upper and Lower Cedar Valleys and Adjoining Townships"
    footer = [text for _, mark, text, _ in objects(made(replace(one_page(), district=district), body=body)) if mark < 0]
    assert squashed(district) in squashed(*footer)


def test_options_that_have_no_room_beside_go_below():
    options = tuple(f"An answer of a certain length, number {n}" for n in range(7))
    pdf = made(replace(one_page(), pieces=(Field("f", "Which", options=options),)))
    lefts = [box[0] for _, _, text, box in objects(pdf) if text.startswith("An answer")]
    assert len(lefts) == 7
    assert max(lefts) < 400


def test_what_is_written_in_a_field_stands_above_its_line():
    pdf = made(replace(one_page(), pieces=(Field("f", "Date", value="October 12", lines=2),)))
    assert "Date\r\nOctober 12" in page_texts(pdf)[0]
