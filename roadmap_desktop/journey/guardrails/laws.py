"""The laws and standards behind a guardrail: what each asks, from when, and on which day that was known to be so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import select

from roadmap_desktop.catalogue import guardrails as catalogue
from roadmap_desktop.journey.states import STATES
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.guardrails import Law
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class LawRow:
    """A law or standard; ``only_in`` names the state it binds where that is another than the district's own."""

    uuid: str
    name: Words
    asks: Words
    as_of: date
    confirmed: Words
    only_in: Words
    dates: tuple[tuple[date, Words], ...]
    note: str


def laws(document: Document, guardrail: str) -> tuple[LawRow, ...]:
    """What stands behind a guardrail, in the catalogue's order, then the room's own."""
    query = select(Law.uuid, Law.key, Law.name, Law.as_of, Law.applies_from, Law.note)
    with document.read():
        rows = document.rows(query.where(Law.guardrail == guardrail))
        known = _by_key()
        order = {key: place for place, key in enumerate(known)}
        home = workshop(document).state
        return tuple(
            LawRow(
                uuid=row.uuid,
                name=worded(document, row.name, f"law.{row.key}.name"),
                asks=worded(document, "", f"law.{row.key}.asks") if row.key else "",
                as_of=row.as_of,
                confirmed=_confirmed(document, known.get(row.key)),
                only_in=_elsewhere(known.get(row.key), home),
                dates=tuple(_dates(document, row.applies_from, known.get(row.key))),
                note=row.note,
            )
            for row in sorted(rows, key=lambda row: (order.get(row.key, len(order)), row.name))
        )


def law_lines(law: LawRow) -> Iterator[Words]:
    """A law in sentences: what it asks, whom it binds, its dates, and how well that is known."""
    yield message("{law}. {asks}", law=law.name, asks=law.asks) if law.asks else law.name
    if law.only_in:
        yield message("It binds districts in {state}; for others it is an example.", state=law.only_in)
    for day, meaning in law.dates:
        yield message("{day}: {meaning}", day=day, meaning=meaning) if meaning else message("From {day}", day=day)
    if law.note:
        yield law.note
    if law.confirmed:
        yield message("{confirmed}, as of {day}", day=law.as_of, confirmed=law.confirmed)
    else:
        yield message("As of {day}", day=law.as_of)


@cache
def _by_key() -> dict[str, catalogue.LawEntry]:
    return {law.key: law for each in catalogue.guardrails() for law in each.laws}


def _confirmed(document: Document, entry: catalogue.LawEntry | None) -> Words:
    return worded(document, "", f"confirmed.{entry.confirmed}.name") if entry else ""


def _elsewhere(entry: catalogue.LawEntry | None, home: str) -> Words:
    return STATES[entry.state] if entry and entry.state and entry.state != home else ""


def _dates(
    document: Document, applies_from: date | None, entry: catalogue.LawEntry | None
) -> Iterator[tuple[date, Words]]:
    """The catalogue's dates while the file still has the first of them, else the one that the file has."""
    if entry and entry.applies_from and entry.applies_from[0].day == applies_from:
        for each in entry.applies_from:
            yield each.day, worded(document, "", f"date.{each.key}.meaning")
    elif applies_from is not None:
        yield applies_from, ""
