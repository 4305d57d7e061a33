"""What a person can do with indicators and reviews."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import delete, func, select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.monitoring.picture import IndicatorRow, ReviewRow, monitoring
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.monitoring import Indicator, IndicatorReading, Review, ReviewAction
from roadmap_desktop.rules.monitoring import Breach, Cadence, review_days
from roadmap_desktop.store.document import Document


class IndicatorField(StrEnum):
    """The fields of an indicator that are typed or chosen."""

    NAME = "name"
    CADENCE = "cadence"
    THRESHOLD = "threshold"
    BREACH = "breach"
    UNIT = "unit"
    BASELINE = "baseline"
    WATCHED = "watched"


def add_indicator(document: Document, name: str, *, origin: object | None = None) -> str:
    """Adds an indicator of the room's own and gives its uuid; Refused without a name."""
    typed = _named(name, message("An indicator needs a name."))
    position = document.rows(select(func.count()).select_from(Indicator))[0][0]
    indicator = Indicator(name=typed, position=position)
    with document.change(message("Added the indicator {name}", name=typed), origin=origin) as session:
        session.add(indicator)
    return indicator.uuid


def edit_indicator(
    document: Document, indicator: str, field: IndicatorField, text: str, *, origin: object | None = None
) -> None:
    """Changes a field of an indicator; numbers as typed, an empty text takes them away.

    Raises:
        Refused: the text is not what the field holds.
    """
    row = _indicator(document, indicator)
    value = _value(field, text.strip())
    label = message("Changed the indicator {name}", name=row.name)
    with document.change(label, origin=origin, fold=f"indicator.{field}:{indicator}") as session:
        setattr(session.get_one(Indicator, indicator), field, value)


