"""What should have ended by now: the day of its finish has passed, and nobody has said that it is done."""

from __future__ import annotations

from roadmap_desktop.journey.merged import DONE
from roadmap_desktop.journey.plan import KINDS, PlannedTask, planned
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document


def overdue(document: Document) -> tuple[PlannedTask, ...]:
    """The tasks that should have ended before today and are not done, the longest overdue first.

    A check-in is a look at a pilot and is never done or not; it is left out.
    """
    today = document.today()
    return document.remembered(f"overdue on {today}", KINDS, lambda: _overdue(document))


def is_overdue(document: Document, found: PlannedTask) -> bool:
    """Whether that task is one of them."""
    task = found.task
    return found.finish < document.today() and task.progress < DONE and task.part is not Part.CHECK


def done_so_far(found: PlannedTask) -> Words:
    """In words, when it should have ended and how much of it is done."""
    share = found.task.progress / 100
    return message("Should have ended on {day:short}, {share:percent} done", day=found.finish, share=share)


def _overdue(document: Document) -> tuple[PlannedTask, ...]:
    late = (each for each in planned(document) if is_overdue(document, each))
    return tuple(sorted(late, key=lambda each: (each.finish, each.task.key)))
