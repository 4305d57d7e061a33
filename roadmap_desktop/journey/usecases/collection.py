"""Collect: the catalogue to pick from, and the room's own list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.journey.usecases import facts, saying
from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Phrase, Words
from roadmap_desktop.store.document import Document

KINDS = facts.KINDS
"""The kinds of facts that the collection shows."""


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """A use case of the catalogue; ``taken`` is the uuid it has on the room's list, empty while it is not there.

    ``veto`` says why the room may not choose it, where it has decided so.
    """

    uuid: str
    number: int
    name: Words
    description: Words
    caution: Words
    disagreement: Words
    level: str
    risk: str
    data_class: int
    student_facing: bool
    taken: str
    veto: Words = ""

    @property
    def about(self) -> Words:
        """Level and risk in a few words."""
        return saying.about(self.level, self.risk)


@dataclass(frozen=True, slots=True)
class CollectionPicture:
    """The catalogue, the room's list, and the names of the data classes by number."""

    catalogue: tuple[CatalogueRow, ...]
    ours: tuple[UseCaseFact, ...]
    data_classes: Mapping[int, Words]


def collection(document: Document) -> CollectionPicture:
    """What can be picked, and what the room has picked or written."""
    with document.read():
        ours = facts.use_cases(document)
        taken = {each.key: each for each in ours if each.key}
        kept = phrases(document)
        return CollectionPicture(
            catalogue=tuple(_row(entry, taken.get(entry.key), kept) for entry in catalogue.use_cases()),
            ours=ours,
            data_classes={int(term.key): kept.get(term.name.key, term.name) for term in catalogue.data_classes()},
        )


def _row(entry: catalogue.UseCaseEntry, taken: UseCaseFact | None, kept: Mapping[str, Phrase]) -> CatalogueRow:
    def words(phrase: Phrase | None) -> Words:
        return kept.get(phrase.key, phrase) if phrase else ""

    return CatalogueRow(
        uuid=entry.key,
        number=entry.number,
        name=words(entry.name),
        description=words(entry.description),
        caution=words(entry.caution),
        disagreement=words(entry.local_decision),
        level=entry.level.value,
        risk=entry.risk.value,
        data_class=entry.data_class,
        student_facing=entry.student_facing,
        taken=taken.uuid if taken else "",
        veto=taken.veto_words if taken else "",
    )
