"""The concerns that were heard: who has each, its theme, its answer, and the guardrail or task that meets it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.merged import KINDS as TASKS
from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.readiness import Concern
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document

KINDS = tuple(dict.fromkeys(("concern", "wording", "guardrail", *TASKS)))
"""The kinds of facts that the log shows."""


@dataclass(frozen=True, slots=True)
class Answering:
    """A guardrail (``key`` its uuid) or a task of the roadmap (``key`` as there) that can meet a concern."""

    key: str
    name: Words
    target: Target


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """A concern: who has it, what it is, its answer (empty: not answered yet) and what meets it, if anything does."""

    uuid: str
    perspective: str
    who: Words
    theme: str
    text: str
    answer: str
    met_by: Answering | None


@dataclass(frozen=True, slots=True)
class ConcernsPicture:
    """The log in the order in which it was heard, and whose concerns there can be, by key and name."""

    rows: tuple[ConcernRow, ...]
    perspectives: tuple[tuple[str, Words], ...]

    @property
    def unanswered(self) -> int:
        """How many have no answer yet."""
        return sum(not row.answer for row in self.rows)


def concerns_picture(document: Document) -> ConcernsPicture:
    """The log of concerns."""
    with document.read():
        named = tuple((key, worded(document, "", f"perspective.{key}.name")) for key in perspective_keys())
        return ConcernsPicture(concerns(document), named)


def concerns(document: Document) -> tuple[ConcernRow, ...]:
    """Every concern in the order in which it was heard."""
    query = select(*Concern.__table__.columns).order_by(Concern.position, Concern.uuid)
    with document.read():
        find = _finder(document)
        return tuple(
            ConcernRow(
                uuid=row.uuid,
                perspective=row.perspective,
                who=worded(document, "", f"perspective.{row.perspective}.name") if row.perspective else _SOMEONE,
                theme=row.theme,
                text=row.text,
                answer=row.answer,
                met_by=find(row.met_by),
            )
            for row in document.rows(query)
        )


def answering(document: Document) -> tuple[Answering, ...]:
    """Everything of the workshop that can meet a concern: its guardrails, then the tasks of its roadmap."""
    with document.read():
        return (*_guardrails(document).values(), *_tasks(document).values())


_SOMEONE = message("Someone")


def _finder(document: Document) -> Callable[[str], Answering | None]:
    """Finds by key; the tasks are read when a concern is met by something that is no guardrail."""
    known = _guardrails(document)
    tasks: dict[str, Answering] = {}

    def find(key: str) -> Answering | None:
        if key and key not in known and not tasks:
            tasks.update(_tasks(document))
        return known.get(key) or tasks.get(key)

    return find


def _guardrails(document: Document) -> Mapping[str, Answering]:
    query = select(Guardrail.uuid, Guardrail.name, Guardrail.key).order_by(Guardrail.position, Guardrail.uuid)
    return {
        row.uuid: Answering(
            row.uuid, worded(document, row.name, f"guardrail.{row.key}.name"), Target("guardrails", "holds", row.uuid)
        )
        for row in document.rows(query)
    }


def _tasks(document: Document) -> Mapping[str, Answering]:
    """The tasks by key, without those that adopt a guardrail: it stands for itself."""
    adopting = {task_key(Part.ADOPT, uuid) for uuid in _guardrails(document)}
    return {
        task.key: Answering(task.key, task.name, Target("roadmap", "timeline", task.key))
        for task in merged(document).tasks
        if task.key not in adopting
    }
