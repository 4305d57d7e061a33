"""Tally: which of a room's answers count, and for how many people each stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.readiness import Answers, Room

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
_NEVER = np.iinfo(np.int64).min
"""The round of a statement that nobody ever answered."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers that count, in columns as in ``Answers``; ``weight`` says for how many each stands.

    ``asked`` says by statement and person who was asked: everybody in the room, and a respondent what her form asks
    in the round that counts.
    """

    room: Room
    statement: Whole
    person: Whole
    table: Whole
    level: Whole
    weight: Whole
    asked: NDArray[np.bool_]


def tally(answers: Answers, room: Room, up_to_round: int | None = None) -> Tally:
    """The answers that count and for how many each stands.

    Of each statement the latest round (not after ``up_to_round``) counts. A person stands for herself. A table
    stands for its size where that was given, less those who sit there and answered themselves; without a size it is
    one answer, and none once everybody who sits there has answered. Hands stand for their number.
    """
    statement, asked, person, table, level, count = (
        np.asarray(column, dtype=np.int64)
        for column in (answers.statement, answers.round, answers.person, answers.table, answers.level, answers.count)
    )
    latest = np.full(len(room.dimension_of), _NEVER)
    early = np.ones(len(asked), dtype=bool) if up_to_round is None else asked <= up_to_round
    np.maximum.at(latest, statement[early], asked[early])
    counts = early & (asked == latest[statement])
    present = _asked(room, latest, person[early], asked[early])
    statement, person, table, level, count = (column[counts] for column in (statement, person, table, level, count))
    return Tally(room, statement, person, table, level, _weights(room, statement, person, table, count), present)


def blank(tallied: Tally) -> Whole:
    """People asked without any answer, by statement: no own one, none of their table, no hand that could be theirs.

    A respondent nobody knows by name could be one of the room, so she stands for one of those without an answer; what
    she left blank herself is counted as hers.
    """
    room = tallied.room
    statements, people = len(room.dimension_of), len(room.table_of)
    covered = np.zeros((statements, people), dtype=bool)
    own = tallied.person >= 0
    covered[tallied.statement[own], tallied.person[own]] = True
    seats = np.asarray(room.table_of, dtype=np.int64)
    by_table = np.zeros((statements, room.tables + 1), dtype=bool)
    at_table = tallied.table >= 0
    by_table[tallied.statement[at_table], tallied.table[at_table]] = True
    covered |= by_table[:, seats]  # the last column is nobody's table: index -1
    hands = ~own & ~at_table
    raised = sums(tallied.statement[hands], tallied.weight[hands], statements)
    uncovered = tallied.asked & ~covered
    known, unknown = uncovered[:, : room.participants], uncovered[:, room.participants :]
    respondents = tallied.asked[:, room.participants :].sum(axis=1)
    missing: Whole = np.maximum(0, known.sum(axis=1) - raised - respondents) + unknown.sum(axis=1)
    return missing


def _asked(room: Room, latest: Whole, person: Whole, asked: Whole) -> NDArray[np.bool_]:
    """Who was asked, by statement and person."""
    found = np.ones((len(room.dimension_of), len(room.table_of)), dtype=bool)
    first = room.participants
    if first == len(room.table_of):
        return found
    in_form = np.zeros((len(room.asked), len(room.dimension_of)), dtype=bool)
    for place, statements in enumerate(room.asked):
        in_form[place, list(statements)] = True
    spoke: defaultdict[int, set[int]] = defaultdict(set)
    for who, number in np.unique(np.stack((person, asked), axis=1), axis=0).tolist():
        spoke[who].add(number)
    for who in range(first, len(room.table_of)):
        hers = np.isin(latest, list(spoke[who])) | (latest == _NEVER)
        found[:, who] = in_form[room.form_of[who - first]] & hers
    return found


def sums(places: Whole, weights: Whole, many: int) -> Whole:
    """The weights added up by place, from 0 to ``many`` less one."""
    return np.bincount(places, weights=weights, minlength=many).astype(np.int64)


def _weights(room: Room, statement: Whole, person: Whole, table: Whole, count: Whole) -> Whole:
    seats = np.asarray(room.table_of, dtype=np.int64)
    own, at_table = person >= 0, table >= 0
    seat = seats[person[own]]
    place = (statement[own] * room.tables + seat)[seat >= 0]
    answered = np.bincount(place, minlength=len(room.dimension_of) * room.tables)
    seated = np.maximum(_seated(room, seats[: room.participants]), _seated(room, seats[room.participants :]))
    seated = seated[table[at_table]]
    alone = answered[statement[at_table] * room.tables + table[at_table]]
    size = count[at_table]
    everybody_answered = (seated > 0) & (alone >= seated)
    weight = np.where(own, 1, count)
    weight[at_table] = np.where(size > 1, np.maximum(0, size - alone), ~everybody_answered)
    return weight


def _seated(room: Room, seats: Whole) -> Whole:
    """How many sit at each table."""
    return np.bincount(seats[seats >= 0], minlength=room.tables)
