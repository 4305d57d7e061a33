"""Prepare, a list of people judged before it is taken: who is new, who is here already, who is left out and why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.people import (
    clear_tables,
    next_position,
    perspective_names,
    school_uuids,
    table_named,
)
from roadmap_desktop.journey.prepare.personfields import PersonField, matched_perspective, matched_school
from roadmap_desktop.journey.prepare.perspectivewords import meant_perspective
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import Participant
from roadmap_desktop.store.document import Document


class Verdict(StrEnum):
    """What a line of the list is taken for."""

    NEW = "new"
    KNOWN = "known"
    TWICE = "twice"
    NAMELESS = "nameless"


_REASONS: Mapping[Verdict, Words] = {
    Verdict.NEW: "",
    Verdict.KNOWN: message("What the list says replaces what stands here."),
    Verdict.TWICE: message("The name stands above in the list."),
    Verdict.NAMELESS: message("It has no name."),
}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A line as understood. A perspective or school that was not understood is empty, its text is kept."""

    number: int
    name: str
    role: str
    perspective: str
    perspective_text: str
    table: str
    school: str
    school_text: str
    verdict: Verdict

    @property
    def is_taken(self) -> bool:
        """Whether the line brings a person, new or known."""
        return self.verdict in (Verdict.NEW, Verdict.KNOWN)

    @property
    def unclear(self) -> tuple[str, ...]:
        """What the line says and nobody here understands."""
        found = ((self.perspective_text, self.perspective), (self.school_text, self.school))
        return tuple(text for text, value in found if text and not value)

    @property
    def reason(self) -> Words:
        """Why the line is left out, or what of it is; empty where it is taken as it stands."""
        if self.is_taken and self.unclear:
            return message("Not found here and left empty: {texts}.", texts=self.unclear)
        return _REASONS[self.verdict]


@dataclass(frozen=True, slots=True)
class PeopleTaken:
    """How many people of a list were new, changed, or stood here already just so."""

    added: int
    updated: int
    unchanged: int


def judged(
    document: Document, lines: Sequence[tuple[int, Mapping[PersonField, str]]], meant: Mapping[str, str] | None = None
) -> tuple[ListedPerson, ...]:
    """The lines (number in the file, fields) as they would be taken.

    ``meant`` says which perspective a text of the list stands for, where a person has said so; texts as written.
    """
    names, schools = perspective_names(document), school_uuids(document)
    by_uuid = {uuid: name for name, uuid in schools.items()}
    here = {_folded(row.name) for row in participants(document).rows}
    seen: set[str] = set()
    found = []
    for number, fields in lines:
        name, text = fields.get(PersonField.NAME, ""), fields.get(PersonField.PERSPECTIVE, "")
        folded = _folded(name)
        verdict = Verdict.KNOWN if folded in here else Verdict.NEW
        if not folded:
            verdict = Verdict.NAMELESS
        elif folded in seen:
            verdict = Verdict.TWICE
        seen.add(folded)
        school = fields.get(PersonField.SCHOOL, "")
        found.append(
            ListedPerson(
                number=number,
                name=name,
                role=fields.get(PersonField.ROLE, ""),
                perspective=(meant or {}).get(text) or _perspective(fields, names),
                perspective_text=text,
                table=fields.get(PersonField.TABLE, ""),
                school=by_uuid.get(matched_school(school, schools) or "", ""),
                school_text=school,
                verdict=verdict,
            )
        )
    return tuple(found)


def take_people(document: Document, listed: Sequence[ListedPerson], *, source: str = "") -> PeopleTaken:
    """Takes the people of a list in one step; of somebody who is here already, what the list says replaces ours.

    Raises:
        Refused: nobody is to be taken.
    """
    people = [each for each in listed if each.is_taken]
    if not people:
        raise Refused(message("There is nobody to take."), message("The list needs a line with a name."))
    label: Words = plural("Took {n} person", "Took {n} people", len(people))
    if source:
        label = plural("Took {n} person from {file}", "Took {n} people from {file}", len(people), file=source)
    schools, added, updated = school_uuids(document), 0, 0
    with document.change(label) as session:
        here = {_folded(row.name): row for row in session.scalars(select(Participant))}
        for each in people:
            row = here.get(_folded(each.name))
            if row is None:
                row = here[_folded(each.name)] = Participant(name=each.name, position=next_position(session))
                session.add(row)
                session.flush()
                added += 1
                _fill(row, each, table_named(session, each.table), schools)
            else:
                updated += _fill(row, each, table_named(session, each.table), schools)
        session.flush()
        clear_tables(session)
    return PeopleTaken(added, updated, len(people) - added - updated)


def _fill(row: Participant, listed: ListedPerson, table: str | None, schools: Mapping[str, str]) -> bool:
    """Writes what the list says; whether anything is other than it was."""
    values = {
        "role": listed.role,
        "perspective": listed.perspective,
        "table": table,
        "school": schools.get(listed.school),
    }
    changed = {key: value for key, value in values.items() if value and getattr(row, key) != value}
    for key, value in changed.items():
        setattr(row, key, value)
    return bool(changed)


def _perspective(fields: Mapping[PersonField, str], names: Mapping[str, Sequence[str]]) -> str:
    """From the column of perspectives; where that is empty, from a role that names exactly one."""
    text = fields.get(PersonField.PERSPECTIVE, "")
    said = text or fields.get(PersonField.ROLE, "")
    plain = " ".join(re.sub(r"[^\w]+", " ", said.casefold()).split())
    return (matched_perspective(text, names) if text else "") or meant_perspective(plain, names)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
