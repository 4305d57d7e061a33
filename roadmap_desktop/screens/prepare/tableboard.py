"""The tables of the room side by side: people are dragged, or picked up with Space and put down with Space."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QMenu, QScrollArea, QWidget

from roadmap_desktop.journey.prepare.tables import Seated, TableCard
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.prepare.carrying import Carried, picked_up
from roadmap_desktop.screens.prepare.personchip import Look, PersonChip
from roadmap_desktop.screens.prepare.tablecard import LEAST, SeatingCard
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say

_GAP, _REACH = 12, 48
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableBoard(QScrollArea):
    """``moved`` carries a person and a table (empty: none), ``swapped`` two people, ``said`` who is held and where.

    Tab comes to one person only; arrows go on from there.
    """

    chosen = Signal(str)
    moved = Signal(str, str)
    swapped = Signal(str, str)
    pinned = Signal(str, bool)
    card_made = Signal(object)  # SeatingCard
    table_removed = Signal(str)
    said = Signal(object)  # Words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, SeatingCard] = {}
        self._chips: dict[str, PersonChip] = {}
        self._current = ""
        self._held: Carried | None = None
        self._is_movable = True
        self._menu: QMenu | None = None
        inside = self._inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, theme.px(4))
        self._grid.setSpacing(theme.px(_GAP))
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(200))

    def present(self, tables: Sequence[TableCard], waiting: Sequence[Seated], *, movable: bool = True) -> None:
        """Shows the people without a table, then every table; the focus stays with the person who had it."""
        self._is_movable = movable
        focused = QApplication.focusWidget()
        had_focus = isinstance(focused, PersonChip) and self.isAncestorOf(focused)
        self._held = None
        cards = [*([TableCard("", "", tuple(waiting))] if waiting else []), *tables]
        there = {each.uuid for card in cards for each in card.people}
        for uuid in [each for each in self._chips if each not in there]:
            _away(self._chips.pop(uuid))
        for key in [each for each in self._cards if each not in {_key(card) for card in cards}]:
            _away(self._cards.pop(key))
        self._cards = {_key(card): self._cards.get(_key(card)) or self._new_card(_key(card)) for card in cards}
        for card in cards:
            chips = [self._chip(each, card) for each in card.people]
            self._cards[_key(card)].present(card, chips, movable=movable)
        self._arrange()
        if self._current not in self._chips:
            self._current = next(iter(self._places_in_order()), "")
        self._mark()
        if had_focus:
            self.reach(self._current)

    def reach(self, person: str) -> bool:
        """Takes the focus to a person and brings them into view; False where they are not here."""
        chip = self._chips.get(person)
        if chip is None:
            return False
        self._current = person
        self._mark()
        chip.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._show(person))  # once the layout has its heights
        return True

    def reach_name(self, table: str) -> None:
        """Takes the focus to the name of a table, to be typed over."""
        if (card := self._cards.get(table)) is not None:
            card.name_field().setFocus(Qt.FocusReason.OtherFocusReason)
            card.name_field().selectAll()
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(card))

    def cards(self) -> tuple[SeatingCard, ...]:
        """The cards in order."""
        return tuple(self._cards.values())

    def chip(self, person: str) -> PersonChip:
        """The chip of a person; KeyError where they are not here."""
        return self._chips[person]

    def menu(self) -> QMenu | None:
        """The menu that was opened last."""
        return self._menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many tables side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _new_card(self, key: str) -> SeatingCard:
        card = SeatingCard(key, self._inside)
        card.dropped.connect(lambda person, on: self._dropped(person, on, key))
        card.removed.connect(lambda: self.table_removed.emit(key))
        card.held_over.connect(lambda place: self.ensureVisible(place.x(), place.y(), 0, theme.px(_REACH)))
        self.card_made.emit(card)
        return card

    def _chip(self, person: Seated, card: TableCard) -> PersonChip:
        chip = self._chips.get(person.uuid)
        if chip is None:
            chip = PersonChip(self._inside, person)
            uuid = person.uuid
            chip.reached.connect(lambda: self._reached(uuid))
            chip.left.connect(self._put_back)
            chip.key_pressed.connect(lambda event: self._key(uuid, event))
            chip.asked.connect(lambda place: self._ask(uuid, place))
            self._chips[uuid] = chip
        chip.present(person, card.name or message("no table yet"), movable=self._is_movable)
        return chip

    def _arrange(self) -> None:
        """Puts the cards in rows of as many columns as fit, each row as high as its highest card."""
        room = self.viewport().width()
        fit = max(1, (room + theme.px(_GAP)) // theme.px(LEAST + _GAP))
        columns = max(1, min(len(self._cards), fit))
        while self._grid.count():
            self._grid.takeAt(0)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        for place, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
            card.spread(fit if len(self._cards) == 1 else 1)
            card.show()
        self._grid.setRowStretch(len(self._cards) // columns + 1, 1)

    def _places_in_order(self) -> list[str]:
        return [chip.person.uuid for card in self._cards.values() for chip in card.chips]

    def _reached(self, person: str) -> None:
        self._current = person
        self._mark()
        self.chosen.emit(person)

    def _mark(self) -> None:
        """Says by their looks who is chosen, who is held, over which table and whose place."""
        held = self._held
        for uuid, chip in self._chips.items():
            look = Look.CHOSEN if uuid == self._current and chip.hasFocus() else Look.RESTING
            if held is not None:
                look = Look.HELD if uuid == held.person else Look.TARGET if uuid == held.other else Look.RESTING
            chip.wear(look)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if uuid == self._current else Qt.FocusPolicy.ClickFocus)
        for key, card in self._cards.items():
            card.show_over(over=held is not None and not held.is_home and key == held.table)

    def _show(self, person: str) -> None:
        if (chip := self._chips.get(person)) is not None:
            self.ensureWidgetVisible(chip, 0, theme.px(24))

    # By keyboard

    def _key(self, person: str, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers:
            return
        used = self._hold(person, key) if self._held is None else self._carry(self._held, key)
        if used:
            event.accept()

    def _hold(self, person: str, key: Qt.Key) -> bool:
        """What a key means while nobody is held; whether it means anything."""
        if key in _ACROSS or key in _DOWN:
            self._walk(person, _ACROSS.get(key, 0), _DOWN.get(key, 0))
        elif key in _PICKS and self._is_movable:
            places = [(each, tuple(chip.person.uuid for chip in card.chips)) for each, card in self._cards.items()]
            self._take_up(picked_up(person, places))
        elif key == Qt.Key.Key_P and self._is_movable:
            self.pinned.emit(person, not self._chips[person].person.pinned)
        else:
            return False
        return True

    def _carry(self, held: Carried, key: Qt.Key) -> bool:
        if key in _ACROSS:
            self._take_up(held.across(_ACROSS[key]))
        elif key in _DOWN:
            self._take_up(held.down(_DOWN[key]))
        elif key in _PICKS:
            self._put_down(held)
        elif key == Qt.Key.Key_Escape:
            self._put_back()
        else:
            return False
        return True

    def _walk(self, person: str, across: int, down: int) -> None:
        """To the person above or below, or in the same line of the next table where people sit."""
        rows = [[chip.person.uuid for chip in card.chips] for card in self._cards.values() if card.chips]
        column = next(number for number, row in enumerate(rows) if person in row)
        line = rows[column].index(person) + down + (across if len(rows) == 1 else 0)
        column = min(max(0, column + across), len(rows) - 1)
        self.reach(rows[column][min(max(0, line), len(rows[column]) - 1)])

    def _take_up(self, held: Carried) -> None:
        self._held = held
        self._mark()
        if (card := self._cards.get(held.table)) is not None:
            self.ensureWidgetVisible(self._chips.get(held.other, card), 0, theme.px(24))
        self._tell(self._about(held))

    def _put_down(self, held: Carried) -> None:
        self._put_back()
        if held.other:
            self.swapped.emit(held.person, held.other)
        elif not held.is_home:
            self.moved.emit(held.person, held.table)

    def _put_back(self) -> None:
        if self._held is not None:
            self._held = None
            self._tell("")
        self._mark()

    def _about(self, held: Carried) -> Words:
        name = self._chips[held.person].person.name
        if held.is_home:
            return message("Holding {name}: arrows choose a table, Space puts down, Esc back.", name=name)
        table = self._cards[held.table].accessibleName()
        if held.other:
            other = self._chips[held.other].person.name
            return message("{name} would change places with {other} at {table}.", name=name, other=other, table=table)
        return message("{name} would sit at {table}; Down chooses somebody to swap with.", name=name, table=table)

    def _tell(self, words: Words) -> None:
        self.said.emit(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, say(words)))

    # By mouse

    def _dropped(self, person: str, on: str, table: str) -> None:
        """On somebody at another table: they change places; anywhere else at a table: the person sits there too."""
        here = next(
            (key for key, card in self._cards.items() if any(c.person.uuid == person for c in card.chips)), None
        )
        if here is None or here == table:
            return
        self._current = person
        if on:
            self.swapped.emit(person, on)
        else:
            self.moved.emit(person, table)

    def _ask(self, person: str, place: QPoint) -> None:
        """The menu of the tables, for whoever looks for it there."""
        if not self._is_movable:
            return
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self)
        is_pinned = self._chips[person].person.pinned
        for key, card in self._cards.items():
            action = QAction(card.accessibleName().replace("&", "&&"), self._menu)
            action.setEnabled(all(chip.person.uuid != person for chip in card.chips))
            action.triggered.connect(lambda _=False, to=key: self.moved.emit(person, to))
            self._menu.addAction(action)
        self._menu.addSeparator()
        stay = QAction(say(message("Stays at this table")), self._menu)
        stay.setCheckable(True)
        stay.setChecked(is_pinned)
        stay.triggered.connect(lambda: self.pinned.emit(person, not is_pinned))
        self._menu.addAction(stay)
        self._menu.setAccessibleName(say(message("Which table")))
        self._menu.popup(place)


def _key(card: TableCard) -> str:
    """What a card is known by; a table that is only shown has no uuid yet."""
    return card.uuid or card.name


def _away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
