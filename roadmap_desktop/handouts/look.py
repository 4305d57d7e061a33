"""How each role looks on paper: faces, sizes, leading, colours and the gaps between pieces."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.handouts.fonts import Face
from roadmap_desktop.handouts.pieces import Cells, Role
from roadmap_desktop.tokens import LIGHT, PAPER_BODY, PAPER_FOOTER, PAPER_HEADING, PAPER_TITLE


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set; sizes and gaps in points, tracking is added after each letter."""

    face: Face
    size: float
    leading: float
    colour: str = LIGHT.ink
    before: float = 0.0
    after: float = 0.0
    tracking: float = 0.0


_ROLES = {
    Role.KICKER: Style(Face.BOLD, 8.0, 11.0, LIGHT.accent, 0, 1, 0.35),
    Role.TITLE: Style(Face.BOLD, PAPER_TITLE, 25.0, LIGHT.ink, 0, 3),
    Role.SIGN: Style(Face.BOLD, 84.0, 92.0, LIGHT.ink, 60, 16),
    Role.SUBTITLE: Style(Face.REGULAR, 10.5, 14.25, LIGHT.ink2, 0, 10),
    Role.LEAD: Style(Face.REGULAR, 11.25, 15.25, LIGHT.ink, 8, 8),
    Role.HEADING: Style(Face.BOLD, PAPER_HEADING, 15.0, LIGHT.ink, 13, 3),
    Role.SUBHEADING: Style(Face.BOLD, 10.0, 13.5, LIGHT.ink, 10, 2),
    Role.BODY: Style(Face.REGULAR, PAPER_BODY, 12.75, LIGHT.ink, 0, 4.5),
    Role.NOTE: Style(Face.REGULAR, 8.0, 10.5, LIGHT.ink3, 3, 4.5),
}

_CELLS = {
    Cells.TEXT: Style(Face.REGULAR, PAPER_BODY, 12.5),
    Cells.STRONG: Style(Face.BOLD, PAPER_BODY, 12.5),
    Cells.HEAD: Style(Face.BOLD, PAPER_BODY, 12.5),
    Cells.NUMBER: Style(Face.REGULAR, PAPER_BODY, 12.5),
    Cells.NOTE: Style(Face.REGULAR, 8.0, 12.5, LIGHT.ink3),
}

_CELL_HEADING = Style(Face.BOLD, 8.0, 10.5, LIGHT.ink2)
_LABEL = Style(Face.REGULAR, 9.0, 11.0)
_HINT = Style(Face.REGULAR, 8.0, 10.0, LIGHT.ink2)
_FOOTER = Style(Face.REGULAR, PAPER_FOOTER, 10.0, LIGHT.ink3)


@dataclass(frozen=True, slots=True)
class Look:
    """The styles for one size of body text in points, on pages with ``page`` points of height for content."""

    page: float
    body: float = PAPER_BODY

    def grown(self, points: float) -> float:
        """A length that grows with the text."""
        return points * self.body / PAPER_BODY

    def of(self, role: Role) -> Style:
        """The style of a role's words."""
        if role is Role.SIGN:  # as large as it goes already
            return _ROLES[role]
        return self._grown(_ROLES.get(role, _ROLES[Role.BODY]), gently=role is Role.TITLE)

    def cells(self, cells: Cells) -> Style:
        """The style of a column's cells."""
        return self._grown(_CELLS[cells])

    @property
    def cell_heading(self) -> Style:
        """The style of a column's heading."""
        return self._grown(_CELL_HEADING)

    @property
    def label(self) -> Style:
        """The style of names in a figure."""
        return self._grown(_LABEL)

    @property
    def hint(self) -> Style:
        """The style of small words in a figure."""
        return self._grown(_HINT)

    @property
    def footer(self) -> Style:
        """The style of header and footer."""
        return self._grown(_FOOTER)

    def _grown(self, style: Style, *, gently: bool = False) -> Style:
        # a title at twice its size would take the page
        by = 1 + (self.body / PAPER_BODY - 1) * (0.45 if gently else 1)
        return Style(
            style.face,
            style.size * by,
            style.leading * by,
            style.colour,
            style.before * by,
            style.after * by,
            style.tracking * by,
        )


def tinted(colour: str, share: float) -> str:
    """The colour at that share, 0 to 1, over white; printed solid, so that no printer has to mix."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
