"""A calm screen: the stage, what it is for, what comes now and next."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import TitleSlide
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.room.board import TEXT, Board

_TITLE, _PURPOSE = 132, 56


def paint_title(board: Board, slide: TitleSlide) -> None:
    """The stage's name in the largest type there is."""
    board.head(slide.kicker)
    wide = board.right - board.left
    title, purpose = board.say(slide.title), board.say(slide.purpose)
    size = board.fitting(title, _TITLE, wide, 330, bold=True)
    high = board.height_of(title, size, wide, bold=True)
    top = 330 if high < 200 else 230
    board.write_lines(title, QRectF(board.left, top, wide, 340), size, board.theme.ink, bold=True)
    below = QRectF(board.left, top + min(high, 340) + 16, wide, 160)
    board.write_lines(purpose, below, board.fitting(purpose, _PURPOSE, wide, 150), board.theme.ink2)
    for number, (label, words) in enumerate(((message("Now"), slide.now), (message("Next"), slide.then))):
        if words:
            _line(board, 830 + number * 74, label, words, bold=number == 0)


def _line(board: Board, top: float, label: Words, words: Words, *, bold: bool) -> None:
    board.fill(QRectF(board.left, top, board.right - board.left, 2), board.theme.line)
    board.write(board.say(label), QRectF(board.left, top + 8, 200, 62), TEXT, board.theme.ink2)
    place = QRectF(board.left + 200, top + 8, board.right - board.left - 200, 62)
    board.write(board.say(words), place, TEXT + 4, board.theme.ink, bold=bold)
