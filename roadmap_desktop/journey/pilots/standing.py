"""How the pilots stand: what is overdue, what is not ready, what runs."""

from __future__ import annotations

from roadmap_desktop.journey.pilots.picture import pilots
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Alert where a decision is overdue; done when every pilot is decided."""
    found = pilots(document)
    if not found:
        return Standing(State.UNTOUCHED, message("no pilot yet"))
    undecided = [each for each in found if each.verdict is None]
    today = document.today()
    overdue = sum(each.is_overdue(today) for each in undecided)
    if overdue:
        return Standing(State.ALERT, plural("{n} decision overdue", "{n} decisions overdue", overdue))
    if not undecided:
        return Standing(State.DONE, plural("{n} pilot decided", "{n} pilots decided", len(found)))
    running = sum(each.started_on is not None for each in undecided)
    waiting = [each for each in undecided if each.started_on is None]
    unready = sum(not each.ready for each in waiting)
    parts: list[Words] = []
    if running:
        parts.append(plural("{n} running", "{n} running", running))
    if unready:
        parts.append(plural("{n} not ready", "{n} not ready", unready))
    if len(waiting) > unready:
        parts.append(plural("{n} ready", "{n} ready", len(waiting) - unready))
    return Standing(State.OPEN, parts[0] if len(parts) == 1 else message("{one}, {two}", one=parts[0], two=parts[1]))
