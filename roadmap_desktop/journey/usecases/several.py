"""Many use cases at once: one on each line, as a room calls them out or as they stand on pasted notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases.known import Spelt, known
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.store.document import Document

_BULLET = re.compile(r"^\s*(?:[-*•‣▪–—·]+|\d{1,3}[.)]|\[[ xX]?\])\s+")
"""What stands before a line of a list."""


@dataclass(frozen=True, slots=True)
class Several:
    """What a text would add: each name with the key of the catalogue it is known by (empty where it is new).

    ``here`` are the names that are left out, since they are on the list already or stand twice.
    """

    new: tuple[tuple[str, str], ...]
    here: tuple[str, ...]


def read_several(document: Document, text: str) -> Several:
    """The names in a text, one a line, without the marks of a list; names that the catalogue knows are told."""
    names = known(document)
    have, entries = _by_spelling(names.use_cases), _by_spelling(names.catalogue)
    taken, new, here = set(have), [], []
    for line in text.splitlines():
        name = " ".join(_BULLET.sub("", line).split())
        spelt = name.casefold()
        if not name:
            continue
        if spelt in taken:
            here.append(name)
            continue
        taken.add(spelt)
        new.append((name, entries.get(spelt, "")))
    return Several(tuple(new), tuple(here))


def write_several(
    document: Document, text: str, *, level: str = "district", origin: object | None = None
) -> tuple[str, ...]:
    """Puts each line of a text on the room's list in one step, and gives the uuids; those there already stay.

    What the catalogue knows comes with its level and risk; the rest gets the level given.

    Raises:
        Refused: no line has a new name.
    """
    found = read_several(document, text)
    if not found.new:
        raise Refused(message("There is no new use case in these lines."), message("Write one on each line."))
    entries = {entry.key: entry for entry in catalogue.use_cases()}
    kept = catalogue.UseLevel(level).value
    label = plural("Added {n} use case", "Added {n} use cases", len(found.new))
    with document.change(label, origin=origin) as session:
        last: int = session.scalars(select(func.coalesce(func.max(UseCase.position), -1))).one()
        made = [_made(name, entries.get(key), kept) for name, key in found.new]
        for place, each in enumerate(made, last + 1):
            each.position = place
        session.add_all(made)
    return tuple(each.uuid for each in made)


def _made(name: str, entry: catalogue.UseCaseEntry | None, level: str) -> UseCase:
    if entry is None:
        return UseCase(name=name, level=level)
    own = "" if name in dict(entry.name.texts).values() else name
    return UseCase(
        key=entry.key,
        name=own,
        level=entry.level.value,
        risk=entry.risk.value,
        data_class=entry.data_class,
        student_facing=entry.student_facing,
    )


def _by_spelling(names: Iterable[Spelt]) -> dict[str, str]:
    return {text.casefold(): uuid for uuid, texts in names for text in texts}
