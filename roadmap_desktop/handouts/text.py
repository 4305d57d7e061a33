"""Words on paper: broken into lines, set left or right, digits in columns where they are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlab.lib.colors import HexColor

from roadmap_desktop.handouts.flow import Block
from roadmap_desktop.handouts.fonts import Face, column_places, column_width, printable, width
from roadmap_desktop.handouts.look import Style
from roadmap_desktop.handouts.pieces import Line, Strong
from roadmap_desktop.handouts.structure import Element, Pen

_BASELINE = 0.335
"""The baseline lies this share of the size under the middle of a line: half of ascent less descent."""


class Side(StrEnum):
    """The edge that lines are set against; NUMBER is right with digits of equal width."""

    LEFT = "left"
    RIGHT = "right"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face on one line."""

    words: str
    face: Face


class Paragraph(Block):
    """A paragraph in lines; parts between lines but leaves no single line behind."""

    def __init__(
        self, lines: Sequence[tuple[Run, ...]], style: Style, room: float, element: Element | None, side: Side
    ) -> None:
        super().__init__(len(lines) * style.leading, style.before, style.after)
        self._lines = tuple(lines)
        self._style = style
        self._room = room
        self._element = element
        self._side = side
        self.bookmark: tuple[str, str, int] | None = None  # words, origin, level

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws its lines from there."""
        if self.bookmark:
            pen.outline(*self.bookmark, top)
        with pen.content(self._element):
            set_block(pen, self._lines, self._style, x, top, self._room, self._side)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Parts so that two lines at least stay on either side."""
        fit = min(int((room + 0.01) / self._style.leading), len(self._lines) - 2)
        if fit < 2:
            return None
        return self._like(self._lines[:fit], self.bookmark), self._like(self._lines[fit:], None)

    def _like(self, lines: Sequence[tuple[Run, ...]], bookmark: tuple[str, str, int] | None) -> Paragraph:
        part = Paragraph(lines, self._style, self._room, self._element, self._side)
        part.bookmark, part.clings = bookmark, self.clings
        return part


def paragraph(line: Line, style: Style, room: float, element: Element | None, side: Side = Side.LEFT) -> Paragraph:
    """The words broken into lines that fit the room."""
    return Paragraph(broken(line, style, room, side), style, room, element, side)


def broken(line: Line, style: Style, room: float, side: Side = Side.LEFT) -> list[tuple[Run, ...]]:
    """The words as lines of runs, each no wider than the room; words too long for it are parted."""
    lines: list[tuple[Run, ...]] = []
    current: list[Run] = []
    used = 0.0
    for word in _words(line, style.face):
        if word[0].words == "\n":
            lines.append(_joined(current))
            current, used = [], 0.0
            continue
        for piece in _fitting(word, style, room, side):
            if current and used + _width(_trimmed(piece), style, side) > room + 0.01:
                lines.append(_joined(current))
                current, used = [], 0.0
            current.extend(piece)
            used += _width(piece, style, side)
    return [*lines, _joined(current)]


def balanced(line: Line, style: Style, room: float) -> list[tuple[Run, ...]]:
    """The words in no more lines than the room asks for, of about equal length."""
    lines = broken(line, style, room)
    narrow = natural_width(line, style) / len(lines)
    while len(lines) > 1 and narrow < room:
        tried = broken(line, style, narrow)
        if len(tried) <= len(lines):
            return tried
        narrow += style.size
    return lines


def line_width(runs: Sequence[Run], style: Style, side: Side = Side.LEFT) -> float:
    """How wide a line runs without the space at its end, in points."""
    return _width(_trimmed(runs), style, side)


def natural_width(line: Line, style: Style, side: Side = Side.LEFT) -> float:
    """How wide the longest line runs if nothing breaks, in points."""
    return max(line_width(runs, style, side) for runs in broken(line, style, 1e6, side))


def longest_word(line: Line, style: Style, side: Side = Side.LEFT) -> float:
    """How wide the widest word is, in points."""
    return max((_width(_trimmed(word), style, side) for word in _words(line, style.face)), default=0.0)


def plain(line: Line) -> str:
    """The words of a line without their looks."""
    parts = line if isinstance(line, tuple) else (line,)
    return "".join(part.words if isinstance(part, Strong) else part for part in parts)


def set_block(
    pen: Pen, lines: Sequence[tuple[Run, ...]], style: Style, x: float, top: float, room: float, side: Side
) -> None:
    """Draws lines under one another from that height."""
    for number, line in enumerate(lines):
        baseline = top - (number + 0.5) * style.leading - _BASELINE * style.size
        set_line(pen, line, style, x, baseline, room, side)


def set_line(pen: Pen, runs: Sequence[Run], style: Style, x: float, baseline: float, room: float, side: Side) -> None:
    """Draws one line of runs with its baseline there."""
    canvas = pen.canvas
    canvas.setFillColor(HexColor(style.colour))
    at = x
    if side is not Side.LEFT:
        at += room - line_width(runs, style, side)
    for run in runs:
        canvas.setFont(str(run.face), style.size)
        if side is Side.NUMBER:
            with pen.spelled(run.words):  # or a reader takes the room of a narrow digit for a space
                for words, offset in column_places(run.words, run.face, style.size):
                    canvas.drawString(at + offset, baseline, words)
        else:
            canvas.drawString(at, baseline, run.words, charSpace=style.tracking)
        at += _measure(run, style, side)


def put(
    pen: Pen, words: str, style: Style, x: float, middle: float, *, side: Side = Side.LEFT, face: Face | None = None
) -> None:
    """Draws words on one line around that height; x is the edge they are set against."""
    run = Run(printable(words), face or style.face)
    set_line(pen, [run], style, x, middle - _BASELINE * style.size, 0.0, side)


def _words(line: Line, face: Face) -> Iterator[list[Run]]:
    """Words with the space after them, of one run or several; a newline is a word of its own."""
    word: list[Run] = []
    for part in line if isinstance(line, tuple) else (line,):
        words, own = (part.words, Face.BOLD) if isinstance(part, Strong) else (part, face)
        for token in re.findall(r"\n| +|[^ \n]+ *", printable(words)):
            if token == "\n" and word:
                yield word
                word = []
            word.append(Run(token, own))
            if token[-1] in " \n":
                yield word
                word = []
    if word:
        yield word


def _fitting(word: list[Run], style: Style, room: float, side: Side) -> Iterator[list[Run]]:
    """The word, parted after hyphens and strokes, then anywhere, where it is wider than the room."""
    if _width(_trimmed(word), style, side) <= room + 0.01:
        yield word
        return
    for run in word:
        for part in re.findall(r"[^-/@_.]*[-/@_.] *|[^-/@_.]+", run.words):
            piece = ""
            for letter in part:
                if piece and _measure(Run(piece + letter, run.face), style, side) > room and letter != " ":
                    yield [Run(piece, run.face)]
                    piece = ""
                piece += letter
            yield [Run(piece, run.face)]


def _width(runs: Sequence[Run], style: Style, side: Side) -> float:
    return sum(_measure(run, style, side) for run in runs)


def _measure(run: Run, style: Style, side: Side) -> float:
    wide = column_width if side is Side.NUMBER else width
    return wide(run.words, run.face, style.size) + style.tracking * len(run.words)


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """The runs without the space at their end, which has no place against a right edge."""
    return [*runs[:-1], Run(runs[-1].words.rstrip(" "), runs[-1].face)] if runs else []


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours of one face as one run."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].face == run.face:
            joined[-1] = Run(joined[-1].words + run.words, run.face)
        else:
            joined.append(run)
    return tuple(joined)
