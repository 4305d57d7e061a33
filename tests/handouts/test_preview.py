"""The preview shows the pages that will be printed."""

from __future__ import annotations

import pytest

from roadmap_desktop.handouts.page import write
from roadmap_desktop.handouts.preview import page_count, picture
from roadmap_desktop.handouts.sheet import Paper
from tests.handouts.demo import everything, one_page
from tests.handouts.printed import made


def test_a_page_is_drawn_as_wide_as_asked_in_the_shape_of_the_paper():
    shown = picture(made(one_page()), 0, 612)
    assert (shown.width, shown.height) == (612, 792)
    assert len(shown.rgba) == 612 * 792 * 4


def test_paper_is_white_and_opaque_and_the_kicker_is_blue():
    shown = picture(made(one_page()), 0, 1224)
    assert shown.rgba[:4] == b"\xff\xff\xff\xff"
    pixels = {shown.rgba[i : i + 4] for i in range(1224 * 84 * 4, 1224 * 110 * 4, 4)}
    assert bytes((0x1D, 0x5B, 0xB8, 0xFF)) in pixels


def test_it_counts_pages_and_reads_files(tmp_path):
    write(everything(), tmp_path / "all.pdf", Paper.A4)
    assert page_count(tmp_path / "all.pdf") == page_count(made(everything(), Paper.A4)) == 6
    assert picture(tmp_path / "all.pdf", 5, 200).width == 200


def test_beyond_the_last_page_there_is_none():
    with pytest.raises(IndexError):
        picture(made(one_page()), 1, 100)
