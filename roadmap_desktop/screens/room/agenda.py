"""The day for the room: what comes when, as far as somebody has said when it begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import AgendaSlide
from roadmap_desktop.language import message
from roadmap_desktop.screens.room.board import LOUD, TEXT, Board, Flag

_ROWS, _HIGH, _TIME = 300, 100, 260


def paint_agenda(board: Board, slide: AgendaSlide) -> None:
    """A line for each item: time, title, minutes."""
    words = message("Agenda")
    if slide.pages > 1:
        words = message("Agenda · {page} of {pages}", page=slide.page, pages=slide.pages)
    board.head(words)
    wide = board.right - board.left
    board.write(
        board.say(message("What we do today")),
        QRectF(board.left, 150, wide, 110),
        LOUD,
        board.theme.ink,
        bold=True,
    )
    for number, line in enumerate(slide.lines):
        top = _ROWS + number * _HIGH
        board.fill(QRectF(board.left, top, wide, 2), board.theme.line)
        if line.is_now:
            board.fill(QRectF(board.left - 24, top + 8, wide + 48, _HIGH - 14), board.theme.tint, radius=12)
        indent = _TIME if line.start is not None else 0
        if line.start is not None:
            start = QRectF(board.left, top, _TIME, _HIGH)
            board.write(board.say(message("{start}", start=line.start)), start, TEXT, board.theme.ink2)
        room = QRectF(board.left + indent, top, wide - indent - 200, _HIGH)
        board.write(board.say(line.title), room, 46, board.theme.ink, bold=True)
        said = board.say(message("{minutes} min", minutes=line.minutes))
        minutes = QRectF(board.right - 200, top, 200, _HIGH)
        board.write(said, minutes, TEXT, board.theme.ink2, side=Flag.AlignRight)
