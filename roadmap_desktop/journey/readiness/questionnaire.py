"""What a form can ask and who can have answered it: the instrument in use, the room list, the forms known already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.readiness.drafts import LevelDraft
from roadmap_desktop.journey.readiness.instrument import StatementEntry, instrument
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Language
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.readiness import FormColumn
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class Question:
    """A statement as a form can ask it; ``cues`` are the texts of its levels by their numbers."""

    uuid: str
    key: str
    number: int
    texts: tuple[str, ...]
    cues: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class KnownColumn:
    """What a column of a form meant when it was taken: its heading, its role, the statement answered in it."""

    form: str
    heading: str
    role: str
    statement: str


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The statements, the levels, people and tables by uuid and name, perspectives by key and names."""

    questions: tuple[Question, ...]
    levels: tuple[LevelDraft, ...]
    people: tuple[tuple[str, str], ...]
    tables: tuple[tuple[str, str], ...]
    perspectives: Mapping[str, tuple[str, ...]]
    known: tuple[KnownColumn, ...]


def questionnaire(document: Document) -> Questionnaire:
    """What the workshop asks now."""
    english = Language("en")
    with document.read():
        rated = instrument(document)
        people = document.rows(select(Participant.uuid, Participant.name).order_by(Participant.position))
        tables = document.rows(select(Table.uuid, Table.name).order_by(Table.position))
        columns = (FormColumn.form, FormColumn.heading, FormColumn.role, FormColumn.statement)
        known = document.rows(select(*columns).order_by(FormColumn.uuid))
        perspectives = {
            key.split(".")[1]: tuple(text for _, text in phrase.texts)
            for key, phrase in phrases(document).items()
            if key.startswith("perspective.") and key.endswith(".name")
        }
    return Questionnaire(
        tuple(_question(entry, english) for entry in rated.statements),
        tuple(LevelDraft(level.value, english.say(level.name)) for level in rated.levels),
        tuple((row.uuid, row.name) for row in people),
        tuple((row.uuid, row.name) for row in tables),
        perspectives,
        tuple(KnownColumn(row.form, row.heading, row.role, row.statement or "") for row in known),
    )


def _question(entry: StatementEntry, language: Language) -> Question:
    """The statement with its text in every language it is kept in."""
    texts = getattr(entry.text, "texts", None)
    every = tuple(text for _, text in texts) if texts else (language.say(entry.text),)
    cues = tuple((cue.level, language.say(cue.text)) for cue in entry.cues)
    return Question(entry.uuid, entry.key, entry.number, every, cues)
