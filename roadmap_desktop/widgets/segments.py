"""A choice between a few: words side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say


class SegmentedChoice(QWidget):
    """``chosen`` carries the key of the option that the person took; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[tuple[str, Words], ...] = ()
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # taken by its options, and in the order of Tab only with it

    def present(self, options: Sequence[tuple[str, Words]], current: str = "") -> None:
        """Shows the options (key and words), with the current one chosen; none where the key is not among them."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._rebuild()
        self._group.setExclusive(False)
        for segment in self._segments():
            segment.setChecked(segment.key == current)
        self._group.setExclusive(True)
        self._let_tab_stop(current)

    def current(self) -> str:
        """The key of the option chosen; empty without one."""
        return next((segment.key for segment in self._segments() if segment.isChecked()), "")

    def mark(self, key: str) -> None:
        """Shows an option as chosen and tells nobody; an unknown key leaves none."""
        self.present(self._options, key)

    def choose(self, key: str) -> None:
        """Takes an option as a click would."""
        for segment in self._segments():
            if segment.key == key:
                segment.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field round the segments."""
        worn = theme.worn()
        ground, line = theme.colour(worn.surface), theme.colour(worn.ink3)
        plate(QPainter(self), QRectF(self.rect()), tokens.FIELD_RADIUS, ground, line)

    def _segments(self) -> list[_Segment]:
        return [each for each in self._group.buttons() if isinstance(each, _Segment)]

    def _rebuild(self) -> None:
        for segment in self._segments():
            self._group.removeButton(segment)
            segment.deleteLater()
        for key, words in self._options:
            segment = _Segment(self, key, say(words))
            segment.clicked.connect(self._took)
            self._group.addButton(segment)
            self._layout.addWidget(segment)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none; with one it would order from the last option
        for before, after in pairwise((self, *self._segments())):  # made after the form, they would be its last for Tab
            QWidget.setTabOrder(before, after)

    def _took(self) -> None:
        key = self.current()
        self._let_tab_stop(key)
        self.chosen.emit(key)

    def _let_tab_stop(self, current: str) -> None:
        """One stop for Tab: the chosen option, or the first."""
        segments = self._segments()
        stop = next((each for each in segments if each.key == current), segments[0] if segments else None)
        for segment in segments:
            policy = Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)
        if stop is not None:
            self.setFocusProxy(stop)


class _Segment(QRadioButton):
    """One option; a radio button to those who do not see it."""

    def __init__(self, parent: QWidget, key: str, text: str) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.key = key
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font(tokens.CONTROL, bold=True)).horizontalAdvance(self.accessibleName())
        return QSize(width + 2 * theme.px(12), theme.px(tokens.FIELD) - 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if move := step.get(Qt.Key(event.key())):
            segments = [each for each in self.group().buttons() if isinstance(each, _Segment)]
            target = segments[(segments.index(self) + move) % len(segments)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            target.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.worn()
        painter = QPainter(self)
        ink = worn.ink
        if self.isChecked():
            ink = worn.surface
            plate(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, theme.colour(worn.accent))
        elif not self.isEnabled():
            ink = worn.ink3
        painter.setFont(theme.font(tokens.CONTROL, bold=self.isChecked()))
        painter.setPen(theme.colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.accessibleName())
