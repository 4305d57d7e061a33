"""What the inspector says of an indicator and of a review."""

from __future__ import annotations

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.monitoring.picture import ReviewRow, monitoring, threshold_in_words
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document


def indicator_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of an indicator: what it is, when it asks for action, what was read."""
    picture = monitoring(document)
    found = picture.indicator(uuid)
    if found is None:
        return None
    readings = tuple(
        Line(
            message("{review}, {day:short}: {value}", review=review.name, day=review.on, value=each.value),
            Mark.OPEN if each.breached else Mark.HOLDS,
            Target("monitoring", "reviews", review.uuid),
        )
        for review in picture.reviews
        for each in review.readings
        if each.indicator == uuid and each.value is not None
    )
    text: Words = message("Nothing says yet when it asks for action.")
    if threshold := threshold_in_words(found):
        text = message("Asks for action: {threshold}.", threshold=threshold)
    sections = (Section(message("What was read"), readings),) if readings else ()
    return Inspection(found.area_name, found.name, text, sections)


def review_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a review: when, what crossed its threshold, what follows."""
    found = monitoring(document).review(uuid)
    if found is None:
        return None
    crossed = tuple(
        Line(message("{name}: {value}", name=each.name, value=each.value or 0), Mark.OPEN, _indicator(each.indicator))
        for each in found.beyond
    )
    read = sum(each.value is not None for each in found.readings)
    count = plural("{n} of {every} indicators read", "{n} of {every} indicators read", read, every=len(found.readings))
    bar = Line(message("Its day on the roadmap"), target=Target("roadmap", "timeline", task_key(Part.REVIEW, uuid)))
    sections = (
        Section(message("Beyond its threshold"), crossed),
        Section(message("What was read"), (Line(count),)),
        Section(message("What it feeds"), (bar,)),
    )
    return Inspection(message("Review"), found.name, _when(found), tuple(each for each in sections if each.lines))


def _when(review: ReviewRow) -> Words:
    if review.held:
        return message("Held on {day}", day=review.on)
    if review.overdue:
        return message("Was due on {day}", day=review.on)
    return message("On {day}", day=review.on)


def _indicator(uuid: str) -> Target:
    return Target("monitoring", "indicators", uuid)
