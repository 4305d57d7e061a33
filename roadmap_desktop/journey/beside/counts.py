"""How much there is beside the stages: parked, to be done, decided."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.counting import count
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.workshop import ActionItem, ParkedItem, RecordEntry
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class BesideCounts:
    """What is parked, the actions that are not done, and the decisions in the record."""

    parked: int
    actions: int
    decisions: int

    @property
    def words(self) -> Words:
        """All three on one line."""
        return message(
            "parking lot {parked} · actions {actions} · decisions {decisions}",
            parked=self.parked,
            actions=self.actions,
            decisions=self.decisions,
        )


def beside_counts(document: Document) -> BesideCounts:
    """The numbers, remembered until one of them may have changed."""
    kinds = ("action_item", "parked_item", "record_entry")
    return document.remembered("beside counts", kinds, lambda: _counts(document))


def _counts(document: Document) -> BesideCounts:
    with document.read():
        return BesideCounts(
            count(document, ParkedItem),
            count(document, ActionItem, ActionItem.done.is_(False)),
            count(document, RecordEntry),
        )
