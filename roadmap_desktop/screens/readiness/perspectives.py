"""What the inspector shows of a dimension or statement besides its text: perspectives, disagreement, what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.inspection import Section, Target
from roadmap_desktop.journey.readiness.detail import Detail, Disputed, PerspectiveLine
from roadmap_desktop.language import message, plural
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.inspection_line import InspectionLine
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say, spoken

_TRACK, _TICK, _TICK_WIDTH, _NAME_SHARE, _VALUE = 9, 16, 5, 0.5, 32


class PerspectivePanel(QWidget):
    """A line for each perspective, the most disputed statement, floors and barriers; ``go`` leads to a target."""

    def __init__(self, go: Callable[[Target], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._go = go
        self._shown: Detail | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))

    def present(self, detail: Detail) -> None:
        """Shows the detail; nothing is built anew where it is shown already."""
        if detail == self._shown:
            return
        self._shown = detail
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        values = [level.value for level in detail.levels]
        for line in detail.perspectives:
            if line.median is not None:
                self._rows.addWidget(PerspectiveRow(line, values[0], values[-1], self))
        self._say_small([line for line in detail.perspectives if line.median is None])
        if detail.disputed is not None:
            self._rows.addSpacing(theme.px(4))
            self._rows.addWidget(_disputed_card(detail.disputed))
        if say(detail.counts):
            counted = Card.holding(_kicker(say(message("Answers"))), Paragraph(words=detail.counts), quiet=True)
            self._rows.addWidget(counted)
        for section in detail.follows:
            self._add_section(section)

    def _say_small(self, small: Sequence[PerspectiveLine]) -> None:
        if small:
            names = tuple(message("{name} {n}", name=line.name, n=line.n) for line in small)
            words = message("Fewer than 4, not shown: {groups}", groups=names)
            self._rows.addWidget(Paragraph(self, words=words, role="hint"))

    def _add_section(self, section: Section) -> None:
        self._rows.addSpacing(theme.px(4))
        self._rows.addWidget(_kicker(say(section.heading)))
        for number, line in enumerate(section.lines, 1):
            row = InspectionLine(line, number, self)
            row.clicked.connect(lambda _checked=False, target=line.target: self._go(target))
            self._rows.addWidget(row)


class PerspectiveRow(QWidget):
    """The median of one perspective as a tick on a track."""

    def __init__(self, line: PerspectiveLine, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._low, self._high = line, low, high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        people = plural("{n} person", "{n} people", line.n)
        heard = message(
            "{perspective}, {people}: median {median:.1}",
            perspective=line.name,
            people=people,
            median=line.median or 0.0,
        )
        self.setAccessibleName(say(heard))
        self.setToolTip(say(heard))

    def sizeHint(self) -> QSize:
        """One line, or two where the name needs them."""
        room = theme.px(tokens.INSPECTOR - 38) * _NAME_SHARE
        metrics = QFontMetrics(theme.font(tokens.SMALL))
        lines = 1 if metrics.horizontalAdvance(self._name()) <= room else 2
        return QSize(theme.px(200), max(theme.px(20), lines * metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and number of people, track with tick, median."""
        assert self._line.median is not None
        worn, painter = theme.worn(), QPainter(self)
        left = self.width() * _NAME_SHARE
        value = theme.px(_VALUE)
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(theme.colour(worn.ink))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, left - 4, self.height()), flags, self._name())
        middle, thick = self.height() / 2, theme.px(_TRACK)
        track = QRectF(left, middle - thick / 2, self.width() - left - value - theme.px(6), thick)
        plate(painter, track, thick / 2, theme.colour(worn.sunk))
        share = (self._line.median - self._low) / (self._high - self._low)
        tick, width = theme.px(_TICK), theme.px(_TICK_WIDTH)
        where = track.left() + share * (track.width() - width)
        plate(painter, QRectF(where, middle - tick / 2, width, tick), 2, theme.colour(worn.accent))
        painter.setFont(theme.font(tokens.SMALL, bold=True))
        painter.setPen(theme.colour(worn.ink))
        place = QRectF(self.width() - value, 0, value, self.height())
        shown = spoken().number(self._line.median, 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _name(self) -> str:
        return say(message("{name} {n}", name=self._line.name, n=self._line.n))


def _disputed_card(disputed: Disputed) -> Card:
    text = message("{number}. {text}", number=disputed.number, text=disputed.text)
    heading = _kicker(say(message("Most disputed statement")))
    return Card.holding(heading, Paragraph(words=text), Paragraph(words=disputed.counts, role="hint"), quiet=True)


def _kicker(text: str) -> QLabel:
    label = QLabel(text.upper())
    label.setProperty("role", "kicker")
    label.setAccessibleName(text)
    label.setWordWrap(True)
    return label
