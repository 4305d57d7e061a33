"""The ranking uncovered place by place, and how sure each place is."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import Place, RevealSlide
from roadmap_desktop.language import message
from roadmap_desktop.screens.room.board import LOUD, NUMBER, TEXT, Board, Flag

_ROWS, _BOTTOM, _TAKES = 390, 1030, 170


def paint_reveal(board: Board, slide: RevealSlide) -> None:
    """The sentence once all is uncovered; before that what is to come."""
    board.head(message("Use cases · what we chose"))
    wide = board.right - board.left
    said = board.say(slide.said if slide.is_whole else message("What comes first?"))
    room = QRectF(board.left, 160, wide, 130)
    size = board.fitting(said, LOUD, wide, room.height(), bold=True)
    board.write_lines(said, room, size, board.theme.ink, bold=True)
    meaning = board.say(slide.meaning)
    board.write_lines(meaning, QRectF(board.left, 276, wide, 100), TEXT, board.theme.ink2)
    high = min(124.0, (_BOTTOM - _ROWS) / len(slide.places))
    covered = len(slide.places) - slide.shown
    for number, place in enumerate(slide.places):
        row = QRectF(board.left, _ROWS + number * high, wide, high)
        _paint_place(board, place, row, is_covered=number < covered)


def _paint_place(board: Board, place: Place, row: QRectF, *, is_covered: bool) -> None:
    hue = board.theme.accent if place.is_first else board.theme.ink3
    number = QRectF(row.x(), row.y(), 110, row.height())
    board.write(str(place.place), number, NUMBER, hue, bold=True)
    left, bar_left = row.x() + 114, row.x() + row.width() * 0.54
    middle = row.center().y()
    if is_covered:
        board.fill(QRectF(left, middle - 17, row.right() - left, 34), board.theme.sunk, radius=17)
        return
    name = board.say(place.name)
    room = QRectF(left, row.y(), bar_left - left - 40, row.height())
    bold = place.is_first
    size = board.fitting(name, 48, room.width(), row.height(), bold=bold)
    high = min(row.height(), board.height_of(name, size, room.width(), bold=bold))
    room.setTop(middle - high / 2)
    board.write_lines(name, room, size, board.theme.ink, bold=bold)
    if place.share is None:
        return
    takes = QRectF(row.right() - 160 - _TAKES, row.y(), _TAKES, row.height())
    board.write(board.say(place.takes), takes, TEXT, board.theme.ink2, side=Flag.AlignRight)
    track = QRectF(bar_left, middle - 17, takes.left() - bar_left - 10, 34)
    board.fill(track, board.theme.sunk, radius=17)
    track.setWidth(track.width() * place.share)
    if place.share:
        board.fill(track, hue, radius=min(17.0, track.width() / 2))
    share = QRectF(row.right() - 160, row.y(), 160, row.height())
    said = board.say(message("{share:percent}", share=place.share))
    board.write(said, share, 44, board.theme.ink, bold=True, side=Flag.AlignRight)
