"""What files from outside are matched with: the names of use cases, criteria, people and tables that there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Phrase, Words
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.store.document import Document

Spelt = tuple[str, tuple[str, ...]]
"""A uuid (or a catalogue's key) and every way its name is written: in each language, and its key."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is in the workshop, and in the catalogue to pick from; ``perspectives`` by key with their names."""

    use_cases: tuple[Spelt, ...]
    criteria: tuple[Spelt, ...]
    people: tuple[Spelt, ...]
    tables: tuple[Spelt, ...]
    catalogue: tuple[Spelt, ...]
    perspectives: Mapping[str, tuple[str, ...]]


def known(document: Document) -> Known:
    """The names that there are."""
    with document.read():
        kept = phrases(document)
        people = document.rows(select(Participant.uuid, Participant.name).order_by(Participant.position))
        tables = document.rows(select(Table.uuid, Table.name).order_by(Table.position))
        return Known(
            use_cases=tuple((each.uuid, _spellings(each.name, each.key)) for each in facts.use_cases(document)),
            criteria=tuple((each.uuid, _spellings(each.name, each.key)) for each in facts.criteria(document)),
            people=tuple((row.uuid, (row.name,)) for row in people),
            tables=tuple((row.uuid, (row.name,)) for row in tables),
            catalogue=tuple((each.key, _spellings(each.name, each.key)) for each in catalogue.use_cases()),
            perspectives={
                key: (key, *_spellings(kept[f"perspective.{key}.name"], ""))
                for key in perspective_keys()
                if f"perspective.{key}.name" in kept
            },
        )


def _spellings(name: Words, key: str) -> tuple[str, ...]:
    """The name itself or in every language, and the catalogue's key."""
    texts = tuple(text for _, text in name.texts) if isinstance(name, Phrase) else (str(name),)
    return tuple(dict.fromkeys(filter(None, (*texts, key))))
