"""Blocks: rectangles of known size that stack, stand side by side, and part at the end of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.colors import HexColor

from roadmap_desktop.handouts.structure import Element, Pen

_NEAR = 0.01
"""Lengths in points closer than this are equal."""


class Block:
    """Something drawn at a place; its height in points, the gaps it wants, whom it must not leave.

    ``clings`` stays on the page of what follows, ``follows`` on the page of what goes before; ``tight`` keeps
    its own gap to what follows, however much that wants.
    """

    def __init__(self, height: float, before: float = 0.0, after: float = 0.0) -> None:
        self.height = height
        self.before = before
        self.after = after
        self.clings = False
        self.follows = False
        self.tight = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws itself with its upper left corner there."""
        raise NotImplementedError

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Itself as a part that fits into the room and the rest; None where it does not part there."""
        return None


class Break(Block):
    """A new page begins here."""

    def __init__(self) -> None:
        super().__init__(0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing is left of it on a page."""


class Gap(Block):
    """Empty room."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing to see."""


class Rule(Block):
    """A line across; it says nothing."""

    def __init__(self, width: float, thickness: float, colour: str, before: float, after: float) -> None:
        super().__init__(thickness, before, after)
        self._width = width
        self._colour = colour

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws the line in the middle of its thickness."""
        with pen.artifact():
            rule(pen, x, top - self.height / 2, self._width, self.height, self._colour)


class Drawn(Block):
    """A strip drawn by a function that is given pen, left and top; the strips of a figure are one element."""

    def __init__(
        self, height: float, width: float, drawing: Callable[[Pen, float, float], None], element: Element | None
    ) -> None:
        super().__init__(height)
        self._width = width
        self._drawing = drawing
        self._element = element

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws the strip and notes where it is."""
        with pen.content(self._element):
            pen.canvas.saveState()
            self._drawing(pen, x, top)
            pen.canvas.restoreState()
        if self._element is not None:
            self._note(self._element, pen.page, (x, top - self.height, x + self._width, top))

    def _note(self, element: Element, page: int, box: tuple[float, float, float, float]) -> None:
        """A figure's rectangle is the one on its first page."""
        if element.marks and element.marks[0][0] == page:
            old = element.box or box
            element.box = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))


class Again(Block):
    """A header drawn again on a later page: seen, not read twice."""

    def __init__(self, block: Block) -> None:
        super().__init__(block.height, block.before, block.after)
        self._block = block

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws the block as a repetition."""
        with pen.repeating():
            self._block.draw(pen, x, top)


class Stack(Block):
    """Blocks under one another; with a header that comes again on each page, no row stands there alone.

    ``page`` is the height of an empty page; a stack no higher than ``whole`` does not part. In points.
    """

    def __init__(
        self, blocks: Sequence[Block], *, page: float, header: Block | None = None, whole: float = 0.0
    ) -> None:
        self._blocks = list(blocks)
        self._page = page
        self._header = header
        self._whole = whole
        ends = self._blocks or [Gap(0.0)]
        super().__init__(self._head + _height(self._blocks), ends[0].before, ends[-1].after)

    @property
    def _head(self) -> float:
        return self._header.height if self._header else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws its blocks downward."""
        if self._header:
            self._header.draw(pen, x, top)
        draw_down(pen, self._blocks, x, top - self._head)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Parts between two blocks, or inside one."""
        if self.height <= self._whole + _NEAR:
            return None
        placed, rest = fill(self._blocks, room - self._head, self._page - self._head)
        if not placed or not rest or (self._header and len(placed) == 1 < len(rest) and room < self._page * 0.9):
            return None
        if self._header and len(rest) == 1 and len(placed) > 2:
            rest.insert(0, placed.pop())  # a row under a repeated header gets company
        again = self._header and (self._header if isinstance(self._header, Again) else Again(self._header))
        first = Stack(placed, page=self._page, header=self._header, whole=self._whole)
        remains = Stack(rest, page=self._page, header=again, whole=self._whole)
        first.before, remains.after = self.before, self.after
        remains.clings = self.clings
        return first, remains


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a row of a table is padded and closed by a hairline, in points."""

    width: float
    padding: float
    thickness: float
    colour: str


