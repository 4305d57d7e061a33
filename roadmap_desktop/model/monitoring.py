"""Monitoring: indicators with thresholds, and the reviews that read them."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from roadmap_desktop.model.fact import Fact, part_of


class Indicator(Fact):
    """What is watched after adoption; ``breach`` says where the trigger lies: above, from, below, up_to, rise, fall."""

    __tablename__ = "indicator"
    key: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    area: Mapped[str] = mapped_column(default="operational")  # instructional, operational, safety, feedback
    cadence: Mapped[str] = mapped_column(default="term")  # month, quarter, term, twice_a_year, year, event
    threshold: Mapped[float | None] = mapped_column(default=None)
    breach: Mapped[str] = mapped_column(default="above")
    unit: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")  # the room's words; empty: the catalogue's
    trigger: Mapped[str] = mapped_column(default="")
    baseline: Mapped[float | None] = mapped_column(default=None)
    watched: Mapped[bool] = mapped_column(default=True)


class Review(Fact):
    """A review on a date; done when it was held."""

    __tablename__ = "review"
    name: Mapped[str]
    on: Mapped[date]
    held: Mapped[bool] = mapped_column(default=False)
    decision: Mapped[str] = mapped_column(default="")


class IndicatorReading(Fact):
    """The value of an indicator at a review."""

    __tablename__ = "indicator_reading"
    review: Mapped[str] = mapped_column(part_of("review"))
    indicator: Mapped[str] = mapped_column(part_of("indicator"))
    value: Mapped[float]
    note: Mapped[str] = mapped_column(default="")


class ReviewAction(Fact):
    """What a review asked for, by whom and until when."""

    __tablename__ = "review_action"
    review: Mapped[str] = mapped_column(part_of("review"))
    text: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
