"""Prepare, the step Participants: who is in the room, for whom they speak, and at which table they sit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from roadmap_desktop.exchange.people_list import read_people
from roadmap_desktop.journey.prepare.participants import ParticipantsPicture, PersonRow, participants
from roadmap_desktop.journey.prepare.pastedpeople import names_columns, pasted_people
from roadmap_desktop.journey.prepare.people import (
    add_participant,
    add_people,
    change_participant,
    remove_participants,
)
from roadmap_desktop.journey.prepare.peoplelist import ListedPerson, take_people
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.importing import importing
from roadmap_desktop.screens.prepare.ground import PrepareStep
from roadmap_desktop.screens.prepare.peopleimport import PeopleImport
from roadmap_desktop.screens.prepare.reading import read_file
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet


class ParticipantsStep(PrepareStep):
    """One table of people; tables of the room are made by naming them."""

    form = "prepare_participants"
    kinds = frozenset({"participant", "room_table", "school"})

    ask: SourceChooser = staticmethod(ask_for_source)

    people: Sheet
    preview: PeopleImport
    import_button: Button
    room: Paragraph
    absent: Paragraph

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._picture = participants(sitting.document)
        self.people.declare(
            self._columns(),
            name=message("Participants"),
            add=message("Add a person, or paste a list"),
            begin=self._begun,
            empty=EmptyState(
                sentence=message("Everybody in the room, one line each, with the perspective they bring."),
                button=message("Add the first person"),
                feeds=message("They rate, score and vote; answers are compared by perspective."),
            ),
            headings=lambda cells: names_columns(cells[0]),
        )
        self.people.selected.connect(self.inspect_row)
        self.people.removed.connect(self._removed)
        self.people.pasted.connect(self._pasted)
        self.preview.hide()
        self.import_button.clicked.connect(self._choose)
        self.preview.taken.connect(self._took)
        self.preview.left.connect(lambda: self._show_preview(shown=False))

    def picture(self) -> ParticipantsPicture:
        """Everybody in the room."""
        return participants(self.sitting.document)

    def present(self, picture: ParticipantsPicture) -> None:
        """Shows people, tables, and which perspectives are not in the room."""
        self._picture = picture
        self.people.present(picture.rows)
        self.room.say(_room(picture))
        self.absent.say(message("Not in the room: {perspectives}.", perspectives=picture.absent))
        previews = self.preview.isVisible()
        self.absent.setVisible(bool(picture.rows and picture.absent) and not previews)
        self.own_primary(owned=not picture.rows or previews)

    def remark(self, picture: ParticipantsPicture) -> Remark | None:
        """Tables where nobody speaks from a classroom."""
        if picture.without_teacher:
            return Remark(message("no teacher at {tables}", tables=picture.without_teacher), "warn")
        if picture.without_perspective:
            number = picture.without_perspective
            return Remark(plural("{n} without perspective", "{n} without perspective", number), "warn")
        return None

    def arrive(self, subject: str) -> None:
        """Selects a person."""
        self.people.select(subject)

    def _columns(self) -> list[Column[PersonRow]]:
        edit = self._edit
        return [
            Column(
                key="name",
                title=message("Name"),
                value=lambda row: row.name,
                edit=edit(PersonField.NAME),
                width=132,
                strong=True,
                sortable=True,
            ),
            Column(
                key="role",
                title=message("Role"),
                value=lambda row: row.role,
                edit=edit(PersonField.ROLE),
                width=164,
                wraps=True,
                sortable=True,
            ),
            Column(
                key="perspective",
                title=message("Perspective"),
                value=lambda row: row.perspective_words,
                edit=edit(PersonField.PERSPECTIVE),
                choices=lambda _: (("", message("none")), *self._picture.perspectives),
                missing=message("speaks for whom?"),
                width=184,
                wraps=True,
                sortable=True,
            ),
            Column(
                key="table",
                title=message("Table"),
                value=lambda row: row.table,
                edit=edit(PersonField.TABLE),
                so_far=lambda row, text: self._change(row, PersonField.TABLE, text, keeps_tables=True),
                width=72,
                sortable=True,
            ),
            Column(
                key="school",
                title=message("School"),
                value=lambda row: row.school,
                edit=edit(PersonField.SCHOOL),
                choices=lambda _: (("", message("none")), *((name, name) for name in self._picture.schools)),
                stretch=2,
                wraps=True,
                sortable=True,
            ),
        ]

    def _edit(self, field: PersonField) -> Callable[[PersonRow, str], None]:
        return lambda row, text: self._change(row, field, text)

    def _change(self, row: PersonRow, field: PersonField, text: str, *, keeps_tables: bool = False) -> None:
        self.sitting.attempt(
            lambda: change_participant(self.sitting.document, row.uuid, field, text, keeps_tables=keeps_tables),
            beside=self.people,
        )

    def _begun(self, text: str) -> str | None:
        return self.sitting.attempt(lambda: add_participant(self.sitting.document, text), beside=self.people)

    def _removed(self, uuids: Sequence[str]) -> None:
        self.sitting.attempt(lambda: remove_participants(self.sitting.document, uuids), beside=self.people)

    def _pasted(self, cells: list[list[str]]) -> None:
        people = pasted_people(cells)
        unmatched = self.sitting.attempt(lambda: add_people(self.sitting.document, people), beside=self.people)
        if unmatched:
            self.sitting.noticed.emit(
                Notice(
                    message("Not found here: {names}.", names=tuple(dict.fromkeys(unmatched))),
                    message("Everybody is in the list; those cells were left empty."),
                    message("Choose a perspective or school for them in the table."),
                )
            )

    def _choose(self) -> None:
        path = self.ask(self, message("Choose a list of people"), message("Tables"), "*.csv *.tsv *.txt *.xlsx")
        found = None if path is None else read_file(self.sitting, path, read_people)
        if path is not None and found is not None:
            self.preview.show_list(self.sitting.document, found, path.name, self._picture)
            self._show_preview(shown=True)

    def _took(self, listed: tuple[ListedPerson, ...], file: str) -> None:
        document = self.sitting.document
        number = sum(each.is_taken for each in listed)
        words = plural("Taking in {n} person", "Taking in {n} people", number)
        self.sitting.carry_out(
            importing(
                document,
                words,
                lambda _: take_people(document, listed, source=file),
                done=lambda _: self._show_preview(shown=False),
            )
        )

    def _show_preview(self, *, shown: bool) -> None:
        for part in (self.room, self.import_button, self.people):
            part.setVisible(not shown)
        self.preview.setVisible(shown)
        self.refresh()


def _room(picture: ParticipantsPicture) -> Words:
    if not picture.rows:
        return message("Who will be in the room, and for whom do they speak?")
    people = plural("{n} person", "{n} people", len(picture.rows))
    if not picture.tables:
        return message("{people}, no tables yet: the next step balances them over tables.", people=people)
    tables = tuple(message("{table}: {n}", table=table.name, n=table.people) for table in picture.tables)
    if picture.without_table:
        tables = (*tables, message("without a table: {n}", n=picture.without_table))
    return message("{people}. {tables}.", people=people, tables=tables)


STEP = ParticipantsStep
