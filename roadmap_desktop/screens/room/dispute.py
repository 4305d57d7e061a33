"""A statement the room disagrees on: each answer a mark over its level, nobody's name near it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import Count, DisputeSlide
from roadmap_desktop.language import message, plural
from roadmap_desktop.screens.room.board import NUMBER, TEXT, Board, Flag

_TEXT, _GROUND, _MARKS_TOP, _MARK, _COLUMNS = 150, 800, 390, 48, 4

_PITCH = 4 / 3
"""Distance of two marks in parts of their size."""


def paint_dispute(board: Board, slide: DisputeSlide) -> None:
    """The statement, a heap of marks for each level, and who doesn't know."""
    board.head(message("Where we disagree · {place} of {of}", place=slide.place, of=slide.of))
    room = QRectF(board.left, _TEXT, board.right - board.left, _MARKS_TOP - _TEXT - 20)
    text = board.say(slide.text)
    size = board.fitting(text, 70, room.width(), room.height(), bold=True)
    board.write_lines(text, room, size, board.theme.ink, bold=True)
    wide = (board.right - board.left) / len(slide.counts)
    size = _size(slide, wide)
    for number, count in enumerate(slide.counts):
        _paint_count(board, count, QRectF(board.left + number * wide, _MARKS_TOP, wide, _GROUND - _MARKS_TOP), size)
    if slide.dont_know:
        board.foot(plural("{n} doesn't know", "{n} don't know", slide.dont_know))


def _size(slide: DisputeSlide, wide: float) -> float:
    """The largest mark at which the highest heap has room."""
    most = max(count.n for count in slide.counts)
    size = float(_MARK)
    while size > 2 and -(-most // _columns(wide, size)) * size * _PITCH > _GROUND - _MARKS_TOP - 14:
        size -= 1
    return size


def _columns(wide: float, size: float) -> int:
    """How many marks stand beside one another: few while they are large, as many as have room when they are not."""
    most = int((wide - 60) // (size * _PITCH))
    return max(1, min(_COLUMNS, most) if size > _MARK / 2 else most)


def _paint_count(board: Board, count: Count, place: QRectF, size: float) -> None:
    pitch, columns = size * _PITCH, _columns(place.width(), size)
    left = place.center().x() - columns * pitch / 2
    hues = board.theme.ratings
    for mark in range(count.n):
        x = left + mark % columns * pitch + pitch / 8
        y = place.bottom() - 14 - (mark // columns + 1) * pitch
        board.fill(QRectF(x, y, size, size), board.theme.ink3, radius=size / 2)
    ground = QRectF(place.x() + 15, place.bottom(), place.width() - 30, 10)
    board.fill(ground, hues[round(count.share * (len(hues) - 1))])
    number = QRectF(place.x(), place.bottom() + 14, place.width(), 70)
    board.write(str(count.level), number, NUMBER, board.theme.ink, bold=True, side=Flag.AlignHCenter)
    name = QRectF(place.x() - 6, place.bottom() + 84, place.width() + 12, 54)
    board.write(board.say(count.name), name, TEXT, board.theme.ink2, side=Flag.AlignHCenter)
