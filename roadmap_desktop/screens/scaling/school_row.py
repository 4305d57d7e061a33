"""A school in a column of the board: its name, level and pace, and the marks that speak for its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from roadmap_desktop import tokens
from roadmap_desktop.journey.scaling.places import SchoolPlace
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

ROW = Qt.ItemDataRole.UserRole
_SIDE, _ABOVE, _GAP = 12, 7, 4
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


class SchoolDelegate(QStyledItemDelegate):
    """Draws schools with a hairline below; names wrap, marks stand below one another where there is no room."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws the tint of the selected, the words, and the marks."""
        worn, school = theme.worn(), index.data(ROW)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour(worn.tint))
        side = theme.px(_SIDE)
        painter.fillRect(QRect(rect.left() + side, rect.bottom(), rect.width() - 2 * side, 1), theme.colour(worn.line))
        left, width = rect.left() + side, rect.width() - 2 * side
        top = rect.top() + theme.px(_ABOVE)
        for words, size, bold, ink in (
            (school.name, tokens.CONTROL, True, worn.ink),
            (say(about(school)), tokens.KEY, False, worn.ink3),
        ):
            height = _height(words, width, size, bold=bold)
            painter.setFont(theme.font(size, bold=bold))
            painter.setPen(theme.colour(ink))
            painter.drawText(QRect(left, top, width, height), _WRAP, words)
            top += height
        for place, words, tone in _placed(school, width):
            paint_pill(painter, place.translated(left, top + theme.px(_GAP)), say(words), tone)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words at the width of the list."""
        school: SchoolPlace = index.data(ROW)
        view = option.widget
        room = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        width = room - 2 * theme.px(_SIDE)
        height = _height(school.name, width, tokens.CONTROL, bold=True)
        height += _height(say(about(school)), width, tokens.KEY, bold=False)
        if placed := _placed(school, width):
            height += round(placed[-1][0].bottom()) + theme.px(_GAP)
        return QSize(room, height + 2 * theme.px(_ABOVE))


def about(school: SchoolPlace) -> Words:
    """Level and pace in one line."""
    if not school.pace_words:
        return school.level_words
    return message("{level} · {pace}", level=school.level_words, pace=school.pace_words)


def marks(school: SchoolPlace) -> tuple[tuple[Words, Tone], ...]:
    """What speaks for its place, beside the pace."""
    found: list[tuple[Words, Tone]] = []
    if school.piloted:
        found.append((message("pilot"), Tone.PLAIN))
    if school.higher_need:
        found.append((message("higher need"), Tone.WARN))
    return tuple(found)


def _placed(school: SchoolPlace, width: int) -> list[tuple[QRectF, Words, Tone]]:
    """The marks side by side, each on a line of its own where there is no room."""
    placed: list[tuple[QRectF, Words, Tone]] = []
    left, top = 0, 0
    for words, tone in marks(school):
        size = pill_size(say(words))
        if left and left + size.width() > width:
            left, top = 0, top + size.height() + theme.px(_GAP)
        placed.append((QRectF(left, top, min(size.width(), width), size.height()), words, tone))
        left += size.width() + theme.px(_GAP)
    return placed


def _height(words: str, width: int, size: float, *, bold: bool) -> int:
    metrics = QFontMetrics(theme.font(size, bold=bold))
    return metrics.boundingRect(0, 0, max(1, width), 10_000, _WRAP, words or " ").height()
