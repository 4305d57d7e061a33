"""The sample workshop: one invented district with every stage filled, to look at before there is one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from roadmap_desktop.catalogue.sample import sample_facts
from roadmap_desktop.journey.from_catalogue import catalogue_facts
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.openfile import local_now

WORKSHOP = "6f6c1b0a-6a55-4c55-9a4f-2f7f3a7c5d11"
"""The sample's own uuid, so that its natural uuids are the same in every copy."""


def sample_workshop(path: Path, *, clock: Callable[[], datetime] = local_now) -> Document:
    """The sample at the path, opened; what was there is replaced. It is marked as a sample on screen and paper.

    Raises:
        FileTrouble: the place can't be written.
    """
    made = [Workshop(uuid=WORKSHOP, district=""), *catalogue_facts(WORKSHOP)]
    return Document.create(path, sample_facts(WORKSHOP, made), clock)
