"""The circle of tasks that leaves the roadmap without dates: who waits for whom, and which link can be taken away."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.language import Words, message
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class CircleTask:
    """A task of the circle (its key and name), and the one of the circle that it waits for."""

    key: str
    name: Words
    before: str
    before_name: Words


def circle(document: Document) -> tuple[CircleTask, ...]:
    """The tasks of the circle, each after the one it waits for; none where the roadmap has no circle."""
    with document.read():
        keys = planned(document).circle
        names = {task.key: task.name for task in merged(document).tasks} if keys else {}
    befores = (*keys[-1:], *keys[:-1])
    return tuple(CircleTask(key, names[key], before, names[before]) for before, key in zip(befores, keys, strict=True))


def circle_inspection(document: Document, key: str) -> Inspection | None:
    """What the inspector shows of a task of the circle, with the way to the others; None for any other task."""
    tasks = circle(document)
    found = next((each for each in tasks if each.key == key), None)
    if found is None:
        return None
    lines = tuple(
        Line(
            message("{task} waits for {before}.", task=each.name, before=each.before_name),
            Mark.LOOK if each.key == key else Mark.OPEN,
            None if each.key == key else Target("roadmap", "timeline", each.key),
        )
        for each in tasks
    )
    return Inspection(
        message("In a circle"),
        found.name,
        message("None of these tasks can begin before the others. Take away the link that is wrong."),
        (Section(message("Who waits for whom"), lines),),
    )
