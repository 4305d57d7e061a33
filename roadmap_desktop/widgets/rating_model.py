"""The lines of a rating list as Qt's model, and how their cells are painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.rating_row import AnswerKey, RatingLine, paint_key, paint_line, spoken_line
from roadmap_desktop.widgets.speech import say

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between statements that names what follows."""

    words: Words


class RatingLines(QAbstractTableModel):
    """The lines as Qt's model: the words, then a column for each answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[RatingLine | Heading, ...] = ()
        self.keys: tuple[AnswerKey, ...] = ()

    def declare(self, keys: tuple[AnswerKey, ...]) -> bool:
        """Takes other answers; True where they are others."""
        if keys == self.keys:
            return False
        self.beginResetModel()
        self.keys = keys
        self.endResetModel()
        return True

    def present(self, lines: tuple[RatingLine | Heading, ...]) -> bool:
        """Takes other lines; True where they are other statements, so that choice and heights are lost."""
        before, shape = self.lines, [_identity(line) for line in lines]
        if shape == [_identity(line) for line in before]:
            self.lines = lines
            for row, (old, new) in enumerate(zip(before, lines, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.keys)))
            return False
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        return True

    def show_answer(self, uuid: str, answer: int | str | None) -> None:
        """Shows another answer of one statement."""
        lines = list(self.lines)
        place = self.place(uuid)
        line = lines[place] if place >= 0 else None
        if isinstance(line, RatingLine):
            lines[place] = replace(line, answer=answer)
            self.present(tuple(lines))

    def place(self, uuid: str) -> int:
        """The row of a statement; -1 where there is none."""
        found = (row for row, line in enumerate(self.lines) if isinstance(line, RatingLine) and line.uuid == uuid)
        return next(found, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Statements and headings."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """The words and the answers."""
        return 0 if parent is not None and parent.isValid() else len(self.keys) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, to read and to hear."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        if isinstance(line, Heading):
            return say(line.words) if index.column() == 0 else None
        if index.column() == 0:
            return spoken_line(line, self.keys)
        key = self.keys[index.column() - 1]
        return say(message("{answer}, chosen", answer=key.words) if key.value == line.answer else key.words)


class RatingPainter(QStyledItemDelegate):
    """Paints headings, words and keys."""

    def __init__(self, parent: QObject, model: RatingLines, is_hovered: Callable[[Index], bool]) -> None:
        super().__init__(parent)
        self._model, self._is_hovered = model, is_hovered

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        worn, line = theme.worn(), self._model.lines[index.row()]
        state: QStyle.StateFlag = option.state
        place = QRectF(option.rect)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, theme.colour(worn.tint))
        if isinstance(line, Heading):
            painter.setFont(theme.font(tokens.SMALL, bold=True))
            painter.setPen(theme.colour(worn.ink2))
            room = place.adjusted(theme.px(8), theme.px(8), 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, say(line.words))
        elif index.column() == 0:
            paint_line(painter, place, line)
        else:
            key = self._model.keys[index.column() - 1]
            hovered = self._is_hovered(index)
            paint_key(painter, place, key, chosen=key.value == line.answer, hovered=hovered)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), theme.colour(worn.line))
        painter.restore()


def _identity(line: RatingLine | Heading) -> tuple[object, ...]:
    if isinstance(line, Heading):
        return ("", line.words)
    return (line.uuid, line.number, line.text, bool(line.before))
