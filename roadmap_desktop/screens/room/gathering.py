"""Use cases on the projector while they are gathered and voted on."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import IdeasSlide, VoteLine, VoteSlide
from roadmap_desktop.language import message
from roadmap_desktop.screens.room.board import LOUD, NUMBER, TEXT, Board, Flag

_TOP, _BOTTOM, _MOST_HIGH, _COUNT, _DOT, _PITCH = 250, 1000, 100, 340, 34.0, 44.0


def paint_ideas(board: Board, slide: IdeasSlide) -> None:
    """The question, and one large figure that grows while the room writes."""
    board.head(message("Use cases · collecting"))
    room = QRectF(board.left, 170, board.right - board.left, 340)
    text = board.say(slide.question)
    size = board.fitting(text, LOUD + 20, room.width(), room.height(), bold=True)
    board.write_lines(text, room, size, board.theme.ink, bold=True)
    figure, places = str(slide.n), QRectF(board.left, 560, board.right - board.left, _COUNT)
    board.write(figure, places, 300, board.theme.accent, bold=True)
    left = board.left + board.advance(figure, 300, bold=True) + 50
    words = QRectF(left, 560, board.right - left, _COUNT)
    board.write(board.say(slide.counted), words, NUMBER, board.theme.ink2)
    board.foot(message("Write alone and in silence first. No names on the notes."))


def paint_vote(board: Board, slide: VoteSlide) -> None:
    """Each option with its dots; as bars where there are more than have room."""
    title = board.say(slide.title).casefold()
    head = message("Use cases · {title}", title=title)
    if slide.pages > 1:
        head = message("{head} · {page} of {pages}", head=head, page=slide.page, pages=slide.pages)
    board.head(head)
    rule = board.say(slide.rule)
    room = QRectF(board.left, 150, board.right - board.left, 80)
    board.write(rule, room, board.fitting(rule, NUMBER, room.width(), 80, bold=True), board.theme.ink, bold=True)
    high = min(_MOST_HIGH, (_BOTTOM - _TOP) / max(1, len(slide.lines)))
    for number, line in enumerate(slide.lines):
        _paint_line(board, line, QRectF(board.left, _TOP + 20 + number * high, board.right - board.left, high), slide)


def _paint_line(board: Board, line: VoteLine, row: QRectF, slide: VoteSlide) -> None:
    name, start = board.say(line.name), row.x() + row.width() * 0.46
    room = QRectF(row.x(), row.y(), start - row.x() - 40, row.height())
    size = board.fitting(name, 44, room.width(), row.height())
    high = min(row.height(), board.height_of(name, size, room.width()))
    room.setTop(row.center().y() - high / 2)
    board.write_lines(name, room, size, board.theme.ink)
    wide = row.right() - start - 130
    middle = row.center().y()
    if slide.most * _PITCH <= wide:
        for dot in range(line.n):
            place = QRectF(start + dot * _PITCH, middle - _DOT / 2, _DOT, _DOT)
            board.fill(place, board.theme.accent, radius=_DOT / 2)
    elif line.n:
        long = wide * line.n / slide.most
        board.fill(QRectF(start, middle - _DOT / 2, long, _DOT), board.theme.accent, radius=min(_DOT / 2, long / 2))
    figure = QRectF(row.right() - 120, row.y(), 120, row.height())
    board.write(str(line.n), figure, TEXT + 8, board.theme.ink, bold=True, side=Flag.AlignRight)
