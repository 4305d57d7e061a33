"""The roadmap for the room: a bar for each phase, its next milestone beside its name and on the bar; today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import PhaseLine, RoadmapSlide
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.room.board import LOUD, TEXT, Board, Flag

_ROWS, _BOTTOM = 330, 1050


def paint_roadmap(board: Board, slide: RoadmapSlide) -> None:
    """The phases between the first day and the last."""
    board.head(message("Roadmap · {first} to {last}", first=slide.first, last=slide.last))
    title = QRectF(board.left, 150, board.right - board.left, 110)
    board.write(board.say(message("What happens when")), title, LOUD, board.theme.ink, bold=True)
    high = min(170.0, (_BOTTOM - _ROWS) / len(slide.phases))
    for number, phase in enumerate(slide.phases):
        row = QRectF(board.left, _ROWS + number * high, board.right - board.left, high)
        _paint_phase(board, slide, phase, row)
    if slide.first <= slide.today <= slide.last:
        _paint_today(board, slide)


def _paint_today(board: Board, slide: RoadmapSlide) -> None:
    """Its word over the phases; in each of them its line crosses the bar, and no name."""
    x = board.left + _at(slide, slide.today) * (board.right - board.left)
    words = board.say(message("today"))
    width = board.advance(words, TEXT, bold=True) + 40
    left = min(max(x - width / 2, board.left), board.right - width)
    place = QRectF(left, _ROWS - 62, width, 54)
    board.fill(QRectF(x - 3, place.bottom() - 4, 6, 12), board.theme.bad)
    board.fill(place, board.theme.bad, radius=27)
    board.write(words, place, TEXT, board.theme.surface, bold=True, side=Flag.AlignHCenter)


def _paint_phase(board: Board, slide: RoadmapSlide, phase: PhaseLine, row: QRectF) -> None:
    hue = board.theme.stage(phase.hue)
    first, last = _at(slide, phase.first), _at(slide, phase.last)
    board.fill(QRectF(row.x(), row.y(), row.width(), row.height() - 10), hue, opacity=0.06)
    bar = QRectF(row.x() + first * row.width(), row.bottom() - 28, max(12.0, (last - first) * row.width()), 18)
    board.fill(bar, hue, radius=4)
    if slide.first <= slide.today <= slide.last:
        today = row.x() + _at(slide, slide.today) * row.width()
        board.fill(QRectF(today - 3, bar.y() - 10, 6, bar.height() + 16), board.theme.bad)
    for _, day in phase.milestones:
        middle = row.x() + _at(slide, day) * row.width()
        board.fill(QRectF(middle - 17, bar.center().y() - 17, 34, 34), board.theme.surface, radius=17)
        board.fill(QRectF(middle - 13, bar.center().y() - 13, 26, 26), hue, radius=13)
    name, line = board.say(phase.name), QRectF(row.x() + 20, row.y() + 2, row.width() - 40, row.height() - 30)
    board.write(name, line, 44, hue, bold=True)
    if phase.milestones:
        left = line.x() + board.advance(name, 44, bold=True) + 40
        words: Words = message("{task}, {day:short}", task=phase.milestones[0][0], day=phase.milestones[0][1])
        place = QRectF(left, line.y(), line.right() - left, line.height())
        board.write(board.say(words), place, TEXT, board.theme.ink2, side=Flag.AlignRight)


def _at(slide: RoadmapSlide, day: date) -> float:
    return (day - slide.first).days / max(1, (slide.last - slide.first).days)
