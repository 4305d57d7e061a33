"""Handouts: what can be printed from the workshop as it stands."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.people import School
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """A handout by the name of its module, and whether there is one for each school."""

    key: str
    name: Words
    about: Words
    for_each_school: bool = False


@dataclass(frozen=True, slots=True)
class HandoutsPicture:
    """The handouts in the order in which they are printed, the paper, and the schools (uuid, name)."""

    rows: tuple[HandoutRow, ...]
    paper: str
    schools: tuple[tuple[str, str], ...]


ROWS = (
    HandoutRow(
        "one_page",
        message("One-page summary"),
        message("For everybody: what comes first, where we stand, when, and what must hold."),
    ),
    HandoutRow(
        "full_roadmap",
        message("Full roadmap"),
        message("For the team: every stage, every task, every decision with its reason."),
    ),
    HandoutRow(
        "school_sheet",
        message("School sheet"),
        message("For each principal: what the school does, when, and what must be in place first."),
        for_each_school=True,
    ),
    HandoutRow(
        "action_list",
        message("Action list"),
        message("For everybody who said they would do something: what, until when, by owner."),
    ),
)
"""The handouts there are."""


def handouts(document: Document) -> HandoutsPicture:
    """What can be printed."""
    schools = document.rows(select(School.uuid, School.name).order_by(School.position, School.name))
    return HandoutsPicture(ROWS, workshop(document).paper, tuple((row.uuid, row.name) for row in schools))
