"""Monitoring as plain values: indicators with thresholds and readings, reviews, and those that are due."""

from __future__ import annotations

from roadmap_desktop.journey.monitoring.picture import IndicatorRow, ReadingRow, ReviewRow, monitoring
from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Monitoring shows; ``due`` are the reviews whose day has passed and that were not held."""
    picture = monitoring(document)
    return {
        "indicators": [_indicator(each, language) for each in picture.indicators],
        "due": [{"name": each.name, "on": day(each.on)} for each in picture.due],
        "reviews": [_review(each, language) for each in picture.reviews],
    }


def _indicator(row: IndicatorRow, language: Language) -> Plain:
    return {
        "name": language.say(row.name),
        "measure": language.say(row.measure),
        "area": row.area,
        "cadence": row.cadence,
        "threshold": row.threshold,
        "side": row.breach,
        "unit": language.say(row.unit_name) or None,
        "baseline": row.baseline,
        "watched": row.watched,
        "reading": row.reading,
        "read_on": day(row.read_on),
        "beyond": row.breached,
    }


def _review(review: ReviewRow, language: Language) -> Plain:
    return {
        "name": review.name,
        "on": day(review.on),
        "held": review.held,
        "overdue": review.overdue,
        "decision": review.decision or None,
        "readings": [_reading(each, language) for each in review.readings],
        "actions": [{"text": each.text, "owner": each.owner or None, "due": day(each.due)} for each in review.actions],
    }


def _reading(reading: ReadingRow, language: Language) -> Plain:
    return {
        "indicator": language.say(reading.name),
        "value": reading.value,
        "baseline": reading.baseline,
        "beyond": reading.breached,
        "note": reading.note or None,
    }