class Beside(Block):
    """Blocks side by side, each at its place from the left; read one after the other.

    No higher than ``whole``, it does not part; without that, it parts only where a page is too small.
    """

    def __init__(
        self,
        cells: Sequence[tuple[float, Block]],
        *,
        page: float,
        whole: float | None = None,
        ruling: Ruling | None = None,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        self._cells = list(cells)
        self._page = page
        self._whole = page if whole is None else whole
        self._ruling = ruling
        self._pad = ruling.padding if ruling else 0.0
        tallest = max((block.height for _, block in self._cells), default=0.0)
        super().__init__(tallest + 2 * self._pad, before, after)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws each block from the same height, then the hairline."""
        for at, block in self._cells:
            block.draw(pen, x + at, top - self._pad)
        if self._ruling:
            with pen.artifact():
                rule(pen, x, top - self.height, self._ruling.width, self._ruling.thickness, self._ruling.colour)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Parts each block at the same height, where it may."""
        if self.height <= self._whole + _NEAR:
            return None
        inner = room - 2 * self._pad
        parts = [(at, *_parted(block, inner)) for at, block in self._cells]
        if any(first is None for _, first, _ in parts) or all(rest is None for _, _, rest in parts):
            return None
        return (
            self._like([(at, first) for at, first, _ in parts if first], self.after),
            self._like([(at, rest) for at, _, rest in parts if rest], self.after),
        )

    def _like(self, cells: list[tuple[float, Block]], after: float) -> Beside:
        return Beside(cells, page=self._page, whole=self._whole, ruling=self._ruling, after=after)


def _parted(block: Block, room: float) -> tuple[Block | None, Block | None]:
    if block.height <= room + _NEAR:
        return block, None
    return block.split(room) or (None, block)


def _between(above: Block, below: Block) -> float:
    """The gap between two blocks: the larger of what they want."""
    return above.after if above.tight else max(above.after, below.before)


def _height(blocks: Sequence[Block]) -> float:
    gaps = sum(_between(above, below) for above, below in pairwise(blocks))
    return gaps + sum(block.height for block in blocks)


def draw_down(pen: Pen, blocks: Sequence[Block], x: float, top: float) -> None:
    """Draws the blocks under one another from there."""
    above: Block | None = None
    for block in blocks:
        top -= _between(above, block) if above else 0.0
        block.draw(pen, x, top)
        top -= block.height
        above = block


def fill(blocks: Sequence[Block], room: float, page: float) -> tuple[list[Block], list[Block]]:
    """The blocks that go into the room, and the rest.

    ``page`` is the height of an empty page: with that much room something is always placed, so that a
    document ends.
    """
    placed: list[Block] = []
    used = 0.0
    for index, block in enumerate(blocks):
        if isinstance(block, Break):
            if all(each.clings for each in placed):  # at the top of a page already
                continue
            return placed, list(blocks[index + 1 :])
        gap = _between(placed[-1], block) if placed else 0.0
        if used + gap + block.height <= room + _NEAR:
            placed.append(block)
            used += gap + block.height
            continue
        return _turn(placed, block, blocks[index + 1 :], room - used - gap, empty=room >= page - _NEAR)
    return placed, []


def _turn(
    placed: list[Block], block: Block, after: Sequence[Block], room: float, *, empty: bool
) -> tuple[list[Block], list[Block]]:
    """Where the page ends: parts the block that does not fit, and keeps together what belongs together."""
    parts = block.split(room)
    if parts:
        return [*placed, parts[0]], [parts[1], *after]
    kept, rest = list(placed), [block, *after]
    if block.follows and kept:
        last = kept.pop()
        tail = last.split(last.height - 1.0)
        kept, rest = ([*kept, tail[0]], [tail[1], *rest]) if tail else (kept, [last, *rest])
    while kept and kept[-1].clings:
        rest.insert(0, kept.pop())
    if kept or not empty:
        return kept, rest
    return (placed, [block, *after]) if placed else ([block], list(after))


def rule(pen: Pen, x: float, y: float, width: float, thickness: float, colour: str) -> None:
    """Draws a line to the right from there."""
    pen.canvas.setStrokeColor(HexColor(colour))
    pen.canvas.setLineWidth(thickness)
    pen.canvas.line(x, y, x + width, y)
