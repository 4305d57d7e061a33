"""The lines of a list of people that is about to be taken: what each is taken as, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.journey.prepare.participants import ParticipantsPicture
from roadmap_desktop.journey.prepare.peoplelist import ListedPerson, Verdict
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.column import Column

_VERDICTS: Mapping[Verdict, Words] = {
    Verdict.NEW: message("new"),
    Verdict.KNOWN: message("here already"),
    Verdict.TWICE: message("left out"),
    Verdict.NAMELESS: message("left out"),
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the list as the table shows it."""

    uuid: str
    where: Words
    name: str
    perspective: Words
    perspective_text: str
    table: str
    school: str
    taken_as: Words
    reason: Words
    can_choose: bool = False


def taken_rows(people: Sequence[ListedPerson], picture: ParticipantsPicture | None) -> tuple[LineRow, ...]:
    """The people that would be taken; what is not understood first."""
    names = dict(picture.perspectives) if picture is not None else {}
    found = [each for each in people if each.is_taken]
    return tuple(_row(each, names) for each in sorted(found, key=lambda each: (not each.unclear, each.number)))


def left_rows(
    people: Sequence[ListedPerson], untaken: Sequence[Untaken], picture: ParticipantsPicture | None
) -> tuple[LineRow, ...]:
    """The lines that bring nobody, then columns and rows that hold nothing of people."""
    names = dict(picture.perspectives) if picture is not None else {}
    lines = tuple(_row(each, names) for each in people if not each.is_taken)
    left = message("left out")
    others = tuple(
        LineRow(f"untaken {place}", each.where, each.raw.strip(" ,;\t"), "", "", "", "", left, each.reason)
        for place, each in enumerate(untaken)
    )
    return lines + others


def columns(
    choices: Callable[[LineRow], Sequence[tuple[str, Words]]], meant: Callable[[LineRow, str], object]
) -> list[Column[LineRow]]:
    """The columns; ``meant`` gets a row and the perspective that was chosen for its word."""
    return [
        Column("line", message("Line"), lambda row: row.where, width=64, wraps=True),
        Column("name", message("Name"), lambda row: row.name, width=120, stretch=2, strong=True, wraps=True),
        Column(
            key="perspective",
            title=message("Perspective"),
            value=lambda row: row.perspective,
            edit=meant,
            choices=choices,
            width=120,
            stretch=1,
            wraps=True,
        ),
        Column("table", message("Table"), lambda row: row.table, width=70, wraps=True),
        Column("school", message("School"), lambda row: row.school, width=120, wraps=True),
        Column("taken_as", message("Taken as"), lambda row: row.taken_as, width=88, wraps=True),
        Column("reason", message("Why"), lambda row: row.reason, width=130, stretch=2, wraps=True),
    ]


def _row(person: ListedPerson, names: Mapping[str, Words]) -> LineRow:
    unknown = person.perspective_text and not person.perspective
    perspective = person.perspective_text if unknown else names.get(person.perspective, person.perspective)
    return LineRow(
        uuid=str(person.number),
        where=str(person.number),
        name=person.name,
        perspective=perspective,
        perspective_text=person.perspective_text,
        table=person.table,
        school=person.school or person.school_text,
        taken_as=_VERDICTS[person.verdict],
        reason=person.reason,
        can_choose=person.is_taken and bool(person.perspective_text),
    )
