"""The line beside a field that says why a move was not made, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say


class Complaint(QWidget):
    """Reason and remedy in bad, with a cross before them; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Paragraph(self, role="bad")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(_Cross(self), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def show_reason(self, reason: str, remedy: str) -> None:
        """Shows both."""
        self._text.say(say(message("{reason} {remedy}", reason=reason, remedy=remedy)).strip())
        self.setAccessibleName(self._text.plain())
        self.show()

    def clear(self) -> None:
        """Says nothing any more."""
        self.hide()
        self._text.say("")
        self.setAccessibleName("")

    def text(self) -> str:
        """What it says; empty when hidden."""
        return self._text.plain()


class _Cross(QWidget):
    """The cross before the words; the words say it all to those who do not see it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(14), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw(QPainter(self), Shape.CROSS, QRectF(self.rect()), theme.colour(theme.worn().bad))
