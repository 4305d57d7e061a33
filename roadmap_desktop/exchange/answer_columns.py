"""The columns of a form: where its headings stand, and what each column is understood to hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from roadmap_desktop.exchange.answer_cells import Cells
from roadmap_desktop.exchange.answer_headings import ColumnRole, column_role
from roadmap_desktop.exchange.answer_matching import How, Match, Matching
from roadmap_desktop.exchange.answer_words import plain, says_nothing
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.journey.readiness.questionnaire import Question, Questionnaire

_HEADS_WITHIN = 40
_SCORE = re.compile(r"\s*(points|feedback|score)\s*[-–—:]\s*\S.*", re.IGNORECASE)
_REMARK = re.compile(r"\b(comments?|explain|explanation|please specify|notes|why|comentarios?)\b")
_GENERAL = re.compile(r"\b(any|other|else|general|overall|further|additional|otros?|general(es)?)\b")
_REMARKS = 2
_IDLE = re.compile(r"(open ended )?response|other|\W*importid.*", re.IGNORECASE)
_SAME_FORM = 0.8
"""A form is the one that was taken before when it has so many of its statements' headings."""


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of headings (places among the rows), and the heading cells of each column."""

    first: int
    last: int
    cells: tuple[tuple[str, ...], ...]

    def heading(self, place: int) -> str:
        """A column's heading in one line."""
        return " · ".join(self.cells[place])


@dataclass(frozen=True, slots=True)
class Column:
    """A column as understood: its place from 0, its heading, its role, its statement's place and how it was found."""

    place: int
    heading: str
    key: str
    role: ColumnRole
    match: Match | None = None


def head_of(rows: Sequence[Row], matching: Matching, cells: Cells) -> Head | None:
    """The rows of headings: the row that names most statements and other columns, with its neighbours that do too."""
    weights = [_weight(row, matching, cells) for row in rows[:_HEADS_WITHIN]]
    best = max(weights, default=0)
    if best < 1:
        return None
    first = last = weights.index(best)
    while first > 0 and _goes_with(rows[first - 1], weights[first - 1], cells):
        first -= 1
    while last + 1 < len(weights) and _goes_with(rows[last + 1], weights[last + 1], cells, best):
        last += 1
    width = max(len(row.cells) for row in rows[first : last + 1])
    columns = (tuple(filter(None, (row.cell(place) for row in rows[first : last + 1]))) for place in range(width))
    return Head(first, last, tuple(tuple(each for each in column if not _IDLE.fullmatch(each)) for column in columns))


def columns_of(
    head: Head, matching: Matching, asked: Questionnaire, chosen: Mapping[int, tuple[ColumnRole, int | None]]
) -> tuple[str, tuple[Column, ...]]:
    """The form (empty: a new one) and its columns; what was chosen, or known from before, goes before what is found."""
    keys = _keys(head)
    form, known = _known(keys, asked)
    places = {question.uuid: place for place, question in enumerate(asked.questions)}
    columns = []
    for place, cells in enumerate(head.cells):
        if not cells:
            continue
        heading, key = head.heading(place), keys[place]
        if place in chosen:
            role, question = chosen[place]
            match = None if question is None else Match(question, How.CHOSEN)
        elif key in known and (not known[key][1] or known[key][1] in places):
            role, uuid = ColumnRole(known[key][0]), known[key][1]
            match = Match(places[uuid], How.KNOWN) if uuid else None
        else:
            role, match = _found(cells, matching, asked.questions)
        columns.append(Column(place, heading, key, role, match))
    return form, _with_remarks(columns, chosen)


