"""Barriers: the statements the room chose to act on, with action, owner, due date and length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.readiness import barriers as barrier_moves
from roadmap_desktop.journey.readiness.barriers import (
    BarrierRow,
    BarriersPicture,
    edit_barrier,
    make_barrier,
    remove_barrier,
)
from roadmap_desktop.journey.readiness.suggestions import KINDS as SUGGESTION_KINDS
from roadmap_desktop.journey.readiness.suggestions import Suggestion, suggestions
from roadmap_desktop.journey.roadmap.why import length_in_words
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class BarriersShown:
    """The barriers picked, and what could become one."""

    picked: BarriersPicture
    suggested: tuple[Suggestion, ...]


class BarriersStep(Step):
    """A line for each barrier; below them what is low, disputed or unknown, with the reason."""

    form = "readiness_barriers"
    kinds = frozenset((*barrier_moves.KINDS, *SUGGESTION_KINDS))
    question: Paragraph
    barriers: Sheet
    suggestion_title: Paragraph
    suggestions: Sheet

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        empty = EmptyState(
            sentence=message("Here stands what the room will act on. In the picture, select a row and press B."),
            button=message("Go to the picture"),
            feeds=message("Each barrier becomes a task of the roadmap that says which statement it came from."),
        )
        empty.begun.connect(lambda: sitting.go(Target("readiness", "picture")))
        self.barriers.declare(self._columns(), name=message("Barriers"), empty=empty)
        self.suggestions.declare(self._suggestion_columns(), name=message("What the room could act on"))
        self._rows: dict[str, BarrierRow] = {}
        self._suggested: dict[str, Suggestion] = {}
        self.suggestions.opened.connect(self._make)
        self.suggestions.selected.connect(lambda _: self._inspect())
        self.barriers.selected.connect(lambda _: self._inspect())
        self.barriers.removed.connect(self._remove)

    def picture(self) -> BarriersShown:
        """The barriers the room picked, and what it could pick."""
        document = self.sitting.document
        return BarriersShown(barrier_moves.barriers(document), suggestions(document))

    def present(self, picture: BarriersShown) -> None:
        """Shows them."""
        picked, suggested = picture.picked.rows, picture.suggested
        self._rows = {row.uuid: row for row in picked}
        self._suggested = {row.uuid: row for row in suggested}
        self.question.setVisible(bool(picked))
        self.barriers.present(picked)
        self.suggestion_title.say(_title(len(suggested)))
        for part in (self.suggestion_title, self.suggestions):
            part.setVisible(bool(suggested))
        self.suggestions.present(suggested)
        self._inspect()

    def remark(self, shown: BarriersShown) -> Remark | None:
        """How many there are, and how many have no owner."""
        picture = shown.picked
        if not picture.rows:
            return None
        if picture.ownerless:
            words = plural("{n} barrier without owner", "{n} barriers without owner", picture.ownerless)
            return Remark(words, "warn")
        return Remark(plural("{n} barrier, owned", "{n} barriers, all owned", len(picture.rows)), "good")

    def arrive(self, subject: str) -> None:
        """Selects a barrier."""
        if self._stale:
            self.refresh()
        self.barriers.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with what was selected."""
        super().showEvent(event)
        self._inspect()

    def _columns(self) -> list[Column[BarrierRow]]:
        return [
            Column(
                "action",
                message("Action"),
                lambda row: row.action,
                second=self._source,
                edit=lambda row, text: self._edit(row, action=text),
                stretch=1,
                wraps=True,
            ),
            Column(
                "owner",
                message("Owner"),
                lambda row: row.owner,
                edit=lambda row, text: self._edit(row, owner=text),
                names=self.sitting.possible_owners,
                missing=message("who?"),
                width=120,
            ),
            Column(
                "due",
                message("Due"),
                lambda row: row.due,
                edit=lambda row, text: self._edit(row, due=text),
                editor=Editor.DAY,
                width=104,
            ),
            Column(
                "length",
                message("Takes"),
                lambda row: length_in_words(row.length),
                typed=lambda row: row.length,
                edit=lambda row, text: self._edit(row, length=text),
                width=96,
                wraps=True,
            ),
        ]

    def _suggestion_columns(self) -> list[Column[Suggestion]]:
        return [
            Column("number", message("No."), lambda row: row.number, width=44),
            Column(
                "text",
                message("Statement"),
                lambda row: row.text,
                second=lambda row: row.dimension,
                stretch=1,
                wraps=True,
                sortable=True,
            ),
            Column("why", message("Why"), lambda row: row.why, width=250, wraps=True),
            Column(
                "take",
                message("Act on it"),
                lambda row: False,
                edit=lambda row, _: self._make(row.uuid),
                cell=CheckCell(lambda row: False),
                width=84,
            ),
        ]

    def _make(self, statement: str) -> None:
        made = self.sitting.attempt(lambda: make_barrier(self.sitting.document, [statement]), beside=self.suggestions)
        if made:
            self.refresh()
            self.barriers.select(made[0])

    def _source(self, row: BarrierRow) -> Words:
        if row.action == self.say(row.text):
            return message("from statement {number}", number=row.number)
        return message("{number}. {text}", number=row.number, text=row.text)

    def _edit(
        self,
        row: BarrierRow,
        *,
        action: str | None = None,
        owner: str | None = None,
        due: str | None = None,
        length: str | None = None,
    ) -> None:
        day = due if not due else date.fromisoformat(due)
        self.sitting.attempt(
            lambda: edit_barrier(self.sitting.document, row.uuid, action=action, owner=owner, due=day, length=length),
            beside=self.barriers,
        )

    def _remove(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove_barrier(self.sitting.document, uuids))

    def _inspect(self) -> None:
        row = self._rows.get(self.barriers.current())
        if not self.isVisible():
            return
        suggested = self._suggested.get(self.suggestions.current())
        if suggested is not None and (row is None or self.suggestions.grid.hasFocus()):
            self._inspect_suggestion(suggested)
            return
        if row is None:
            self.sitting.inspect(None)
            return
        why = Line(
            message("Statement {number}: {text}", number=row.number, text=row.text),
            Mark.NUMBER,
            Target("readiness", "picture", row.statement),
        )
        inspection = Inspection(
            kicker=message("Barrier, {dimension}", dimension=row.dimension),
            title=row.action,
            text=message("It is a task of the roadmap until it is removed here."),
            sections=(Section(message("Why is it here?"), (why,)),),
        )
        task = Target("roadmap", "timeline", task_key(Part.BARRIER, row.uuid))
        show = Action(message("Show it on the roadmap"), lambda: self.sitting.go(task))
        remove = Action(message("Remove this barrier"), lambda: self._remove((row.uuid,)))
        self.sitting.inspect(inspection, (show, remove))

    def _inspect_suggestion(self, row: Suggestion) -> None:
        see = Line(message("See it in the picture"), Mark.NUMBER, Target("readiness", "picture", row.uuid))
        inspection = Inspection(
            kicker=message("Statement {number}", number=row.number),
            title=row.text,
            text=row.why,
            sections=(Section(message("What was answered"), (Line(row.counts), see)),),
        )
        make = Action(message("Make this a barrier"), lambda: self._make(row.uuid), "B")
        self.sitting.inspect(inspection, (make,))


def _title(number: int) -> Words:
    return plural(
        "{n} statement is low, disputed or unknown. Which one will the room act on?",
        "{n} statements are low, disputed or unknown. Which ones will the room act on?",
        number,
    )


STEP = BarriersStep
