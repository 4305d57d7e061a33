"""The lines of a choice list as Qt's model, and how their cells are painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import Shape, draw, plate
from roadmap_desktop.widgets.speech import say

Index = QModelIndex | QPersistentModelIndex
_WRAPS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_SIDE, _TOP, _MARK = 10, 8, 22
_HIGHEST = 10_000


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A question: its words, a second line about it, its answers (empty: none in this column), and the one taken."""

    key: object
    words: Words
    second: Words
    answers: tuple[Words, ...]
    taken: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line across the list that is no question: a heading, or something to read."""

    words: Words
    is_heading: bool = False


class ChoiceRows(QAbstractTableModel):
    """The lines as Qt's model: the question, then a column for each answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[ChoiceLine | NoteLine, ...] = ()
        self._titles: tuple[Words, ...] = ()

    def declare(self, titles: tuple[Words, ...]) -> None:
        """Takes other columns."""
        self.beginResetModel()
        self._titles, self.lines = titles, ()
        self.endResetModel()

    def present(self, lines: tuple[ChoiceLine | NoteLine, ...]) -> bool:
        """Takes other lines; True where they are other ones, so that the current one is lost."""
        if [_identity(line) for line in lines] != [_identity(line) for line in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return True
        self.lines = lines
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self._titles) - 1))
        return False

    def rowCount(self, parent: Index | None = None) -> int:
        """Questions and notes."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """The question and its answers."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Notes can't be chosen."""
        if isinstance(self.lines[index.row()], NoteLine):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(self._titles[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, to read and to hear."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        if isinstance(line, NoteLine):
            return say(line.words) if index.column() == 0 else None
        if index.column() == 0:
            taken = line.answers[line.taken]
            return say(
                message("{words}, {second}: {taken} is taken", words=line.words, second=line.second, taken=taken)
            )
        answer = line.answers[index.column() - 1]
        is_taken = index.column() - 1 == line.taken
        return say(message("{answer}, taken", answer=answer) if is_taken else answer)


class ChoicePainter(QStyledItemDelegate):
    """Paints headings, notes, questions and answers; the answer taken has a tick and a tinted ground."""

    def __init__(self, parent: QObject, model: ChoiceRows) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        worn, line = theme.worn(), self._model.lines[index.row()]
        state: QStyle.StateFlag = option.state
        place = QRectF(option.rect)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, theme.colour(worn.tint))
        if isinstance(line, NoteLine):
            painter.setFont(theme.font(tokens.SMALL, bold=line.is_heading))
            painter.setPen(theme.colour(worn.ink2))
            painter.drawText(_inside(place), _WRAPS, say(line.words))
        elif index.column() == 0:
            _paint_question(painter, place, line)
        elif line.answers[index.column() - 1]:
            number = index.column() - 1
            _paint_answer(painter, place, say(line.answers[number]), is_taken=number == line.taken)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), theme.colour(worn.line))
        painter.restore()


def row_height(line: ChoiceLine | NoteLine, first: int, width: int, room: int) -> int:
    """The height that a line takes with these widths of the question, of an answer and of the list, in pixels."""
    if isinstance(line, NoteLine):
        words = _height(say(line.words), room, tokens.SMALL, bold=line.is_heading)
        return words + theme.px(14 if line.is_heading else _TOP)
    question = _height(say(line.words), first, tokens.BODY, bold=True) + _height(say(line.second), first, tokens.SMALL)
    answers = [_height(say(answer), width - theme.px(_MARK + 8), tokens.BODY, bold=True) for answer in line.answers]
    return max(question + theme.px(2 * _TOP), *(height + theme.px(3 * _TOP) for height in answers))


def _paint_question(painter: QPainter, place: QRectF, line: ChoiceLine) -> None:
    worn, room = theme.worn(), _inside(place)
    words, second = say(line.words), say(line.second)
    high = _height(words, round(place.width()), tokens.BODY, bold=True)
    low = _height(second, round(place.width()), tokens.SMALL)
    top = place.center().y() - (high + low) / 2
    painter.setFont(theme.font(tokens.BODY, bold=True))
    painter.setPen(theme.colour(worn.ink))
    painter.drawText(QRectF(room.left(), top, room.width(), high), _WRAPS, words)
    painter.setFont(theme.font(tokens.SMALL))
    painter.setPen(theme.colour(worn.ink2))
    painter.drawText(QRectF(room.left(), top + high, room.width(), low), _WRAPS, second)


def _paint_answer(painter: QPainter, place: QRectF, words: str, *, is_taken: bool) -> None:
    worn = theme.worn()
    cap = place.adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(5))
    line = theme.colour(worn.accent if is_taken else worn.line)
    plate(painter, cap, tokens.FIELD_RADIUS, theme.colour(worn.tint if is_taken else worn.surface), line)
    ink = theme.colour(worn.ink if is_taken else worn.ink2)
    if is_taken:
        side = theme.px(14)
        draw(painter, Shape.TICK, QRectF(cap.left() + theme.px(8), cap.center().y() - side / 2, side, side), line, 2.0)
    painter.setFont(theme.font(tokens.BODY, bold=is_taken))
    painter.setPen(ink)
    room = cap.adjusted(theme.px(_MARK + 6), 0, -theme.px(6), 0)
    painter.drawText(room, _WRAPS, words)


def _inside(place: QRectF) -> QRectF:
    return place.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)


def _height(words: str, width: int, size: float, *, bold: bool = False) -> int:
    if not words:
        return 0
    metrics = QFontMetrics(theme.font(size, bold=bold))
    room = max(1, width - 2 * theme.px(_SIDE))
    return metrics.boundingRect(0, 0, room, _HIGHEST, int(_WRAPS), words).height()


def _identity(line: ChoiceLine | NoteLine) -> tuple[object, ...]:
    if isinstance(line, NoteLine):
        return (line.words, line.is_heading)
    return (line.key, line.words, line.answers)