def _found(
    cells: tuple[str, ...], matching: Matching, questions: Sequence[Question]
) -> tuple[ColumnRole, Match | None]:
    """What a column holds by its heading alone."""
    if _SCORE.fullmatch(cells[0]):
        return ColumnRole.TECHNICAL, None
    exact = matching.exact(cells)
    roles = [role for cell in cells if (role := column_role(cell)) is not None]
    plainly = next((role for role in roles if role is not ColumnRole.COMMENT), None)
    if exact is None and plainly is not None:
        return plainly, None
    match = exact or matching.by_number(cells) or matching.alike(cells)
    if match is None:
        return (ColumnRole.COMMENT if roles else ColumnRole.UNKNOWN), None
    if _is_remark(cells, questions[match.question]):
        return ColumnRole.COMMENT, match
    return ColumnRole.STATEMENT, match


def _with_remarks(columns: Sequence[Column], chosen: Collection[int]) -> tuple[Column, ...]:
    """Comments right after a statement are about it, in a form that asks for them after more than one statement."""
    behind = {
        column.place: before.match
        for before, column in pairwise(columns)
        if before.role is ColumnRole.STATEMENT
        and column.role is ColumnRole.COMMENT
        and column.match is None
        and column.place not in chosen
        and not _GENERAL.search(plain(column.heading))
    }
    if len(behind) < _REMARKS:
        return tuple(columns)
    found = []
    for column in columns:
        match = behind.get(column.place)
        found.append(column if match is None else replace(column, match=Match(match.question, How.BESIDE)))
    return tuple(found)


def _is_remark(cells: Sequence[str], question: Question) -> bool:
    """Whether a heading asks, beside the statement's own words, for words about it instead of an answer."""
    own = {word for text in question.texts for word in plain(text).split()}
    return any(_REMARK.search(" ".join(word for word in plain(cell).split() if word not in own)) for cell in cells)


def _weight(row: Row, matching: Matching, cells: Cells) -> float:
    """How much a row is a row of headings: statements it names (each once) and other columns that it names."""
    named, others = set(), 0.0
    for cell in row.cells:
        if not cell:
            continue
        match = matching.exact((cell,))
        if match is not None:
            named.add(match.question)
        elif column_role(cell) is not None or re.fullmatch(r"[Qq]\s?\d{1,4}(_\d+)?", cell):
            others += 1
        elif len(cell) > 15 and " " in cell and not cells.is_answer(cell):
            others += 0.3
    return len(named) + others


def _goes_with(row: Row, weight: float, cells: Cells, best: float = 0.0) -> bool:
    """Whether a row beside the headings is a row of headings as well."""
    if row.is_empty:
        return False
    if any("importid" in cell.casefold() for cell in row.cells):
        return True
    idle = sum(_IDLE.fullmatch(cell) is not None for cell in row.cells if cell)
    answers = sum(cells.is_answer(cell) for cell in row.cells if cell and not says_nothing(cell))
    filled = sum(bool(cell) for cell in row.cells)
    return (weight >= max(1, best / 4) or idle > 0) and answers * 4 <= filled and filled > 1


def _keys(head: Head) -> list[str]:
    """A key for each column that comes again with the form: its heading, counted where several have the same."""
    seen: Counter[str] = Counter()
    keys = []
    for cells in head.cells:
        key = plain(" ".join(cells))[:500]
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} ({seen[key]})")
    return keys


def _known(keys: Sequence[str], asked: Questionnaire) -> tuple[str, dict[str, tuple[str, str]]]:
    """The form that was taken before, if it is this one, and what its columns meant then."""
    forms: dict[str, dict[str, tuple[str, str]]] = {}
    roles = {role.value for role in ColumnRole}
    for column in (each for each in asked.known if each.role in roles):
        forms.setdefault(column.form, {})[column.heading] = (column.role, column.statement)
    present = set(keys)
    best, share = "", 0.0
    for form, columns in forms.items():
        asks = ColumnRole.STATEMENT.value
        statements = [heading for heading, (role, statement) in columns.items() if statement and role == asks]
        here = sum(heading in present for heading in statements) / max(1, len(statements))
        if here > share:
            best, share = form, here
    return (best, forms[best]) if share >= _SAME_FORM else ("", {})
