"""Names in foreign files found among those that there are: as written, or without case, accents and punctuation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from roadmap_desktop.exchange.answer_words import plain

_LONGEST = 400
_BRACKETS = re.compile(r"\s*[\[(]([^\[\]()]*)[\])]\s*$")
_NUMBER = re.compile(r"\s*(?:q(?:uestion)?\s*)?\d{1,3}\s*[.:)\-–—]\s*(.+)", re.IGNORECASE)
_PARTS = re.compile(r"\s+[-–—|›>]+\s+|:\s+")
_AFTER = re.compile(
    r"(.+?)[\s_]+(?:scores?|ratings?|points?|weights?|criterion|from \d to \d|\d ?(?:to|-|–) ?\d)", re.IGNORECASE
)


class Names:
    """Names and what each is the name of; a name that two things have finds neither."""

    def __init__(self, spelt: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._exact: defaultdict[str, set[str]] = defaultdict(set)
        self._plain: defaultdict[str, set[str]] = defaultdict(set)
        self._written: dict[str, str] = {}
        for uuid, spellings in spelt:
            for text in spellings:
                self._exact[_folded(text)].add(uuid)
                self._plain[plain(text) or _folded(text)].add(uuid)
                self._written.setdefault(plain(text), text)

    def find(self, text: str) -> str:
        """The one thing of that name; empty where there is none, or more than one."""
        for names, spelling in ((self._exact, _folded(text)), (self._plain, plain(text) or _folded(text))):
            found = names.get(spelling, ())
            if found:
                return next(iter(found)) if len(found) == 1 else ""
        return ""

    def is_shared(self, text: str) -> bool:
        """Whether more than one thing has that name."""
        return not self.find(text) and len(self._plain.get(plain(text), ())) > 1

    def in_heading(self, heading: str) -> str:
        """The one thing that a heading names: alone, numbered, in brackets, before "(1-5)" or "score"; else empty."""
        found = dict.fromkeys(filter(None, map(self.find, headings(heading))))
        whole = self.find(heading)
        return whole or (next(iter(found)) if len(found) == 1 else "")

    def nearest(self, text: str) -> str:
        """A name that looks much like the text, to be told and never to be taken; empty where none does."""
        near = get_close_matches(plain(text)[:_LONGEST], list(self._written), 1, 0.8)
        return self._written[near[0]] if near else ""


def headings(text: str, *, loosely: bool = False) -> Iterator[str]:
    """What of a heading can be the name of its column; ``loosely`` also without whatever brackets end it.

    Otherwise only brackets with a figure go, as in "Impact (1-5)": "Risk (privacy)" is another name than "Risk".
    """
    stripped = " ".join(text.replace("_", " ").split())[:_LONGEST].strip(" *:?")
    yield stripped
    numbered, after, bracket = _NUMBER.fullmatch(stripped), _AFTER.fullmatch(stripped), _BRACKETS.search(stripped)
    if numbered:
        yield from headings(numbered[1], loosely=loosely)
    if after:
        yield from headings(after[1].rstrip(" ,;:-–—"), loosely=loosely)
    if bracket and bracket.start() > 0:
        if stripped.endswith("]"):
            yield bracket[1]
        if loosely or re.search(r"\d", bracket[1]):
            yield from headings(stripped[: bracket.start()], loosely=loosely)
    elif len(parts := _PARTS.split(stripped, 8)) > 1:
        yield parts[-1]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
