"""The tree a screen reader walks: elements of a handout and the marks on its pages that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Element:
    """One element, by its PDF tag.

    ``alternative`` is read in place of a drawing, ``actual`` in place of letters that are set otherwise.
    ``scope`` is Row or Column for a table's header cell. ``marks`` are page and number of each piece of
    marked content, in the order drawn; ``box`` is page and rectangle of a drawing.
    """

    tag: str
    origin: str = ""
    language: str = ""
    alternative: str = ""
    actual: str = ""
    scope: str = ""
    numbering: str = ""
    children: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None

    def child(
        self, tag: str, origin: str = "", *, alternative: str = "", actual: str = "", language: str = ""
    ) -> Element:
        """A new element at the end of this one."""
        element = Element(tag, origin, language, alternative, actual)
        self.children.append(element)
        return element

    @property
    def empty(self) -> bool:
        """Whether nothing on any page belongs to it; empty cells keep their place in their row."""
        return self.tag not in ("TH", "TD") and not self.marks and all(child.empty for child in self.children)


class Pen:
    """Draws on the pages of one document, so that every mark belongs to an element or is an artifact."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self.page = 0
        self._marks = 0
        self._repeats = False

    @contextmanager
    def content(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside belongs to the element; without one, or repeated, it is an artifact."""
        if element is None or self._repeats:
            with self.artifact():
                yield
            return
        self._write(f"/{element.tag} <</MCID {self._marks}>> BDC")
        element.marks.append((self.page, self._marks))
        self._marks += 1
        yield
        self._write("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is passed over by a screen reader: rules, or Pagination (header, footer)."""
        self._write(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._write("EMC")

    @contextmanager
    def spelled(self, words: str) -> Iterator[None]:
        """What is drawn inside in scattered letters is copied and found as these words."""
        self._write(f"/Span <</ActualText <feff{words.encode('utf-16-be').hex()}>>> BDC")
        yield
        self._write("EMC")

    @contextmanager
    def repeating(self) -> Iterator[None]:
        """What is drawn inside was read before and is not read again."""
        before, self._repeats = self._repeats, True
        yield
        self._repeats = before

    def next_page(self) -> None:
        """Ends the page."""
        self.canvas.showPage()
        self.page += 1
        self._marks = 0

    def outline(self, words: str, origin: str, level: int, top: float) -> None:
        """A bookmark at this height of the page; level 1 is the outermost."""
        if not self._repeats:
            self.canvas.bookmarkHorizontal(origin, 0, top)
            self.canvas.addOutlineEntry(words, origin, level - 1, closed=False)

    def _write(self, operator: str) -> None:
        # reportlab has no tagging; its list of page operators is the one place to put marks
        self.canvas._code.append(operator)
