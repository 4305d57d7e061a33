"""The action items: what somebody will do, by when, and whether it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.beside import actions as items
from roadmap_desktop.journey.beside.actions import ActionField, ActionRow, actions, add_action, edit_action
from roadmap_desktop.journey.beside.actions import remove_actions as remove
from roadmap_desktop.journey.inspection import Inspection
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.beside.lots import LotPage, back_to, from_words
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.sheet import Sheet


class ActionsPage(LotPage):
    """A line for each action."""

    form = "beside_actions"
    key = "actions"
    kinds = frozenset((*items.KINDS, "parked_item", "record_entry"))
    actions_sheet: Sheet

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._rows: dict[str, ActionRow] = {}
        self.actions_sheet.declare(
            self._columns(),
            name=message("Actions"),
            add=message("Note an action"),
            begin=lambda text: sitting.attempt(lambda: add_action(sitting.document, text), beside=self.actions_sheet),
            empty=EmptyState(
                sentence=message("Here stands who does what by when. Ctrl+Shift+A notes an action from anywhere."),
                button=message("Note the first action"),
                feeds=message("The full roadmap prints them by owner."),
            ),
        )
        self.actions_sheet.selected.connect(lambda _: self.inspect_chosen())
        self.actions_sheet.removed.connect(self._remove)

    def picture(self) -> tuple[ActionRow, ...]:
        """The actions."""
        return actions(self.sitting.document)

    def present(self, picture: tuple[ActionRow, ...]) -> None:
        """Shows them."""
        self._rows = {row.uuid: row for row in picture}
        self.actions_sheet.present(picture)
        self.show_turn()
        self.inspect_chosen()

    def remark(self, picture: tuple[ActionRow, ...]) -> Remark | None:
        """How many are late, or have no owner."""
        if late := sum(row.late for row in picture):
            return Remark(plural("{n} action late", "{n} actions late", late), "warn")
        if ownerless := sum(not row.owner and not row.done for row in picture):
            return Remark(plural("{n} action without owner", "{n} actions without owner", ownerless), "warn")
        return None

    def arrive(self, subject: str) -> None:
        """Selects an action."""
        if self._stale:
            self.refresh()
        self.actions_sheet.select(subject)

    def inspect_chosen(self) -> None:
        """The action, and where it came from."""
        row = self._rows.get(self.actions_sheet.current())
        if not self.isVisible():
            return
        if row is None:
            self.sitting.inspect(None)
            return
        kicker = message("Action, done") if row.done else message("Action")
        turned = message("Not done yet") if row.done else message("Mark it done")
        done = Action(turned, lambda: self._edit(row, ActionField.DONE, "" if row.done else "yes"))
        gone = Action(message("Remove this action"), lambda: self._remove((row.uuid,)))
        self.sitting.inspect(Inspection(kicker, row.text, row.owner, back_to(row.origin)), (done, gone))

    def _columns(self) -> list[Column[ActionRow]]:
        edit = self._editor
        return [
            Column(
                "done",
                message("Done"),
                lambda row: row.done,
                edit=edit(ActionField.DONE),
                cell=CheckCell(lambda row: row.done),
                width=56,
            ),
            Column(
                "text",
                message("What is to be done"),
                lambda row: row.text,
                edit=edit(ActionField.TEXT),
                stretch=1,
                strong=True,
                wraps=True,
            ),
            Column(
                "owner",
                message("Owner"),
                lambda row: row.owner,
                edit=edit(ActionField.OWNER),
                names=self.sitting.possible_owners,
                missing=message("who?"),
                width=140,
                sortable=True,
                wraps=True,
            ),
            Column(
                "due",
                message("Due"),
                lambda row: row.due,
                edit=edit(ActionField.DUE),
                editor=Editor.DAY,
                width=104,
                sortable=True,
            ),
            Column("from", message("Came from"), _from, width=150, wraps=True),
        ]

    def _editor(self, field: ActionField) -> Callable[[ActionRow, str], None]:
        return lambda row, text: self._edit(row, field, text)

    def _edit(self, row: ActionRow, field: ActionField, text: str) -> None:
        self.sitting.attempt(
            lambda: edit_action(self.sitting.document, row.uuid, field, text), beside=self.actions_sheet
        )

    def _remove(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove(self.sitting.document, uuids))


def _from(row: ActionRow) -> Words:
    return from_words(row.origin)


PAGE = ActionsPage
