"""Prepare, first step: the district, the school year, the day and who stands in front."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import update

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import checked_district, checked_state, checked_year
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.prepare import read_clock
from roadmap_desktop.store.document import Document

PAPERS: Mapping[str, Words] = {"letter": message("Letter"), "a4": message("A4")}
"""The papers that handouts are made for, and their names."""


def name_district(document: Document, text: str, *, origin: object | None = None) -> None:
    """Names the district; Refused for an empty name."""
    _set(document, message("Named the district"), origin, fold="district", district=checked_district(text))


def choose_state(document: Document, text: str, *, origin: object | None = None) -> None:
    """Takes the state by its two letters, or none; Refused where there is no such state."""
    _set(document, message("Chose the state"), origin, state=checked_state(text))


def name_year(document: Document, text: str, *, origin: object | None = None) -> None:
    """Takes the school year that the roadmap starts in ("2026-27"), or none; Refused where it is no school year."""
    _set(document, message("Set the school year"), origin, fold="year", year=checked_year(text))


def set_day(document: Document, day: date | None, *, origin: object | None = None) -> None:
    """Sets the date of the workshop; None where it is not known yet."""
    _set(document, message("Set the date of the workshop"), origin, fold="held_on", held_on=day)


def set_start(document: Document, text: str, *, origin: object | None = None) -> None:
    """Sets when the workshop starts, as typed; empty where it is not known yet. The agenda's times follow from it.

    Raises:
        Refused: the text is no time of day.
    """
    at = read_clock(text)
    if text.strip() and at is None:
        raise Refused(
            message("{time} is not a time of day.", time=text.strip()),
            message("Write it as 8:30 am or 13:00."),
            field="starts_at",
        )
    _set(document, message("Set the start of the workshop"), origin, fold="starts_at", starts_at=at)


def name_facilitator(document: Document, text: str, *, origin: object | None = None) -> None:
    """Names who facilitates."""
    _set(document, message("Named the facilitator"), origin, fold="facilitator", facilitator=" ".join(text.split()))


def choose_paper(document: Document, paper: str, *, origin: object | None = None) -> None:
    """Takes the paper that everything is printed on: letter or a4."""
    if paper not in PAPERS:
        raise Refused(
            message("{paper} is not a paper that handouts are made for.", paper=paper),
            message("Choose Letter or A4."),
            field="paper",
        )
    _set(document, message("Chose the paper"), origin, paper=paper)


def _set(document: Document, label: Words, origin: object | None, *, fold: str = "", **values: Any) -> None:
    fold = f"workshop.{fold}" if fold else ""
    with document.change(label, origin=origin, fold=fold) as session:
        session.execute(update(Workshop).values(**values))
