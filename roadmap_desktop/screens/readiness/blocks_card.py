"""What blocks a pilot: the statements under their floors, each leads to its row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.readiness.profile import Block
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import FloorWhen
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say

_COLUMNS, _MARK = 2, 14


class BlocksCard(Card):
    """``followed`` carries the uuid of the statement that was chosen. What holds back only some pilots is folded."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] | None = None
        self._title = QLabel(say(message("What blocks a pilot")), self)
        self._title.setProperty("role", "strong")
        self._more = Button(self, weight=Weight.PLAIN, pressed=self._unfold)
        self._nothing = QLabel(say(message("Nothing: every floor is reached.")), self)
        self._nothing.setProperty("role", "small")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(0)
        self._unfolded = False
        self._links: tuple[BlockLink, ...] = ()
        self._lay_out()

    def present(self, blocks: Sequence[Block]) -> None:
        """Shows these statements."""
        if tuple(blocks) != self._blocks:
            self._blocks = tuple(blocks)
            self._rebuild()

    def links(self) -> tuple[BlockLink, ...]:
        """The statements shown."""
        return self._links

    def more(self) -> Button:
        """The button that unfolds what holds back only some pilots."""
        return self._more

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(18))
        top.addWidget(self._title)
        top.addWidget(self._nothing)
        top.addStretch(1)
        top.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (15, 7, 15, 7)))
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._grid)

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._rebuild()

    def _rebuild(self) -> None:
        for link in self._links:
            self._grid.removeWidget(link)
            link.hide()
            link.deleteLater()
        blocks = self._blocks or ()
        every = [block for block in blocks if block.when is FloorWhen.ANY]
        some = [block for block in blocks if block.when is not FloorWhen.ANY]
        shown = [*every, *some] if self._unfolded or not every else every
        self._links = tuple(BlockLink(block, self) for block in shown)
        for place, (block, link) in enumerate(zip(shown, self._links, strict=True)):
            link.clicked.connect(lambda _checked=False, uuid=block.statement: self.followed.emit(uuid))
            self._grid.addWidget(link, place // _COLUMNS, place % _COLUMNS)
        folded = plural("{n} more for some pilots", "{n} more for some pilots", len(some))
        self._more.say(message("Fewer") if self._unfolded else folded)
        self._more.setVisible(bool(some and every))
        self._nothing.setVisible(not blocks)
        self.updateGeometry()


class BlockLink(QAbstractButton):
    """One statement: a cross, its number and words, the level it is at and the level that is needed."""

    def __init__(self, block: Block, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = say(message("{number} {text}", number=block.number, text=block.text)).removesuffix(".")
        self._tail = say(message(": {at}, {needs}", at=_at(block), needs=_needs(block)))
        self.setAccessibleName(self._head + self._tail)
        self.setToolTip(self._head + self._tail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a target."""
        return QSize(theme.px(200), theme.px(tokens.TARGET))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that do not fit end before what the level is."""
        worn, painter = theme.worn(), QPainter(self)
        side = theme.px(_MARK)
        draw(painter, Shape.CROSS, QRectF(0, 0, side, self.height()), theme.colour(worn.bad))
        font = theme.font(tokens.SMALL)
        metrics = QFontMetrics(font)
        tail = metrics.horizontalAdvance(self._tail)
        place = QRectF(side + theme.px(5), 0, self.width() - side - theme.px(5), self.height())
        head = metrics.elidedText(self._head, Qt.TextElideMode.ElideRight, int(place.width()) - tail)
        painter.setFont(font)
        painter.setPen(theme.colour(worn.accent if self.underMouse() else worn.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, head + self._tail)


def _at(block: Block) -> Words:
    return message("not rated") if block.level is None else str(block.level)


def _needs(block: Block) -> Words:
    match block.when:
        case FloorWhen.ANY:
            return message("needs {level}", level=block.needs)
        case FloorWhen.DATA2:
            return message("needs {level} with personal data", level=block.needs)
        case FloorWhen.STUDENTS:
            return message("needs {level} facing students", level=block.needs)
