"""Leaving a workshop: what is remembered of it, and what is said where something in it is not saved."""

from __future__ import annotations

from collections.abc import Callable

from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Action, Notice
from roadmap_desktop.screens.waiting import waiting
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.openfile import local_now
from roadmap_desktop.store.recent import Recent


def left_at(page: WorkshopPage, before: Recent | None) -> Recent:
    """The workshop as the start page will show it; ``before`` is what was remembered of it, if anything."""
    document = page.sitting.document
    about = workshop(document)
    line, is_urgent = waiting(page.standings(), page.place.stage)
    if not line and before is not None:  # nothing has been worked out yet
        line, is_urgent = before.line, before.is_urgent
    return Recent(
        path=document.path,
        district=about.district,
        opened=local_now().replace(microsecond=0),
        line=line,
        is_urgent=is_urgent,
        is_sample=about.is_sample,
        stage=page.place.stage,
        step=page.place.step,
    )


def not_saved(go_on: Callable[[], object], *, closes: bool) -> Notice:
    """Why the window, or the workshop in it, stays open once, and the way to leave all the same."""
    where = message("It stands where you typed or chose it; everything before is saved.")
    if closes:
        return Notice(
            message("What you did last is not saved, so the window stays open."),
            where,
            message("Try again, or save a copy elsewhere. Closing once more leaves it out."),
            Action(message("Close without it"), go_on),
        )
    return Notice(
        message("What you did last is not saved, so this workshop stays open."),
        where,
        message("Try again, or save a copy elsewhere. Leaving once more leaves it out."),
        Action(message("Leave without it"), go_on),
    )
