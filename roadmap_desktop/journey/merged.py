"""The tasks of the roadmap: what is generated, with what people changed on it, their own tasks, and what was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Row, select

from roadmap_desktop.journey import sources
from roadmap_desktop.journey.tasknames import KINDS as NAMES
from roadmap_desktop.journey.tasknames import TaskNames
from roadmap_desktop.language import Words
from roadmap_desktop.model.roadmap import Link as LinkRow
from roadmap_desktop.model.roadmap import Task as TaskRow
from roadmap_desktop.rules import generated
from roadmap_desktop.rules.generated import Generated, Link, Part
from roadmap_desktop.rules.roadmap import generate
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.labels import from_json

KINDS = tuple({*sources.KINDS, *NAMES, "task", "link"})
"""The kinds of facts that tasks depend on."""

SEATS_TASK = generated.task_key(Part.TEAM, "seats")
"""The task of filling the open seats; once none is open it is kept as done."""
DONE = 100

BY_HAND = "own:"
"""What the key of a task begins with that a person added by hand."""

ACTUAL = ("started_on", "finished_on")
"""What really happened of a task; nothing generates it."""
EDITABLE = (
    *("name", "phase", "strand", "owner", "length", "not_before", "must_finish_by", "pinned_start", "progress"),
    *ACTUAL,
)
"""What a person can change on a task."""

_COLUMNS = tuple(TaskRow.__table__.columns.keys())
_EDITABLE_OF = itemgetter(*map(_COLUMNS.index, EDITABLE))
_KEY, _CALENDAR, _OWN, _KEPT_NAME = map(_COLUMNS.index, ("key", "calendar", "own", "kept_name"))


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it is to be planned; ``edited`` names what a person changed on a generated one.

    ``part`` is None for a person's own task and for one that was kept when its source was removed.
    """

    key: str
    name: Words
    part: Part | None
    source: str
    phase: str
    strand: str
    length: str
    calendar: str = "office"
    owner: str = ""
    attempt: int = 1
    not_before: date | None = None
    must_finish_by: date | None = None
    pinned_start: date | None = None
    progress: int = 0
    started_on: date | None = None
    finished_on: date | None = None
    orphaned: bool = False
    own: bool = False
    edited: frozenset[str] = frozenset()

    @property
    def is_listed(self) -> bool:
        """Whether it came with a list of tasks, which gave it its key."""
        return self.own and not self.key.startswith(BY_HAND)


@dataclass(frozen=True, slots=True)
class Merged:
    """All tasks in the order of phases, and the links between them."""

    tasks: tuple[Task, ...]
    links: tuple[Link, ...]


def generated_now(document: Document) -> Generated:
    """What follows from the stages as they stand."""
    return document.remembered("generated", sources.KINDS, lambda: generate(sources.sources(document)))


def merged(document: Document) -> Merged:
    """The tasks of the roadmap as they stand."""
    return document.remembered("merged", KINDS, lambda: _merged(document))


def _merged(document: Document) -> Merged:
    with document.read():
        made = generated_now(document)
        names = TaskNames(document)
        rows = {row.key: row for row in document.rows(select(*TaskRow.__table__.columns).order_by(TaskRow.position))}
        changed = document.rows(select(LinkRow.before, LinkRow.after, LinkRow.kind, LinkRow.lag, LinkRow.removed))
    tasks = [_changed(task, names.name(task), rows.get(task.key)) for task in made.tasks]
    known = {task.key for task in tasks}
    tasks += [_own(row) for key, row in rows.items() if key not in known and (row.own or row.kept)]
    return Merged(tuple(tasks), _links(made.links, changed, {task.key for task in tasks}))


def _changed(task: generated.Task, name: Words, row: Row[*tuple[Any, ...]] | None) -> Task:
    values: dict[str, Any] = {each: getattr(task, each) for each in EDITABLE if each not in ("name", *ACTUAL)}
    edits = {} if row is None else {each: value for each in EDITABLE if (value := getattr(row, each)) not in ("", None)}
    return Task(
        key=task.key,
        part=task.part,
        source=task.source,
        calendar=task.calendar,
        attempt=task.attempt,
        orphaned=task.orphaned,
        edited=frozenset(edits),
        **{"name": name, **values, **edits},
    )


def _own(row: Row[*tuple[Any, ...]]) -> Task:
    values: dict[str, Any] = dict(zip(EDITABLE, _EDITABLE_OF(row), strict=True))
    values["name"] = values["name"] or from_json(row[_KEPT_NAME])
    values["progress"] = values["progress"] or 0
    key, own = row[_KEY], bool(row[_OWN])
    return Task(
        key=key,
        part=None,
        source="",
        calendar=row[_CALENDAR],
        orphaned=not own and not (key == SEATS_TASK and values["progress"] == DONE),
        own=own,
        **values,
    )


def _links(made: tuple[Link, ...], rows: list[Row[str, str, str, str, bool]], known: set[str]) -> tuple[Link, ...]:
    links = {(link.before, link.after): link for link in made}
    for before, after, kind, lag, removed in rows:
        if removed:
            links.pop((before, after), None)
        elif before in known and after in known:
            links[before, after] = Link(before, after, kind, lag)
    return tuple(links[ends] for ends in sorted(links))
