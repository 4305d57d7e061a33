"""Writes the tree a screen reader walks into a finished PDF, as PDF/UA asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from roadmap_desktop.handouts.structure import Element


@dataclass(frozen=True, slots=True)
class Title:
    """What a document says of itself: its title, its language as a code, the day it was made."""

    words: str
    language: str
    made: date


def tagged(pdf: bytes, root: Element, title: Title) -> bytes:
    """The same pages with structure tree, language, title and the mark of PDF/UA-1."""
    with Pdf.open(BytesIO(pdf)) as document:
        _Tree(document).plant(root)
        _describe(document, title)
        done = BytesIO()
        document.save(done, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return done.getvalue()


class _Tree:
    """Makes the objects of a structure tree in one document."""

    def __init__(self, document: Pdf) -> None:
        self._document = document
        self._pages = [page.obj for page in document.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]

    def plant(self, root: Element) -> None:
        """Hangs the tree into the document and tells each page which element owns its marks."""
        tree = self._document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._grow(root, tree)])
        tree.ParentTree = self._document.make_indirect(Dictionary(Nums=Array(list(self._parents()))))
        tree.ParentTreeNextKey = len(self._pages)
        self._document.Root.StructTreeRoot = tree
        self._document.Root.MarkInfo = Dictionary(Marked=True)

    def _parents(self) -> Iterator[Object | int]:
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            yield number
            yield self._document.make_indirect(Array([owners[mark] for mark in range(len(owners))]))

    def _grow(self, element: Element, parent: Object) -> Object:
        made = self._document.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent))
        for key, text in _said(element).items():
            made[key] = String(text)
        kids: list[Object] = []
        for page, mark in element.marks:
            self._owners[page][mark] = made
            kids.append(Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=mark))
        kids += [self._grow(child, made) for child in element.children if not child.empty]
        if kids:
            made.K = Array(kids)
        attributes = _attributes(element)
        if attributes is not None:
            made.A = attributes
        return made


def _said(element: Element) -> dict[str, str]:
    """Origin, language, alternative and actual text by their PDF keys, where there are any."""
    texts = {
        "/ID": element.origin,
        "/Lang": element.language,
        "/Alt": element.alternative,
        "/ActualText": element.actual,
    }
    return {key: text for key, text in texts.items() if text}


def _attributes(element: Element) -> Object | None:
    if element.scope:
        return Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    if element.numbering:
        return Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    if element.box:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(side, 2) for side in element.box]))
    return None


def _describe(document: Pdf, title: Title) -> None:
    document.Root.Lang = String(title.language)
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    day = title.made.strftime("%Y%m%d")
    document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = String(f"D:{day}000000Z")
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title.words
        metadata["dc:language"] = [title.language]
        metadata["pdfuaid:part"] = "1"
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = f"{title.made.isoformat()}T00:00:00Z"
