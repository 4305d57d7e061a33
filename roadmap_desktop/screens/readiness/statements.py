"""Readiness, the step Statements: what is rated, edited line by line; an instrument or answers taken from a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from roadmap_desktop.journey.readiness.cues import rating_inspection
from roadmap_desktop.journey.readiness.instruments import use_instrument
from roadmap_desktop.journey.readiness.inwords import dotted
from roadmap_desktop.journey.readiness.statements import (
    KINDS,
    STANDINGS,
    WHEN,
    StatementField,
    StatementRow,
    StatementsPicture,
    add_statement,
    change_statement,
    forget_statement,
    leave_out,
    statements,
)
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.foreign import ForeignPreview
from roadmap_desktop.screens.readiness.taking import AnswersTaking, InstrumentTaking
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.screens.taking import Taking
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet


class StatementsStep(Step):
    """A line for each statement; a file from outside is shown in their place before it is taken."""

    form = "readiness_statements"
    kinds = frozenset(KINDS)
    ask: SourceChooser = staticmethod(ask_for_source)

    statements_summary: Paragraph
    instrument_button: Button
    answers_button: Button
    use_row: Labelled
    use_field: QComboBox
    statements: Sheet
    preview: ForeignPreview

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        self.owns_primary = False
        super().__init__(sitting, parent)
        self._taking: Taking[Any] | None = None
        self._picture: StatementsPicture | None = None
        add = message("Add a statement")
        self.statements.declare(
            self._columns(), name=message("Statements"), add=add, begin=self._begun, forget=self._forget
        )
        self.statements.selected.connect(lambda _: self._inspect())
        self.statements.removed.connect(self._left_out)
        self.use_field.activated.connect(lambda _: self._use())
        self.preview.hide()
        self.instrument_button.clicked.connect(lambda: self._choose(InstrumentTaking))
        self.answers_button.clicked.connect(lambda: self._choose(AnswersTaking))
        self.preview.taken.connect(self._take)
        self.preview.given_up.connect(self._give_up)

    def picture(self) -> StatementsPicture:
        """The statements of the instrument in use."""
        return statements(self.sitting.document)

    def present(self, picture: StatementsPicture) -> None:
        """Shows them, and which instrument is in use where there are several."""
        self._picture = picture
        self.statements.present(picture.rows)
        self.statements_summary.say(_summary(picture))
        self.use_row.setVisible(len(picture.instruments) > 1 and self._taking is None)
        self.use_field.clear()
        for each in picture.instruments:
            self.use_field.addItem(each.name, each.uuid)
            if each.in_use:
                self.use_field.setCurrentIndex(self.use_field.count() - 1)

    def remark(self, picture: StatementsPicture) -> Remark | None:
        """How many are left out, or not applicable here."""
        not_here = len(picture.not_applicable)
        out = len(picture.rows) - picture.rated - not_here
        parts: list[Words] = [plural("{n} statement left out", "{n} statements left out", out)] if out else []
        if not_here:
            parts.append(plural("{n} not applicable here", "{n} not applicable here", not_here))
        return Remark(dotted(parts)) if parts else None

    def arrive(self, subject: str) -> None:
        """Selects a statement."""
        if self._stale:
            self.refresh()
        self.statements.select(subject)

    def _columns(self) -> list[Column[StatementRow]]:
        edit = self._edit
        return [
            Column("number", message("No."), lambda row: row.number, sortable=True),
            Column(
                key="text",
                title=message("Statement"),
                value=lambda row: row.text,
                edit=edit(StatementField.TEXT),
                stretch=3,
                strong=True,
                wraps=True,
            ),
            Column(
                key="dimension",
                title=message("Dimension"),
                value=lambda row: row.dimension_name,
                edit=edit(StatementField.DIMENSION),
                choices=lambda _: self._picture.dimensions if self._picture else (),
                stretch=1,
                wraps=True,
            ),
            *self._floors(),
            Column(
                key="rated",
                title=message("Rated"),
                value=lambda row: STANDINGS[row.standing],
                edit=edit(StatementField.RATED),
                choices=lambda _: tuple((key.value, words) for key, words in STANDINGS.items()),
                width=104,
                wraps=True,
                hint=message("What is left out or not applicable is not rated; its answers are kept."),
            ),
        ]

    def _floors(self) -> list[Column[StatementRow]]:
        when = tuple((key.value, words) for key, words in WHEN.items())
        return [
            Column(
                key="floor",
                title=message("Floor"),
                value=lambda row: row.floor,
                edit=self._edit(StatementField.FLOOR),
                choices=lambda _: self._levels(),
                width=72,
                hint=message("The least level the room must reach before such a pilot starts."),
            ),
            Column(
                key="floor_when",
                title=message("Holds back"),
                value=lambda row: WHEN[row.when] if row.when else "",
                edit=self._edit(StatementField.WHEN),
                choices=lambda row: when if row.when else (),
                width=132,
                wraps=True,
            ),
        ]

    def _levels(self) -> tuple[tuple[str, Words], ...]:
        levels = self._picture.levels if self._picture else ()
        named = tuple((str(value), message("{level} {name}", level=value, name=name)) for value, name in levels)
        return (("", message("none")), *named)

    def _edit(self, field: StatementField) -> Callable[[StatementRow, str], None]:
        def edited(row: StatementRow, text: str) -> None:
            document = self.sitting.document
            self.sitting.attempt(lambda: change_statement(document, row.uuid, field, text), beside=self.statements)

        return edited

    def _begun(self, text: str) -> str | None:
        after = self.statements.current()
        return self.sitting.attempt(lambda: add_statement(self.sitting.document, text, after), beside=self.statements)

    def _forget(self, uuid: str) -> None:
        self.sitting.attempt(lambda: forget_statement(self.sitting.document, uuid), beside=self.statements)

    def _left_out(self, uuids: Sequence[str]) -> None:
        self.sitting.attempt(lambda: leave_out(self.sitting.document, uuids), beside=self.statements)

    def _use(self) -> None:
        uuid = self.use_field.currentData()
        self.sitting.attempt(lambda: use_instrument(self.sitting.document, uuid))

    def _inspect(self) -> None:
        if self.isVisible():
            uuid = self.statements.current()
            self.sitting.inspect(rating_inspection(self.sitting.document, uuid) if uuid else None)

    def _choose(self, kind: type[Taking[Any]]) -> None:
        path: Path | None = self.ask(self, kind.title, message("Tables"), kind.patterns)
        if path is None:
            return
        self._taking = kind(self.sitting, self.preview, path)
        self._taking.ended.connect(self._give_up)
        self._show_preview(shown=True)
        self._taking.begin()

    def _take(self) -> None:
        if self._taking is not None:
            self._taking.take(lambda _: self._give_up())

    def _give_up(self) -> None:
        self.sitting.stop_carrying()
        if self._taking is not None:
            self._taking.give_up()
            self._taking = None
        self._show_preview(shown=False)

    def _show_preview(self, *, shown: bool) -> None:
        for part in (self.statements_summary, self.instrument_button, self.answers_button, self.statements):
            part.setVisible(not shown)
        several = self._picture is not None and len(self._picture.instruments) > 1
        self.use_row.setVisible(several and not shown)
        self.preview.setVisible(shown)
        self.owns_primary = shown
        self.sitting.inspect(None)


def _summary(picture: StatementsPicture) -> Words:
    return message(
        "{statements} in {dimensions}, levels {low} to {high}.",
        statements=plural("{n} statement", "{n} statements", picture.rated),
        dimensions=plural("{n} dimension", "{n} dimensions", len(picture.dimensions)),
        low=picture.levels[0][0],
        high=picture.levels[-1][0],
    )


STEP = StatementsStep
