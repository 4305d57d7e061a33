"""What the inspector says of a dimension or a statement: what the room thinks, who sees it how, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.readiness import answers
from roadmap_desktop.journey.readiness.instrument import LevelEntry
from roadmap_desktop.journey.readiness.inwords import counts_in_words
from roadmap_desktop.journey.readiness.notes import notes
from roadmap_desktop.journey.readiness.profile import StatementLine, profile, tallied
from roadmap_desktop.journey.readiness.saying import dimension_text, floor_line, statement_text
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.readiness import Barrier
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.spread import Group

_MOST_NOTES = 6
"""Notes that the inspector shows; all of them are in what ``show`` gives."""


@dataclass(frozen=True, slots=True)
class PerspectiveLine:
    """A perspective: how many people of it answered, and their median where they are at least four."""

    name: Words
    n: int
    median: float | None


@dataclass(frozen=True, slots=True)
class Disputed:
    """The statement with the least agreement, and its counts in words."""

    statement: str
    number: int
    text: Words
    counts: Words


@dataclass(frozen=True, slots=True)
class Detail:
    """All of it; ``barrier_from`` is the statement that would become a barrier, None where none is left to pick.

    ``counts`` are those of a statement, in words. ``follows`` are the floors that hold pilots back, and the barriers;
    they come after the perspectives.
    """

    inspection: Inspection
    levels: tuple[LevelEntry, ...]
    perspectives: tuple[PerspectiveLine, ...]
    disputed: Disputed | None
    counts: Words
    follows: tuple[Section, ...]
    barrier_from: StatementLine | None


def dimension_detail(document: Document, uuid: str, up_to_round: int | None = None) -> Detail | None:
    """What the inspector shows of a dimension; None where there is no such dimension."""
    from roadmap_desktop.rules.spread import dimension_groups

    with document.read():
        picture = profile(document, up_to_round)
        line = picture.dimension(uuid)
        if line is None:
            return None
        keys, group_of = answers.roomful(document).groups()
        groups = dimension_groups(tallied(document, up_to_round), group_of)[line.entry.number - 1]
        people = _lines(document, keys, groups)
        members = picture.members(line)
        picked = _picked(document)
        disputed = None if line.disputed is None else picture.statements[line.disputed]
        inspection = Inspection(
            kicker=message("Dimension {number}", number=line.entry.number),
            title=line.entry.name,
            text=dimension_text(picture, line, [(each.name, each.median) for each in people]),
        )
        free = [each for each in _by_urgency(members, disputed) if each.entry.uuid not in picked]
        said = None if disputed is None else _disputed(picture.levels, disputed)
        return Detail(inspection, picture.levels, people, said, "", _follows(members, picked), next(iter(free), None))


def statement_detail(document: Document, uuid: str, up_to_round: int | None = None) -> Detail | None:
    """What the inspector shows of a statement; None where there is no such statement."""
    from roadmap_desktop.rules.spread import statement_groups

    with document.read():
        picture = profile(document, up_to_round)
        line = picture.statement(uuid)
        if line is None:
            return None
        keys, group_of = answers.roomful(document).groups()
        place = picture.statements.index(line)
        people = _lines(document, keys, statement_groups(tallied(document, up_to_round), group_of, place))
        picked = _picked(document)
        inspection = Inspection(
            kicker=message("Statement {number}", number=line.entry.number),
            title=line.entry.text,
            text=statement_text(picture, line, [(each.name, each.median) for each in people]),
        )
        counts = counts_in_words(picture.levels, line.spread)
        free = None if uuid in picked else line
        follows = (*_follows((line,), picked), *_said(document, uuid))
        return Detail(inspection, picture.levels, people, None, counts, follows, free)


def _disputed(levels: Sequence[LevelEntry], line: StatementLine) -> Disputed:
    entry = line.entry
    return Disputed(entry.uuid, entry.number, entry.text, counts_in_words(levels, line.spread))


def _by_urgency(members: Sequence[StatementLine], disputed: StatementLine | None) -> Iterator[StatementLine]:
    """The most disputed statement, then those that were rated from the lowest median up."""
    if disputed is not None:
        yield disputed
    rated = [(line.spread.median, line.entry.number, line) for line in members if line.spread.median is not None]
    for _, _, line in sorted(rated, key=lambda each: each[:2]):
        yield line


def _lines(document: Document, keys: Sequence[str], groups: Sequence[Group]) -> tuple[PerspectiveLine, ...]:
    """Those that are shown from the lowest median up, then the small ones by name."""
    lines = [
        PerspectiveLine(worded(document, "", f"perspective.{keys[each.group]}.name"), each.n, each.median)
        for each in groups
    ]
    shown = sorted((line for line in lines if line.median is not None), key=lambda line: line.median or 0.0)
    return (*shown, *(line for line in lines if line.median is None))


def _picked(document: Document) -> dict[str, tuple[str, str, str]]:
    """The barriers by their statement: uuid, action, owner."""
    rows = document.rows(select(Barrier.statement, Barrier.uuid, Barrier.action, Barrier.owner).order_by(Barrier.uuid))
    return {row.statement: (row.uuid, row.action, row.owner) for row in rows}


def _follows(members: Sequence[StatementLine], picked: dict[str, tuple[str, str, str]]) -> tuple[Section, ...]:
    floors = tuple(
        Line(floor_line(line), Mark.OPEN, Target("readiness", "picture", line.entry.uuid))
        for line in members
        if line.below_floor and line.spread.n
    )
    barriers = tuple(
        _barrier_line(line.entry.number, *picked[line.entry.uuid]) for line in members if line.entry.uuid in picked
    )
    found = (Section(message("Below the pilot floor"), floors), Section(message("Barriers"), barriers))
    return tuple(section for section in found if section.lines)


def _said(document: Document, statement: str) -> tuple[Section, ...]:
    """What was written beside the answers, without a name."""
    texts = notes(document).get(statement, ())
    lines = [Line(message("“{text}”", text=text)) for text in texts[:_MOST_NOTES]]
    if len(texts) > _MOST_NOTES:
        lines.append(Line(message("and {n} more", n=len(texts) - _MOST_NOTES)))
    return (Section(message("What was said"), tuple(lines)),) if lines else ()


def _barrier_line(number: int, uuid: str, action: str, owner: str) -> Line:
    where = Target("readiness", "barriers", uuid)
    if owner:
        return Line(message("{number}: {action} ({owner})", number=number, action=action, owner=owner), target=where)
    return Line(message("{number}: {action} (no owner yet)", number=number, action=action), Mark.LOOK, where)
