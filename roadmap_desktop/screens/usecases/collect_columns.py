"""The columns of the two lists: the catalogue's to tick, the room's to edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from roadmap_desktop.catalogue.usecases import Risk
from roadmap_desktop.journey.usecases.collecting import UseCaseField
from roadmap_desktop.journey.usecases.collection import CatalogueRow
from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.journey.usecases.saying import LEVELS
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column

RISKS: Mapping[str, Words] = {
    Risk.LOW.value: message("Low"),
    Risk.MEDIUM.value: message("Medium"),
    Risk.HIGH.value: message("High"),
}
"""How much harm a mistake could do, in one word."""

Edit = Callable[[str, UseCaseField, str], object]


def catalogue_columns(
    turn: Callable[[str], object], classes: Callable[[], Mapping[int, Words]]
) -> list[Column[CatalogueRow]]:
    """The catalogue: ``turn`` puts the use case of a key on the room's list or takes it off."""
    return [
        Column(
            "taken",
            message("Ours"),
            lambda row: bool(row.taken),
            edit=lambda row, _: turn(row.uuid),
            cell=CheckCell(lambda row: bool(row.taken)),
            width=52,
        ),
        Column(
            "name", message("Use case"), lambda row: row.name, second=lambda row: row.description, stretch=1, wraps=True
        ),
        Column("level", message("Level"), lambda row: LEVELS[row.level], width=92),
        Column("risk", message("Risk"), lambda row: RISKS[row.risk], width=80),
        Column("data", message("Data"), lambda row: class_words(row.data_class, classes()), width=106),
    ]


def own_columns(edit: Edit, classes: Callable[[], Mapping[int, Words]]) -> list[Column[UseCaseFact]]:
    """The room's list, each cell to be changed in place."""

    def edits(field: UseCaseField) -> Callable[[UseCaseFact, str], object]:
        return lambda row, text: edit(row.uuid, field, text)

    return [
        Column(
            "name",
            message("Use case"),
            lambda row: row.name,
            edit=edits(UseCaseField.NAME),
            stretch=1,
            wraps=True,
            strong=True,
        ),
        Column(
            "level",
            message("Level"),
            lambda row: LEVELS[row.level],
            edit=edits(UseCaseField.LEVEL),
            choices=lambda _: tuple(LEVELS.items()),
            width=104,
        ),
        Column(
            "risk",
            message("Risk"),
            lambda row: RISKS[row.risk],
            edit=edits(UseCaseField.RISK),
            choices=lambda _: tuple(RISKS.items()),
            width=92,
        ),
        Column(
            "data",
            message("Data"),
            lambda row: class_words(row.data_class, classes()),
            edit=edits(UseCaseField.DATA_CLASS),
            choices=lambda _: tuple((str(number), class_words(number, classes())) for number in classes()),
            width=118,
        ),
        Column(
            "students",
            message("Students use it"),
            lambda row: row.student_facing,
            edit=edits(UseCaseField.STUDENT_FACING),
            cell=CheckCell(lambda row: row.student_facing),
            hint=message("Or they meet its answers before a person has checked them."),
        ),
    ]


def class_words(number: int, classes: Mapping[int, Words]) -> Words:
    """A data class by number and name."""
    return message("{number} {name}", number=number, name=classes.get(number, ""))
