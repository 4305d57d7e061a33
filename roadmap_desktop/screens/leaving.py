"""What is remembered of a workshop that is left: where the person was, and what waits in it."""

from __future__ import annotations

from roadmap_desktop.journey.workshop import workshop
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
