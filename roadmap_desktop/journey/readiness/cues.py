"""What the inspector says of a statement while it is rated: what its levels look like, and what it holds back."""

from __future__ import annotations

from roadmap_desktop.journey.inspection import Inspection, Line, Section
from roadmap_desktop.journey.readiness.instrument import StatementEntry, instrument
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.readiness import Floor, FloorWhen
from roadmap_desktop.store.document import Document


def rating_inspection(document: Document, statement: str) -> Inspection | None:
    """Cues of a statement; None where it is not rated here."""
    rated = instrument(document)
    entry = rated.statement(statement)
    if entry is None:
        return None
    dimension = rated.dimensions[entry.dimension]
    return Inspection(
        kicker=message("Statement {number}, {dimension}", number=entry.number, dimension=dimension.name),
        title=entry.text,
        text="" if entry.floor is None else _floor(entry.floor),
        sections=_sections(entry),
    )


def _sections(entry: StatementEntry) -> tuple[Section, ...]:
    cues = tuple(Line(message("{level}: {cue}", level=cue.level, cue=cue.text)) for cue in entry.cues)
    return (Section(message("What it looks like"), cues),) if cues else ()


def _floor(floor: Floor) -> Words:
    match floor.when:
        case FloorWhen.ANY:
            return message("No pilot starts before the room is at {level} here.", level=floor.level)
        case FloorWhen.DATA2:
            return message("No pilot with personal data starts before the room is at {level} here.", level=floor.level)
        case FloorWhen.STUDENTS:
            return message("No pilot facing students starts before the room is at {level} here.", level=floor.level)
