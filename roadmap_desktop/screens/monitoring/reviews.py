"""The step Reviews: when someone looks, what they read, what they decided, and what is to be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QHideEvent, QShowEvent

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.monitoring.detail import review_inspection
from roadmap_desktop.journey.monitoring.picture import KINDS, MonitoringPicture, ReviewRow, monitoring
from roadmap_desktop.journey.monitoring.reviews import (
    add_review,
    date_review,
    days_to_plan,
    hold_review,
    plan_reviews,
    remove_reviews,
    rename_review,
)
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.monitoring.review_detail import ReviewDetail
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone


class ReviewsStep(Step):
    """The reviews at the left; the selected one at the right."""

    form = "monitoring_reviews"
    kinds = frozenset({*KINDS, *schooldays.KINDS})
    question: Paragraph
    plan_button: Button
    add_button: Button
    empty: EmptyState
    reviews: Sheet
    detail: ReviewDetail

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.owns_primary = False
        self._adding = False
        self._declare()
        self.detail.serve(sitting)
        self.add_button.mark(before=Shape.PLUS)
        self.add_button.clicked.connect(self._begin_one)
        self.plan_button.clicked.connect(self._plan)
        self.empty.begun.connect(self._begin)
        self.reviews.selected.connect(lambda _: self._show_review(self.picture()))
        self.reviews.removed.connect(self._removed)

    def picture(self) -> MonitoringPicture:
        """All reviews with their readings and actions."""
        return monitoring(self.sitting.document)

    def present(self, picture: MonitoringPicture) -> None:
        """Shows the reviews and the selected one, or how to begin."""
        plannable = bool(days_to_plan(self.sitting.document))
        waiting = any(not review.held and not review.overdue for review in picture.reviews)
        begun = bool(picture.reviews) or self._adding
        self._adding = self._adding and not picture.reviews
        self.owns_primary = not begun
        self.empty.setVisible(not begun)
        self.reviews.setVisible(begun)
        self.plan_button.setVisible(begun and plannable and not waiting)
        if not begun:
            self._say_how_to_begin(plannable=plannable)
        self.reviews.present(picture.reviews)
        if picture.reviews and not self.reviews.current():
            self.reviews.select(_first(picture).uuid)
        self._show_review(picture)

    def remark(self, picture: MonitoringPicture) -> Remark | None:
        """What is overdue, or when the next review is."""
        if overdue := len(picture.due):
            return Remark(plural("{n} review overdue", "{n} reviews overdue", overdue), "bad")
        coming = next((review for review in picture.reviews if not review.held), None)
        return Remark(message("next on {day}", day=coming.on)) if coming else None

    def arrive(self, subject: str) -> None:
        """Selects a review."""
        self.reviews.select(subject)

    def save_typing(self) -> None:
        """Saves at once whatever waits for a pause."""
        super().save_typing()
        self.detail.save_typing()

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._show_review(self.picture())

    def hideEvent(self, event: QHideEvent) -> None:
        """A line that was begun and left empty is not shown again."""
        self._adding = False
        super().hideEvent(event)

    def _declare(self) -> None:
        columns: list[Column[ReviewRow]] = [
            Column(
                "name", message("Review"), lambda row: row.name, edit=self._renamed, stretch=1, strong=True, wraps=True
            ),
            Column("on", message("Day"), lambda row: row.on, edit=self._dated, editor=Editor.DAY, width=104),
            Column(
                "state",
                message("State"),
                _state,
                edit=self._held,
                choices=lambda row: (("", _to_come(row)), ("yes", message("held"))),
                cell=PillCell(_tone, lambda row: Shape.TICK if row.held else Shape.ALERT if row.overdue else None),
                width=96,
            ),
        ]
        self.reviews.declare(
            columns, name=message("Reviews"), add=message("Add a review, such as Mid-year"), begin=self._begun
        )

    def _say_how_to_begin(self, *, plannable: bool) -> None:
        feeds = message("Reviews are dates of the roadmap; their actions have owners.")
        if plannable:
            sentence = message("Reviews at the ends of the grading periods will stand here, with what was read.")
            self.empty.present(sentence, message("Plan the reviews"), feeds)
        else:
            sentence = message("Reviews are planned at the ends of grading periods, and none is known yet.")
            self.empty.present(sentence, message("Enter the school calendar"), feeds)

    def _begin(self) -> None:
        if days_to_plan(self.sitting.document):
            self._plan()
        else:
            self.sitting.go(Target("prepare", "calendar"))

    def _begin_one(self) -> None:
        self._adding = True
        self.refresh()
        self.reviews.begin()

    def _plan(self) -> None:
        self.sitting.attempt(lambda: plan_reviews(self.sitting.document))

    def _begun(self, text: str) -> str | None:
        return self.sitting.attempt(lambda: add_review(self.sitting.document, text), beside=self.reviews)

    def _renamed(self, row: ReviewRow, text: str) -> None:
        self.sitting.attempt(lambda: rename_review(self.sitting.document, row.uuid, text), beside=self.reviews)

    def _dated(self, row: ReviewRow, text: str) -> None:
        day = date.fromisoformat(text) if text else None
        self.sitting.attempt(lambda: date_review(self.sitting.document, row.uuid, day), beside=self.reviews)

    def _held(self, row: ReviewRow, held: str) -> None:
        self.sitting.attempt(lambda: hold_review(self.sitting.document, row.uuid, held), beside=self.reviews)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove_reviews(self.sitting.document, uuids), beside=self.reviews)

    def _show_review(self, picture: MonitoringPicture) -> None:
        found = picture.review(self.reviews.current())
        self.detail.setVisible(found is not None)
        if found is not None:
            self.detail.present(found)
        if not self.isVisible():
            return
        if found is None:
            self.sitting.inspect(None)
            return
        held = Action(message("It was held"), lambda: self._held(found, "yes"))
        inspection = review_inspection(self.sitting.document, found.uuid)
        self.sitting.inspect(inspection, () if found.held else (held,))


def _first(picture: MonitoringPicture) -> ReviewRow:
    """The review that is looked at first: the next one to hold, else the last."""
    return next((review for review in picture.reviews if not review.held), picture.reviews[-1])


def _to_come(row: ReviewRow) -> Words:
    return message("overdue") if row.overdue else message("to come")


def _state(row: ReviewRow) -> Words:
    return message("held") if row.held else _to_come(row)


def _tone(row: ReviewRow) -> Tone:
    if row.held:
        return Tone.GOOD
    return Tone.BAD if row.overdue else Tone.PLAIN


STEP = ReviewsStep
