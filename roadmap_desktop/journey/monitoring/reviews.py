"""What a person can do with reviews: plan, date and hold them, read indicators, write what was decided."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.monitoring.picture import monitoring
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.monitoring import IndicatorReading, Review
from roadmap_desktop.rules.monitoring import review_days
from roadmap_desktop.store.document import Document


def add_review(document: Document, name: str, *, on: date | None = None, origin: object | None = None) -> str:
    """Adds a review and gives its uuid; without a day it is at the next end of a grading period that has none.

    Where no such end is known, it is today.

    Raises:
        Refused: it has no name.
    """
    typed = _named(name)
    review = Review(name=typed, on=on or next(iter(days_to_plan(document)), document.today()))
    with document.change(message("Added {review}", review=typed), origin=origin) as session:
        session.add(review)
    return review.uuid


def plan_reviews(document: Document, *, origin: object | None = None) -> int:
    """Adds a review at the end of each grading period still to come of the known years; gives how many.

    Raises:
        Refused: there is no school calendar, or every such day has its review.
    """
    days = days_to_plan(document)
    if not days:
        raise Refused(
            message("There is no end of a grading period that still needs a review."),
            message("Enter the school calendar, or add a review with a date of your own."),
        )
    language, first = Language(workshop(document).language), len(monitoring(document).reviews) + 1
    with document.change(message("Planned the reviews"), origin=origin) as session:
        for number, day in enumerate(days, first):
            session.add(Review(name=language.say(message("Review {number}", number=number)), on=day))
    return len(days)


def days_to_plan(document: Document) -> tuple[date, ...]:
    """The ends of grading periods (or terms) of the known years that are still to come and have no review."""
    years = schooldays.school_years(document).get(schooldays.DISTRICT, ())
    ends = [period.last for year in years for period in year.grading_periods or year.terms]
    known = {row.on for row in document.rows(select(Review.on))}
    return tuple(day for day in review_days(ends, document.today()) if day not in known)


def rename_review(document: Document, review: str, name: str, *, origin: object | None = None) -> None:
    """Changes the name of a review; Refused where nothing is left."""
    typed = _named(name)
    with document.change(message("Renamed {review}", review=typed), origin=origin, fold=f"review:{review}") as session:
        session.get_one(Review, review).name = typed


def date_review(document: Document, review: str, on: date | None, *, origin: object | None = None) -> None:
    """Moves a review to a day; Refused without one, since it is a date of the roadmap."""
    if on is None:
        raise Refused(message("A review needs a day."), message("Type one, such as Oct 12."), field="on")
    label = message("Moved {review}", review=review_name(document, review))
    with document.change(label, origin=origin) as session:
        session.get_one(Review, review).on = on


def hold_review(document: Document, review: str, held: str, *, origin: object | None = None) -> None:
    """Says that a review was held ("yes") or not ("")."""
    name = review_name(document, review)
    label = message("Held {review}", review=name) if held else message("{review} is still to be held", review=name)
    with document.change(label, origin=origin) as session:
        session.get_one(Review, review).held = bool(held)


def decide_at_review(document: Document, review: str, text: str, *, origin: object | None = None) -> None:
    """Writes what a review decided."""
    label = message("Wrote what {review} decided", review=review_name(document, review))
    with document.change(label, origin=origin, fold=f"review.decision:{review}") as session:
        session.get_one(Review, review).decision = text.strip()


def remove_reviews(document: Document, reviews: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes reviews; their milestones stay on the roadmap as orphaned."""
    label = plural("Removed {n} review", "Removed {n} reviews", len(reviews))
    with change_keeping_tasks(document, label, origin=origin) as session:
        session.execute(delete(Review).where(Review.uuid.in_(reviews)))


def record_reading(document: Document, review: str, indicator: str, text: str, *, origin: object | None = None) -> None:
    """Records the value of an indicator at a review; an empty text takes it away, with its note.

    Raises:
        Refused: it is no number, or the indicator is gone.
    """
    value = read_number(text, field="reading")
    uuid = natural_uuid(document.workshop_uuid, "indicator_reading", review, indicator)
    found = monitoring(document).indicator(indicator)
    if found is None:
        raise Refused(message("This indicator was removed."), message("Choose another, or undo."))
    label = message("Read {name}", name=found.name)
    here = (IndicatorReading.review == review) & (IndicatorReading.indicator == indicator)
    with document.change(label, origin=origin, fold=f"reading:{uuid}") as session:
        kept = session.scalars(select(IndicatorReading).where(here)).first()
        if value is None:
            session.execute(delete(IndicatorReading).where(here))
        elif kept is None:
            session.add(IndicatorReading(uuid=uuid, review=review, indicator=indicator, value=value))
        else:
            kept.value = value


def note_reading(document: Document, review: str, indicator: str, text: str, *, origin: object | None = None) -> None:
    """Writes what is to be said of a reading.

    Raises:
        Refused: nothing was read yet.
    """
    here = (IndicatorReading.review == review) & (IndicatorReading.indicator == indicator)
    if not document.rows(select(IndicatorReading.uuid).where(here)):
        raise Refused(message("Nothing was read yet."), message("Type the reading first."), field="note")
    label = message("Wrote a note beside a reading")
    with document.change(label, origin=origin, fold=f"reading.note:{review}:{indicator}") as session:
        session.scalars(select(IndicatorReading).where(here)).one().note = " ".join(text.split())


def review_name(document: Document, review: str) -> str:
    """The name of a review; Refused where it is gone."""
    found = document.rows(select(Review.name).where(Review.uuid == review))
    if not found:
        raise Refused(message("This review was removed."), message("Choose another, or undo."))
    return str(found[0].name)


def _named(text: str) -> str:
    return required(text, message("A review needs a name."), message("Type it in a few words."), field="name")
