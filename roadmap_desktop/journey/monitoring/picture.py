"""What a reader sees of monitoring: indicators with thresholds and latest readings, reviews with their actions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.wordings import phrases, worded
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.monitoring import Indicator, IndicatorReading, Review, ReviewAction
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.monitoring import Breach, Threshold, breached
from roadmap_desktop.store.document import Document

KINDS = ("indicator", "review", "indicator_reading", "review_action", "wording")
"""The kinds of facts that monitoring shows."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator; values in ``unit`` (a key of the catalogue or the room's word), None where not entered."""

    uuid: str
    name: Words
    measure: Words
    trigger: Words
    area: str
    area_name: Words
    cadence: str
    cadence_name: Words
    threshold: float | None
    breach: Breach
    unit: str
    unit_name: Words
    baseline: float | None
    watched: bool
    reading: float | None
    read_on: date | None
    breached: bool


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """The value of an indicator at a review."""

    indicator: str
    name: Words
    unit_name: Words
    value: float | None
    note: str
    baseline: float | None
    breached: bool


@dataclass(frozen=True, slots=True)
class ActionRow:
    """What a review asked for."""

    uuid: str
    text: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review; overdue when its day has passed and it was not held."""

    uuid: str
    name: str
    on: date
    held: bool
    overdue: bool
    decision: str
    readings: tuple[ReadingRow, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class MonitoringPicture:
    """All indicators and all reviews in the order of their dates."""

    indicators: tuple[IndicatorRow, ...]
    reviews: tuple[ReviewRow, ...]

    def review(self, uuid: str) -> ReviewRow | None:
        """The review with that uuid."""
        return next((each for each in self.reviews if each.uuid == uuid), None)

    def indicator(self, uuid: str) -> IndicatorRow | None:
        """The indicator with that uuid."""
        return next((each for each in self.indicators if each.uuid == uuid), None)

    @property
    def due(self) -> tuple[ReviewRow, ...]:
        """The reviews that are overdue."""
        return tuple(each for each in self.reviews if each.overdue)


def monitoring(document: Document) -> MonitoringPicture:
    """Indicators and reviews as they stand today."""
    key = ("monitoring", document.today())
    return document.remembered(key, KINDS, lambda: _monitoring(document))


def indicator_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of an indicator: what it is, when it asks for action, what was read."""
    found = monitoring(document).indicator(uuid)
    if found is None:
        return None
    readings = tuple(
        Line(
            message("{review}, {day:short}: {value}", review=review.name, day=review.on, value=each.value),
            Mark.OPEN if each.breached else Mark.HOLDS,
            Target("monitoring", "reviews", review.uuid),
        )
        for review in monitoring(document).reviews
        for each in review.readings
        if each.indicator == uuid and each.value is not None
    )
    sections = (
        Section(message("When it asks for action"), (Line(found.trigger),) if found.trigger else ()),
        Section(message("What was read"), readings),
    )
    return Inspection(found.area_name, found.name, found.measure, tuple(each for each in sections if each.lines))


