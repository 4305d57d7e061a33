"""Making a new workshop, and what every stage asks of the workshop itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from sqlalchemy import select

from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.states import STATES
from roadmap_desktop.language import message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.prepare import school_year_name
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.openfile import local_now


@dataclass(frozen=True, slots=True)
class WorkshopPicture:
    """The workshop's own facts; texts are empty and dates None where nothing was entered."""

    district: str
    state: str
    year: str
    language: str
    paper: str
    held_on: date | None
    starts_at: time | None
    facilitator: str
    rating_round: int
    choose: int
    is_sample: bool


def workshop(document: Document) -> WorkshopPicture:
    """The one workshop of the file."""
    return document.remembered("workshop", ("workshop",), lambda: _workshop(document))


def new_workshop(
    path: Path, *, district: str, state: str = "", year: str = "", clock: Callable[[], datetime] = local_now
) -> Document:
    """A new workshop file at the path with everything of the catalogue copied in, opened; nothing to undo.

    The use cases stay in the catalogue until the room picks them; only their words are copied.

    Raises:
        Refused: the district has no name, the state or the year is none, or there is a file already.
        FileTrouble: the place can't be written.
    """
    from roadmap_desktop.journey.from_catalogue import catalogue_facts  # only a new workshop needs the catalogue

    made = Workshop(district=checked_district(district), state=checked_state(state), year=checked_year(year))
    if path.exists():
        raise Refused(
            message("There is already a file named {name}.", name=path.name),
            message("Choose another name, or open that file."),
            field="path",
        )
    return Document.create(path, (made, *catalogue_facts(made.uuid)), clock)


def checked_district(text: str) -> str:
    """The name of a district without space around it; Refused where nothing is left."""
    return required(
        text,
        message("A workshop needs the name of its district."),
        message("Type the name as it should stand on paper."),
        field="district",
    )


def checked_state(text: str) -> str:
    """The two letters of a state in capitals, or nothing; Refused where there is no such state."""
    letters = text.strip().upper()
    if letters and letters not in STATES:
        raise Refused(
            message("{state} is not a state.", state=text.strip()),
            message("Use its two letters, as in FL."),
            field="state",
        )
    return letters


def checked_year(text: str) -> str:
    """A school year as "2026-27", or nothing; Refused where the two years don't follow one another."""
    name = school_year_name(text)
    if text.strip() and name is None:
        raise Refused(
            message("{year} is not a school year.", year=text.strip()),
            message("Write it with the year it begins and the year after, as in 2026-27."),
            field="year",
        )
    return name or ""


def _workshop(document: Document) -> WorkshopPicture:
    columns = (getattr(Workshop, name) for name in WorkshopPicture.__dataclass_fields__)
    return WorkshopPicture(*document.rows(select(*columns))[0])
