"""Sets a handout on pages: content between the margins, header and footer around it, written as a tagged PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from roadmap_desktop.handouts.drawing import blocks
from roadmap_desktop.handouts.flow import Block, draw_down, fill
from roadmap_desktop.handouts.fonts import Face, font, printable
from roadmap_desktop.handouts.footer import Footer, footer
from roadmap_desktop.handouts.look import Look
from roadmap_desktop.handouts.pieces import Columns, Handout, Keep, Piece, Role, Text
from roadmap_desktop.handouts.sheet import Paper, Sheet, sheet
from roadmap_desktop.handouts.structure import Element, Pen
from roadmap_desktop.handouts.tagging import Title, tagged
from roadmap_desktop.handouts.text import natural_width, put
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.whole import write_whole
from roadmap_desktop.tokens import PAPER_BODY


def write(handout: Handout, target: Path | BinaryIO, paper: Paper, *, body: float = PAPER_BODY) -> None:
    """Writes the handout as a PDF for that paper, body text in that many points.

    A file appears whole or not at all.

    Raises:
        FileTrouble: it can't be written.
    """
    pdf = printed(handout, paper, body=body)
    if isinstance(target, Path):
        write_whole(target, pdf)
    else:
        target.write(pdf)


def printed(handout: Handout, paper: Paper, *, body: float = PAPER_BODY) -> bytes:
    """The handout as a tagged PDF; the same handout gives the same bytes."""
    root = Element("Document", language=handout.language)
    return _finished([_laid(handout, paper, body, root)], root)


def printed_together(handouts: Sequence[Handout], paper: Paper, opening: Callable[[tuple[int, ...]], Handout]) -> bytes:
    """Handouts one after the other in one tagged PDF, each with pages of its own.

    ``opening`` makes the first of them, from the number of pages that each of the others has.
    """
    root = Element("Document")
    laid = [_laid(each, paper, each.body, root.child("Part", language=each.language), each.code) for each in handouts]
    first = opening(tuple(len(each.pages) for each in laid))
    front = _laid(first, paper, first.body, root.child("Part", language=first.language), first.code)
    root.children.insert(0, root.children.pop())
    root.language = first.language
    return _finished([front, *laid], root)


def _laid(handout: Handout, paper: Paper, body: float, parent: Element, code: str = "") -> _Laid:
    """The handout set on its pages, what it says under the parent; a code keeps its origins apart from others."""
    setting = _setting(handout, paper, body)
    pieces = _opened(handout, setting)
    if code:
        pieces = tuple(_renamed(piece, code) for piece in pieces)
    content = blocks(pieces, setting.look, setting.width, parent, handout.language)
    return _Laid(setting, list(_pages(content, setting.look.page)) or [[]])


def _finished(documents: Sequence[_Laid], root: Element) -> bytes:
    first = documents[0].setting
    buffer = BytesIO()
    pen = Pen(_canvas(buffer, first, first.handout))
    for each in documents:
        page = each.setting.sheet
        pen.canvas.setPageSize((page.width, page.height))
        for number, content in enumerate(each.pages, 1):
            draw_down(pen, content, page.left, page.top)
            _frame(pen, each.setting, number, len(each.pages))
            pen.next_page()
    pen.canvas.save()
    return tagged(buffer.getvalue(), root, Title(_title(first.handout), first.handout.language, first.handout.made))


def _renamed(piece: Piece, code: str) -> Piece:
    named = replace(piece, origin=f"{code} {piece.origin}")
    if isinstance(named, Keep):
        return replace(named, pieces=tuple(_renamed(each, code) for each in named.pieces))
    if isinstance(named, Columns):
        return replace(named, columns=tuple(tuple(_renamed(each, code) for each in column) for column in named.columns))
    return named


@dataclass(frozen=True, slots=True)
class _Setting:
    """Everything around the content: the sheet, the look, what header and footer say."""

    handout: Handout
    sheet: Sheet
    look: Look
    sample: str
    footer: Footer

    @property
    def width(self) -> float:
        """The width of the content, in points."""
        return self.sheet.right - self.sheet.left


@dataclass(frozen=True, slots=True)
class _Laid:
    """A handout and what stands on each of its pages."""

    setting: _Setting
    pages: list[list[Block]]


def _setting(handout: Handout, paper: Paper, body: float) -> _Setting:
    page = sheet(paper, handout.turn)
    style = Look(0.0, body).footer
    sample = Language(handout.language).say(message("Sample")) if handout.sample else ""
    below = footer(handout, sample, style, page.right - page.left)
    higher = style.leading - Look(0.0).footer.leading
    page = replace(page, above=page.above + higher, below=max(page.below, below.room))
    return _Setting(handout, page, Look(page.top - page.bottom, body), sample, below)


def _opened(handout: Handout, setting: _Setting) -> tuple[Piece, ...]:
    """The pieces with the kicker in front, which says that a sample is one."""
    words = " · ".join(part for part in (setting.sample, handout.kicker) if part)
    kicker = (Text("kicker", words, role=Role.KICKER),) if words else ()
    return (*kicker, *handout.pieces)


def _title(handout: Handout) -> str:
    return f"{handout.district} · {handout.title}"


def _canvas(buffer: BytesIO, setting: _Setting, handout: Handout) -> Canvas:
    for face in Face:
        font(face)
    # without the font's name every page would ask for a Helvetica that is not embedded
    canvas = Canvas(
        buffer,
        pagesize=(setting.sheet.width, setting.sheet.height),
        initialFontName=str(Face.REGULAR),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=handout.language,
    )
    canvas.setTitle(_title(handout))
    canvas.setAuthor(handout.district)
    canvas.setCreator("Roadmap Desktop")
    canvas.setProducer("Roadmap Desktop")
    return canvas


def _pages(content: Sequence[Block], height: float) -> Iterator[list[Block]]:
    """What stands on each page of that height, in points."""
    rest = list(content)
    while rest:
        page, rest = fill(rest, height, height)
        if page:
            yield page


def _frame(pen: Pen, setting: _Setting, number: int, pages: int) -> None:
    """Draws header and footer, which a screen reader passes over."""
    with pen.artifact("Pagination"):
        if number > 1:
            _header(pen, setting)
        setting.footer.draw(pen, setting.sheet, number, pages)


def _header(pen: Pen, setting: _Setting) -> None:
    """The kicker, small above the content of later pages."""
    words = " · ".join(part for part in (setting.sample, setting.handout.kicker) if part)
    style = setting.look.footer
    line = printable(words)
    while line and natural_width(line, style) > setting.width:
        line = line[:-2].rstrip() + "…"
    put(pen, line, style, setting.sheet.left, setting.sheet.top + style.leading)
