"""What a screen reader can rely on: order, tags, alternatives, and that the rest is passed over."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from roadmap_desktop.handouts.pieces import (
    Artifact,
    Column,
    Columns,
    Field,
    Figure,
    Handout,
    Heading,
    Item,
    Keep,
    ListOf,
    Mark,
    PageBreak,
    Role,
    Table,
    Text,
)
from roadmap_desktop.handouts.shown import Profile, ProfileRow
from tests.handouts.demo import everything, one_page
from tests.handouts.printed import elements, made, read_aloud, said, tags

_PROFILE = Profile((ProfileRow("Leadership", "2.6", 2.6, 2.0, 3.0),))

SPANISH = [
    Heading("here", "Título", role=Role.TITLE, language="es"),
    Text("here", "Texto", language="es"),
    Table("here", (Column("Uno"),), (("dos",),), language="es"),
    Figure("here", _PROFILE, alternative="Liderazgo 2.6.", language="es"),
    ListOf("here", (Item("uno", Mark.BOX),), language="es"),
    Field("here", "Nombre", language="es"),
]

SILENT = [
    Artifact("here", language="es"),
    PageBreak("here", language="es"),
    Keep("here", (), language="es"),
    Columns("here", ((),), language="es"),
]


def _handout(*pieces):
    return Handout("H-02", "", "Title", "District", date(2026, 8, 12), pieces)


@pytest.mark.parametrize("piece", SPANISH, ids=lambda piece: piece.role)
def test_every_piece_keeps_its_origin_and_language(piece):
    (element,) = [each for each in elements(made(_handout(piece))) if each.origin == "here"]
    assert element.language == "es"


@pytest.mark.parametrize("piece", SILENT, ids=lambda piece: type(piece).__name__)
def test_what_holds_or_parts_says_nothing_itself(piece):
    assert tags(made(_handout(piece))) == ["Document"]


@pytest.mark.parametrize("handout", [one_page(), one_page(3), everything()], ids=["one", "three", "all"])
def test_the_tree_reads_in_the_order_of_the_pieces(handout):
    assert read_aloud(made(handout)) == said(handout)


@pytest.mark.parametrize("handout", [one_page(3, sample=True), everything()], ids=["three", "all"])
def test_every_mark_on_a_page_is_owned_or_an_artifact(handout):
    with pikepdf.open(BytesIO(made(handout))) as document:
        owners = document.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(document.pages):
            numbers, outside = _marks(page)
            assert page.StructParents == owners[2 * number] == number
            assert numbers == list(range(len(owners[2 * number + 1])))
            assert outside == []


def _marks(page):
    """The numbers of marked content in order, and what is drawn outside of any."""
    numbers, outside, depth = [], [], 0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                assert (str(operands[0]) == "/Span") == bool(depth)
                depth += 1
                if "/MCID" in operands[1]:
                    numbers.append(int(operands[1].MCID))
            case "EMC":
                depth -= 1
            case "Tj" | "TJ" | "f" | "S" | "B" | "b" | "f*" | "s" as drawn if not depth:
                outside.append(drawn)
    return numbers, outside


def test_a_table_has_headers_with_scope_and_rows_of_equal_length():
    pdf = made(one_page())
    cells = [each for each in elements(pdf) if each.tag in ("TH", "TD")]
    scopes = [each.attributes["/Scope"] for each in cells if each.tag == "TH"]
    assert scopes == ["/Column"] * 4 + ["/Row"] * 3
    assert len(cells) == 16


def test_a_repeated_header_is_read_once():
    assert tags(made(everything())).count("Table") == 1
    assert read_aloud(made(everything())).count("TaskOwnerStatusDaysWhy") == 1


def test_a_figure_says_what_it_shows_and_where_it_is():
    figures = [each for each in elements(made(one_page())) if each.tag == "Figure"]
    assert "Readiness by dimension" in figures[0].alternative
    left, bottom, right, top = figures[0].attributes["/BBox"]
    assert 54 <= left < right <= 558
    assert 66 <= bottom < top <= 750


def test_a_ticked_box_is_heard_as_done():
    labels = [each.actual for each in elements(made(one_page())) if each.tag == "Lbl"]
    assert labels == ["not done", "not done", "begun", "done"]


def test_a_box_without_words_in_a_cell_is_heard_too():
    table = Table("t", (Column("Who"), Column("Done")), (("Mara", Item("", Mark.TICKED)),))
    spans = [each.alternative for each in elements(made(_handout(table))) if each.tag == "Span"]
    assert spans == ["done"]


def test_the_document_names_itself_its_language_and_the_standard():
    with pikepdf.open(BytesIO(made(one_page()))) as document:
        assert document.Root.Lang == "en"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Cedar Valley Unified · AI roadmap"
            assert metadata["pdfuaid:part"] == "1"


def test_headings_are_bookmarks():
    with pikepdf.open(BytesIO(made(everything()))) as document, document.open_outline() as outline:
        (title,) = outline.root
        assert title.title == "Full roadmap"
        assert [child.title for child in title.children] == ["When", "Tasks", "Last page"]
        assert [child.title for child in title.children[1].children] == ["Next steps"]


def test_a_piece_that_cannot_be_read_aloud_is_refused():
    with pytest.raises(ValueError, match="alternative"):
        Figure("profile", _PROFILE)
    with pytest.raises(ValueError, match="twice"):
        _handout(Text("a", "one"), Keep("b", (Text("a", "two"),)))
    with pytest.raises(ValueError, match="level"):
        _handout(Heading("a", "Heading"), Heading("b", "Title", role=Role.TITLE))
    with pytest.raises(ValueError, match="cells"):
        Table("t", (Column("One"),), (("1", "2"),))
    with pytest.raises(ValueError, match="share"):
        Columns("c", ((), ()), shares=(1,))
