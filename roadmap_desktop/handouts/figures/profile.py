"""A readiness profile on paper: per dimension the median as a tick, the middle half as a soft bar."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from roadmap_desktop.handouts.flow import Drawn, rule
from roadmap_desktop.handouts.fonts import Face, column_width, printable
from roadmap_desktop.handouts.look import Look, Style, tinted
from roadmap_desktop.handouts.shown import Profile, ProfileRow
from roadmap_desktop.handouts.structure import Element, Pen
from roadmap_desktop.handouts.text import Run, Side, broken, natural_width, put, set_block
from roadmap_desktop.tokens import LIGHT

_GAP = 14.0
_SOFT, _TICK = 6.0, 8.25
"""Heights of the soft bar and of the median's tick, in points at the usual size."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where names end and the scale lies, from the left of the figure, in points."""

    look: Look
    profile: Profile
    names: float
    begin: float
    end: float
    width: float

    def place(self, value: float) -> float:
        """Where a value lies, kept on the scale."""
        profile = self.profile
        share = (value - profile.lowest) / (profile.highest - profile.lowest)
        return self.begin + (self.end - self.begin) * min(max(share, 0.0), 1.0)


def strips(profile: Profile, look: Look, width: float, element: Element) -> list[Drawn]:
    """The profile as strips, one a row, and one for the words at the ends of the scale."""
    frame = _frame(profile, look, width)
    rows = [_row(row, frame, element) for row in profile.rows]
    return [*rows, *_ends(frame, element)]


def _frame(profile: Profile, look: Look, width: float) -> _Frame:
    label = look.label
    names = min(max((natural_width(row.name, label) for row in profile.rows), default=0.0), width * 0.4)
    drawn = [row for row in profile.rows if row.median is not None]
    values = max((column_width(printable(row.value), Face.BOLD, label.size) for row in drawn), default=0.0)
    return _Frame(look, profile, names, names + _GAP, width - values - 9.0, width)


def _row(row: ProfileRow, frame: _Frame, element: Element) -> Drawn:
    label = frame.look.label
    name = broken(row.name, label, frame.names)
    reason = [] if row.median is not None else broken(row.value, frame.look.hint, frame.width - frame.begin)
    lines = max(len(name), len(reason))

    def drawing(pen: Pen, x: float, top: float) -> None:
        _centred(pen, name, label, x, top - height / 2, frame.names)
        if row.median is not None:
            _answers(pen, row, frame, x, top - height / 2)
            put(pen, row.value, label, x + frame.width, top - height / 2, side=Side.NUMBER, face=Face.BOLD)
        else:
            _centred(pen, reason, frame.look.hint, x + frame.begin, top - height / 2, frame.width - frame.begin)

    height = max(lines, 1) * label.leading + frame.look.grown(1.75)
    return Drawn(height, frame.width, drawing, element)


def _centred(pen: Pen, lines: list[tuple[Run, ...]], style: Style, x: float, middle: float, room: float) -> None:
    set_block(pen, lines, style, x, middle + len(lines) * style.leading / 2, room, Side.LEFT)


def _answers(pen: Pen, row: ProfileRow, frame: _Frame, x: float, middle: float) -> None:
    """Draws the scale, the middle half and the median around that height."""
    canvas, grown = pen.canvas, frame.look.grown
    rule(pen, x + frame.begin, middle, frame.end - frame.begin, grown(0.9), LIGHT.line)
    if row.low is not None and row.high is not None:
        soft = grown(_SOFT)
        low, high = frame.place(row.low), frame.place(row.high)
        canvas.setFillColor(HexColor(tinted(LIGHT.accent, 0.27)))
        canvas.roundRect(x + low - soft / 2, middle - soft / 2, high - low + soft, soft, soft / 2, stroke=0, fill=1)
    if row.median is not None:
        tick = grown(_TICK)
        canvas.setFillColor(HexColor(LIGHT.accent))
        at = x + frame.place(row.median)
        canvas.rect(at - tick / 7, middle - tick / 2, tick / 3.5, tick, stroke=0, fill=1)


def _ends(frame: _Frame, element: Element) -> list[Drawn]:
    """The words at both ends of the scale, under one another where they would meet."""
    low, high, hint = frame.profile.lowest_words, frame.profile.highest_words, frame.look.hint
    if not low and not high:
        return []
    room = frame.end - frame.begin
    apart = natural_width(low, hint) + natural_width(high, hint) + 8 <= room
    left, right = broken(low, hint, room), broken(high, hint, room)
    drop = 0 if apart else len(left)

    def drawing(pen: Pen, x: float, top: float) -> None:
        down = top - 0.2 * hint.leading
        set_block(pen, left, hint, x + frame.begin, down, room, Side.LEFT)
        set_block(pen, right, hint, x + frame.begin, down - drop * hint.leading, room, Side.RIGHT)

    height = (max(len(left), drop + len(right)) + 0.4) * hint.leading
    return [Drawn(height, frame.width, drawing, element)]
