"""What a person can do with indicators."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.monitoring.picture import monitoring
from roadmap_desktop.journey.monitoring.saying import unit_key
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.monitoring import Indicator
from roadmap_desktop.rules.monitoring import Area, Breach, Cadence
from roadmap_desktop.store.document import Document


class IndicatorField(StrEnum):
    """The fields of an indicator that are typed or chosen; measure and trigger emptied are the catalogue's again."""

    NAME = "name"
    MEASURE = "measure"
    AREA = "area"
    CADENCE = "cadence"
    THRESHOLD = "threshold"
    BREACH = "breach"
    UNIT = "unit"
    TRIGGER = "trigger"
    BASELINE = "baseline"
    WATCHED = "watched"


def add_indicator(document: Document, name: str, *, origin: object | None = None) -> str:
    """Adds an indicator of the room's own and gives its uuid; Refused without a name."""
    typed = _named(name)
    position = int(document.rows(select(func.coalesce(func.max(Indicator.position), -1)))[0][0]) + 1
    indicator = Indicator(name=typed, position=position)
    with document.change(message("Added the indicator {name}", name=typed), origin=origin) as session:
        session.add(indicator)
    return indicator.uuid


def edit_indicator(
    document: Document, indicator: str, field: IndicatorField, text: str, *, origin: object | None = None
) -> None:
    """Changes a field of an indicator; numbers as typed, an empty text takes them away.

    Raises:
        Refused: the text is not what the field holds, or the indicator is gone.
    """
    row = monitoring(document).indicator(indicator)
    if row is None:
        raise Refused(message("This indicator was removed."), message("Choose another, or undo."))
    value = _value(document, field, text.strip())
    label = message("Changed the indicator {name}", name=row.name)
    with document.change(label, origin=origin, fold=f"indicator.{field}:{indicator}") as session:
        setattr(session.get_one(Indicator, indicator), field, value)


def remove_indicators(document: Document, indicators: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes indicators with their readings."""
    label = plural("Removed {n} indicator", "Removed {n} indicators", len(indicators))
    with document.change(label, origin=origin) as session:
        session.execute(delete(Indicator).where(Indicator.uuid.in_(indicators)))


def _value(document: Document, field: IndicatorField, typed: str) -> object:
    match field:
        case IndicatorField.THRESHOLD | IndicatorField.BASELINE:
            return read_number(typed, field=field)
        case IndicatorField.NAME:
            return _named(typed)
        case IndicatorField.AREA:
            return Area(typed).value
        case IndicatorField.CADENCE:
            return Cadence(typed).value
        case IndicatorField.BREACH:
            return Breach(typed).value
        case IndicatorField.UNIT:
            return unit_key(phrases(document), typed)
        case IndicatorField.WATCHED:
            return bool(typed)
    return typed


def _named(text: str) -> str:
    return required(text, message("An indicator needs a name."), message("Type it in a few words."), field="name")
