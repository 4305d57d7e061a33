"""The profile as it builds up: each answer a mark, the middle half a soft bar, the median a tick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from roadmap_desktop.charts.swarm import swarm
from roadmap_desktop.journey.room.slides import ProfileLine, ProfileSlide
from roadmap_desktop.language import message
from roadmap_desktop.screens.room.board import TEXT, Board, Flag
from roadmap_desktop.widgets import theme

_TOP, _BOTTOM, _MARK, _NUMBER = 250, 1040, 13.0, 110


def paint_profile(board: Board, slide: ProfileSlide) -> None:
    """The levels on top, a row for each dimension below."""
    words = message("Readiness · what the room thinks")
    if slide.pages > 1:
        words = message("Readiness · what the room thinks · {page} of {pages}", page=slide.page, pages=slide.pages)
    board.head(words)
    left, right = _axis(board)
    for value, _ in slide.levels:
        at = _at(slide, value, left, right)
        board.fill(QRectF(at - 1, _TOP - 22, 2, _BOTTOM - _TOP + 22), board.theme.line)
        board.write(str(value), QRectF(at - 60, 172, 120, 60), TEXT, board.theme.ink, bold=True, side=Flag.AlignHCenter)
    _name_ends(board, slide, left, right)
    for number, line in enumerate(slide.lines):
        _paint_line(board, slide, line, row_place(board, slide, number))


def row_place(board: Board, slide: ProfileSlide, number: int) -> QRectF:
    """Where a row stands, in lengths of the design."""
    high = min(130.0, (_BOTTOM - _TOP) / len(slide.lines))
    return QRectF(0, _TOP + number * high, board.width, high)


def _axis(board: Board) -> tuple[float, float]:
    return board.left + (board.right - board.left) * 0.44, board.right - _NUMBER - 40


def _at(slide: ProfileSlide, value: float, left: float, right: float) -> float:
    low, high = slide.levels[0][0], slide.levels[-1][0]
    return left + (value - low) / max(1, high - low) * (right - left)


def _name_ends(board: Board, slide: ProfileSlide, left: float, right: float) -> None:
    """The ends of the scale in words, above their numbers."""
    half = (right - left) / 2
    low, high = (board.say(slide.levels[end][1]) for end in (0, -1))
    board.write(low, QRectF(left - 12, 118, half, 60), TEXT, board.theme.ink2)
    board.write(high, QRectF(right + 12 - half, 118, half, 60), TEXT, board.theme.ink2, side=Flag.AlignRight)


def _paint_line(board: Board, slide: ProfileSlide, line: ProfileLine, place: QRectF) -> None:
    left, right = _axis(board)
    middle = place.center().y()
    name, room = board.say(line.name), QRectF(board.left, place.y(), left - board.left - 40, place.height())
    size = board.fitting(name, TEXT + 4, room.width(), room.height(), bold=True)
    high = min(room.height(), board.height_of(name, size, room.width(), bold=True))
    room.setTop(middle - high / 2)
    board.write_lines(name, room, size, board.theme.ink, bold=True)
    if line.median is None or line.q1 is None or line.q3 is None:
        few = QRectF(left + 20, place.y(), right - left, place.height())
        board.write(board.say(message("shown from 4 answers on")), few, TEXT, board.theme.ink2)
        return
    low, end = _at(slide, line.q1, left, right), _at(slide, line.q3, left, right)
    wide = max(end - low, 36.0)
    bar = QRectF((low + end - wide) / 2, middle - 18, wide, 36)
    board.fill(bar, board.theme.accent, radius=18, opacity=0.16)
    _paint_marks(board, slide, line, place)
    board.fill(QRectF(_at(slide, line.median, left, right) - 5, middle - 34, 10, 68), board.theme.accent, radius=2)
    number = QRectF(board.right - _NUMBER, place.y(), _NUMBER, place.height())
    said = board.say(message("{value:.1}", value=line.median))
    board.write(said, number, 48, board.theme.ink, bold=True, side=Flag.AlignRight)


def _paint_marks(board: Board, slide: ProfileSlide, line: ProfileLine, place: QRectF) -> None:
    left, right = _axis(board)
    size = _MARK if len(line.marks) < 80 else 8.0
    ats = tuple(round(_at(slide, mark, left, right), 1) for mark in line.marks)
    spots, _ = swarm(ats, min(46.0, place.height() / 2 - 2), size)
    diameter = board.px(QRectF(0, 0, size, size)).width()
    painter = board.painter
    painter.setPen(QPen(theme.colour(board.theme.ink3), diameter, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = place.center().y()
    painter.drawPoints(QPolygonF([QPointF(board.px(QRectF(x, middle + y, 0, 0)).topLeft()) for x, y in spots]))
