"""The catalogue drawn as cards or as a table, whichever the person likes: what is selected in one is in the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from roadmap_desktop.journey.usecases.collection import CatalogueRow
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.usecases.catalogue_cards import catalogue_face
from roadmap_desktop.screens.usecases.collect_columns import catalogue_columns
from roadmap_desktop.widgets.card_view import CardView
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

CARDS, TABLE = "cards", "table"
Classes = Callable[[], Mapping[int, Words]]


class CatalogueView(QObject):
    """``selected`` tells that another use case is looked at, ``turned`` carries the key of one to pick or take off."""

    selected = Signal()
    turned = Signal(str)

    def __init__(self, drawn_as: SegmentedChoice, cards: CardView, sheet: Sheet, classes: Classes) -> None:
        super().__init__(cards)
        self._drawn_as, self._cards, self._sheet, self._classes = drawn_as, cards, sheet, classes
        self._rows: tuple[CatalogueRow, ...] = ()
        self._is_shown = False
        name = message("Catalogue of use cases")
        sheet.declare(catalogue_columns(self.turned.emit, classes), name=name)
        keys = message("Space puts a use case on our list, or takes it off")
        cards.declare(name=name, description=keys)
        drawn_as.present([(CARDS, message("Cards")), (TABLE, message("Table"))], CARDS)
        drawn_as.chosen.connect(lambda _: self._turn())
        for signal in (cards.turned, sheet.opened):
            signal.connect(self.turned)
        for signal in (cards.chosen, sheet.selected):
            signal.connect(self._follow)

    def present(self, rows: Sequence[CatalogueRow], *, is_shown: bool) -> None:
        """Shows these rows, or nothing while something else ``is_shown``."""
        self._rows, self._is_shown = tuple(rows), is_shown
        with QSignalBlocker(self._cards), QSignalBlocker(self._sheet):
            self._cards.present([catalogue_face(row, self._classes()) for row in rows])
            self._sheet.present(rows)
            self._sheet.select(self._cards.current())
        self._show()

    def current(self) -> CatalogueRow | None:
        """The use case that is looked at."""
        uuid = self._cards.current() if self._drawn_as.current() == CARDS else self._sheet.current()
        return next((row for row in self._rows if row.uuid == uuid), None)

    def row(self, key: str) -> CatalogueRow:
        """The use case of that key."""
        return next(row for row in self._rows if row.uuid == key)

    def _turn(self) -> None:
        self._show()
        self.selected.emit()

    def _show(self) -> None:
        as_cards = self._drawn_as.current() == CARDS
        is_there = self._is_shown and bool(self._rows)
        self._drawn_as.setVisible(self._is_shown)
        self._cards.setVisible(is_there and as_cards)
        self._sheet.setVisible(is_there and not as_cards)

    def _follow(self, uuid: str) -> None:
        with QSignalBlocker(self._cards), QSignalBlocker(self._sheet):
            for view in (self._cards, self._sheet):
                if uuid and view.current() != uuid:
                    view.select(uuid)
        self.selected.emit()
