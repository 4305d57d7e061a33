"""A statement to rate, large, with what its levels look like."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import CueMark, StatementSlide
from roadmap_desktop.language import message
from roadmap_desktop.screens.room.board import LOUD, NUMBER, TEXT, Board

_BAR, _TEXT, _CUES, _GAP = 170, 260, 608, 60


def paint_statement(board: Board, slide: StatementSlide) -> None:
    """How far the room is, the statement, its cues, and how to answer."""
    board.head(message("Readiness · {place} of {of}", place=slide.place, of=slide.of))
    track = QRectF(board.left, _BAR, board.right - board.left, 12)
    board.fill(track, board.theme.line, radius=6)
    track.setWidth(track.width() * slide.place / slide.of)
    board.fill(track, board.theme.accent, radius=6)
    text, room = board.say(slide.text), QRectF(board.left, _TEXT, board.right - board.left, _CUES - _TEXT - 40)
    size = board.fitting(text, LOUD, room.width(), room.height(), bold=True)
    high = min(room.height(), board.height_of(text, size, room.width(), bold=True))
    room.setTop(max(_TEXT, _CUES - 56 - high))
    board.write_lines(text, room, size, board.theme.ink, bold=True)
    wide = (board.right - board.left + _GAP) / max(1, len(slide.cues))
    for place, cue in enumerate(slide.cues):
        _paint_cue(board, cue, QRectF(board.left + place * wide, _CUES, wide - _GAP, 340))
    board.foot(message("Rate it alone first. “Don't know” is an answer."))


def _paint_cue(board: Board, cue: CueMark, place: QRectF) -> None:
    hues = board.theme.ratings
    board.fill(QRectF(place.x(), place.y(), place.width(), 10), hues[round(cue.share * (len(hues) - 1))])
    number = QRectF(place.x(), place.y() + 28, place.width(), 68)
    board.write(str(cue.level), number, NUMBER, board.theme.ink, bold=True)
    words = QRectF(place.x(), place.y() + 100, place.width(), place.height() - 100)
    board.write_lines(board.say(cue.text), words, TEXT, board.theme.ink2)
