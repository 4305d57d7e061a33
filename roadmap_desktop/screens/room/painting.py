"""Which painter paints which screen of the room view, and which places differ between two of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from roadmap_desktop.journey.room.slides import (
    AgendaSlide,
    AgreementSlide,
    DisputeSlide,
    IdeasSlide,
    ProfileSlide,
    RevealSlide,
    RoadmapSlide,
    Slide,
    StatementSlide,
    TitleSlide,
    VoteSlide,
)
from roadmap_desktop.screens.room.agenda import paint_agenda
from roadmap_desktop.screens.room.board import HIGH, NUMBER, Board, Flag
from roadmap_desktop.screens.room.dispute import paint_agreement, paint_dispute
from roadmap_desktop.screens.room.gathering import paint_ideas, paint_vote
from roadmap_desktop.screens.room.profile import paint_profile, row_place
from roadmap_desktop.screens.room.reveal import paint_reveal
from roadmap_desktop.screens.room.roadmap import paint_roadmap
from roadmap_desktop.screens.room.statement import paint_statement
from roadmap_desktop.screens.room.title import paint_title


def paint(board: Board, slide: Slide, time_left: str) -> None:
    """Paints one screen with the time that is left, where a countdown runs."""
    board.fill(QRectF(0, 0, board.width, HIGH), board.theme.paper)
    match slide:
        case TitleSlide():
            paint_title(board, slide)
        case StatementSlide():
            paint_statement(board, slide)
        case ProfileSlide():
            paint_profile(board, slide)
        case DisputeSlide():
            paint_dispute(board, slide)
        case RevealSlide():
            paint_reveal(board, slide)
        case IdeasSlide():
            paint_ideas(board, slide)
        case VoteSlide():
            paint_vote(board, slide)
        case AgreementSlide():
            paint_agreement(board, slide)
        case AgendaSlide():
            paint_agenda(board, slide)
        case RoadmapSlide():
            paint_roadmap(board, slide)
    if time_left:
        board.write(time_left, time_place(board), NUMBER, board.theme.ink, bold=True, side=Flag.AlignRight)


def time_place(board: Board) -> QRectF:
    """Where the time stands."""
    return QRectF(board.right - 250, 60, 250, 70)


def differing(board: Board, before: Slide | None, now: Slide) -> list[QRectF] | None:
    """The places in which two screens differ, in lengths of the design; None where all may."""
    if isinstance(before, ProfileSlide) and isinstance(now, ProfileSlide):
        same = (before.levels, before.page, before.pages) == (now.levels, now.page, now.pages)
        if same and len(before.lines) == len(now.lines):
            pairs = zip(before.lines, now.lines, strict=True)
            return [row_place(board, now, number) for number, (old, new) in enumerate(pairs) if old != new]
    return None
