"""A list of use cases as other programs write it, shown as understood before anything is taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from roadmap_desktop.exchange import usecase_words as words
from roadmap_desktop.exchange.answer_words import plain, says_nothing
from roadmap_desktop.exchange.headed import Headed, headed
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.names import Names, headings
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.journey.usecases.drafts import UseCaseDraft
from roadmap_desktop.journey.usecases.known import Known
from roadmap_desktop.language import Words, message

LONGEST_NAME = 300


class _Role(StrEnum):
    NAME = "name"
    LEVEL = "level"
    RISK = "risk"
    DATA_CLASS = "data_class"
    STUDENT_FACING = "student_facing"
    DESCRIPTION = "description"
    OWNER = "owner"


_HEADINGS: Mapping[_Role, str] = {
    _Role.DATA_CLASS: r"data( class(ification)?| sensitivity| level)?|class of data|clase de datos|datos",
    _Role.RISK: r"(level of )?risks?( level| rating)?|riesgo",
    _Role.LEVEL: r"levels?|areas?|(use case )?(category|group|level|area)|where( it belongs)?|nivel|categoria",
    _Role.STUDENT_FACING: r"(is it )?students? ?facing|students? use( it)?|(lo )?usan (los )?estudiantes",
    _Role.DESCRIPTION: r"(use case )?(description|details?|summary|about)|what (is done|it does)|descripcion",
    _Role.OWNER: r"owners?|sponsor|lead|who (owns|leads) it|responsable",
    _Role.NAME: r"(use case|idea|proposal)s?( name| title)?|names?|titles?"
    r"|name of (the )?use case|(what|which) (is|use case).*|your (use case|idea).*|caso(s)? de uso|nombre|titulo",
}
_READS: Mapping[_Role, Callable[[str], object]] = {
    _Role.LEVEL: words.level,
    _Role.RISK: words.risk,
    _Role.DATA_CLASS: words.data_class,
    _Role.STUDENT_FACING: words.flag,
    _Role.DESCRIPTION: str,
    _Role.OWNER: str,
}
_UNREAD: Mapping[_Role, Words] = {
    _Role.LEVEL: message("It is no level: district, classroom or support."),
    _Role.RISK: message("It is no risk: L, M or H."),
    _Role.DATA_CLASS: message("It is no data class: 0 public, 1 internal, 2 personal, 3 sensitive."),
    _Role.STUDENT_FACING: message("It is neither yes nor no."),
}


@dataclass(frozen=True, slots=True)
class UseCasesPreview:
    """A list as understood: what would be taken, and every part that would not be."""

    drafts: tuple[UseCaseDraft, ...]
    untaken: tuple[Untaken, ...]
    notes: tuple[Words, ...] = ()


def read_use_cases(source: bytes | str, known: Known) -> UseCasesPreview:
    """The preview of a list of use cases.

    Raises:
        Unreadable: the file is no table, or no column is headed as the name.
    """
    remedy = message("Head one column with name, the others with level, risk, data class, student facing.")
    table = headed(source, _role, (_Role.NAME,), remedy)
    reading, aside = (
        _Reading(table, known),
        table.not_columns(message("This column says nothing that a use case keeps.")),
    )
    for row in table.rows:
        if not row.is_empty:
            reading.take(row)
    return UseCasesPreview(reading.drafts(), (*table.not_rows(), *aside, *reading.untaken))


def _role(heading: str) -> _Role | None:
    said = [plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)) for text in headings(heading, loosely=True)]
    return next((role for text in said for role, pattern in _HEADINGS.items() if re.fullmatch(pattern, text)), None)


class _Reading:
    """The rows of a list being read one after the other."""

    def __init__(self, table: Headed, known: Known) -> None:
        self._table = table
        self._ours, self._catalogue = Names(known.use_cases), Names(known.catalogue)
        self._taken: dict[str, tuple[int, UseCaseDraft]] = {}
        self.untaken: list[Untaken] = []

    def drafts(self) -> tuple[UseCaseDraft, ...]:
        """The use cases in the order of the list."""
        return tuple(draft for _, draft in self._taken.values())

    def take(self, row: Row) -> None:
        """Reads one use case."""
        name = row.cell(self._table.place(_Role.NAME))
        reason = self._reason(name)
        if reason is None:
            self._taken[plain(name)] = (row.number, self._draft(row, name))
        else:
            self.untaken.append(Untaken(self._table.where((row.number,)), reason, row.raw.strip()[:200]))

    def _reason(self, name: str) -> Words | None:
        """Why a row is not taken; None where it is."""
        if says_nothing(name):
            return message("It has no name.")
        if len(name) > LONGEST_NAME:
            return message("A name has at most {n} letters.", n=LONGEST_NAME)
        if self._ours.is_shared(name):
            return message("More than one use case has this name.")
        before = self._taken.get(plain(name))
        if before is None:
            return None
        return message("It is on the list already, in {where}.", where=self._table.where((before[0],)))

    def _draft(self, row: Row, name: str) -> UseCaseDraft:
        uuid = self._ours.find(name)
        key = "" if uuid else self._catalogue.find(name)
        fields: dict[str, object] = {}
        for role, read in _READS.items():
            text = row.cell(self._table.place(role))
            if says_nothing(text):
                continue
            value = read(text)
            if value is None:
                where = message("{row}, {field}", row=self._table.where((row.number,)), field=role.value)
                self.untaken.append(Untaken(where, _UNREAD[role], text[:200]))
            else:
                fields[role.value] = value
        return replace(UseCaseDraft(name, uuid, key), **fields)  # type: ignore[arg-type]
