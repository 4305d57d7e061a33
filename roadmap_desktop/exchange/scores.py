"""Scores of use cases as forms and spreadsheets write them, shown as understood before anything is taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from roadmap_desktop.exchange import usecase_words as words
from roadmap_desktop.exchange.answer_words import says_dont_know, says_not_applicable, says_nothing
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.names import Names
from roadmap_desktop.exchange.score_columns import Columns, Held, columns_of
from roadmap_desktop.exchange.scorer_names import STRANGER, Scorers
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.journey.usecases.drafts import ScoreDraft, Scorer, ScoresDraft
from roadmap_desktop.journey.usecases.known import Known
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE

_NAMED = 12
"""Names told of a kind; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ScoresPreview:
    """Scores as understood: what would be taken, every part that would not be, and what was left open.

    ``strangers`` are the names that are not in the room list, ``dont_know`` how many cells say that or nothing.
    """

    draft: ScoresDraft
    untaken: tuple[Untaken, ...]
    notes: tuple[Words, ...]
    strangers: tuple[str, ...]
    dont_know: int


def read_scores(source: bytes | str, known: Known, *, add_people: bool = False) -> ScoresPreview:
    """The preview of a file of scores.

    Raises:
        Unreadable: the file is no table, or says not who scored what on which criterion.
    """
    criteria = Names(known.criteria)
    columns = columns_of(source, criteria)
    reading = _Reading(columns, known, criteria, add_people)
    for row in columns.table.rows:
        if not row.is_empty:
            reading.take(row)
    untaken = (*columns.table.not_rows(), *columns.untaken(criteria), *reading.untaken())
    return ScoresPreview(reading.draft(), untaken, reading.notes(), tuple(reading.strangers), reading.dont_know)


class _Reading:
    """The rows of a file being read one after the other."""

    def __init__(self, columns: Columns, known: Known, criteria: Names, add_people: bool) -> None:
        self._columns, self._criteria = columns, criteria
        self._written = {uuid: names[0] for uuid, names in known.criteria}
        self._use_cases, self._scorers = Names(known.use_cases), Scorers(columns, known, add_people)
        self._given: dict[tuple[Scorer, str, str], tuple[float, int]] = {}
        self._left: defaultdict[tuple[Words, str], list[int]] = defaultdict(list)
        self.strangers: dict[str, None] = {}
        self.dont_know = 0

    def draft(self) -> ScoresDraft:
        """What would be taken."""
        scores = (ScoreDraft(*key, value) for key, (value, _) in self._given.items())
        return ScoresDraft(tuple(scores), self._scorers.added)

    def untaken(self) -> Iterator[Untaken]:
        """Rows and cells that are not taken, those with the same reason and the same words together."""
        for (reason, raw), lines in self._left.items():
            yield Untaken(self._columns.table.where(lines), reason, raw[:200])

    def notes(self) -> tuple[Words, ...]:
        """Who is not in the room list."""
        if not self.strangers:
            return ()
        names = tuple(self.strangers)
        note = plural(
            "{n} name is not in the room list: {names}.",
            "{n} names are not in the room list: {names}.",
            len(names),
            names=names if len(names) <= _NAMED else (*names[:_NAMED], "…"),
        )
        return (note,)

    def take(self, row: Row) -> None:
        """Reads a row: the scores of one person for one use case, or one of them."""
        name = row.cell(self._columns.place(Held.USE_CASE))
        use_case = self._use_cases.find(name)
        scorer = self._scorers.scorer(row) if use_case else None
        if isinstance(scorer, Scorer):
            for criterion, text in self._cells(row):
                self._score(row, scorer, use_case, criterion, text)
        elif scorer is not None:
            if scorer == STRANGER:
                self.strangers[self._scorers.name(row)] = None
            self._leave(row, scorer, self._scorers.name(row))
        else:
            self._leave(row, _no_such(self._use_cases, name), name)

    def _cells(self, row: Row) -> Iterator[tuple[str, str]]:
        if not self._columns.is_long:
            yield from ((criterion, row.cell(place)) for place, criterion in self._columns.criteria.items())
            return
        name = row.cell(self._columns.place(Held.CRITERION))
        criterion = self._criteria.find(name)
        if criterion:
            yield criterion, row.cell(self._columns.place(Held.SCORE))
        else:
            self._leave(row, _no_criterion(self._criteria, name), name)

    def _score(self, row: Row, scorer: Scorer, use_case: str, criterion: str, text: str) -> None:
        if says_nothing(text) or says_dont_know(text) or says_not_applicable(text):
            self.dont_know += 1
            return
        value = words.number(text)
        if value is None or not LEAST_SCORE <= value <= MOST_SCORE:
            name = self._written[criterion]
            self._leave(row, message("It is no score from 1 to 5 on {criterion}.", criterion=name), text)
            return
        key = (scorer, use_case, criterion)
        before = self._given.get(key)
        if before is not None and before[0] != value:
            where = self._columns.table.where((row.number,))
            reason = message("The same scorer gave another score later, in {where}.", where=where)
            self._left[reason, f"{before[0]:g}"].append(before[1])
        self._given[key] = (value, row.number)

    def _leave(self, row: Row, reason: Words, raw: str) -> None:
        self._left[reason, raw].append(row.number)


def _no_such(names: Names, name: str) -> Words:
    if says_nothing(name):
        return message("It names no use case.")
    if names.is_shared(name):
        return message("More than one use case has this name.")
    if near := names.nearest(name):
        return message("No use case has this name; the nearest is “{name}”.", name=near)
    return message("No use case has this name.")


def _no_criterion(names: Names, name: str) -> Words:
    if says_nothing(name):
        return message("It names no criterion.")
    if names.is_shared(name):
        return message("More than one criterion has this name.")
    if near := names.nearest(name):
        return message("The workshop has no criterion of this name; the nearest is “{name}”.", name=near)
    return message("The workshop has no criterion of this name.")
