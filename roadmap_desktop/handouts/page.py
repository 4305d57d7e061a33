"""Sets a handout on pages: content between the margins, header and footer around it, written as a tagged PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from roadmap_desktop.handouts.pieces import Handout, Piece, Role, Text
from roadmap_desktop.handouts.sheet import Paper, Sheet, sheet
from roadmap_desktop.handouts.structure import Element, Pen
from roadmap_desktop.handouts.tagging import Title, tagged
from roadmap_desktop.handouts.text import natural_width, put
from roadmap_desktop.language import Language, message
from roadmap_desktop.tokens import PAPER_BODY


def write(handout: Handout, target: Path | BinaryIO, paper: Paper, *, body: float = PAPER_BODY) -> None:
    """Writes the handout as a PDF for that paper, body text in that many points.

    A file appears whole or not at all; raises OSError where it can't be written.
    """
    pdf = printed(handout, paper, body=body)
    if not isinstance(target, Path):
        target.write(pdf)
        return
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(pdf)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def printed(handout: Handout, paper: Paper, *, body: float = PAPER_BODY) -> bytes:
    """The handout as a tagged PDF; the same handout gives the same bytes."""
    setting = _setting(handout, paper, body)
    root = Element("Document", language=handout.language)
    content = blocks(_opened(handout, setting), setting.look, setting.width, root, handout.language)
    pages = list(_pages(content, setting.look.page)) or [[]]
    buffer = BytesIO()
    pen = Pen(_canvas(buffer, setting, handout))
    for number, page in enumerate(pages, 1):
        draw_down(pen, page, setting.sheet.left, setting.sheet.top)
        _frame(pen, setting, number, len(pages))
        pen.next_page()
    pen.canvas.save()
    return tagged(buffer.getvalue(), root, Title(_title(handout), handout.language, handout.made))


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
