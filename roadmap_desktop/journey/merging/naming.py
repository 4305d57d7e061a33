"""Facts and their values in the room's own words, read from whichever copy has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Time
from sqlalchemy.types import TypeEngine

from roadmap_desktop.journey.guardrails.saying import STATUS
from roadmap_desktop.journey.merging.facts import FACTS
from roadmap_desktop.journey.prepare.calendar import SPAN_KINDS
from roadmap_desktop.journey.prepare.schools import LEVELS as SCHOOL_LEVELS
from roadmap_desktop.journey.readiness.inwords import dotted
from roadmap_desktop.journey.record import CHOICES
from roadmap_desktop.journey.scaling.places import PACES
from roadmap_desktop.journey.usecases.saying import ANSWERS, LEVELS, RISKS
from roadmap_desktop.language import Phrase, Words, message
from roadmap_desktop.store.apart import Copy, Key, Row, columns_of, tables
from roadmap_desktop.store.labels import from_json

_LONGEST = 160
VALUES: Mapping[tuple[str, str], Mapping[Any, Words]] = {
    ("rating", "answer"): {"dont_know": message("don't know"), "not_applicable": message("not applicable")},
    ("guardrail", "status"): {each.value: words for each, words in STATUS.items()},
    ("school", "pace"): {each.value: words for each, words in PACES.items()},
    ("school", "level"): {each.value: words for each, words in SCHOOL_LEVELS.items()},
    ("pair_comparison", "answer"): ANSWERS,
    ("span", "kind"): {each.value: words for each, words in SPAN_KINDS.items()},
    ("use_case", "choice"): CHOICES,
    ("use_case", "level"): LEVELS,
    ("use_case", "risk"): RISKS,
}
"""What stored values are called, by kind and column; others are said as they are."""
_OF_CATALOGUE = {"perspective": "perspective", "strand": "strand", "cadence": "cadence", "unit": "unit"}
_SILENT = {("rating", "answer"): "level"}
"""A value that goes without saying, since a column beside it says more."""


class Naming:
    """Names what is in the copies; ``tasks`` are the names of the roadmap's tasks by key."""

    def __init__(self, copies: Sequence[Copy], tasks: Mapping[str, Words]) -> None:
        self._copies, self._tasks = copies, tasks
        self._phrases: dict[str, dict[str, str]] = {}
        for copy in reversed(copies):
            for row in copy.rows["wording"].values():
                line = dict(zip(columns_of("wording"), row, strict=True))
                self._phrases.setdefault(line["key"], {})[line["language"]] = line["text"]

    def fact(self, key: Key) -> Words:
        """The kind and the name of a fact: "School: Oak Ridge"."""
        kind, name = FACTS[key[0]].name, self.name(key)
        return message("{kind}: {name}", kind=kind, name=name) if name else kind

    def name(self, key: Key) -> Words:
        """The name of a fact; empty where it has none."""
        line = self._line(key)
        known = FACTS[key[0]]
        parts = [words for column in known.by if (words := self.value(key[0], column, line.get(column)))]
        own_name = known.by[-1]
        if known.wording is not None and not line.get(own_name) and line.get("key"):
            kind, part = known.wording
            parts.append(self._phrase(f"{kind}.{line['key']}.{part}"))
        if key[0] == "rating" and not any(line.get(who) for who in ("participant", "table", "respondent")):
            parts.append(message("show of hands"))
        return dotted(parts)

    def values(self, kind: str, columns: Sequence[str], answer: Row) -> Words:
        """The values that are one answer, in one line; a word where there is none."""
        said = [self.value(kind, column, value) for column, value in zip(columns, answer, strict=True)]
        return dotted([each for each in said if each]) or message("nothing")

    def value(self, kind: str, column: str, value: Any) -> Words:
        """One value as a person says it; empty where there is none."""
        if value is None or value == "" or (_SILENT.get((kind, column)) and value == _SILENT[kind, column]):
            return ""
        if (known := VALUES.get((kind, column))) is not None and value in known:
            return known[value]
        for key in tables()[kind].c[column].foreign_keys:
            return self.name((key.column.table.name, value))
        if column in ("before", "after", "task", "key") and value in self._tasks:
            return self._tasks[value]
        if column in _OF_CATALOGUE:
            return self._phrase(f"{_OF_CATALOGUE[column]}.{value}.name", value)
        if column == "kept_name":
            return from_json(value)
        return _typed(tables()[kind].c[column].type, value)

    def _line(self, key: Key) -> Mapping[str, Any]:
        row = next((row for copy in self._copies if (row := copy.row(key)) is not None), None)
        return {} if row is None else dict(zip(columns_of(key[0]), row, strict=True))

    def _phrase(self, key: str, otherwise: str = "") -> Words:
        texts = self._phrases.get(key)
        return otherwise if texts is None else Phrase(key, tuple(sorted(texts.items())))


def _typed(kind: TypeEngine[Any], value: Any) -> Words:
    try:
        match kind:
            case Boolean():
                return message("yes") if value else message("no")
            case DateTime():
                return message("{moment:short}, {moment}", moment=datetime.fromisoformat(value))
            case Date():
                return message("{day}", day=date.fromisoformat(value))
            case Time():
                return message("{moment}", moment=time.fromisoformat(value))
    except (TypeError, ValueError):  # no program of ours wrote it
        return str(value)
    if isinstance(value, int | float):
        return message("{n}", n=value)
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
