"""A button: its words, the key that does the same, and a mark before or after."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Property, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.keycap import cap_size, key_words, paint_cap
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say

_PAD, _GAP, _MARK = 13, 5, 15


class Weight(StrEnum):
    """How much a button asks for: one primary on a screen, the others outlined, or plain as a link."""

    PRIMARY = "primary"
    OUTLINED = "outlined"
    PLAIN = "plain"


class Button(QPushButton):
    """A push button painted with its key; ``large`` is the tall, left-aligned kind of the start page."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        words: Words = "",
        weight: Weight = Weight.OUTLINED,
        key: str = "",
        before: Shape | None = None,
        after: Shape | None = None,
        pressed: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint = key
        self._before, self._after = before, after
        self._large = False
        self._take_weight(weight.value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.say(words)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def say(self, words: Words) -> None:
        """Shows the words; they are also the button's accessible name."""
        self.setText(say(words).replace("&", "&&"))
        self.setAccessibleName(say(words))

    def mark(self, *, before: Shape | None = None, after: Shape | None = None) -> None:
        """Draws marks beside the words."""
        self._before, self._after = before, after
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as words, marks and key; as high as a field."""
        height = theme.px(47 if self._large else tokens.FIELD)
        return QSize(round(self._content_width()) + 2 * self._pad(), height)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet's ground, then marks, words and key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        width = self._content_width()
        inside = QRectF(self.rect()).adjusted(self._pad(), 0, -self._pad(), 0)
        if self._large or self._weight is Weight.PLAIN:
            left = inside.left()
        else:
            left = max(inside.left(), inside.center().x() - width / 2)
        self._paint_content(painter, QRectF(left, 0, width, self.height()))

    def _paint_content(self, painter: QPainter, place: QRectF) -> None:
        ink = self._ink()
        side = theme.px(_MARK)
        if self._before:
            draw(painter, self._before, QRectF(place.left(), place.top(), side, place.height()), ink)
            place.setLeft(place.left() + side + theme.px(_GAP))
        painter.setFont(self._font())
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._shown())
        place.setLeft(place.left() + QFontMetrics(self._font()).horizontalAdvance(self._shown()) + theme.px(_GAP))
        if self._after:
            draw(painter, self._after, QRectF(place.left(), place.top(), side, place.height()), ink)
            place.setLeft(place.left() + side + theme.px(_GAP))
        if key := self._key_text():
            size = cap_size(key)
            top = place.center().y() - size.height() / 2
            line = ink if self._weight is Weight.PRIMARY else theme.colour(theme.worn().line)
            paint_cap(painter, QRectF(place.left(), round(top), size.width(), size.height()), key, ink, line)

    def _content_width(self) -> float:
        width = QFontMetrics(self._font()).horizontalAdvance(self._shown()) + 1.0
        width += sum(theme.px(_MARK + _GAP) for shape in (self._before, self._after) if shape)
        if key := self._key_text():
            width += theme.px(_GAP) + cap_size(key).width()
        return width

    def _font(self) -> QFont:
        size = tokens.BODY + 1 if self._large else tokens.CONTROL
        return theme.font(size, bold=self._weight is Weight.PRIMARY)

    def _ink(self) -> QColor:
        worn = theme.worn()
        if not self.isEnabled():
            return theme.colour(worn.ink2 if self._weight is Weight.PRIMARY else worn.ink3)
        inks = {Weight.PRIMARY: worn.surface, Weight.OUTLINED: worn.ink, Weight.PLAIN: worn.accent}
        return theme.colour(inks[self._weight])

    def _shown(self) -> str:
        return self.text().replace("&&", "&")

    def _pad(self) -> int:
        if self._weight is Weight.PLAIN:
            return 0
        return theme.px(17 if self._large else _PAD)

    def _key_text(self) -> str:
        sequence = self.shortcut()
        return key_words(QKeySequence(self._hint) if sequence.isEmpty() else sequence)

    def _weight_name(self) -> str:
        return self._weight.value

    def _take_weight(self, name: str) -> None:
        self._weight = Weight(name)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()
        self.update()

    def _key_name(self) -> str:
        return self._hint

    def _take_key(self, key: str) -> None:
        self._hint = key
        self.updateGeometry()

    def _is_large(self) -> bool:
        return self._large

    def _take_large(self, large: bool) -> None:
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    weight = Property(str, _weight_name, _take_weight)
    key = Property(str, _key_name, _take_key)
    large = Property(bool, _is_large, _take_large)
