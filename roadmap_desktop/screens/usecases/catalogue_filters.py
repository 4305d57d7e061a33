"""What of the catalogue is shown: by words, level, risk, data class and who uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from roadmap_desktop.journey.usecases.collection import CatalogueRow
from roadmap_desktop.journey.usecases.saying import LEVELS
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.typing import SEEKS
from roadmap_desktop.screens.usecases.collect_columns import RISKS, class_words
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.speech import say

_ALL = "all"


class CatalogueFilters(QObject):
    """Five controls; ``changed`` when one of them asks for other rows."""

    changed = Signal()

    def __init__(
        self, search: QLineEdit, level: SegmentedChoice, risk: QComboBox, data: QComboBox, users: QComboBox
    ) -> None:
        super().__init__(search)
        self._search, self._level, self._risk, self._data, self._users = search, level, risk, data, users
        search.setProperty(SEEKS, True)
        level.present([(_ALL, message("All")), *LEVELS.items()], _ALL)
        self._offer(risk, [(_ALL, message("Any risk")), *((key, _risk(words)) for key, words in RISKS.items())])
        users_words = (message("Any user"), message("Students use it"), message("Staff only"))
        self._offer(users, zip((_ALL, True, False), users_words, strict=True))
        search.textChanged.connect(lambda _: self.changed.emit())
        level.chosen.connect(lambda _: self.changed.emit())
        for combo in (risk, data, users):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())

    def offer_classes(self, classes: Mapping[int, Words]) -> None:
        """The data classes by number, with the district's own names."""
        options: list[tuple[object, Words]] = [(_ALL, message("Any data"))]
        options += [(number, message("Data {words}", words=class_words(number, classes))) for number in classes]
        chosen = self._data.currentIndex()
        with QSignalBlocker(self._data):
            self._offer(self._data, options)
            self._data.setCurrentIndex(max(0, chosen))

    def controls(self) -> list[QWidget]:
        """What is shown with the catalogue alone."""
        return [self._search, self._level, self._risk, self._data, self._users]

    def wants(self, row: CatalogueRow) -> bool:
        """Whether a use case of the catalogue fits all that is asked."""
        asked = self._search.text().casefold().split()
        text = f"{say(row.name)} {say(row.description)}".casefold()
        wanted = (
            (self._level.current(), row.level),
            (self._risk.currentData(), row.risk),
            (self._data.currentData(), row.data_class),
            (self._users.currentData(), row.student_facing),
        )
        return all(ask in (_ALL, have) for ask, have in wanted) and all(word in text for word in asked)

    def _offer(self, combo: QComboBox, options: Iterable[tuple[object, Words]]) -> None:
        combo.clear()
        for key, words in options:
            combo.addItem(say(words), key)


def _risk(words: Words) -> Words:
    return message("{risk} risk", risk=words)
