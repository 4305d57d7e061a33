"""The sample workshop: one invented district's facts, read from resources/sample and laid over a new workshop's.

A file holds records by kind (``[[school]]``). Each has an ``id`` that is unique in its kind, or the ``key`` of a fact
that the catalogue already made, whose columns it then sets; the workshop's own id is ``workshop``. A text that ends
with ``@`` and a name refers to a fact: ``"@school.oak-ridge"``, or a task of it: ``"adopt:@guardrail.labor"``.
``[ratings.ROUND]`` holds one line per participant with an answer per statement (0 to 4, ``?`` don't know, ``-`` blank),
``[scores.PARTICIPANT]`` one line per use case with a score per criterion.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from roadmap_desktop.catalogue.bad_record import BadRecord
from roadmap_desktop.model.every import kinds
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.shipped import shipped

_KINDS = kinds()
_GRIDS = ("ratings", "scores")


def sample_facts(workshop: str, made: Iterable[Fact], folder: Path | None = None) -> list[Fact]:
    """The facts of the sample: those that the catalogue made, changed where the sample says so, and its own.

    Raises:
        BadRecord: a record names an unknown kind, column or fact, or a line of answers has the wrong length.
    """
    reading = _Reading(workshop, list(made))
    files = [(path.name, tomllib.loads(path.read_text("utf-8"))) for path in _files(folder)]
    for name, content in files:
        reading.announce(name, content)
    for name, content in files:
        reading.read(name, content)
    return reading.facts


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder or shipped("resources", "sample")).glob("*.toml"))


class _Reading:
    """The facts by kind and id while the files are read."""

    def __init__(self, workshop: str, made: list[Fact]) -> None:
        self.facts = made
        self._workshop = workshop
        self._uuids = {(each.__tablename__, str(key)): each.uuid for each in made if (key := getattr(each, "key", ""))}
        self._uuids["workshop", "workshop"] = workshop
        self._announced: set[tuple[str, str]] = set()
        self._by_uuid = {each.uuid: each for each in made}
        numbered = sorted((each for each in made if hasattr(each, "number")), key=lambda each: each.number)
        self._statements = [each.uuid for each in numbered]
        self._criteria = [each.uuid for each in made if each.__tablename__ == "criterion"]

    def announce(self, file: str, content: dict[str, Any]) -> None:
        """Gives every record of a file its uuid, so that records may refer to later ones."""
        for kind, record, key in self._records(file, content):
            if (kind, key) in self._announced:
                raise BadRecord(file, f"{kind}.{key}", "its id is there twice")
            self._announced.add((kind, key))
            if "id" in record:
                self._uuids.setdefault((kind, key), natural_uuid(self._workshop, "sample", kind, key))

    def read(self, file: str, content: dict[str, Any]) -> None:
        """Makes or changes the facts of a file."""
        for kind, record, key in self._records(file, content):
            name = f"{kind}.{key}"
            uuid = self._uuids.get((kind, key))
            if uuid is None:
                raise BadRecord(file, name, "the catalogue has no such fact")
            values = {column: self._value(file, name, value) for column, value in record.items() if column != "id"}
            unknown = sorted(set(values) - set(_KINDS[kind].__table__.columns.keys()))
            if unknown:
                raise BadRecord(file, name, f"there is no column {unknown[0]}")
            self._put(kind, uuid, values)
        for round_name, lines in content.get("ratings", {}).items():
            self.facts += self._ratings(file, int(round_name), lines)
        for participant, lines in content.get("scores", {}).items():
            self.facts += self._scores(file, participant, lines)

    def _records(self, file: str, content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str]]:
        for kind, records in content.items():
            if kind in _GRIDS:
                continue
            if kind not in _KINDS:
                raise BadRecord(file, kind, "there is no such kind")
            for record in records:
                yield kind, record, str(record.get("id", record.get("key", "")))

    def _put(self, kind: str, uuid: str, values: dict[str, object]) -> None:
        fact = self._by_uuid.get(uuid)
        if fact is None:
            fact = _KINDS[kind](uuid=uuid, **values)
            self._by_uuid[uuid] = fact
            self.facts.append(fact)
            return
        for column, value in values.items():
            setattr(fact, column, value)

    def _value(self, file: str, name: str, value: object) -> object:
        if not isinstance(value, str) or "@" not in value:
            return value
        before, _, reference = value.partition("@")
        kind, _, key = reference.partition(".")
        if (kind, key) not in self._uuids:
            raise BadRecord(file, name, f"there is no fact {reference}")
        return before + self._uuids[kind, key]

    def _ratings(self, file: str, round_number: int, lines: dict[str, str]) -> Iterator[Rating]:
        for participant, answers in lines.items():
            who = self._value(file, "ratings", f"@participant.{participant}")
            marks = answers.replace(" ", "")
            if len(marks) != len(self._statements):
                raise BadRecord(file, f"ratings.{participant}", f"{len(marks)} answers, not {len(self._statements)}")
            for statement, mark in zip(self._statements, marks, strict=True):
                if mark != "-":
                    uuid = natural_uuid(self._workshop, "rating", statement, round_number, who)
                    answer = {"answer": "dont_know"} if mark == "?" else {"level": int(mark)}
                    yield Rating(
                        uuid=uuid, statement=statement, round=round_number, way="paper", participant=str(who), **answer
                    )

    def _scores(self, file: str, participant: str, lines: dict[str, str]) -> Iterator[Score]:
        who = str(self._value(file, "scores", f"@participant.{participant}"))
        for use_case, scores in lines.items():
            subject = str(self._value(file, "scores", f"@use_case.{use_case}"))
            if len(scores) != len(self._criteria):
                raise BadRecord(file, f"scores.{participant}.{use_case}", f"not {len(self._criteria)} scores")
            for criterion, mark in zip(self._criteria, scores, strict=True):
                if mark != "-":
                    uuid = natural_uuid(self._workshop, "score", subject, criterion, who)
                    yield Score(uuid=uuid, use_case=subject, criterion=criterion, participant=who, value=float(mark))
