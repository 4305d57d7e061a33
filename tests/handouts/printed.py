"""Reads printed handouts back with independent libraries: text, places, structure tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
from pypdfium2 import raw

from roadmap_desktop.handouts.page import printed
from roadmap_desktop.handouts.pieces import Handout
from roadmap_desktop.handouts.reading import reading
from roadmap_desktop.handouts.sheet import Paper


def made(handout: Handout, paper: Paper = Paper.LETTER, body: float = 9.5) -> bytes:
    return printed(handout, paper, body=body)


def squashed(*texts: str) -> str:
    """The text without spaces and hyphens: the reader here takes a hyphen at the end of a line for a soft one."""
    return "".join("".join(texts).split()).replace("-", "").replace("\x02", "").replace("\ufffe", "")


def said(handout: Handout) -> str:
    """What the handout says with its kicker, squashed."""
    sample = "SAMPLE · " if handout.sample else ""
    return squashed(sample, handout.kicker.upper(), *reading(handout))


def page_texts(pdf: bytes) -> list[str]:
    with pdfium.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def objects(pdf: bytes) -> Iterator[tuple[int, int, str, tuple[float, float, float, float]]]:
    """Page, mark (-1 for artifacts), text and box of each text object, in the order drawn."""
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            letters = page.get_textpage()
            for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                buffer = (raw.FPDF_WCHAR * 4096)()
                length = raw.FPDFTextObj_GetText(thing.raw, letters.raw, buffer, 8192)
                text = bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le")
                yield number, raw.FPDFPageObj_GetMarkedContentID(thing.raw), text, thing.get_bounds()


@dataclass(frozen=True, slots=True)
class Heard:
    """An element of the structure tree, and the page and number of each mark that belongs to it."""

    tag: str
    origin: str
    language: str
    alternative: str
    actual: str
    attributes: dict[str, object]
    marks: list[tuple[int, int]]


def elements(pdf: bytes) -> list[Heard]:
    """The elements of the structure tree in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        return [each for child in document.Root.StructTreeRoot.K for each in _walk(child, pages)]


def _walk(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Iterator[Heard]:
    kids = list(element.get("/K", []))
    texts = [str(element.get(key, "")) for key in ("/ID", "/Lang", "/Alt", "/ActualText")]
    attributes = {key: _plain(value) for key, value in element.get("/A", {}).items()}
    marks = [(pages[kid["/Pg"].objgen], int(kid["/MCID"])) for kid in kids if "/MCID" in kid]
    yield Heard(str(element["/S"])[1:], *texts, attributes, marks)
    for kid in kids:
        if "/S" in kid:
            yield from _walk(kid, pages)


def _plain(value: object) -> object:
    return [float(each) for each in value] if isinstance(value, pikepdf.Array) else str(value)


def tags(pdf: bytes) -> list[str]:
    return [element.tag for element in elements(pdf)]


def read_aloud(pdf: bytes) -> str:
    """The text in the order of the tree, squashed: what a screen reader that ignores alternatives would say."""
    texts: dict[tuple[int, int], str] = {}
    for page, mark, text, _ in objects(pdf):
        texts[page, mark] = texts.get((page, mark), "") + text
    return squashed(*(texts.get(mark, "") for element in elements(pdf) for mark in element.marks))
