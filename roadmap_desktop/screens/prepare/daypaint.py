"""How an item of the day column is painted: work in its stage's hue, a break hatched, what runs now in accent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen

from roadmap_desktop import tokens
from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.journey.prepare.agenda import AgendaRow
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.prepare.dayblocks import Block
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say, spoken
from roadmap_desktop.widgets.tone import Tone

GUTTER = 56
"""Width of the times on the left, in pixels at normal text size."""
_EDGE, _SIDE, _GRIP, _WIDE = 4, 8, 22, 200


def paint_block(
    painter: QPainter, place: QRectF, row: AgendaRow, *, chosen: bool = False, now: Words = "", lifted: bool = False
) -> None:
    """Paints an item into its place; one that is dragged is lifted, what runs now says so."""
    worn = theme.worn()
    inside = place.adjusted(0, 1, 0, -1)
    radius = min(tokens.FIELD_RADIUS, inside.height() / 3)
    is_break = row.kind is ItemKind.BREAK
    hue = theme.colour(worn.ink3 if is_break else worn.stage(row.stage))
    plate(painter, inside, radius, theme.colour(worn.sunk if is_break else worn.surface), theme.colour(worn.line))
    if is_break:
        painter.fillRect(inside.adjusted(1, 1, -1, -1), QBrush(theme.colour(worn.line), Qt.BrushStyle.BDiagPattern))
    else:
        plate(painter, inside, radius, theme.colour(worn.stage(row.stage), 0.09))
        painter.fillRect(QRectF(inside.left(), inside.top() + 1, theme.px(_EDGE), inside.height() - 2), hue)
    if chosen or now or lifted:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour(worn.tint, 0.85) if lifted else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(worn.accent), 2 if now or lifted else 1))
        painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), radius, radius)
        painter.restore()
    _words(painter, inside, row, say(now))
    if chosen and inside.height() > theme.px(20):
        grip = QRectF(inside.center().x() - theme.px(_GRIP) / 2, inside.bottom() - 4, theme.px(_GRIP), 2)
        painter.fillRect(grip, theme.colour(worn.accent))


def _words(painter: QPainter, inside: QRectF, row: AgendaRow, now: str) -> None:
    """The title in as many lines as fit, and the minutes; in a low block both are small."""
    worn, side = theme.worn(), theme.px(_SIDE)
    if inside.height() < theme.px(12):
        return
    is_low = inside.height() < theme.px(36)
    size = tokens.KEY if is_low else tokens.SMALL
    is_break = row.kind is ItemKind.BREAK
    bold = theme.font(size, bold=not is_break, italic=is_break)
    metrics = QFontMetrics(bold)
    above = max(0.0, min(theme.px(4), (inside.height() - metrics.height()) / 2))
    first = QRectF(inside.left() + side, inside.top() + above, inside.width() - 2 * side, metrics.height())
    wide = inside.width() > theme.px(_WIDE)
    minutes = say(message("{n} min", n=row.minutes)) if wide else str(row.minutes)
    painter.setFont(theme.font(size))
    painter.setPen(theme.colour(worn.ink2))
    painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, minutes)
    room = first.width() - painter.fontMetrics().horizontalAdvance(minutes) - theme.px(6)
    if now:
        pill = pill_size(now)
        place = QRectF(
            first.left() + room - pill.width(), first.top(), pill.width(), min(pill.height(), first.height())
        )
        paint_pill(painter, place, now, Tone.ACCENT)
        room -= pill.width() + theme.px(6)
    painter.setFont(bold)
    painter.setPen(theme.colour(worn.ink))
    title, below = say(row.title), inside.bottom() - first.top()
    wrap = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
    needed = metrics.boundingRect(0, 0, int(room), 10_000, wrap, title)
    if needed.height() > metrics.height() and needed.height() <= below + 1 and needed.width() <= room + 1:
        painter.drawText(QRectF(first.left(), first.top(), room, below + 2), wrap, title)
        return
    first.setWidth(room)
    painter.drawText(
        first, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(room))
    )


def paint_heads(painter: QPainter, blocks: Sequence[Block], head: float, width: int) -> None:
    """The heads of the sessions, where there are several."""
    if not head:
        return
    painter.setFont(theme.font(tokens.SMALL, bold=True))
    painter.setPen(theme.colour(theme.worn().ink2))
    for session, top in {block.row.session: block.top for block in reversed(blocks)}.items():
        place = QRectF(theme.px(GUTTER), top - head, width - theme.px(GUTTER), head)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, say(message("Session {n}", n=session)))


def paint_times(painter: QPainter, blocks: Sequence[Block]) -> None:
    """The start of each item, and the end of a session; one that has no room is left out."""
    painter.setFont(theme.font(tokens.KEY))
    painter.setPen(theme.colour(theme.worn().ink3))
    line, free = painter.fontMetrics().height(), -1.0
    marks: list[tuple[float, time]] = []
    for number, block in enumerate(blocks):
        if block.row.start is not None:
            marks.append((block.top, block.row.start))
        is_last = number + 1 == len(blocks) or blocks[number + 1].row.session != block.row.session
        if is_last and block.row.end is not None:
            marks.append((block.bottom, block.row.end))
    for top, at in marks:
        if top >= free:
            place = QRectF(0, top + 2, theme.px(GUTTER - 8), line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, spoken().clock(at))
            free = top + line


def about(row: AgendaRow) -> Words:
    """An item in words: what, from when to when, how long."""
    if row.start is None or row.end is None:
        return message("{item}, {n} min", item=row.title, n=row.minutes)
    return message("{item}, {start} to {end}, {n} min", item=row.title, start=row.start, end=row.end, n=row.minutes)
