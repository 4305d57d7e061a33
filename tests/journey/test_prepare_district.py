"""Prepare, the district."""

from __future__ import annotations

from datetime import date, time

import pytest

from roadmap_desktop.journey.prepare import district
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.store.document import Document


def test_what_is_typed_about_the_workshop_is_in_its_picture(document: Document) -> None:
    district.name_district(document, "Cedar Valley")
    district.choose_state(document, "tx")
    district.name_year(document, "2026/27")
    district.set_day(document, date(2026, 8, 20))
    district.set_start(document, "8:30 am")
    district.name_facilitator(document, " R. Ito ")
    district.choose_paper(document, "a4")
    found = workshop(document)
    assert (found.district, found.state, found.year) == ("Cedar Valley", "TX", "2026-27")
    assert (found.held_on, found.starts_at) == (date(2026, 8, 20), time(8, 30))
    assert (found.facilitator, found.paper) == ("R. Ito", "a4")


def test_a_name_typed_in_two_goes_is_one_step_of_undo(document: Document) -> None:
    before = workshop(document)
    district.name_facilitator(document, "R.")
    district.name_facilitator(document, "R. Ito")
    document.undo()
    assert workshop(document) == before


def test_the_date_can_be_taken_away_again(document: Document) -> None:
    district.set_day(document, date(2026, 8, 20))
    district.set_day(document, None)
    assert workshop(document).held_on is None


def test_a_wrong_fact_changes_nothing(document: Document) -> None:
    before = workshop(document)
    moves = (
        (district.name_district, ""),
        (district.choose_state, "X1"),
        (district.name_year, "2026-29"),
        (district.set_start, "dawn"),
    )
    for move, text in (*moves, (district.choose_paper, "foolscap")):
        with pytest.raises(Refused):
            move(document, text)
    assert workshop(document) == before
    assert document.undo_label is None
