"""Taking something in from outside: a copy of the workshop is kept first, beside the window; then it is one move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from roadmap_desktop.language import Words
from roadmap_desktop.screens.carrying import LongMove, nothing
from roadmap_desktop.screens.work import Progress
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, keep


def importing(
    document: Document,
    words: Words,
    write: Callable[[Any], Any],
    *,
    reckon: Callable[[Progress], Any] = nothing,
    done: Callable[[Any], object] = nothing,
    ended: Callable[[], object] = nothing,
) -> LongMove:
    """The move that keeps a copy, reckons what is to be written, and writes it; ``words`` say what is taken in."""

    def job(progress: Progress) -> Any:
        keep(document, Reason.IMPORTING)
        progress.reached(0, 0)
        return reckon(progress)

    return LongMove(words, job, write, done, ended)
