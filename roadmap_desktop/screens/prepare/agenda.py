"""Prepare, the step Agenda: the day from a template, its times counted from the start of the workshop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.journey.prepare.agenda import AgendaPicture, AgendaRow, TemplateRow, agenda
from roadmap_desktop.journey.prepare.agendaitems import (
    ItemField,
    add_item,
    change_item,
    lengthen_item,
    move_item,
    place_item,
    remove_items,
    resize_item,
    use_template,
)
from roadmap_desktop.journey.prepare.district import set_start
from roadmap_desktop.journey.prepare.running import day as day_that_runs
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.prepare.daycolumn import DayColumn
from roadmap_desktop.screens.prepare.ground import PrepareStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet

BREAK: Words = message("Break")
STAGE_NAMES = {stage.key: stage.name for stage in STAGES}

WIDE = 760
"""From this width on, in pixels at normal text size, table and column both have the room they like."""
HOW = message("Drag an item, or its lower edge. Alt and arrows move it or change its length.")


class AgendaStep(PrepareStep):
    """Templates to begin with, then the items in a table and beside it as a column of the day.

    Alt with Up or Down moves an item, with Left or Right it makes it shorter or longer.
    """

    form = "prepare_agenda"
    kinds = frozenset({"agenda_item", "workshop"})
    scrolls_inside = True  # table and column scroll each for itself

    total: Paragraph
    up_button: Button
    down_button: Button
    templates: QWidget
    again: QWidget
    planned: QWidget
    items: Sheet
    start_row: Labelled
    start_field: QLineEdit
    day: DayColumn

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._titles: dict[str, Words] = {}
        self._offer_templates()
        self.items.declare(
            self._columns(),
            name=message("Agenda"),
            add=message("Add an item after the one selected"),
            begin=self._begun,
        )
        self.items.selected.connect(self._selected)
        self.items.removed.connect(self._removed)
        self._connect_day()
        self._connect_keys()

    def picture(self) -> AgendaPicture:
        """The agenda."""
        return agenda(self.sitting.document)

    def present(self, picture: AgendaPicture) -> None:
        """Shows the items and what they add up to; the templates stand first while there is none."""
        current = self._show_day(picture)
        self._titles = {row.uuid: row.title for row in picture.rows}
        self.items.present([_marked(row) if row.uuid == current else row for row in picture.rows])
        has_items = bool(picture.rows)
        self.total.say(_total(picture))
        self.templates.setVisible(not has_items)
        for part in (self.planned, self.up_button, self.down_button, self.again):
            part.setVisible(has_items)
        self.own_primary(owned=not has_items)

    def remark(self, picture: AgendaPicture) -> Remark | None:
        """What keeps the times from being known."""
        if picture.rows and picture.rows[0].start is None:
            return Remark(message("no start time yet"), "warn")
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the table needs most of the room."""
        super().resizeEvent(event)
        sides = self.planned.layout()
        if isinstance(sides, QHBoxLayout):
            sides.setStretch(0, 9 if event.size().width() > theme.px(WIDE) else 13)

    def arrive(self, subject: str) -> None:
        """Selects an item."""
        self.items.select(subject)

    def _connect_day(self) -> None:
        document, attempt, day = self.sitting.document, self.sitting.attempt, self.day
        day.chosen.connect(self.items.select)
        day.opened.connect(lambda uuid: self.items.edit(uuid, "title"))
        day.removed.connect(lambda uuid: self._removed((uuid,)))
        day.placed.connect(lambda uuid, session, place: attempt(lambda: place_item(document, uuid, session, place)))
        day.resized.connect(lambda uuid, minutes: attempt(lambda: resize_item(document, uuid, minutes)))
        self.when_typed(
            self.start_field, lambda text: attempt(lambda: set_start(document, text), beside=self.start_row)
        )

    def _connect_keys(self) -> None:
        arrows: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Up: lambda: self._move(-1),
            Qt.Key.Key_Down: lambda: self._move(1),
            Qt.Key.Key_Left: lambda: self._lengthen(-1),
            Qt.Key.Key_Right: lambda: self._lengthen(1),
        }
        self.up_button.clicked.connect(arrows[Qt.Key.Key_Up])
        self.down_button.clicked.connect(arrows[Qt.Key.Key_Down])
        for key, act in arrows.items():
            shortcut = QShortcut(QKeySequence(Qt.Modifier.ALT | key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show_day(self, picture: AgendaPicture) -> str:
        """Fills column and start; gives the item that runs, empty where none does."""
        running = day_that_runs(self.sitting.document)
        place = None if running is None else running.place
        current = running.items[place].uuid if running is not None and place is not None else ""
        paused = running is not None and running.paused_at is not None
        self.day.present(picture.rows, current, message("paused") if paused else message("now"))
        starts_at = workshop(self.sitting.document).starts_at
        self.fill(self.start_field, self._clock(starts_at))
        return current

    def _selected(self, uuid: str) -> None:
        self.inspect_row(uuid)
        self.day.choose(uuid)

    def _offer_templates(self) -> None:
        """A card for each template while there is no agenda, and later a small button for each."""
        cards, again = QHBoxLayout(self.templates), QHBoxLayout(self.again)
        again.setContentsMargins(0, 0, 0, 0)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.px(14))
        begin = Paragraph(self.again, words=message("Begin again with"), role="hint")
        again.addWidget(begin, 0, Qt.AlignmentFlag.AlignVCenter)
        for place, template in enumerate(agenda(self.sitting.document).templates):
            cards.addWidget(self._card(template, primary=place == 0), 1)
            again.addWidget(Button(self.again, words=template.name, weight=Weight.PLAIN, pressed=self._user(template)))
        how = Paragraph(self.again, words=HOW, role="hint")
        how.setAlignment(Qt.AlignmentFlag.AlignRight)
        again.addWidget(how, 1, Qt.AlignmentFlag.AlignVCenter)

    def _card(self, template: TemplateRow, *, primary: bool) -> Card:
        weight = Weight.PRIMARY if primary else Weight.OUTLINED
        button = Button(words=message("Use {name}", name=template.name), weight=weight, pressed=self._user(template))
        card = Card.holding(
            Paragraph(words=template.name, role="heading"),
            Paragraph(words=_long(template), role="hint"),
            Paragraph(words=template.description),
            parent=self.templates,
        )
        layout = card.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addStretch(1)
            layout.addSpacing(theme.px(8))
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        return card

    def _user(self, template: TemplateRow) -> Callable[[], object]:
        return lambda: self.sitting.attempt(lambda: use_template(self.sitting.document, template.key))

    def _columns(self) -> list[Column[AgendaRow]]:
        edit = self._edit
        stages = (("", message("none")), (ItemKind.BREAK.value, BREAK), *STAGE_NAMES.items())
        return [
            Column("start", message("From"), lambda row: self._clock(row.start), width=80),
            Column(
                key="title",
                title=message("What the room does"),
                value=lambda row: row.title,
                edit=edit(ItemField.TITLE),
                typed=lambda row: self.say(self._titles.get(row.uuid, row.title)),
                stretch=1,
                strong=True,
                wraps=True,
            ),
            Column("minutes", message("Min"), lambda row: row.minutes, edit=edit(ItemField.MINUTES), width=48),
            Column(
                key="stage",
                title=message("Stage"),
                value=lambda row: BREAK if row.kind is ItemKind.BREAK else STAGE_NAMES.get(row.stage, ""),
                edit=edit(ItemField.STAGE),
                choices=lambda _: stages,
                width=104,
            ),
            Column("session", message("Session"), lambda row: row.session, edit=edit(ItemField.SESSION), width=68),
        ]

    def _clock(self, at: time | None) -> str:
        return self.sitting.language.clock(at) if at else ""

    def _edit(self, field: ItemField) -> Callable[[AgendaRow, str], None]:
        def edited(row: AgendaRow, text: str) -> None:
            document = self.sitting.document
            self.sitting.attempt(lambda: change_item(document, row.uuid, field, text), beside=self.items)

        return edited

    def _begun(self, text: str) -> str | None:
        """What is typed below the table comes after the item that is selected."""
        after = self.items.current()
        return self.sitting.attempt(lambda: add_item(self.sitting.document, text, after=after), beside=self.items)

    def _removed(self, uuids: Sequence[str]) -> None:
        self.sitting.attempt(lambda: remove_items(self.sitting.document, uuids), beside=self.items)

    def _move(self, by: int) -> None:
        uuid = self.items.current()
        if uuid:
            self.sitting.attempt(lambda: move_item(self.sitting.document, uuid, by), beside=self.items)

    def _lengthen(self, steps: int) -> None:
        uuid = self.items.current()
        if uuid:
            self.sitting.attempt(lambda: lengthen_item(self.sitting.document, uuid, steps), beside=self.items)


def _marked(row: AgendaRow) -> AgendaRow:
    """The row of the item that runs: it says so."""
    return replace(row, title=message("{item} (now)", item=row.title))


def _total(picture: AgendaPicture) -> Words:
    if not picture.rows:
        return message("How long is the room together? Begin with an agenda and change it.")
    whole = _length(picture.minutes)
    if len(picture.sessions) == 1:
        first = picture.sessions[0]
        if first.start is None or first.end is None:
            return message("{length} in all.", length=whole)
        return message("{length} in all, from {start} to {end}.", length=whole, start=first.start, end=first.end)
    sessions = tuple(
        message("session {n}: {length}", n=each.session, length=_length(each.minutes)) for each in picture.sessions
    )
    return message("{length} in all; {sessions}.", length=whole, sessions=sessions)


def _long(template: TemplateRow) -> Words:
    if template.sessions == 1:
        return _length(template.minutes)
    sessions = plural("{n} session", "{n} sessions", template.sessions)
    return message("{sessions}, {length}", sessions=sessions, length=_length(template.minutes))


def _length(minutes: int) -> Words:
    hours, rest = divmod(minutes, 60)
    if not rest:
        return message("{hours} h", hours=hours)
    return message("{hours} h {minutes} min", hours=hours, minutes=rest) if hours else message("{n} min", n=rest)


STEP = AgendaStep
