"""Which statement a column asks: by its id, by its text, by its number, or by a text that is much alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from roadmap_desktop.exchange.answer_words import plain
from roadmap_desktop.journey.readiness.questionnaire import Question

ALIKE = 0.85
"""From this likeness on (difflib's ratio of the plain texts, 0 to 1) a heading can mean a statement."""
_MARGIN = 0.05
_SHORTEST_BEGINNING = 25
_SHARED_WORDS = 0.5
_LONGEST_HEADING = 3_000
_MOST_PARTS = 12
_NUMBER = re.compile(r"(?:q|question|item|statement|s|no|nr)?\s*#?\s*(\d{1,4})\.?", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[(]([^\[\]]+)[\])]\s*$")
_LEADING = re.compile(
    r"[\[(]?((?:q|question|item|statement)?\s*[\w.\-]*\d[\w.\-]*?|[A-Za-z]{1,4})[\])]?\s*(?:[.:)\-–—|]+\s*|\s+)(.+)",
    re.I,
)
_PARTS = re.compile(r"\s+[-–—|›>]+\s+|:\s+|\s*>>\s*")


class How(StrEnum):
    """How a column was matched with its statement."""

    KNOWN = "known"
    CHOSEN = "chosen"
    ID = "id"
    TEXT = "text"
    NUMBER = "number"
    BEGINNING = "beginning"
    ALIKE = "alike"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Match:
    """The statement (a place among the questions) that a heading means, how it was found, how sure (0 to 1)."""

    question: int
    how: How
    sure: float = 1.0


class Matching:
    """The statements of an instrument, to be found by the headings of a form."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = questions
        self._by_key = _only({plain(each.key): [place] for place, each in enumerate(questions) if plain(each.key)})
        texts: defaultdict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(questions):
            for text in each.texts:
                texts[plain(text)].append(place)
        self._by_text = _only(texts)
        self._texts = [(place, plain(text)) for place, each in enumerate(questions) for text in each.texts]
        self._words = [(place, text, set(text.split())) for place, text in self._texts]
        self._by_number = {each.number: place for place, each in enumerate(questions)}

    def exact(self, cells: Sequence[str]) -> Match | None:
        """The statement that one of a column's heading cells names by id or text; None where two disagree."""
        found = {match.question: match for cell in cells for match in self._exact(cell)}
        by_text = [match for match in found.values() if match.how is How.TEXT]
        if len(found) > 1 and len(by_text) == 1 and all(self._is_counter(cell) for cell in cells[:1]):
            return by_text[0]  # the form's own question number beside the statement's text
        return next(iter(found.values())) if len(found) == 1 else None

    def by_number(self, cells: Sequence[str]) -> Match | None:
        """The statement of that number, for a column headed with nothing but "Q12" or "12"."""
        if len(cells) != 1:
            return None
        found = _NUMBER.fullmatch(cells[0].strip())
        if found is None:
            return None
        place = self._by_key.get(found[1], self._by_number.get(int(found[1])))
        return None if place is None else Match(place, How.NUMBER)

    def alike(self, cells: Sequence[str]) -> Match | None:
        """The one statement whose text a heading begins, or is much like; None where a second comes near."""
        best: dict[int, Match] = {}
        for cell in cells:
            if len(cell) > _LONGEST_HEADING:
                continue
            for text in {plain(part) for part in _texts_of(cell)}:
                for match in self._alike(text):
                    before = best.get(match.question)
                    if before is None or match.sure > before.sure:
                        best[match.question] = match
        ranked = sorted(best.values(), key=lambda match: -match.sure)
        if not ranked or ranked[0].sure < ALIKE or (len(ranked) > 1 and ranked[1].sure > ranked[0].sure - _MARGIN):
            return None
        return ranked[0]

    def _exact(self, cell: str) -> Iterator[Match]:
        whole = plain(cell)
        if whole in self._by_key:
            yield Match(self._by_key[whole], How.ID)
            return
        texts = [plain(text) for text in _texts_of(cell)]
        by_text = next((self._by_text[text] for text in texts if text in self._by_text), None)
        key = self._key_of(cell)
        if by_text is not None:
            yield Match(by_text, How.ID if key == by_text else How.TEXT)
        elif key is not None:
            yield Match(key, How.ID)

    def _key_of(self, cell: str) -> int | None:
        """The statement whose id stands first, or alone in brackets; a bare number is only a form's own counting."""
        if len(cell) > _LONGEST_HEADING:
            return None
        bracket = _BRACKETS.search(cell)
        if bracket and plain(bracket[1]) in self._by_key:
            return self._by_key[plain(bracket[1])]
        leading = _LEADING.fullmatch(cell.strip())
        if leading and plain(leading[1]) in self._by_key and not leading[1].isdecimal():
            return self._by_key[plain(leading[1])]
        return None

    def _is_counter(self, cell: str) -> bool:
        return bool(re.fullmatch(r"\s*(?:q(uestion)?\s*)?\d+(_\d+)*\s*", cell, re.IGNORECASE))

    def _alike(self, text: str) -> Iterator[Match]:
        words = set(text.split())
        for place, other, others in self._words:
            if len(text) >= _SHORTEST_BEGINNING and other.startswith(text):
                yield Match(place, How.BEGINNING, max(ALIKE + 0.1, len(text) / len(other)))
            elif words and len(words & others) >= _SHARED_WORDS * max(len(words), len(others)):
                sure = SequenceMatcher(None, text, other, autojunk=False).ratio()
                if sure >= ALIKE - 0.1:
                    yield Match(place, How.ALIKE, sure)


def _texts_of(cell: str) -> Iterator[str]:
    """What of a heading can be the statement: all of it, what stands in brackets, behind a dash, behind a number."""
    yield cell
    if len(cell) > _LONGEST_HEADING:
        return
    bracket = _BRACKETS.search(cell)
    if bracket:
        yield bracket[1]
        yield from _behind_number(bracket[1])
    parts = _PARTS.split(cell, _MOST_PARTS)
    yield from (" ".join(parts[place:]) for place in range(1, len(parts)))
    yield from parts
    yield from _behind_number(cell)
    yield from _behind_number(parts[-1])


def _behind_number(text: str) -> Iterator[str]:
    leading = _LEADING.fullmatch(text.strip())
    if leading:
        yield leading[2]


def _only(found: dict[str, list[int]]) -> dict[str, int]:
    return {key: places[0] for key, places in found.items() if key and len(set(places)) == 1}