def remove_indicators(document: Document, indicators: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes indicators with their readings."""
    with document.change(message("Removed an indicator"), origin=origin) as session:
        session.execute(delete(Indicator).where(Indicator.uuid.in_(indicators)))


def add_review(document: Document, name: str, on: date, *, origin: object | None = None) -> str:
    """Adds a review on a day and gives its uuid; Refused without a name."""
    typed = _named(name, message("A review needs a name."))
    review = Review(name=typed, on=on)
    with document.change(message("Added {review}", review=typed), origin=origin) as session:
        session.add(review)
    return review.uuid


def plan_reviews(document: Document, *, origin: object | None = None) -> int:
    """Adds a review at the end of each grading period still to come of the known years; gives how many.

    Raises:
        Refused: there is no school calendar, or every such day has its review.
    """
    years = schooldays.school_years(document).get(schooldays.DISTRICT, ())
    ends = [period.last for year in years for period in year.grading_periods or year.terms]
    known = {each.on for each in monitoring(document).reviews}
    days = [day for day in review_days(ends, document.today()) if day not in known]
    if not days:
        raise Refused(
            message("There is no end of a grading period that still needs a review."),
            message("Enter the school calendar, or add a review with a date of your own."),
        )
    language, held = Language(workshop(document).language), len(known)
    with document.change(message("Planned the reviews"), origin=origin) as session:
        for number, day in enumerate(days, held + 1):
            session.add(Review(name=language.say(message("Review {number}", number=number)), on=day))
    return len(days)


def rename_review(document: Document, review: str, name: str, *, origin: object | None = None) -> None:
    """Changes the name of a review; Refused where nothing is left."""
    typed = _named(name, message("A review needs a name."))
    with document.change(message("Renamed {review}", review=typed), origin=origin, fold=f"review:{review}") as session:
        session.get_one(Review, review).name = typed


def date_review(document: Document, review: str, on: date, *, origin: object | None = None) -> None:
    """Moves a review to a day."""
    row = _review(document, review)
    with document.change(message("Moved {review}", review=row.name), origin=origin) as session:
        session.get_one(Review, review).on = on


def hold_review(document: Document, review: str, held: str, *, origin: object | None = None) -> None:
    """Says that a review was held ("yes") or not ("")."""
    row = _review(document, review)
    with document.change(message("Held {review}", review=row.name), origin=origin) as session:
        session.get_one(Review, review).held = bool(held)


def decide_at_review(document: Document, review: str, text: str, *, origin: object | None = None) -> None:
    """Writes what a review decided."""
    row = _review(document, review)
    label = message("Wrote what {review} decided", review=row.name)
    with document.change(label, origin=origin, fold=f"review.decision:{review}") as session:
        session.get_one(Review, review).decision = text.strip()


def remove_reviews(document: Document, reviews: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes reviews; their milestones stay on the roadmap as orphaned."""
    with change_keeping_tasks(document, message("Removed a review"), origin=origin) as session:
        session.execute(delete(Review).where(Review.uuid.in_(reviews)))


def record_reading(document: Document, review: str, indicator: str, text: str, *, origin: object | None = None) -> None:
    """Records the value of an indicator at a review; an empty text takes it away.

    Raises:
        Refused: it is no number.
    """
    row = _indicator(document, indicator)
    value = read_number(text, field="reading")
    uuid = natural_uuid(document.workshop_uuid, "indicator_reading", review, indicator)
    label = message("Read {name}", name=row.name)
    with document.change(label, origin=origin, fold=f"reading:{uuid}") as session:
        here = (IndicatorReading.review == review) & (IndicatorReading.indicator == indicator)
        kept = session.scalars(select(IndicatorReading).where(here)).first()
        if value is None:
            session.execute(delete(IndicatorReading).where(here))
        elif kept is None:
            session.add(IndicatorReading(uuid=uuid, review=review, indicator=indicator, value=value))
        else:
            kept.value = value


def add_action(document: Document, review: str, text: str, *, origin: object | None = None) -> str:
    """Adds what a review asks for and gives its uuid; Refused where it says nothing."""
    row = _review(document, review)
    action = ReviewAction(review=review, text=_named(text, message("An action says what is to be done.")))
    with document.change(message("Added an action of {review}", review=row.name), origin=origin) as session:
        session.add(action)
    return action.uuid


def edit_action(
    document: Document,
    action: str,
    *,
    text: str | None = None,
    owner: str | None = None,
    origin: object | None = None,
) -> None:
    """Changes the words or the owner of an action; what is None stays. Refused where its words are taken away."""
    typed = None if text is None else _named(text, message("An action says what is to be done."))
    with document.change(message("Changed an action"), origin=origin, fold=f"action:{action}") as session:
        row = session.get_one(ReviewAction, action)
        row.text = row.text if typed is None else typed
        row.owner = row.owner if owner is None else owner.strip()


def date_action(document: Document, action: str, due: date | None, *, origin: object | None = None) -> None:
    """Sets the day until when an action is done."""
    with document.change(message("Dated an action"), origin=origin) as session:
        session.get_one(ReviewAction, action).due = due


def remove_actions(document: Document, actions: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes actions of reviews."""
    with document.change(message("Removed an action"), origin=origin) as session:
        session.execute(delete(ReviewAction).where(ReviewAction.uuid.in_(actions)))


def _value(field: IndicatorField, typed: str) -> object:
    match field:
        case IndicatorField.THRESHOLD | IndicatorField.BASELINE:
            return read_number(typed, field=field)
        case IndicatorField.NAME:
            return _named(typed, message("An indicator needs a name."))
        case IndicatorField.CADENCE:
            return Cadence(typed)
        case IndicatorField.BREACH:
            return Breach(typed)
        case IndicatorField.WATCHED:
            return bool(typed)
    return typed


def _named(text: str, reason: Words) -> str:
    typed = " ".join(text.split())
    if not typed:
        raise Refused(reason, message("Type it in a few words."), field="name")
    return typed


def _indicator(document: Document, uuid: str) -> IndicatorRow:
    found = monitoring(document).indicator(uuid)
    if found is None:
        raise Refused(message("This indicator was removed."), message("Choose another, or undo."))
    return found


def _review(document: Document, uuid: str) -> ReviewRow:
    found = monitoring(document).review(uuid)
    if found is None:
        raise Refused(message("This review was removed."), message("Choose another, or undo."))
    return found
