"""What a reader sees of monitoring: indicators with thresholds and latest readings, reviews with their actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from roadmap_desktop.journey.monitoring.saying import threshold_words, unit_words
from roadmap_desktop.journey.wordings import phrases, worded
from roadmap_desktop.language import Words
from roadmap_desktop.model.monitoring import Indicator, IndicatorReading, Review, ReviewAction
from roadmap_desktop.rules.monitoring import MOVES, Breach, Threshold, breached
from roadmap_desktop.store.document import Document

KINDS = ("indicator", "review", "indicator_reading", "review_action", "wording")
"""The kinds of facts that monitoring shows."""
RELATIVE = "percent"
"""The unit in which a rise or fall is counted against the figure before."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator; values in ``unit`` (a key of the catalogue or the room's word), None where not entered.

    ``reading_unit`` is what its readings are counted in: not said where the threshold is a share of a change.
    """

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
    reading_unit: Words
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

    @property
    def uuid(self) -> str:
        """The indicator's uuid: it is read once at a review."""
        return self.indicator


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

    @property
    def beyond(self) -> tuple[ReadingRow, ...]:
        """The readings that lie beyond their thresholds."""
        return tuple(each for each in self.readings if each.breached)


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


@dataclass(frozen=True, slots=True)
class _Read:
    """A reading with the day of its review and what it is compared with."""

    value: float
    on: date
    note: str
    before: float | None


def monitoring(document: Document) -> MonitoringPicture:
    """Indicators and reviews as they stand today."""
    key = ("monitoring", document.today())
    return document.remembered(key, KINDS, lambda: _monitoring(document))


def threshold_in_words(row: IndicatorRow) -> Words:
    """The threshold as it is read ("more than 20 points"); nothing where there is none."""
    return "" if row.threshold is None else threshold_words(row.breach, row.threshold, row.unit_name)


def _monitoring(document: Document) -> MonitoringPicture:
    with document.read():
        query = select(*Indicator.__table__.columns).order_by(Indicator.position, Indicator.uuid)
        rows = document.rows(query)
        taken = _taken(document, {row.uuid: row.baseline for row in rows})
        latest = {indicator: read for (_, indicator), read in taken.items()}
        indicators = tuple(_indicator(document, row, latest.get(row.uuid)) for row in rows)
        return MonitoringPicture(indicators, _reviews(document, indicators, taken))


def _taken(document: Document, baselines: Mapping[str, float | None]) -> dict[tuple[str, str], _Read]:
    """The readings by review and indicator, in the order of reviews."""
    reading = IndicatorReading
    query = select(reading.review, reading.indicator, reading.value, reading.note, Review.on)
    query = query.join(Review, reading.review == Review.uuid).order_by(Review.on, Review.uuid)
    last: dict[str, float] = {}
    found = {}
    for row in document.rows(query):
        baseline = baselines[row.indicator]
        before = last.get(row.indicator) if baseline is None else baseline
        found[row.review, row.indicator] = _Read(row.value, row.on, row.note, before)
        last[row.indicator] = row.value
    return found


def _indicator(document: Document, row: Row[*tuple[Any, ...]], latest: _Read | None) -> IndicatorRow:
    words = phrases(document)
    breach = Breach(row.breach)
    unit = unit_words(words, row.unit, row.threshold)
    relative = breach in MOVES and row.unit == RELATIVE
    threshold = None if row.threshold is None else Threshold(row.threshold, breach, relative)
    return IndicatorRow(
        uuid=row.uuid,
        name=worded(document, row.name, f"indicator.{row.key}.name"),
        measure=row.measure or words.get(f"indicator.{row.key}.measure", ""),
        trigger=row.trigger or words.get(f"indicator.{row.key}.trigger", ""),
        area=row.area,
        area_name=worded(document, "", f"indicator_area.{row.area}.name"),
        cadence=row.cadence,
        cadence_name=worded(document, "", f"cadence.{row.cadence}.name"),
        threshold=row.threshold,
        breach=breach,
        unit=row.unit,
        unit_name=unit,
        reading_unit="" if relative else unit_words(words, row.unit, None),
        baseline=row.baseline,
        watched=row.watched,
        reading=latest.value if latest else None,
        read_on=latest.on if latest else None,
        breached=latest is not None and breached(latest.value, threshold, latest.before),
    )


def _reviews(
    document: Document, indicators: tuple[IndicatorRow, ...], taken: Mapping[tuple[str, str], _Read]
) -> tuple[ReviewRow, ...]:
    actions: defaultdict[str, list[ActionRow]] = defaultdict(list)
    action = ReviewAction
    query = select(action.review, action.uuid, action.text, action.owner, action.due)
    for row in document.rows(query.order_by(action.position, action.uuid)):
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


def _reading(indicator: IndicatorRow, taken: _Read | None) -> ReadingRow:
    relative = indicator.breach in MOVES and indicator.unit == RELATIVE
    threshold = None if indicator.threshold is None else Threshold(indicator.threshold, indicator.breach, relative)
    return ReadingRow(
        indicator=indicator.uuid,
        name=indicator.name,
        unit_name=indicator.reading_unit,
        value=taken.value if taken else None,
        note=taken.note if taken else "",
        baseline=indicator.baseline,
        breached=taken is not None and breached(taken.value, threshold, taken.before),
    )
