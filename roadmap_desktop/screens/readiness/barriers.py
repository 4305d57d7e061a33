"""Barriers: the statements the room chose to act on, with action, owner, due date and length."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.readiness import barriers as barrier_moves
from roadmap_desktop.journey.readiness.barriers import BarrierRow, BarriersPicture, edit_barrier, remove_barrier
from roadmap_desktop.journey.roadmap.why import length_in_words
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet


class BarriersStep(Step):
    """A line for each barrier."""

    form = "readiness_barriers"
    kinds = frozenset(barrier_moves.KINDS)
    question: Paragraph
    barriers: Sheet

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        empty = EmptyState(
            sentence=message("Here stands what the room will act on. In the picture, select a row and press B."),
            button=message("Go to the picture"),
            feeds=message("Each barrier becomes a task of the roadmap that says which statement it came from."),
        )
        empty.begun.connect(lambda: sitting.go(Target("readiness", "picture")))
        self.barriers.declare(self._columns(), name=message("Barriers"), empty=empty)
        self._rows: dict[str, BarrierRow] = {}
        self.barriers.selected.connect(lambda _: self._inspect())
        self.barriers.removed.connect(self._remove)

    def picture(self) -> BarriersPicture:
        """The barriers the room picked."""
        return barrier_moves.barriers(self.sitting.document)

    def present(self, picture: BarriersPicture) -> None:
        """Shows them."""
        self._rows = {row.uuid: row for row in picture.rows}
        self.question.setVisible(bool(picture.rows))
        self.barriers.present(picture.rows)
        self._inspect()

    def remark(self, picture: BarriersPicture) -> Remark | None:
        """How many there are, and how many have no owner."""
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


STEP = BarriersStep
