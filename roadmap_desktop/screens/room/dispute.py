"""A statement the room disagrees on: each answer a mark over its level, nobody's name near it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import AgreementSlide, Count, DisputeSlide
from roadmap_desktop.language import message, plural
from roadmap_desktop.screens.room.board import LEADING, NUMBER, TEXT, Board, Flag

_TEXT, _GROUND, _MARK, _COLUMNS = 150, 770, 48, 4

_MARKS_TOP, _LOWEST_TOP = 390, 560
"""Where the marks may begin at the earliest, and at the latest where the statement is long."""

_PITCH = 4 / 3
"""Distance of two marks in parts of their size."""


def paint_dispute(board: Board, slide: DisputeSlide) -> None:
    """The statement, a heap of marks for each level, and who doesn't know."""
    board.head(message("Where we disagree · {place} of {of}", place=slide.place, of=slide.of))
    room = QRectF(board.left, _TEXT, board.right - board.left, _LOWEST_TOP - _TEXT - 20)
    text = board.say(slide.text)
    size = board.fitting(text, 70, room.width(), _MARKS_TOP - _TEXT - 20, bold=True)
    high = board.write_lines(text, room, size, board.theme.ink, bold=True)
    top = min(_LOWEST_TOP, max(_MARKS_TOP, _TEXT + high + 20))
    _paint_heaps(board, slide.counts, top)
    if slide.dont_know:
        board.foot(plural("{n} doesn't know", "{n} don't know", slide.dont_know))


def paint_agreement(board: Board, slide: AgreementSlide) -> None:
    """Whether the room agrees with what was chosen, and a heap of marks for each level."""
    board.head(message("Use cases · do we agree?"))
    room = QRectF(board.left, _TEXT, board.right - board.left, _LOWEST_TOP - _TEXT - 20)
    text = board.say(slide.said)
    size = board.fitting(text, 70, room.width(), _MARKS_TOP - _TEXT - 20, bold=True)
    high = board.write_lines(text, room, size, board.theme.ink, bold=True)
    _paint_heaps(board, slide.counts, min(_LOWEST_TOP, max(_MARKS_TOP, _TEXT + high + 20)))


def _paint_heaps(board: Board, counts: Sequence[Count], top: float) -> None:
    wide = (board.right - board.left) / len(counts)
    mark = _size(counts, wide, _GROUND - top - 14)
    for number, count in enumerate(counts):
        _paint_count(board, count, QRectF(board.left + number * wide, top, wide, _GROUND - top), mark)
    _name_levels(board, counts, wide)


def _size(counts: Sequence[Count], wide: float, high: float) -> float:
    """The largest mark at which the highest heap has room."""
    most = max(count.n for count in counts)
    size = float(_MARK)
    while size > 2 and -(-most // _columns(wide, size)) * size * _PITCH > high:
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


def _name_levels(board: Board, counts: Sequence[Count], wide: float) -> None:
    """Each level's name where all have room in two lines; else the ends of the scale alone."""
    names = [board.say(count.name) for count in counts]
    room, top, high = wide - 20, _GROUND + 86, 2 * TEXT * LEADING
    if all(board.height_of(name, TEXT, room) <= high for name in names):
        for number, name in enumerate(names):
            place = QRectF(board.left + number * wide + 10, top, room, high)
            board.write_lines(name, place, TEXT, board.theme.ink2, side=Flag.AlignHCenter)
        return
    half = (board.right - board.left) / 2 - 20
    board.write(names[0], QRectF(board.left + 15, top, half, 60), TEXT, board.theme.ink2)
    board.write(names[-1], QRectF(board.right - half - 15, top, half, 60), TEXT, board.theme.ink2, side=Flag.AlignRight)
