"""Concerns: what was heard, from whom, how it is answered, and which guardrail or task meets it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section
from roadmap_desktop.journey.readiness import concerns as log
from roadmap_desktop.journey.readiness.concernlog import ConcernField, add_concern, edit_concern, remove_concerns
from roadmap_desktop.journey.readiness.concerns import ConcernRow, ConcernsPicture, answering, concerns_picture
from roadmap_desktop.journey.readiness.notes import comments
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.readiness.concern_panel import ConcernPanel
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Comment:
    """What came with a form and is about no one statement, without a name."""

    uuid: str
    text: str


class ConcernsStep(Step):
    """A line for each concern; the whole answer is written in the inspector."""

    form = "readiness_concerns"
    kinds = frozenset((*log.KINDS, "respondent"))
    question: Paragraph
    concerns: Sheet
    comments_title: Paragraph
    comments: Sheet

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._rows: dict[str, ConcernRow] = {}
        self._perspectives: tuple[tuple[str, Words], ...] = ()
        self._panel = ConcernPanel(sitting, self)
        self._panel.hide()
        self.concerns.declare(
            self._columns(),
            name=message("Concerns"),
            add=message("Note a concern"),
            begin=lambda text: sitting.attempt(lambda: add_concern(sitting.document, text), beside=self.concerns),
            empty=EmptyState(
                sentence=message(
                    "Here stands what teachers, the staff association, students and families worry about."
                ),
                button=message("Note the first concern"),
                feeds=message("Each is answered, or goes into the handouts as not answered yet."),
            ),
        )
        said: Column[Comment] = Column("text", message("What was said"), lambda row: row.text, stretch=1, wraps=True)
        self.comments.declare([said], name=message("Comments from the form"))
        self.concerns.selected.connect(lambda _: self._inspect())
        self.concerns.removed.connect(self._remove)

    def picture(self) -> ConcernsPicture:
        """The log."""
        return concerns_picture(self.sitting.document)

    def present(self, picture: ConcernsPicture) -> None:
        """Shows it."""
        self._rows = {row.uuid: row for row in picture.rows}
        self._perspectives = picture.perspectives
        self.question.setVisible(bool(picture.rows))
        self.concerns.present(picture.rows)
        self._show_comments()
        self._inspect()

    def remark(self, picture: ConcernsPicture) -> Remark | None:
        """How many there are, and how many were not answered."""
        if not picture.rows:
            return None
        if picture.unanswered:
            words = plural("{n} concern not answered", "{n} concerns not answered", picture.unanswered)
            return Remark(words, "warn")
        return Remark(plural("{n} concern, answered", "{n} concerns, all answered", len(picture.rows)), "good")

    def arrive(self, subject: str) -> None:
        """Selects a concern."""
        if self._stale:
            self.refresh()
        self.concerns.select(subject)

    def save_typing(self) -> None:
        """Saves the answer that is being written."""
        super().save_typing()
        self._panel.save_typing()

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with what was selected."""
        super().showEvent(event)
        self._inspect()

    def _columns(self) -> list[Column[ConcernRow]]:
        return [*self._heard_columns(), *self._answer_columns()]

    def _heard_columns(self) -> list[Column[ConcernRow]]:
        return [
            Column(
                "text",
                message("What was said"),
                lambda row: row.text,
                edit=lambda row, text: self._edit(row, ConcernField.TEXT, text),
                stretch=3,
                strong=True,
                wraps=True,
            ),
            Column(
                "perspective",
                message("Who"),
                lambda row: row.who,
                edit=lambda row, key: self._edit(row, ConcernField.PERSPECTIVE, key),
                choices=lambda _: (("", message("someone")), *self._perspectives),
                width=122,
                sortable=True,
                wraps=True,
            ),
            Column(
                "theme",
                message("Theme"),
                lambda row: row.theme,
                edit=lambda row, text: self._edit(row, ConcernField.THEME, text),
                names=self._themes,
                width=88,
                sortable=True,
            ),
        ]

    def _answer_columns(self) -> list[Column[ConcernRow]]:
        return [
            Column(
                "answer",
                message("Answer"),
                lambda row: row.answer,
                edit=lambda row, text: self._edit(row, ConcernField.ANSWER, text),
                missing=message("not answered yet"),
                stretch=3,
                wraps=True,
            ),
            Column(
                "met_by",
                message("Met by"),
                lambda row: "" if row.met_by is None else row.met_by.name,
                edit=lambda row, text: self._edit(row, ConcernField.MET_BY, text),
                names=self._answering,
                width=130,
                wraps=True,
            ),
        ]

    def _show_comments(self) -> None:
        found = comments(self.sitting.document)
        self.comments.present([Comment(str(place), text) for place, text in enumerate(found)])
        for part in (self.comments_title, self.comments):
            part.setVisible(bool(found))

    def _themes(self) -> tuple[str, ...]:
        return tuple(sorted({row.theme for row in self._rows.values()} - {""}, key=str.casefold))

    def _answering(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.say(each.name) for each in answering(self.sitting.document)))

    def _edit(self, row: ConcernRow, field: ConcernField, text: str) -> None:
        sitting = self.sitting
        move = lambda: edit_concern(sitting.document, row.uuid, field, text, language=sitting.language)  # noqa: E731
        sitting.attempt(move, beside=self.concerns)

    def _remove(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove_concerns(self.sitting.document, uuids))

    def _inspect(self) -> None:
        if not self.isVisible():
            return
        row = self._rows.get(self.concerns.current())
        if row is None:
            self.sitting.inspect(None)
            return
        self._panel.present(row)
        remove = Action(message("Remove this concern"), lambda: self._remove((row.uuid,)))
        self.sitting.inspect(_inspection(row), (*self._show(row), remove), self._panel)

    def _show(self, row: ConcernRow) -> tuple[Action, ...]:
        if (met_by := row.met_by) is None:
            return ()
        words = message("Show the guardrail") if met_by.target.stage == "guardrails" else message("Show the task")
        return (Action(words, lambda: self.sitting.go(met_by.target)),)


def _inspection(row: ConcernRow) -> Inspection:
    sections: tuple[Section, ...] = ()
    if row.met_by is not None:
        sections = (Section(message("Met by"), (Line(row.met_by.name, Mark.HOLDS, row.met_by.target),)),)
    kicker = message("Concern, {who}", who=row.who)
    if row.theme:
        kicker = message("{concern}: {theme}", concern=kicker, theme=row.theme)
    text = "" if row.answer else message("It stands in the handouts as not answered yet.")
    return Inspection(kicker, row.text, text, sections)


STEP = ConcernsStep
