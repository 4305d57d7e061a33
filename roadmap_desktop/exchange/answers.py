"""Answers to the statements as a form tool exports them, shown as understood before anything is taken."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from roadmap_desktop.exchange.answer_cells import Cells, Unanswered
from roadmap_desktop.exchange.answer_columns import Column, Head, columns_of, head_of
from roadmap_desktop.exchange.answer_headings import ColumnRole
from roadmap_desktop.exchange.answer_matching import How, Matching
from roadmap_desktop.exchange.answer_people import People
from roadmap_desktop.exchange.answer_words import plain, says_nothing
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import Sheet, cell_name, column_name, read_sheets
from roadmap_desktop.journey.readiness.drafts import BY_ANSWERS, ColumnDraft, FormDraft, RespondentDraft
from roadmap_desktop.journey.readiness.questionnaire import Questionnaire
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import Answer

_TRIALS = {"survey preview", "preview", "spam", "test", "survey test", "disqualified"}
_NAMED_LINES = 5
_LONGEST_COMMENT = 2_000

Chosen = Mapping[int, tuple[ColumnRole, int | None]]
"""What a person chose for columns, by their place: the role, and the statement's place for one that is answered."""


@dataclass(frozen=True, slots=True)
class AnswersPreview:
    """A form as understood: its columns, what would be taken, every part that would not be, and what was assumed."""

    draft: FormDraft
    columns: tuple[Column, ...]
    untaken: tuple[Untaken, ...]
    notes: tuple[Words, ...]
    _sheet: Sheet = field(repr=False)
    _head: Head = field(repr=False)
    _asked: Questionnaire = field(repr=False)
    _chosen: Chosen = field(repr=False)

    @property
    def answers(self) -> int:
        """How many answers would be taken."""
        return sum(len(each.answers) for each in self.draft.respondents)

    def with_column(self, place: int, role: ColumnRole, question: int | None = None) -> AnswersPreview:
        """The preview with another meaning for one column."""
        return _preview(self._sheet, self._head, self._asked, {**self._chosen, place: (role, question)})


def read_answers(source: bytes | str, asked: Questionnaire) -> AnswersPreview:
    """The preview of a form's export.

    Raises Unreadable where the file is no table, or no column asks a statement of the instrument in use.
    """
    matching, cells = Matching(asked.questions), Cells(asked)
    found = [(sheet, head_of(sheet.rows, matching, cells)) for sheet in read_sheets(source)]
    previews = [_preview(sheet, head, asked, {}) for sheet, head in found if head is not None]
    if not previews:
        raise _no_answers()
    best = max(previews, key=lambda preview: (_matched(preview), preview.answers))
    others = [
        Untaken(message("sheet {name}", name=sheet.name), message("Another sheet holds the answers."))
        for sheet, _ in found
        if sheet.name != best._sheet.name
    ]
    if not _matched(best):
        raise _no_answers()
    return AnswersPreview(
        best.draft, best.columns, (*others, *best.untaken), best.notes, best._sheet, best._head, asked, {}
    )


def _matched(preview: AnswersPreview) -> int:
    return sum(column.role is ColumnRole.STATEMENT for column in preview.columns)


def _no_answers() -> Unreadable:
    return Unreadable(
        message("No column of this file asks a statement of the instrument in use."),
        message("Head each column with the id or the text of its statement, or import the instrument first."),
    )


def _preview(sheet: Sheet, head: Head, asked: Questionnaire, chosen: Chosen) -> AnswersPreview:
    form, columns = columns_of(head, Matching(asked.questions), asked, chosen)
    reading = _Reading(sheet, head, asked, columns)
    for row in sheet.rows[head.last + 1 :]:
        if not row.is_empty:
            reading.take(row)
    form = form or _new_form(columns)
    statements = [asked.questions[column.match.question].uuid if column.match else "" for column in columns]
    meanings = tuple(
        ColumnDraft(column.key, column.role.value, uuid) for column, uuid in zip(columns, statements, strict=True)
    )
    draft = FormDraft(form, meanings, reading.respondents())
    return AnswersPreview(draft, columns, reading.untaken(), reading.notes(), sheet, head, asked, chosen)


