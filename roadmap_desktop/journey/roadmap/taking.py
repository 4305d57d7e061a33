"""Roadmap, a list of tasks taken at once: known tasks are brought up to date, the others are added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from roadmap_desktop.journey.roadmap.arriving import Arriving, arriving
from roadmap_desktop.journey.roadmap.listed import TaskList
from roadmap_desktop.language import Words, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.roadmap import Link, Phase, Task
from roadmap_desktop.rules import generated
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class TasksTaken:
    """How many tasks of a list were new, changed, or stood here already just so."""

    added: int
    updated: int
    unchanged: int
    trouble: Words | None = None
    """Why the roadmap has no dates, where it has none."""


def take_tasks(document: Document, found: TaskList, *, source: str = "", origin: object | None = None) -> TasksTaken:
    """Takes the tasks of a list in one step.

    A task is known by its id. The list's values replace ours for what its columns speak of, links between tasks of
    lists included; pins, progress and links to other tasks stay, and so do tasks that the list no longer names.

    Raises:
        Refused: there is no task in it, its tasks wait for one another in a circle, or a task would lie beyond every
            calendar that is known.
    """
    coming = arriving(document, found)
    updated = len(coming.changed) + len(coming.relinked)
    taken = TasksTaken(len(coming.added), updated, len(found.tasks) - len(coming.added) - updated, coming.plan.trouble)
    if taken.added or taken.updated:
        with document.change(_label(len(found.tasks), source), origin=origin) as session:
            _write(session, document.workshop_uuid, coming)
    return taken


def _write(session: Session, workshop: str, coming: Arriving) -> None:
    session.add_all(Phase(**asdict(lane)) for lane in coming.lanes)
    session.flush()
    position = session.scalar(select(func.coalesce(func.max(Task.position), -1))) or 0
    _insert(session, coming.added, workshop, position)
    for fields, rows in _by_fields(coming.changed).items():
        values: dict[str, Any] = {field: bindparam(f"new_{field}") for field in fields}
        statement = update(Task.__table__).where(Task.__table__.c.key == bindparam("of")).values(**values)
        session.connection().execute(statement, rows)
    _put_links(session, workshop, coming.unlinked, removed=True)
    _put_links(session, workshop, coming.linked, removed=False)


def _insert(session: Session, added: Mapping[str, dict[str, Any]], workshop: str, position: int) -> None:
    rows = [
        {
            "uuid": natural_uuid(workshop, "task", key),
            "key": key,
            "own": True,
            "kept": False,
            "kept_name": "",
            "position": at,
            **values,
        }
        for at, (key, values) in enumerate(added.items(), position + 1)
    ]
    if rows:
        session.connection().execute(insert(Task.__table__), rows)


def _by_fields(changed: Mapping[str, dict[str, Any]]) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """The changed tasks by which fields change, as the values of one statement."""
    found: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for key, values in changed.items():
        row = {"of": key, **{f"new_{field}": value for field, value in values.items()}}
        found.setdefault(tuple(values), []).append(row)
    return found


def _put_links(session: Session, workshop: str, links: tuple[generated.Link, ...], *, removed: bool) -> None:
    """Writes links whether they are new or there already."""
    if links:
        made = sqlite_insert(Link.__table__)
        renewed = {name: made.excluded[name] for name in ("kind", "lag", "removed")}
        rows = [
            {"uuid": natural_uuid(workshop, "link", each.before, each.after), **asdict(each), "removed": removed}
            for each in links
        ]
        session.connection().execute(made.on_conflict_do_update(index_elements=["uuid"], set_=renewed), rows)


def _label(number: int, source: str) -> Words:
    if source:
        return plural("Took {n} task from {file}", "Took {n} tasks from {file}", number, file=source)
    return plural("Took {n} task from a list", "Took {n} tasks from a list", number)
