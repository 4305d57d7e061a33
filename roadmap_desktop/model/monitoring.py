"""Monitoring: indicators with thresholds, and the reviews that read them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Indicator(Fact):
    """What is watched after adoption; ``breach`` says where the trigger lies: above, from, below, up_to, rise, fall."""

    __tablename__ = "indicator"
    key: Mapped[str] = column(default="")
    name: Mapped[str] = column(default="")
    position: Mapped[int] = column(default=0)
    area: Mapped[str] = column(default="operational")  # instructional, operational, safety, feedback
    cadence: Mapped[str] = column(default="term")  # month, quarter, term, twice_a_year, year, event
    threshold: Mapped[float | None] = column(default=None)
    breach: Mapped[str] = column(default="above")
    unit: Mapped[str] = column(default="")
    measure: Mapped[str] = column(default="")  # the room's words; empty: the catalogue's
    trigger: Mapped[str] = column(default="")
    baseline: Mapped[float | None] = column(default=None)
    watched: Mapped[bool] = column(default=True)


class Review(Fact):
    """A review on a date; done when it was held."""

    __tablename__ = "review"
    name: Mapped[str]
    on: Mapped[date]
    held: Mapped[bool] = column(default=False)
    decision: Mapped[str] = column(default="")


class IndicatorReading(Fact):
    """The value of an indicator at a review."""

    __tablename__ = "indicator_reading"
    review: Mapped[str] = column(part_of("review"))
    indicator: Mapped[str] = column(part_of("indicator"))
    value: Mapped[float]
    note: Mapped[str] = column(default="")


class ReviewAction(Fact):
    """What a review asked for, by whom and until when."""

    __tablename__ = "review_action"
    review: Mapped[str] = column(part_of("review"))
    text: Mapped[str]
    owner: Mapped[str] = column(default="")
    due: Mapped[date | None] = column(default=None)
    position: Mapped[int] = column(default=0)