def review_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a review: when, what crossed its threshold, what follows."""
    found = monitoring(document).review(uuid)
    if found is None:
        return None
    text: Words = message("On {day}", day=found.on)
    if found.held:
        text = message("Held on {day}", day=found.on)
    elif found.overdue:
        text = message("Was due on {day}", day=found.on)
    crossed = tuple(
        Line(each.name, Mark.OPEN, Target("monitoring", "indicators", each.indicator))
        for each in found.readings
        if each.breached
    )
    actions = tuple(Line(_action(each)) for each in found.actions)
    bar = Line(message("Its day on the roadmap"), target=Target("roadmap", "timeline", f"{Part.REVIEW}:{uuid}"))
    sections = (
        Section(message("Beyond its threshold"), crossed),
        Section(message("Actions"), actions),
        Section(message("What it feeds"), (bar,)),
    )
    return Inspection(message("Review"), found.name, text, tuple(each for each in sections if each.lines))


def threshold_in_words(row: IndicatorRow) -> Words:
    """The threshold as it is read ("above 20 points"); nothing where there is none."""
    if row.threshold is None:
        return ""
    if row.breach is Breach.ABOVE:
        return message("above {value} {unit}", value=row.threshold, unit=row.unit_name)
    return message("below {value} {unit}", value=row.threshold, unit=row.unit_name)


def _action(action: ActionRow) -> Words:
    if action.owner and action.due:
        return message("{text} ({owner}, {due:short})", text=action.text, owner=action.owner, due=action.due)
    return action.text


def _monitoring(document: Document) -> MonitoringPicture:
    with document.read():
        readings = document.rows(
            select(
                *(IndicatorReading.review, IndicatorReading.indicator, IndicatorReading.value, IndicatorReading.note),
                Review.on,
            )
            .join(Review, IndicatorReading.review == Review.uuid)
            .order_by(Review.on)
        )
        latest = {row.indicator: (row.value, row.on) for row in readings}
        query = select(*Indicator.__table__.columns).order_by(Indicator.position, Indicator.uuid)
        indicators = tuple(_indicator(document, row, latest.get(row.uuid)) for row in document.rows(query))
        taken = {(row.review, row.indicator): (row.value, row.note) for row in readings}
        return MonitoringPicture(indicators, _reviews(document, indicators, taken))


def _indicator(document: Document, row: Row[*tuple[Any, ...]], latest: tuple[float, date] | None) -> IndicatorRow:
    value, on = latest or (None, None)
    words = phrases(document)
    threshold = None if row.threshold is None else Threshold(row.threshold, Breach(row.breach))
    return IndicatorRow(
        uuid=row.uuid,
        name=worded(document, row.name, f"indicator.{row.key}.name"),
        measure=words.get(f"indicator.{row.key}.measure", ""),
        trigger=row.trigger or words.get(f"indicator.{row.key}.trigger", ""),
        area=row.area,
        area_name=worded(document, "", f"indicator_area.{row.area}.name"),
        cadence=row.cadence,
        cadence_name=worded(document, "", f"cadence.{row.cadence}.name"),
        threshold=row.threshold,
        breach=Breach(row.breach),
        unit=row.unit,
        unit_name=words.get(f"unit.{row.unit}.many", row.unit),
        baseline=row.baseline,
        watched=row.watched,
        reading=value,
        read_on=on,
        breached=breached(value, threshold),
    )


def _reviews(
    document: Document, indicators: tuple[IndicatorRow, ...], taken: dict[tuple[str, str], tuple[float, str]]
) -> tuple[ReviewRow, ...]:
    actions: defaultdict[str, list[ActionRow]] = defaultdict(list)
    action = ReviewAction
    query = select(action.review, action.uuid, action.text, action.owner, action.due)
    for row in document.rows(query.order_by(action.due, action.uuid)):
        actions[row.review].append(ActionRow(row.uuid, row.text, row.owner, row.due))
    today = document.today()
    reviews = document.rows(select(*Review.__table__.columns).order_by(Review.on, Review.uuid))
    return tuple(
        ReviewRow(
            uuid=row.uuid,
            name=row.name,
            on=row.on,
            held=row.held,
            overdue=not row.held and row.on < today,
            decision=row.decision,
            readings=tuple(
                _reading(each, taken.get((row.uuid, each.uuid)))
                for each in indicators
                if each.watched or (row.uuid, each.uuid) in taken
            ),
            actions=tuple(actions[row.uuid]),
        )
        for row in reviews
    )


def _reading(indicator: IndicatorRow, taken: tuple[float, str] | None) -> ReadingRow:
    value, note = taken or (None, "")
    threshold = None if indicator.threshold is None else Threshold(indicator.threshold, indicator.breach)
    return ReadingRow(
        indicator=indicator.uuid,
        name=indicator.name,
        unit_name=indicator.unit_name,
        value=value,
        note=note,
        baseline=indicator.baseline,
        breached=breached(value, threshold),
    )


def watched_in_words(picture: MonitoringPicture) -> Words:
    """How many indicators are watched."""
    return plural("{n} indicator", "{n} indicators", sum(each.watched for each in picture.indicators))
