"""Where the items of the agenda lie in the day column, as they are and as a drag would make them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from roadmap_desktop.journey.prepare.agenda import AgendaRow
from roadmap_desktop.rules.daycolumn import landing, snapped
from roadmap_desktop.rules.prepare import slots


@dataclass(frozen=True, slots=True)
class Block:
    """An item and where it lies, in pixels from the top of the column."""

    row: AgendaRow
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Lines:
    """Pixels of a minute, and of the head above each session."""

    minute: float
    head: float

    def blocks(self, rows: Sequence[AgendaRow]) -> tuple[Block, ...]:
        """The items from top to bottom; each session begins below its head."""
        found: list[Block] = []
        top, session = 0.0, 0
        for row in rows:
            if row.session != session:
                session, top = row.session, top + self.head
            found.append(Block(row, top, row.minutes * self.minute))
            top += row.minutes * self.minute
        return tuple(found)

    def dropped(self, rows: Sequence[AgendaRow], uuid: str, top: float) -> tuple[AgendaRow, ...]:
        """The rows as they would be with an item whose top was dragged there."""
        moved = next(row for row in rows if row.uuid == uuid)
        session, begun = self._session_at(rows, top)
        others = [row for row in rows if row.uuid != uuid]
        there = [row for row in others if row.session == session]
        place = landing([row.minutes for row in there], (top - begun) / self.minute)
        before = [row for row in others if row.session < session] + there[:place]
        return timed([*before, replace(moved, session=session), *(row for row in others if row not in before)], rows)

    def resized(self, rows: Sequence[AgendaRow], uuid: str, bottom: float) -> tuple[AgendaRow, ...]:
        """The rows as they would be with an item whose lower edge was dragged there."""
        block = next(each for each in self.blocks(rows) if each.row.uuid == uuid)
        minutes = snapped((bottom - block.top) / self.minute)
        return timed([replace(row, minutes=minutes) if row.uuid == uuid else row for row in rows], rows)

    def _session_at(self, rows: Sequence[AgendaRow], top: float) -> tuple[int, float]:
        """The session whose items lie at that height, and where its first one begins."""
        first = {block.row.session: block.top for block in reversed(self.blocks(rows))}
        found = min(first)
        for session in sorted(first):
            if first[session] - self.head <= top:
                found = session
        return found, first[found]


def timed(rows: Sequence[AgendaRow], before: Sequence[AgendaRow]) -> tuple[AgendaRow, ...]:
    """The rows with their times counted anew from where each session began."""
    starts: dict[int, time | None] = {row.session: row.start for row in reversed(before)}
    made: list[AgendaRow] = []
    for session in dict.fromkeys(row.session for row in rows):
        items, start = [row for row in rows if row.session == session], starts.get(session)
        if start is None:
            made += items
            continue
        times = slots(start, [row.minutes for row in items])
        made += [replace(row, start=slot.start, end=slot.end) for row, slot in zip(items, times, strict=True)]
    return tuple(made)


def place_of(rows: Sequence[AgendaRow], uuid: str) -> tuple[int, int]:
    """The session of an item, and its place among the items there."""
    row = next(each for each in rows if each.uuid == uuid)
    there = [each.uuid for each in rows if each.session == row.session]
    return row.session, there.index(uuid)
