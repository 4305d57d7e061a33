"""How the roadmap stands: without dates, on the baseline, later than it, or overdue."""

from __future__ import annotations

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap.baseline import slipped_days
from roadmap_desktop.journey.roadmap.overdue import overdue
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Alert where a fixed date can't hold; else what is orphaned, late or overdue, or how much there is."""
    plan = planned(document)
    if plan.trouble is not None:
        return Standing(State.UNTOUCHED, message("no dates yet"))
    if plan.conflicts:
        return Standing(State.ALERT, plural("{n} date can't hold", "{n} dates can't hold", len(plan.conflicts)))
    orphaned = sum(each.task.orphaned for each in plan)
    if orphaned:
        return Standing(State.OPEN, plural("{n} task lost its reason", "{n} tasks lost their reason", orphaned))
    if not plan.tasks:
        return Standing(State.UNTOUCHED, message("nothing planned yet"))
    if days := slipped_days(document):
        return Standing(State.OPEN, plural("{n} school day later", "{n} school days later", days))
    if late := len(overdue(document)):
        return Standing(State.OPEN, plural("{n} task overdue", "{n} tasks overdue", late))
    return Standing(State.OPEN, plural("{n} task", "{n} tasks", len(plan.tasks)))
