"""A picture that is too tall for one file, cut into parts that each have its head on top."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from roadmap_desktop.exchange.drawing import Frame, Line, Mark, Picture, Rect, Shape, Words, wide
from roadmap_desktop.tokens import LIGHT

_SIZE, _SIDE = 13.0, 24.0


def parts(picture: Picture, most: float, said: Callable[[int, int], str]) -> tuple[Picture, ...]:
    """Parts of at most that height, cut where a row begins; ``said`` gives the words for a part of so many."""
    edges = list(_edges(picture, most - picture.head))
    pairs = list(pairwise(edges))
    return tuple(
        _part(picture, top, bottom, said(number, len(pairs))) for number, (top, bottom) in enumerate(pairs, start=1)
    )


def _edges(picture: Picture, most: float) -> Iterator[float]:
    """Where parts begin and end: the last cut that a part has room for."""
    top = picture.head
    yield top
    while picture.height - top > most:
        found = [cut for cut in picture.cuts if top < cut <= top + most]
        top = found[-1] if found else top + most
        yield top
    yield picture.height


def _part(picture: Picture, top: float, bottom: float, words: str) -> Picture:
    head, shift = picture.head, picture.head - top
    inside = (mark for mark in picture.marks if _ends(mark)[1] > top and _ends(mark)[0] < bottom)
    body = (_moved(_cut(mark, top, bottom), shift) for mark in inside)
    over = (_cut(mark, 0.0, head) for mark in picture.marks if _ends(mark)[0] < head)
    ground = Rect(0.0, 0.0, picture.width, head, picture.ground)
    said = Words(picture.width - _SIDE - wide(words, _SIZE), _SIDE + _SIZE, words, _SIZE, LIGHT.ink2)
    marks = (*body, ground, *over, said)
    return replace(picture, height=head + bottom - top, marks=marks, about=f"{picture.about} {words}", cuts=())


def _ends(mark: Mark) -> tuple[float, float]:
    """The upper and the lower end."""
    match mark:
        case Rect() | Frame():
            return mark.y, mark.y + mark.height
        case Words():
            return mark.y - mark.size, mark.y + mark.size / 3
    heights = [y for _, y in mark.points]
    return min(heights), max(heights)


def _cut(mark: Mark, top: float, bottom: float) -> Mark:
    """What lies between two heights of marks that run through many rows; others stay whole."""
    match mark:
        case Rect():
            y, end = max(mark.y, top), min(mark.y + mark.height, bottom)
            return replace(mark, y=y, height=end - y)
        case Line():
            return replace(mark, points=tuple((x, min(max(y, top), bottom)) for x, y in mark.points))
    return mark


def _moved(mark: Mark, by: float) -> Mark:
    match mark:
        case Line() | Shape():
            return replace(mark, points=tuple((x, y + by) for x, y in mark.points))
    return replace(mark, y=mark.y + by)
