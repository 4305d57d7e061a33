"""Scaling, the order of waves: a wave that follows another waits for it by a link of the roadmap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select

from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.roadmap import Link
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

KINDS = ("wave", "link")
"""The kinds of facts that the order of waves depends on."""


def waves_before(document: Document) -> Mapping[str, str]:
    """By wave (uuid), the wave that it waits for: the last in the order of waves, where it waits for several."""
    query = select(Wave.uuid).order_by(Wave.position, Wave.uuid)
    places = {task_key(Part.WAVE, row.uuid): place for place, row in enumerate(document.rows(query))}
    uuids = [key.partition(":")[2] for key in places]
    links = document.rows(select(Link.before, Link.after).where(Link.removed.is_(False)))
    found: dict[str, int] = {}
    for before, after in links:
        if before in places and after in places:
            found[after] = max(places[before], found.get(after, 0))
    return {uuids[places[after]]: uuids[before] for after, before in found.items()}


def waits_for(before: Mapping[str, str], wave: str) -> Iterator[str]:
    """The waves (uuids) that a wave waits for, from the nearest on."""
    seen = {wave}
    while (wave := before.get(wave, "")) and wave not in seen:
        seen.add(wave)
        yield wave


def follow(session: Session, workshop: str, wave: str, before: str) -> None:
    """Makes a wave wait for another, and for no other wave; for none where ``before`` is empty."""
    key = task_key(Part.WAVE, wave)
    waves = [task_key(Part.WAVE, uuid) for uuid in session.scalars(select(Wave.uuid))]
    session.execute(delete(Link).where(Link.after == key, Link.before.in_(waves)))
    if before:
        ends = (task_key(Part.WAVE, before), key)
        session.add(Link(uuid=natural_uuid(workshop, "link", *ends), before=ends[0], after=ends[1]))


def close_gap(session: Session, workshop: str, wave: str, before: Mapping[str, str]) -> None:
    """Takes a wave out of the order: those that waited for it wait for the one that it waited for."""
    key = task_key(Part.WAVE, wave)
    for follower in (after for after, waited in before.items() if waited == wave):
        follow(session, workshop, follower, before.get(wave, ""))
    session.execute(delete(Link).where(or_(Link.before == key, Link.after == key)))
