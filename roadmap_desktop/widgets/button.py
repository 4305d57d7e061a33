"""A button: its words, the key that does the same, and a mark before or after."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from math import ceil, floor

from PySide6.QtCore import Property, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.keycap import cap_size, key_words, paint_cap
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say

_PAD, _GAP, _MARK, _ABOVE = 13, 5, 15, 7


class Weight(StrEnum):
    """How much a button asks for: one primary on a screen, the others outlined, or plain as a link."""

    PRIMARY = "primary"
    OUTLINED = "outlined"
    PLAIN = "plain"


class Button(QPushButton):
    """A push button painted with its key; ``large`` is the tall, left-aligned kind of the start page.

    Its words stand in one line and are never cut; in a column that is narrower, ``let_wrap`` breaks them.
    """

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
        self._large = self._wraps = False
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

    def let_wrap(self) -> None:
        """Breaks the words into lines where the button is narrower than they are."""
        self._wraps = True
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As high as a field, or as the lines of its words."""
        lines = ceil(self._words_size(self._room_for_words(width)).height())
        return max(self.sizeHint().height(), lines + 2 * theme.px(_ABOVE)) if self._wraps else self.sizeHint().height()

    def sizeHint(self) -> QSize:
        """As wide as words, marks and key; as high as a field."""
        height = theme.px(47 if self._large else tokens.FIELD)
        return QSize(round(self._content_width()) + 2 * self._pad(), height)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut; those that wrap take as little as their longest word."""
        hint = self.sizeHint()
        if self._wraps:
            longest = self._words_size(1).width()
            hint.setWidth(ceil(longest + self._beside_words()) + 2 * self._pad())
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet's ground, then marks, words and key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = QRectF(self.rect()).adjusted(self._pad(), 0, -self._pad(), 0)
        words = self._words_size(self._room_for_words(self.width()))
        width = words.width() + self._beside_words()
        if self._large or self._weight is Weight.PLAIN:
            left = inside.left()
        else:
            left = max(inside.left(), inside.center().x() - width / 2)
        self._paint_content(painter, QRectF(left, 0, width, self.height()), words.width())

    def _paint_content(self, painter: QPainter, place: QRectF, words: float) -> None:
        ink = self._ink()
        side = theme.px(_MARK)
        if self._before:
            draw(painter, self._before, QRectF(place.left(), place.top(), side, place.height()), ink)
            place.setLeft(place.left() + side + theme.px(_GAP))
        painter.setFont(self._font())
        painter.setPen(ink)
        room = QRectF(place.left(), place.top(), words, place.height())
        painter.drawText(room, self._flags() | Qt.AlignmentFlag.AlignVCenter.value, self._shown())
        place.setLeft(place.left() + words + theme.px(_GAP))
        if self._after:
            draw(painter, self._after, QRectF(place.left(), place.top(), side, place.height()), ink)
            place.setLeft(place.left() + side + theme.px(_GAP))
        if key := self._key_text():
            size = cap_size(key)
            top = place.center().y() - size.height() / 2
            line = ink if self._weight is Weight.PRIMARY else theme.colour(theme.worn().line)
            paint_cap(painter, QRectF(place.left(), round(top), size.width(), size.height()), key, ink, line)

    def _content_width(self) -> float:
        return QFontMetrics(self._font()).horizontalAdvance(self._shown()) + 1.0 + self._beside_words()

    def _beside_words(self) -> float:
        """How wide marks and key are."""
        width = float(sum(theme.px(_MARK + _GAP) for shape in (self._before, self._after) if shape))
        if key := self._key_text():
            width += theme.px(_GAP) + cap_size(key).width()
        return width

    def _room_for_words(self, width: int) -> int:
        return max(1, floor(width - 2 * self._pad() - self._beside_words()))

    def _words_size(self, room: int) -> QSizeF:
        """How wide and high the words are where they have that much room across."""
        metrics = QFontMetrics(self._font())
        whole = metrics.horizontalAdvance(self._shown()) + 1
        if not self._wraps or whole <= room:
            return QSizeF(whole, metrics.height())
        lines = metrics.boundingRect(QRect(0, 0, room, 10_000), self._flags(), self._shown())
        return QSizeF(lines.width() + 1, lines.height())

    def _flags(self) -> int:
        wrap = Qt.TextFlag.TextWordWrap.value if self._wraps else 0
        return Qt.AlignmentFlag.AlignLeft.value | wrap

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
