"""The action list: everything that somebody said they would do, by owner, whatever stage it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from roadmap_desktop.journey.beside.actions import actions
from roadmap_desktop.journey.monitoring.picture import monitoring
from roadmap_desktop.journey.readiness.barriers import barriers
from roadmap_desktop.language import Words, message
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class Promise:
    """What will be done, until when, whether the day has passed, and where it was said."""

    owner: str
    text: str
    due: date | None
    late: bool
    source: Words


@dataclass(frozen=True, slots=True)
class OwnerList:
    """The promises of one owner, the earliest first; no name where nobody has taken them yet."""

    owner: str
    promises: tuple[Promise, ...]


def action_list(document: Document) -> tuple[OwnerList, ...]:
    """Every action that is not done: noted on the day, of a barrier, or of a review. Owners by name, nobody last."""
    with document.read():
        found = sorted(_promises(document), key=lambda each: (not each.owner, each.owner.casefold()))
    lists = []
    for _, own in groupby(found, key=lambda each: each.owner.casefold()):
        ordered = tuple(sorted(own, key=lambda each: (each.due is None, each.due or date.max)))
        lists.append(OwnerList(ordered[0].owner, ordered))
    return tuple(lists)


def _promises(document: Document) -> list[Promise]:
    today = document.today()

    def promise(owner: str, text: str, due: date | None, source: Words) -> Promise:
        return Promise(" ".join(owner.split()), text, due, due is not None and due < today, source)

    noted = [
        promise(row.owner, row.text, row.due, row.origin.words if row.origin is not None else "")
        for row in actions(document)
        if not row.done
    ]
    of_barriers = [
        promise(row.owner, row.action, row.due, message("barrier, statement {number}", number=row.number))
        for row in barriers(document).rows
    ]
    of_reviews = [
        promise(action.owner, action.text, action.due, review.name)
        for review in monitoring(document).reviews
        for action in review.actions
    ]
    return [*noted, *of_barriers, *of_reviews]
