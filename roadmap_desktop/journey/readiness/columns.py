"""The ratings in columns of whole numbers: all of them read once, afterwards only those that were touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import repeat
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, func, literal_column, select

from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.rules.readiness import Answers
from roadmap_desktop.store.document import Document

T = TypeVar("T")
Whole = NDArray[np.int64]
_ROW = literal_column("rating.rowid", Integer)
_ELSEWHERE = -9
"""Stands for what is none of the instrument in use, or nobody in the room."""


@dataclass(frozen=True, slots=True)
class Places:
    """The place of each statement, person, table and kind of answer (how, and the number of the level)."""

    statements: Mapping[str, int]
    people: Mapping[str | None, int]
    tables: Mapping[str | None, int]
    levels: Mapping[tuple[str, int | None], int]


@dataclass(frozen=True, slots=True)
class Columns:
    """Every rating in the file, a number of its row first; what is not of the instrument in use is among them."""

    row: Whole
    statement: Whole
    round: Whole
    person: Whole
    table: Whole
    level: Whole
    count: Whole

    def answers(self) -> Answers:
        """Those that are of the instrument in use.

        Raises:
            LookupError: one of them was given by nobody in the room, as a damaged file may say.
        """
        here = (self.statement != _ELSEWHERE) & (self.level != _ELSEWHERE)
        person, table = self.person[here], self.table[here]
        if min(person.min(initial=0), table.min(initial=0)) == _ELSEWHERE:
            raise LookupError("a rating of nobody in the room")
        return Answers(self.statement[here], self.round[here], person, table, self.level[here], self.count[here])


def columns(document: Document, places: Places, only: Collection[str] | None = None) -> Columns:
    """The ratings in the file; only those with these uuids, where some are given."""
    who = func.coalesce(Rating.participant, Rating.respondent)
    query = select(_ROW, Rating.statement, Rating.round, who, Rating.table, Rating.answer, Rating.level, Rating.count)
    if only is not None:
        query = query.where(Rating.uuid.in_(only))
    read = document.plain_rows(query)
    found = tuple(zip(*read, strict=True)) or ((),) * 8
    rows, statement, number, person, table, answer, level, count = found
    return Columns(
        _whole(rows),
        _known(places.statements, statement),
        _whole(number),
        _known(places.people, person),
        _known(places.tables, table),
        _known(places.levels, zip(answer, level, strict=True)),
        _whole(count),
    )


def renewed(
    document: Document, known: Columns, touched: Collection[str], places: Places, participants: int
) -> Columns | None:
    """What was known, with the ratings touched since as they are now; only these are read.

    None where one of them is, or was, somebody's who is not among the first people, the participants.
    """
    fresh = columns(document, places, touched)
    stays = ~np.isin(known.row, fresh.row)
    if int(stays.sum()) + len(fresh.row) > document.rows(select(func.count()).select_from(Rating))[0][0]:
        left = document.plain_rows(select(_ROW).select_from(Rating))  # some are gone
        stays &= np.isin(known.row, _whole(row for (row,) in left))
    people = np.concatenate((known.person[~stays], fresh.person))
    if ((people < -1) | (people >= participants)).any():
        return None
    return Columns(
        *(np.concatenate((getattr(known, each.name)[stays], getattr(fresh, each.name))) for each in fields(Columns))
    )


def latest_round(answers: Answers) -> int:
    """The last round with an answer; 1 without any."""
    return int(np.asarray(answers.round).max(initial=1))


def _known(places: Mapping[T, int], asked: Iterable[T]) -> Whole:
    """The place of each, or elsewhere."""
    return _whole(map(places.get, asked, repeat(_ELSEWHERE)))


def _whole(numbers: Iterable[int]) -> Whole:
    return np.fromiter(numbers, dtype=np.int64)
