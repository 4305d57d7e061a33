"""Prepare, the step Schools: the district's schools in one table, typed, pasted or taken from a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from roadmap_desktop.exchange.school_lines import School, Verdict
from roadmap_desktop.exchange.schools import SchoolsPreview, read_schools
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.prepare.schoolfields import SchoolField, shown_grades
from roadmap_desktop.journey.prepare.schoollist import take_schools
from roadmap_desktop.journey.prepare.schools import (
    LEVELS,
    SchoolRow,
    SchoolsPicture,
    add_school,
    add_schools,
    change_school,
    remove_schools,
    schools,
)
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.importing import importing
from roadmap_desktop.screens.prepare.ground import PrepareStep
from roadmap_desktop.screens.prepare.reading import read_file
from roadmap_desktop.screens.prepare.schoolimport import SchoolImport
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet

COLUMNS = (
    SchoolField.NAME,
    SchoolField.LEVEL,
    SchoolField.GRADES,
    SchoolField.ENROLMENT,
    SchoolField.PRINCIPAL,
    SchoolField.HIGHER_NEED,
    SchoolField.CALENDAR_GROUP,
)
"""The columns of the table, which is also the order of a paste without headings."""


class SchoolsStep(PrepareStep):
    """The table; a list from outside is shown in its place before it is taken."""

    form = "prepare_schools"
    kinds = frozenset({"school"})
    ask: SourceChooser = staticmethod(ask_for_source)

    schools_summary: Paragraph
    import_button: Button
    schools: Sheet
    preview: SchoolImport

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._file = ""
        self.schools.declare(
            [*self._of_a_list(), *self._of_ours()],
            name=message("Schools"),
            add=message("Add a school, or paste a list"),
            begin=self._begun,
            empty=EmptyState(
                sentence=message("The district's schools, one line each: typed, pasted, or taken from a list."),
                button=message("Add the first school"),
                feeds=message("Pilots choose their sites here, waves their schools, and every principal gets a sheet."),
            ),
            headings=_names_columns,
        )
        self.schools.selected.connect(self.inspect_row)
        self.schools.removed.connect(self._removed)
        self.schools.pasted.connect(self._pasted)
        self.preview.hide()
        self.import_button.clicked.connect(self._choose)
        self.preview.taken.connect(self._took)
        self.preview.left.connect(lambda: self._show_preview(None))

    def picture(self) -> SchoolsPicture:
        """The district's schools."""
        return schools(self.sitting.document)

    def present(self, picture: SchoolsPicture) -> None:
        """Shows the table and what it adds up to."""
        self.schools.present(picture.rows)
        self.schools_summary.say(_summary(picture))
        self.own_primary(owned=not picture.rows or self.preview.isVisible())

    def remark(self, picture: SchoolsPicture) -> Remark | None:
        """What the handouts will lack."""
        if picture.rows and picture.without_enrolment:
            return Remark(
                plural("{n} school without enrolment", "{n} schools without enrolment", picture.without_enrolment)
            )
        return None

    def arrive(self, subject: str) -> None:
        """Selects a school."""
        self.schools.select(subject)

    def _of_a_list(self) -> list[Column[SchoolRow]]:
        """What a list from outside says of a school."""
        levels = tuple((level.value, words) for level, words in LEVELS.items())
        edit = self._edit
        return [
            Column(
                key="name",
                title=message("School"),
                value=lambda row: row.name,
                edit=edit(SchoolField.NAME),
                stretch=1,
                strong=True,
                wraps=True,
                sortable=True,
            ),
            Column(
                key="level",
                title=message("Level"),
                value=lambda row: row.level_words,
                edit=edit(SchoolField.LEVEL),
                choices=lambda _: levels,
                sortable=True,
                width=102,
            ),
            Column("grades", message("Grades"), _grades, edit=edit(SchoolField.GRADES), width=68, sortable=True),
            Column(
                key="enrolment",
                title=message("Students"),
                value=lambda row: row.enrolment,
                edit=edit(SchoolField.ENROLMENT),
                sortable=True,
                width=96,
            ),
        ]

    def _of_ours(self) -> list[Column[SchoolRow]]:
        """What only the district knows of it."""
        edit = self._edit
        own_calendar = message("Empty: the district's calendar. A name such as Year-round: one of its own.")
        return [
            Column(
                key="principal",
                title=message("Principal"),
                value=lambda row: row.principal,
                edit=edit(SchoolField.PRINCIPAL),
                sortable=True,
                width=136,
            ),
            Column(
                key="higher_need",
                title=message("Need"),
                value=lambda row: row.higher_need,
                edit=edit(SchoolField.HIGHER_NEED),
                cell=CheckCell(lambda row: row.higher_need),
                hint=message("A school of higher need: pilots ask for at least one such site."),
            ),
            Column(
                key="calendar_group",
                title=message("Calendar"),
                value=lambda row: row.calendar_group,
                edit=edit(SchoolField.CALENDAR_GROUP),
                sortable=True,
                width=80,
                hint=own_calendar,
            ),
        ]

    def _edit(self, field: SchoolField) -> Callable[[SchoolRow, str], None]:
        def edited(row: SchoolRow, text: str) -> None:
            document = self.sitting.document
            self.sitting.attempt(lambda: change_school(document, row.uuid, field, text), beside=self.schools)

        return edited

    def _begun(self, text: str) -> str | None:
        return self.sitting.attempt(lambda: add_school(self.sitting.document, text), beside=self.schools)

    def _removed(self, uuids: Sequence[str]) -> None:
        self.sitting.attempt(lambda: remove_schools(self.sitting.document, uuids), beside=self.schools)

    def _pasted(self, cells: list[list[str]]) -> None:
        """A list with headings is shown first; one without goes in by the order of our columns, where it fits them."""
        preview = _preview(cells)
        if preview is None or not _has_headings(preview):
            rows = [dict(zip(COLUMNS, row, strict=False)) for row in cells]
            if self.sitting.attempt(lambda: self._fits(rows, preview), beside=self.schools) is not False:
                return
        if preview is not None:
            self._file = ""
            self._show_preview(preview, message("The list you pasted"))

    def _fits(self, rows: Sequence[Mapping[SchoolField, str]], preview: SchoolsPreview | None) -> bool:
        try:
            add_schools(self.sitting.document, rows)
        except Refused:
            if preview is None:
                raise
            return False
        return True

    def _choose(self) -> None:
        path = self.ask(self, message("Choose a school list"), message("Tables"), "*.csv *.tsv *.txt *.xlsx")
        if path is None:
            return
        preview = read_file(self.sitting, path, read_schools)
        if preview is not None:
            self._file = path.name
            self._show_preview(preview, path.name)

    def _took(self, found: Sequence[School]) -> None:
        document, source = self.sitting.document, self._file
        words = plural("Taking in {n} school", "Taking in {n} schools", len(found))
        self.sitting.carry_out(
            importing(
                document,
                words,
                lambda _: take_schools(document, found, source=source),
                done=lambda _: self._show_preview(None),
            )
        )

    def _show_preview(self, preview: SchoolsPreview | None, name: Words = "") -> None:
        if preview is not None:
            self.preview.show_preview(preview, self.say(name))
        for part in (self.schools_summary, self.import_button, self.schools):
            part.setVisible(preview is None)
        self.preview.setVisible(preview is not None)
        self.own_primary(owned=preview is not None or not self.schools.rows())


def _preview(cells: list[list[str]]) -> SchoolsPreview | None:
    try:
        return read_schools("\n".join("\t".join(row) for row in cells))
    except Unreadable:
        return None


def _has_headings(preview: SchoolsPreview) -> bool:
    return any(line.verdict is Verdict.title_ for line in preview.lines)


def _names_columns(cells: list[list[str]]) -> bool:
    preview = _preview(cells)
    return preview is not None and bool(preview.lines) and preview.lines[0].verdict is Verdict.title_


def _grades(row: SchoolRow) -> str:
    return shown_grades(row.low_grade, row.high_grade)


def _summary(picture: SchoolsPicture) -> Words:
    if not picture.rows:
        return message("Which schools are in the district?")
    return message(
        "{schools}, {students}.",
        schools=plural("{n} school", "{n} schools", len(picture.rows)),
        students=plural("{n} student", "{n} students", picture.students),
    )


STEP = SchoolsStep
