"""What of a list of use cases is shown: by words, level, risk, data class and who uses it; how many that are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.usecases.saying import LEVELS
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.typing import SEEKS
from roadmap_desktop.screens.usecases.collect_columns import RISKS, class_words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.flow import Flow
from roadmap_desktop.widgets.speech import say

_ALL = "all"
_GAP = 12

Asked = tuple[str, tuple[object, ...]]
"""What is asked for: the words, and the choice of each list."""


class Listed(Protocol):
    """What a use case is looked for by."""

    @property
    def name(self) -> Words:
        """Its name."""

    @property
    def description(self) -> Words:
        """What is done."""

    @property
    def level(self) -> str:
        """Where it belongs."""

    @property
    def risk(self) -> str:
        """How much harm a mistake could do."""

    @property
    def data_class(self) -> int:
        """The data it may touch."""

    @property
    def student_facing(self) -> bool:
        """Whether students use it."""


L = TypeVar("L", bound=Listed)


class ListFilters(QObject):
    """Five controls for two lists, each of which keeps what it is asked for; ``changed`` when other rows are asked."""

    changed = Signal()

    def __init__(
        self,
        search: QLineEdit,
        row: QWidget,
        combos: tuple[QComboBox, QComboBox, QComboBox, QComboBox],
        counted: QLabel,
        clear: Button,
    ) -> None:
        super().__init__(search)
        self._search, self._row, self._combos, self._counted, self._clear = search, row, combos, counted, clear
        self._which = ""
        self._kept: dict[str, Asked] = {}
        level, risk, _, users = combos
        search.setProperty(SEEKS, True)
        _offer(level, [(_ALL, message("Any level")), *LEVELS.items()])
        _offer(risk, [(_ALL, message("Any risk")), *((key, risk_words(key)) for key in RISKS)])
        users_words = (message("Any user"), message("Students use it"), message("Staff only"))
        _offer(users, zip((_ALL, True, False), users_words, strict=True))
        counted.setFixedHeight(theme.px(tokens.FIELD))  # in the middle of its line
        flow = Flow(row, gap=_GAP)
        for control in (*combos, counted, clear):
            flow.addWidget(control)
        search.textChanged.connect(lambda _: self.changed.emit())
        for combo in combos:
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        clear.clicked.connect(self._cleared)

    def offer_classes(self, classes: Mapping[int, Words]) -> None:
        """The data classes by number, with the district's own names."""
        options: list[tuple[object, Words]] = [(_ALL, message("Any data"))]
        options += [(number, message("Data {words}", words=class_words(number, classes))) for number in classes]
        data = self._combos[2]
        chosen = data.currentIndex()
        with QSignalBlocker(data):
            _offer(data, options)
            data.setCurrentIndex(max(0, chosen))

    def controls(self) -> list[QWidget]:
        """What is shown above the lists."""
        return [self._search, self._row]

    def belong_to(self, which: str, name: Words) -> None:
        """Asks for what that list was asked for when it was shown last; ``name`` is what the search is called there."""
        self._search.setAccessibleName(say(name))
        if which == self._which:
            return
        self._kept[self._which] = self._asked()
        self._which = which
        self._ask(self._kept.get(which, ("", (_ALL,) * len(self._combos))))

    def show_all(self) -> None:
        """Asks for all there is."""
        if self.is_on():
            self._ask(("", (_ALL,) * len(self._combos)))
            self.changed.emit()

    def is_on(self) -> bool:
        """Whether less than all may be shown."""
        words, chosen = self._asked()
        return bool(words.strip()) or any(each != _ALL for each in chosen)

    def of(self, rows: Sequence[L]) -> list[L]:
        """The rows that fit all that is asked."""
        return [row for row in rows if self.wants(row)]

    def count(self, rows: Sequence[L]) -> int:
        """How many rows fit; said beside the controls where these are not all."""
        found = len(self.of(rows))
        self._counted.setText(say(message("{n} of {all}", n=found, all=len(rows))))
        for widget in (self._counted, self._clear):
            widget.setVisible(self.is_on())
        return found

    def wants(self, row: Listed) -> bool:
        """Whether a use case fits all that is asked."""
        words, chosen = self._asked()
        text = f"{say(row.name)} {say(row.description)}".casefold()
        have = (row.level, row.risk, row.data_class, row.student_facing)
        fits = all(ask in (_ALL, each) for ask, each in zip(chosen, have, strict=True))
        return fits and all(word in text for word in words.casefold().split())

    def _cleared(self) -> None:
        self.show_all()
        self._search.setFocus()

    def _asked(self) -> Asked:
        return self._search.text(), tuple(combo.currentData() for combo in self._combos)

    def _ask(self, asked: Asked) -> None:
        words, chosen = asked
        with QSignalBlocker(self._search):
            self._search.setText(words)
        for combo, key in zip(self._combos, chosen, strict=True):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(max(0, combo.findData(key)))


def risk_words(key: str) -> Words:
    """A risk in two words."""
    return message("{risk} risk", risk=RISKS[key])


def _offer(combo: QComboBox, options: Iterable[tuple[object, Words]]) -> None:
    combo.clear()
    for key, words in options:
        combo.addItem(say(words), key)