def _new_form(columns: Sequence[Column]) -> str:
    """What tells this form from others: its columns that ask statements."""
    keys = "\x1f".join(sorted(column.key for column in columns if column.role is ColumnRole.STATEMENT))
    return hashlib.sha256(keys.encode()).hexdigest()[:32]


class _Reading:
    """The rows of a form being read one after the other."""

    def __init__(self, sheet: Sheet, head: Head, asked: Questionnaire, columns: Sequence[Column]) -> None:
        self._sheet, self._head, self._asked, self._columns = sheet, head, asked, columns
        asks = [column for column in columns if column.match and column.role is ColumnRole.STATEMENT]
        self._statements = [(column.place, column.match.question) for column in asks if column.match]
        self._comments = [column for column in columns if column.role is ColumnRole.COMMENT]
        self._cells, self._people = Cells(asked), People(asked, columns)
        self._untaken: list[Untaken] = []
        self._strange: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        self._taken: dict[object, RespondentDraft] = {}
        self._unknown_people = 0
        self._status = next((column.place for column in columns if column.role is ColumnRole.STATUS), None)

    def take(self, row: Row) -> None:
        """Reads one respondent."""
        where = self._where(row)
        if plain(row.cell(self._status)) in _TRIALS:
            self._untaken.append(Untaken(where, message("It is a trial, not an answer."), row.cell(self._status)))
            return
        answers = self._answers(row)
        if not answers:
            self._untaken.append(Untaken(where, message("It holds no answer to a statement.")))
            return
        given = tuple((self._asked.questions[place].uuid, answer) for place, answer in answers.items())
        person = self._people.person(row)
        identity = self._people.identity(row, given)
        if not person and self._people.is_named(row):
            self._unknown_people += 1
        before = self._taken.pop(person or identity, None)
        if before is not None:
            reason = message("The same person answered again later, in {where}.", where=where)
            self._untaken.append(Untaken(before.where, reason))
        notes, comment = self._said(row, answers)
        perspective, table = self._people.perspective(row), self._people.table(row)
        made = RespondentDraft(where, person, identity, perspective, table, given, notes, comment)
        self._taken[person or identity] = made

    def respondents(self) -> tuple[RespondentDraft, ...]:
        """Those whose answers are taken, in the order of the file."""
        return tuple(self._taken.values())

    def untaken(self) -> tuple[Untaken, ...]:
        """Rows, columns and cells that are not taken."""
        above = [
            Untaken(self._where(row), message("It stands above the headings."), row.raw.strip())
            for row in self._sheet.rows[: self._head.first]
            if not row.is_empty
        ]
        formulas = [
            Untaken(
                message("cell {cell}", cell=cell),
                message("Its formula was never worked out in a spreadsheet program."),
            )
            for cell in self._sheet.unknown
        ]
        columns = [_column_untaken(column) for column in self._columns if column.role in _NOT_KEPT]
        return (*above, *columns, *self._untaken, *formulas, *self._cells_untaken())

    def notes(self) -> tuple[Words, ...]:
        """What was assumed, and which statements no column asks."""
        notes = [note for column in self._columns if (note := _assumed(column, self._asked)) is not None]
        places = Counter(question for _, question in self._statements)
        for question, often in places.items():
            if often > 1:
                key = self._asked.questions[question].key
                notes.append(message("{n} columns ask statement {key}.", n=often, key=key))
        missing = tuple(each.key for place, each in enumerate(self._asked.questions) if place not in places)
        if missing:
            notes.append(
                plural(
                    "{n} statement has no column: {keys}.",
                    "{n} statements have no column: {keys}.",
                    len(missing),
                    keys=missing,
                )
            )
        people = self._taken.values()
        if any(each.identity[0] == BY_ANSWERS for each in people):
            notes.append(
                message("The rows have neither an id nor a time: one that is changed later counts as a new person.")
            )
        strange = tuple(self._people.strange_perspectives)
        if strange:
            notes.append(message("No perspective is known by these words: {words}.", words=strange[:_NAMED_LINES]))
        if self._unknown_people:
            notes.append(
                plural(
                    "{n} respondent is not in the room list: the answers are taken without a name.",
                    "{n} respondents are not in the room list: their answers are taken without names.",
                    self._unknown_people,
                )
            )
        return tuple(notes)

    def _answers(self, row: Row) -> dict[int, int | Answer]:
        found: dict[int, int | Answer] = {}
        for place, question in self._statements:
            text = row.cell(place)
            if not text:
                continue
            read = self._cells.read(question, text)
            if read is Unanswered.STRANGE:
                self._strange[place, text].append(row.number)
            elif not isinstance(read, Unanswered) and found.setdefault(question, read) != read:
                where = message("cell {cell}", cell=cell_name(row.number, place))
                reason = message("Another column answers the same statement otherwise.")
                self._untaken.append(Untaken(where, reason, text))
        return found

    def _said(self, row: Row, answers: Collection[int]) -> tuple[tuple[tuple[str, str], ...], str]:
        """What a respondent said of statements answered, by their uuid, and of no one statement."""
        notes: dict[str, list[str]] = {}
        rest: list[str] = []
        for column in self._comments:
            text = row.cell(column.place).strip()[:_LONGEST_COMMENT]
            if not text or says_nothing(text):
                continue
            if column.match is not None and column.match.question in answers:
                notes.setdefault(self._asked.questions[column.match.question].uuid, []).append(text)
            elif column.match is not None:
                key = self._asked.questions[column.match.question].key
                rest.append(f"{key}: {text}")
            else:
                rest.append(text)
        return tuple((uuid, "\n".join(texts)) for uuid, texts in notes.items()), "\n".join(rest)

    def _cells_untaken(self) -> list[Untaken]:
        questions = dict(self._statements)
        found = []
        for (place, text), lines in self._strange.items():
            cells = tuple(cell_name(line, place) for line in lines[:_NAMED_LINES])
            where = plural("cell {cells}", "{n} cells: {cells}", len(lines), cells=cells)
            if len(lines) > _NAMED_LINES:
                where = message("{n} cells, the first {cells}", n=len(lines), cells=cells[0])
            key = self._asked.questions[questions[place]].key
            reason = message("It is no level of statement {key}.", key=key)
            found.append(Untaken(where, reason, text[:200]))
        return found

    def _where(self, row: Row) -> Words:
        if self._sheet.name:
            return message("{sheet}, row {n}", sheet=self._sheet.name, n=row.number)
        return message("line {n}", n=row.number)


_NOT_KEPT: Mapping[ColumnRole, Words] = {
    ColumnRole.UNKNOWN: message("It asks no statement of the instrument in use."),
    ColumnRole.TECHNICAL: message("The form's own figures are not taken."),
}


def _column_untaken(column: Column) -> Untaken:
    where = message("column {column}", column=column_name(column.place))
    return Untaken(where, _NOT_KEPT[column.role], column.heading[:200])


def _assumed(column: Column, asked: Questionnaire) -> Words | None:
    """What is worth a look in how a column was matched."""
    if column.match is None or column.role is not ColumnRole.STATEMENT:
        return None
    if column.match.how not in (How.NUMBER, How.BEGINNING, How.ALIKE):
        return None
    key, name = asked.questions[column.match.question].key, column_name(column.place)
    if column.match.how is How.NUMBER:
        return message(
            "Column {column} (“{heading}”) is taken for statement {key} by its number.",
            column=name,
            key=key,
            heading=column.heading[:100],
        )
    return message(
        "Column {column} (“{heading}”) is taken for statement {key}, {share:percent} sure by its words.",
        column=name,
        key=key,
        share=column.match.sure,
        heading=column.heading[:100],
    )
