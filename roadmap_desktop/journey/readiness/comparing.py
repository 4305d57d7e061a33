"""The picture beside an earlier one: the round before this one, or another workshop opened for reading only."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from roadmap_desktop.journey.readiness.profile import ProfilePicture, profile
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class Before:
    """Medians of earlier, by the keys of dimensions and of statements; ``name`` says when that was."""

    name: Words
    dimensions: Mapping[str, float]
    statements: Mapping[str, float]


def round_before(document: Document, picture: ProfilePicture) -> Before | None:
    """The medians one round before the picture's; None where it is the first."""
    if picture.round < 2:
        return None
    return _before(message("round {number}", number=picture.round - 1), profile(document, picture.round - 1))


def other_workshop(path: Path, picture: ProfilePicture) -> Before:
    """The medians of the latest round in another file, which is not changed; matched by the catalogue's keys.

    Raises:
        Refused: it rates on other levels, or has no statement in common with the picture, or was never rated.
        FileTrouble: the file can't be opened.
    """
    with closing(Document.open(path, read_only=True)) as other:
        theirs = profile(other)
        row = other.rows(select(Workshop.year, Workshop.held_on))[0]
    found = _before(row.year or (str(row.held_on.year) if row.held_on else path.stem), theirs)
    if [each.value for each in theirs.levels] != [each.value for each in picture.levels]:
        raise Refused(
            message("{name} was rated on other levels.", name=path.name),
            message("Choose a workshop with the same levels."),
        )
    if not found.statements.keys() & {line.entry.key for line in picture.statements}:
        raise Refused(
            message("{name} has no rated statement in common with this workshop.", name=path.name),
            message("Choose a workshop with the same statements."),
        )
    return found


def _before(name: Words, picture: ProfilePicture) -> Before:
    dimensions = ((line.entry.key, line.spread.median) for line in picture.dimensions)
    statements = ((line.entry.key, line.spread.median) for line in picture.statements)
    return Before(
        name,
        {key: median for key, median in dimensions if median is not None},
        {key: median for key, median in statements if median is not None},
    )
