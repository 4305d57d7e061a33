"""The choice of who speaks: which kind of voice, which of them by name, and on to the next by N."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from roadmap_desktop.journey.voices import Voice, VoiceKind, Voices, Who
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.speech import say


class VoiceChoice(QObject):
    """Binds a step's three controls together; ``room`` is what the whole room is called among the kinds.

    ``changed`` tells that another kind is shown, ``picked`` that a voice was chosen, ``went_on`` that it was by N or
    the button.
    """

    changed = Signal()
    picked = Signal()
    went_on = Signal()

    def __init__(self, step: QWidget, kinds: SegmentedChoice, names: QComboBox, onward: Button, *, room: Words) -> None:
        super().__init__(step)
        self.kind = VoiceKind.PERSON
        self._picked: dict[VoiceKind, str] = {}
        self._is_settled = False
        self._kinds, self._names, self._onward = kinds, names, onward
        self._options: tuple[tuple[str, Words], ...] = (
            (VoiceKind.PERSON.value, message("Person")),
            (VoiceKind.TABLE.value, message("Table")),
            (VoiceKind.ROOM.value, room),
        )
        kinds.present(self._options, self.kind.value)
        # Not the button's own shortcut: that clicks a tenth of a second later, and the digits typed after N got lost.
        QShortcut(QKeySequence("N"), step, self._go_on, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        kinds.chosen.connect(self._kind_taken)
        names.currentIndexChanged.connect(self._voice_taken)
        onward.clicked.connect(self._go_on)

    def current(self, everybody: Voices) -> Who | None:
        """Who was chosen; the first of the kind where that one is gone, None where there is nobody of it."""
        found = everybody.of(self.kind)
        picked = self._picked.get(self.kind, "")
        return next((each.who for each in found if each.who.uuid == picked), found[0].who if found else None)

    def choose(self, who: Who) -> None:
        """Turns to a voice, without a signal."""
        self.kind = who.kind
        self._picked[self.kind] = who.uuid
        self._kinds.present(self._options, self.kind.value)

    def settle(self, who: Who) -> None:
        """Speaks for one voice alone; there is nothing to choose any more."""
        self.choose(who)
        self._is_settled = True
        for control in (self._kinds, self._names, self._onward):
            control.hide()

    def offer(self, everybody: Voices, words: Callable[[Voice], Words]) -> None:
        """Shows those of the kind by name; the room needs none."""
        found, who = everybody.of(self.kind), self.current(everybody)
        with QSignalBlocker(self._names):
            texts, uuids = [say(words(each)) for each in found], [each.who.uuid for each in found]
            if uuids != [self._names.itemData(place) for place in range(self._names.count())]:
                self._names.clear()
                for text, uuid in zip(texts, uuids, strict=True):
                    self._names.addItem(text, uuid)
            for place, text in enumerate(texts):
                if self._names.itemText(place) != text:
                    self._names.setItemText(place, text)
            self._names.setCurrentIndex(-1 if who is None else self._names.findData(who.uuid))
        named = who is not None and self.kind is not VoiceKind.ROOM and not self._is_settled
        self._names.setVisible(named)
        self._onward.setVisible(named)

    def _kind_taken(self, kind: str) -> None:
        self.kind = VoiceKind(kind)
        self.changed.emit()

    def _voice_taken(self, place: int) -> None:
        if place >= 0:
            self._picked[self.kind] = str(self._names.itemData(place))
            self.picked.emit()

    def _go_on(self) -> None:
        """To the next person or table; after the last to the first."""
        if many := self._names.count():
            self._names.setCurrentIndex((self._names.currentIndex() + 1) % many)
            self.went_on.emit()
