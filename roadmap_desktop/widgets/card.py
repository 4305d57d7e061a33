"""A card: a quiet ground with a hairline round it, for what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Property, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate


class Card(QFrame):
    """A frame on surface; ``quiet`` makes it a card on paper, for use inside the inspector."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False

    @classmethod
    def holding(cls, *widgets: QWidget, quiet: bool = False, parent: QWidget | None = None) -> Card:
        """A card with the widgets below one another."""
        card = cls(parent)
        card._quiet = quiet
        layout = QVBoxLayout(card)
        layout.setContentsMargins(*(theme.px(side) for side in (15, 12, 15, 14)))
        layout.setSpacing(theme.px(4))
        for widget in widgets:
            layout.addWidget(widget)
        return card

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and its hairline."""
        worn = theme.worn()
        ground = worn.paper if self._quiet else worn.surface
        plate(QPainter(self), QRectF(self.rect()), tokens.CARD_RADIUS, theme.colour(ground), theme.colour(worn.line))

    def _is_quiet(self) -> bool:
        return self._quiet

    def _take_quiet(self, quiet: bool) -> None:
        self._quiet = quiet
        self.update()

    quiet = Property(bool, _is_quiet, _take_quiet)
