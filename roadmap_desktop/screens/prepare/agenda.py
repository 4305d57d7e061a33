"""Prepare, the step Agenda: the day from a template, its times counted from the start of the workshop."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.agenda import AgendaPicture, AgendaRow, TemplateRow, agenda
from roadmap_desktop.journey.prepare.agendaitems import (
    ItemField,
    add_item,
    change_item,
    move_item,
    remove_items,
    use_template,
)
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.prepare.ground import PrepareStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.sheet import Sheet

KINDS: Mapping[ItemKind, Words] = {ItemKind.WORK: message("work"), ItemKind.BREAK: message("break")}
STAGE_NAMES = {stage.key: stage.name for stage in STAGES}


class AgendaStep(PrepareStep):
    """Templates to begin with, then the items in a table; Alt with an arrow moves an item."""

    form = "prepare_agenda"
    kinds = frozenset({"agenda_item", "workshop"})

    total: Paragraph
    start_button: Button
    up_button: Button
    down_button: Button
    templates: QWidget
    again: QWidget
    items: Sheet

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._offer_templates()
        self.items.declare(
            self._columns(),
            name=message("Agenda"),
            add=message("Add an item after the one selected"),
            begin=self._begun,
        )
        self.items.selected.connect(self.inspect_row)
        self.items.removed.connect(self._removed)
        self.start_button.clicked.connect(lambda: sitting.go(Target("prepare", "district")))
        for button, by, key in ((self.up_button, -1, Qt.Key.Key_Up), (self.down_button, 1, Qt.Key.Key_Down)):
            button.clicked.connect(lambda _=False, by=by: self._move(by))
            shortcut = QShortcut(QKeySequence(Qt.Modifier.ALT | key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))

    def picture(self) -> AgendaPicture:
        """The agenda."""
        return agenda(self.sitting.document)

    def present(self, picture: AgendaPicture) -> None:
        """Shows the items and what they add up to; the templates stand first while there is none."""
        self.items.present(picture.rows)
        has_items = bool(picture.rows)
        self.total.say(_total(picture))
        self.templates.setVisible(not has_items)
        for part in (self.items, self.up_button, self.down_button, self.again):
            part.setVisible(has_items)
        self.start_button.setVisible(has_items and picture.rows[0].start is None)
        self.own_primary(owned=not has_items)

    def remark(self, picture: AgendaPicture) -> Remark | None:
        """What keeps the times from being known."""
        if picture.rows and picture.rows[0].start is None:
            return Remark(message("no start time yet"), "warn")
        return None

    def arrive(self, subject: str) -> None:
        """Selects an item."""
        self.items.select(subject)

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
        again.addStretch(1)

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
        stages = (("", message("none")), *STAGE_NAMES.items())
        return [
            Column("start", message("From"), lambda row: self._clock(row.start), width=80),
            Column("end", message("To"), lambda row: self._clock(row.end), width=80),
            Column(
                key="title",
                title=message("What the room does"),
                value=lambda row: row.title,
                edit=edit(ItemField.TITLE),
                stretch=1,
                strong=True,
                wraps=True,
            ),
            Column("minutes", message("Minutes"), lambda row: row.minutes, edit=edit(ItemField.MINUTES), width=76),
            Column(
                key="stage",
                title=message("Stage"),
                value=lambda row: STAGE_NAMES.get(row.stage, ""),
                edit=edit(ItemField.STAGE),
                choices=lambda _: stages,
                width=112,
            ),
            Column(
                key="kind",
                title=message("Kind"),
                value=lambda row: KINDS[row.kind],
                edit=edit(ItemField.KIND),
                choices=lambda _: tuple((kind.value, words) for kind, words in KINDS.items()),
                width=74,
            ),
            Column("session", message("Session"), lambda row: row.session, edit=edit(ItemField.SESSION), width=76),
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
