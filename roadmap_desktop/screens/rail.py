"""The rail: the ten stages with how each stands; under a narrow window only their rings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import tokens
from roadmap_desktop.journey.stages import STAGES, Stage
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import Message, message
from roadmap_desktop.screens.rail_foot import RailFoot
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.ring import DIAMETER, paint_ring
from roadmap_desktop.widgets.speech import say

FOLDED = 60
"""Width of the rail when it shows only rings, in pixels at normal text size."""
_LEFT, _TEXT, _RIGHT, _ABOVE, _HEIGHT, _EDGE = 18, 52, 8, 6, 50, 4
_SPOKEN: dict[State, Message] = {
    State.UNTOUCHED: message("not begun"),
    State.OPEN: message("open"),
    State.ALERT: message("needs a look"),
    State.DONE: message("done"),
}


class Rail(QFrame):
    """``chosen`` carries the key of a stage; arrow keys move between the stages, Enter or Space goes there.

    ``foot`` leads to what is kept beside the stages.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say(message("Stages")))
        self._group = QButtonGroup(self)
        self._entries = {stage.key: _Entry(stage, number) for number, stage in enumerate(STAGES, 1)}
        self._area = QScrollArea(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._listed())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        self.foot = RailFoot(self)
        layout.addWidget(self.foot)
        self.fold(is_folded=False)

    def present(self, standings: dict[str, Standing]) -> None:
        """Shows how each stage stands."""
        for key, standing in standings.items():
            self._entries[key].present(standing)

    def show_current(self, key: str) -> None:
        """Marks the stage the person is in; it is also where Tab stops."""
        for each, entry in self._entries.items():
            entry.setChecked(each == key)
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._entries[key])
        self._area.ensureWidgetVisible(self._entries[key], 0, 0)

    def fold(self, *, is_folded: bool) -> None:
        """Shows only the rings, or names and lines with them."""
        self.setFixedWidth(theme.px(FOLDED if is_folded else tokens.RAIL))
        for entry in self._entries.values():
            entry.fold(is_folded=is_folded)
        self.foot.fold(is_folded=is_folded)

    def entry(self, key: str) -> QAbstractButton:
        """The button of a stage."""
        return self._entries[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sunk ground with a hairline on the right."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.sunk))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.colour(worn.line))

    def _listed(self) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        rows.setSpacing(2)
        for key, entry in self._entries.items():
            entry.setParent(inside)
            self._group.addButton(entry)
            entry.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            rows.addWidget(entry)
        rows.addStretch(1)
        return inside


class _Entry(QRadioButton):
    """A stage in the rail; a radio button to those who do not see it."""

    def __init__(self, stage: Stage, number: int) -> None:
        super().__init__()
        self._number = number
        self._standing = Standing(State.UNTOUCHED)
        self._is_folded = False
        self.setText(say(stage.name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.present(self._standing)

    def present(self, standing: Standing) -> None:
        """Shows how the stage stands."""
        self._standing = standing
        line = say(standing.line)
        parts = [say(message("{number}, {stage}", number=self._number, stage=self.text())), line]
        parts.insert(1, say(_SPOKEN[standing.state]))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self._name_when_folded()
        self._keep_height()
        self.update()

    def fold(self, *, is_folded: bool) -> None:
        """Shows the ring alone, with the name as a hint of the mouse."""
        self._is_folded = is_folded
        self._name_when_folded()
        self._keep_height()

    def sizeHint(self) -> QSize:
        """High enough for the name and its line, which may wrap."""
        more = 0 if self._is_folded else self._line_rect().height() - self._height_of(" ")
        return QSize(theme.px(_TEXT), theme.px(_HEIGHT) + more)

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbour, Home and End to the ends; Enter and Space go to the stage."""
        key = Qt.Key(event.key())
        buttons = self.group().buttons()
        place = buttons.index(self)
        target = {Qt.Key.Key_Up: place - 1, Qt.Key.Key_Down: place + 1, Qt.Key.Key_Home: 0}.get(key, -1)
        if key == Qt.Key.Key_End:
            target = len(buttons) - 1
        if 0 <= target < len(buttons):
            buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focus_rect(self) -> QRect:
        """The ring lies inside, since the rail leaves no room round its entries."""
        return self.rect().adjusted(6, 4, -6, -4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, name and line; the current stage on surface with the accent at its edge."""
        worn = theme.worn()
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), theme.colour(worn.surface))
            painter.fillRect(QRect(0, 0, _EDGE, self.height()), theme.colour(worn.accent))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.colour(worn.surface, 0.5))
        radius = DIAMETER / 2
        paint_ring(painter, QPointF(theme.px(_LEFT + radius), theme.px(_ABOVE + radius)), self._state(), self._number)
        if self._is_folded:
            return
        name = QRect(theme.px(_TEXT), theme.px(_ABOVE + 1), self.width() - theme.px(_TEXT), theme.px(22))
        painter.setFont(theme.font(tokens.CONTROL, bold=True))
        painter.setPen(theme.colour(worn.ink))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(self._small())
        painter.setPen(theme.colour(worn.bad if self._standing.state is State.ALERT else worn.ink3))
        painter.drawText(self._line_rect(), Qt.TextFlag.TextWordWrap.value, say(self._standing.line))

    def event(self, event: QEvent) -> bool:
        """Redraws when the mouse comes and goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, and with it the style's own least height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_height()

    def _keep_height(self) -> None:
        """In a low window the rail scrolls: no entry gives way, as the style's least height would let it."""
        self.setMinimumHeight(self.sizeHint().height())

    def _state(self) -> State:
        return self._standing.state

    def _small(self) -> QFont:
        return theme.font(tokens.KEY)

    def _line_rect(self) -> QRect:
        height = self._height_of(say(self._standing.line) or " ")
        return QRect(theme.px(_TEXT), theme.px(_ABOVE + 21), self._room(), height)

    def _height_of(self, words: str) -> int:
        flags = Qt.TextFlag.TextWordWrap.value
        return QFontMetrics(self._small()).boundingRect(QRect(0, 0, self._room(), 200), flags, words).height()

    @staticmethod
    def _room() -> int:
        return theme.px(tokens.RAIL - _TEXT - _RIGHT) - 1

    def _name_when_folded(self) -> None:
        words = [self.text(), say(self._standing.line)]
        self.setToolTip("\n".join(word for word in words if word) if self._is_folded else "")
