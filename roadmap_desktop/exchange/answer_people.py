"""Who answered a form: a participant by name or address, else somebody without a name who is told apart from others."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from roadmap_desktop.exchange.answer_columns import Column
from roadmap_desktop.exchange.answer_headings import ColumnRole
from roadmap_desktop.exchange.answer_words import plain
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.journey.prepare.personfields import matched_perspective
from roadmap_desktop.journey.prepare.perspectivewords import meant_perspective
from roadmap_desktop.journey.readiness.drafts import BY_ANSWERS, COUNTED
from roadmap_desktop.journey.readiness.questionnaire import Questionnaire

_SHORTEST_ID = 8
"""A shorter id counts the rows of one export: two exports can have the same."""
_LABEL = re.compile(r"\w{0,3}[\s.#-]?\d{1,5}")
"""A number in the place of a name: P07."""
_NO_ONE = {"anonymous", "anonymous user", "n a", "none", ""}


class People:
    """Finds who a row is from; nothing of a name or address leaves it but the participant it belongs to."""

    def __init__(self, asked: Questionnaire, columns: Iterable[Column]) -> None:
        self._asked = asked
        self._places: dict[ColumnRole, list[int]] = {}
        for column in columns:
            self._places.setdefault(column.role, []).append(column.place)
        self._by_name = _only((frozenset(plain(name).split()), uuid) for uuid, name in asked.people)
        self._seen: Counter[tuple[str, ...]] = Counter()
        self.strange_perspectives: Counter[str] = Counter()

    def texts(self, row: Row, role: ColumnRole) -> list[str]:
        """What a row has in the columns of a role."""
        return [row.cell(place) for place in self._places.get(role, ()) if row.cell(place)]

    def person(self, row: Row) -> str:
        """The uuid of the participant who answered; empty where no name or address is that of exactly one."""
        first, last = self.texts(row, ColumnRole.FIRST_NAME), self.texts(row, ColumnRole.LAST_NAME)
        names = [*self.texts(row, ColumnRole.NAME), *([f"{first[0]} {last[0]}"] if first and last else [])]
        for name in names:
            found = self._by_name.get(frozenset(plain(name).split()))
            if found:
                return found
        for address in self.texts(row, ColumnRole.EMAIL):
            local = frozenset(re.split(r"[._\-+\d]+", plain_address(address))) - {""}
            if len(local) > 1 and local in self._by_name:
                return self._by_name[local]
        return ""

    def is_named(self, row: Row) -> bool:
        """Whether a row says who it is from."""
        roles = (ColumnRole.NAME, ColumnRole.EMAIL, ColumnRole.LAST_NAME)
        return any(plain(text) not in _NO_ONE for role in roles for text in self.texts(row, role))

    def identity(self, row: Row, answers: Sequence[tuple[str, object]]) -> tuple[str, ...]:
        """What tells a respondent apart when the form comes again: the form's own id, the time, else the answers."""
        ids = self.texts(row, ColumnRole.IDENTITY)
        ids += [text for text in self.texts(row, ColumnRole.NAME) if _LABEL.fullmatch(text)]
        times = [_time(text) for text in self.texts(row, ColumnRole.TIME)]
        if ids and len(ids[0]) >= _SHORTEST_ID:
            key: tuple[str, ...] = ("id", ids[0])
        elif times:
            key = ("time", times[0], *ids)
        elif ids:
            key = (COUNTED, ids[0])
        else:
            content = "\x1f".join(f"{statement}={answer}" for statement, answer in answers)
            key = (BY_ANSWERS, hashlib.sha256(content.encode()).hexdigest())
        self._seen[key] += 1
        return (*key, str(self._seen[key]))

    def perspective(self, row: Row) -> str:
        """The key of the perspective, from the column of perspectives, else of roles."""
        words: Mapping[str, Sequence[str]] = self._asked.perspectives
        for text in (*self.texts(row, ColumnRole.PERSPECTIVE), *self.texts(row, ColumnRole.ROLE)):
            found = matched_perspective(text, words) or self._alias(text)
            if found:
                return found
            self.strange_perspectives[text] += 1
        return ""

    def _alias(self, text: str) -> str:
        return meant_perspective(plain(text), self._asked.perspectives)

    def table(self, row: Row) -> str:
        """The uuid of the table, by its name or a number that only one has."""
        for text in self.texts(row, ColumnRole.TABLE):
            words = plain(text)
            found = [uuid for uuid, name in self._asked.tables if words == plain(name)]
            found = found or [uuid for uuid, name in self._asked.tables if words in plain(name).split()]
            if len(found) == 1:
                return found[0]
        return ""


def plain_address(address: str) -> str:
    """The part of an address before the at sign, in lower case."""
    return address.partition("@")[0].strip().casefold() if "@" in address else ""


def _time(text: str) -> str:
    """A time in one writing, whatever program wrote it: digits in order of year, month, day, hour, minute, second."""
    numbers = re.findall(r"\d+", text.partition(".")[0])
    if len(numbers) < 4:
        return " ".join(text.casefold().split())
    if len(numbers[2]) == 4:
        numbers[:3] = [numbers[2], numbers[0], numbers[1]]
    hour = int(numbers[3]) % 12 + 12 if re.search(r"p\.?\s?m", text, re.IGNORECASE) else int(numbers[3])
    if re.search(r"a\.?\s?m", text, re.IGNORECASE) and hour == 12:
        hour = 0
    return "-".join(str(int(number)) for number in (*numbers[:3], hour, *numbers[4:6]))


def _only(found: Iterable[tuple[frozenset[str], str]]) -> dict[frozenset[str], str]:
    pairs = [pair for pair in found if pair[0]]
    often = Counter(words for words, _ in pairs)
    return {words: uuid for words, uuid in pairs if often[words] == 1}
