"""Turns pieces into blocks of a given width, and hangs each into the tree a screen reader walks."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_desktop.handouts.figures import lanes, profile
from roadmap_desktop.handouts.flow import Beside, Block, Break, Gap, Rule, Stack
from roadmap_desktop.handouts.look import Look
from roadmap_desktop.handouts.pieces import (
    HEADING_LEVELS,
    Artifact,
    Columns,
    Field,
    Figure,
    Heading,
    Item,
    Keep,
    ListOf,
    Mark,
    PageBreak,
    Piece,
    Role,
    Shape,
    Table,
    Text,
)
from roadmap_desktop.handouts.shapes import MARK_SIZE, Marked, spoken
from roadmap_desktop.handouts.shown import Profile
from roadmap_desktop.handouts.structure import Element
from roadmap_desktop.handouts.tables import MARK_GAP, table
from roadmap_desktop.handouts.text import Paragraph, natural_width, paragraph, plain
from roadmap_desktop.tokens import LIGHT


def blocks(pieces: Sequence[Piece], look: Look, width: float, parent: Element, language: str) -> list[Block]:
    """The pieces as blocks across that width in points; what they say goes under the parent, in order."""
    drawn: list[Block] = []
    for piece in pieces:
        drawn.extend(_blocks(piece, look, width, parent, piece.language or language))
    return drawn


def _blocks(piece: Piece, look: Look, width: float, parent: Element, language: str) -> list[Block]:
    match piece:
        case Heading():
            return [_heading(piece, look, width, parent)]
        case Text():
            return [_text(piece, look, width, parent)]
        case Table():
            return [table(piece, look, width, parent, language)]
        case Figure():
            return [_figure(piece, look, width, parent)]
        case ListOf():
            return _list(piece, look, width, parent, language)
        case Field():
            return [_field(piece, look, width, parent, language)]
        case Columns():
            return [_columns(piece, look, width, parent, language)]
        case Keep():
            inside = blocks(piece.pieces, look, width, parent, language)
            return [Stack(inside, page=look.page, whole=look.page)] if inside else []
        case Artifact():
            return [_artifact(piece, look, width)]
        case PageBreak():
            return [Break()]
    raise TypeError(f"a handout has no piece of the kind {type(piece).__name__}")


def _heading(piece: Heading, look: Look, width: float, parent: Element) -> Paragraph:
    level = HEADING_LEVELS[piece.role]
    element = parent.child(f"H{level}", piece.origin, alternative=piece.alternative, language=piece.language)
    words = paragraph(piece.words, look.of(piece.role), width, element)
    words.clings = True
    words.bookmark = (piece.words, piece.origin, level)
    return words


def _text(piece: Text, look: Look, width: float, parent: Element) -> Paragraph:
    element = parent.child("P", piece.origin, alternative=piece.alternative, language=piece.language)
    line = piece.words
    if piece.role is Role.KICKER:
        element.actual, line = plain(line), plain(line).upper()
    words = paragraph(line, look.of(piece.role), width, element)
    words.clings = piece.role in (Role.KICKER, Role.SUBTITLE)
    words.follows = piece.role is Role.NOTE
    return words


def _figure(piece: Figure, look: Look, width: float, parent: Element) -> Block:
    element = parent.child("Figure", piece.origin, alternative=piece.alternative, language=piece.language)
    header: Block | None = None
    if isinstance(piece.shows, Profile):
        strips: list[Block] = [*profile.strips(piece.shows, look, width, element)]
    else:
        header, strips = lanes.strips(piece.shows, look, width, element)
    stack = Stack(strips, page=look.page, header=header, whole=look.page / 2)
    stack.before, stack.after = 3.0, 8.0
    return stack


def _list(piece: ListOf, look: Look, width: float, parent: Element, language: str) -> list[Block]:
    element = parent.child("L", piece.origin, alternative=piece.alternative, language=piece.language)
    element.numbering = _numbering(piece.items)
    numbers = [f"{number}." for number, item in enumerate(piece.items, 1) if item.mark is Mark.NUMBER]
    wide = max((natural_width(number, look.of(Role.BODY)) for number in numbers), default=look.grown(MARK_SIZE))
    items: list[Block] = [
        _item(item, number, wide, look, width, element, language) for number, item in enumerate(piece.items, 1)
    ]
    return items


def _item(item: Item, number: int, wide: float, look: Look, width: float, parent: Element, language: str) -> Block:
    style = look.of(Role.BODY)
    line = parent.child("LI")
    if item.mark is Mark.NONE:
        return paragraph(item.words, style, width, line.child("LBody"))
    label = line.child("Lbl", actual=spoken(item.mark, language))
    mark: Block = Marked(item.mark, look.grown(MARK_SIZE), style.leading, label)
    if item.mark is Mark.NUMBER:
        mark = paragraph(f"{number}.", style, wide, label)
    indent = wide + look.grown(MARK_GAP)
    words = paragraph(item.words, style, width - indent, line.child("LBody"))
    return Beside([(0.0, mark), (indent, words)], page=look.page, before=style.before, after=style.after)


def _numbering(items: Sequence[Item]) -> str:
    marks = {item.mark for item in items}
    if Mark.NUMBER in marks:
        return "Decimal"
    if Mark.BULLET in marks:
        return "Disc"
    return "None" if marks <= {Mark.NONE} else "Square"


def _field(piece: Field, look: Look, width: float, parent: Element, language: str) -> Block:
    """A label over what is written; options in a row of boxes, one under another where they have no room."""
    label = parent.child("P", piece.origin, alternative=piece.alternative, language=piece.language)
    head = paragraph(piece.label, look.cell_heading, width, label)
    head.clings = True
    below = _options(piece, look, width, parent, language) if piece.options else _ruled(piece, look, width, parent)
    stack = Stack([head, *below], page=look.page, whole=look.page)
    stack.before, stack.after = 4.0, 7.0
    return stack


def _options(piece: Field, look: Look, width: float, parent: Element, language: str) -> list[Block]:
    style, size, gap = look.of(Role.BODY), look.grown(MARK_SIZE), look.grown(MARK_GAP)
    element = parent.child("L", language=piece.language)
    rows: list[list[tuple[float, Block]]] = [[]]
    at = 0.0
    for option in piece.options:
        wide = min(size + gap + natural_width(option, style) + 0.1, width)
        if at and at + wide > width:
            rows.append([])
            at = 0.0
        item = element.child("LI")
        mark = Mark.TICKED if option == piece.value else Mark.BOX
        label = item.child("Lbl", actual=spoken(mark, language))
        words = paragraph(option, style, wide - size - gap, item.child("LBody"))
        rows[-1] += [(at, Marked(mark, size, style.leading, label)), (at + size + gap, words)]
        at += wide + 2 * gap + 4
    return [Beside(row, page=look.page, before=2.0) for row in rows]


def _ruled(piece: Field, look: Look, width: float, parent: Element) -> list[Block]:
    """What is written on lines; empty lines have the height a pen needs."""
    style = look.of(Role.BODY)
    lines: list[Block] = []
    written = 0
    if piece.value:
        words = paragraph(piece.value, style, width, parent.child("P", language=piece.language))
        words.before, words.after = 3.0, 2.0
        lines += [words, Rule(width, 0.75, LIGHT.ink3, 0.0, 0.0)]
        written = 1
    for _ in range(max(piece.lines - written, 0)):
        lines += [Gap(look.grown(18.0)), Rule(width, 0.75, LIGHT.ink3, 0.0, 0.0)]
    return lines


def _columns(piece: Columns, look: Look, width: float, parent: Element, language: str) -> Block:
    shares = piece.shares or (1.0,) * len(piece.columns)
    room = width - piece.gap * (len(shares) - 1)
    cells: list[tuple[float, Block]] = []
    at = 0.0
    for share, inside in zip(shares, piece.columns, strict=True):
        wide = room * share / sum(shares)
        cells.append((at, Stack(blocks(inside, look, wide, parent, language), page=look.page)))
        at += wide + piece.gap
    before = max(block.before for _, block in cells)
    after = max(block.after for _, block in cells)
    return Beside(cells, page=look.page, whole=look.page / 2, before=before, after=after)


def _artifact(piece: Artifact, look: Look, width: float) -> Block:
    if piece.shape is Shape.GAP:
        return Gap(piece.height)
    if piece.shape is Shape.HAIRLINE:
        return Rule(width, 0.75, LIGHT.line, 6.0, 6.0)
    block = Rule(width, 2.25, LIGHT.ink, 14.0, look.grown(5.0))
    block.clings = block.tight = True
    return block
