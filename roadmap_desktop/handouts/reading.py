"""The words of a handout in the order they are printed, to compare paper with what it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_desktop.handouts.pieces import (
    Columns,
    Field,
    Figure,
    Handout,
    Heading,
    Item,
    Keep,
    Line,
    ListOf,
    Mark,
    Piece,
    Role,
    Table,
    Text,
)
from roadmap_desktop.handouts.shown import Lanes, Profile
from roadmap_desktop.handouts.text import plain


def reading(handout: Handout) -> Iterator[str]:
    """Each string printed between header and footer, in reading order."""
    for piece in handout.pieces:
        yield from _piece(piece)


def _piece(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading():
            yield piece.words
        case Text():
            words = plain(piece.words)
            yield words.upper() if piece.role is Role.KICKER else words
        case Table():
            yield from (column.heading for column in piece.columns)
            yield from (_words(cell) for row in piece.rows for cell in row)
        case Figure():
            yield from _profile(piece.shows) if isinstance(piece.shows, Profile) else _lanes(piece.shows)
        case ListOf():
            for number, item in enumerate(piece.items, 1):
                yield f"{number}. {_words(item)}" if item.mark is Mark.NUMBER else _words(item)
        case Field():
            yield piece.label
            yield from piece.options or (piece.value,)
        case Keep():
            for inside in piece.pieces:
                yield from _piece(inside)
        case Columns():
            for column in piece.columns:
                for inside in column:
                    yield from _piece(inside)


def _words(cell: Line | Item) -> str:
    return plain(cell.words if isinstance(cell, Item) else cell)


def _profile(profile: Profile) -> Iterator[str]:
    for row in profile.rows:
        yield from (row.name, row.value)
    yield from (profile.lowest_words, profile.highest_words)


def _lanes(lanes: Lanes) -> Iterator[str]:
    for scale in lanes.scales:
        yield from (stretch.words for stretch in scale)
    if lanes.today:
        yield lanes.today[1]
    for lane in lanes.lanes:
        yield lane.name
        yield from (row.words for row in lane.rows)
    yield ", ".join(stretch.words for stretch in lanes.breaks)
