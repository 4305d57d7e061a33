"""The colours, type sizes and spaces of the program: the only place that holds their values."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as #RRGGBB; see the table in each field's comment for its use."""

    name: str
    paper: str  # window ground
    surface: str  # cards, fields, header, inspector
    sunk: str  # rail, empty track, break hatch
    line: str  # hairlines
    ink: str
    ink2: str
    ink3: str  # labels and hints
    accent: str  # what can be acted on, selection, median
    tint: str
    good: str
    good_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    ratings: tuple[str, str, str, str, str]  # 0 to 4, never without the digit
    stages: tuple[tuple[str, str], ...]

    def stage(self, name: str) -> str:
        """The hue of a stage; roadmap and handouts take the ink of labels."""
        return dict(self.stages).get(name, self.ink3)

    def hue(self, name: str) -> str:
        """The hue of a stage, or a tone that something is drawn in where it shows how it stands."""
        tones = {"good": self.good, "warn": self.warn, "bad": self.bad, "accent": self.accent, "ink": self.ink}
        return tones.get(name) or self.stage(name)


LIGHT = Theme(
    name="light",
    paper="#FAF8F4",
    surface="#FFFFFF",
    sunk="#F1EEE7",
    line="#DFDACF",
    ink="#1B222D",
    ink2="#434C5B",
    ink3="#5F6877",
    accent="#1D5BB8",
    tint="#E6EEFA",
    good="#1E6B45",
    good_ground="#E2F1E8",
    warn="#8A5300",
    warn_ground="#FBEFD9",
    bad="#A8281E",
    bad_ground="#FBE6E3",
    ratings=("#A8480F", "#E39A4A", "#CFC9BC", "#8DB4DF", "#2A62AE"),
    stages=(
        ("prepare", "#5B6472"),
        ("readiness", "#9A5B00"),
        ("usecases", "#7A3E9D"),
        ("guardrails", "#A62B4B"),
        ("team", "#006D77"),
        ("pilots", "#1D5BB8"),
        ("scaling", "#2B6B3A"),
        ("monitoring", "#6B5210"),
    ),
)

DARK = Theme(
    name="dark",
    paper="#14171C",
    surface="#1C2027",
    sunk="#0F1216",
    line="#363D49",
    ink="#EEF1F5",
    ink2="#BCC4D0",
    ink3="#98A2B2",
    accent="#86B4FF",
    tint="#22304A",
    good="#7CD0A2",
    good_ground="#1B3327",
    warn="#F0B35A",
    warn_ground="#3A2D17",
    bad="#FF9388",
    bad_ground="#402320",
    ratings=("#E08A4E", "#B9813F", "#5C626D", "#5F87B5", "#8DBBFA"),
    stages=(
        ("prepare", "#A5AFBD"),
        ("readiness", "#E5A94A"),
        ("usecases", "#C795E6"),
        ("guardrails", "#F08BA4"),
        ("team", "#5CC4CE"),
        ("pilots", "#86B4FF"),
        ("scaling", "#86CF97"),
        ("monitoring", "#CDB164"),
    ),
)

PROJECTOR = replace(LIGHT, name="projector", paper="#FFFFFF", ink2=LIGHT.ink, ink3=LIGHT.ink)
"""Light on white, every text in ink: what the back row of a bright room can read."""

SPACE = (4, 8, 12, 16, 24, 40)
"""Every gap is one of these, in pixels (points on paper)."""

RAIL, INSPECTOR, HEADER, STATUS, FIELD, TARGET = 212, 300, 44, 28, 32, 28
"""Widths of rail and inspector; heights of header, status line, field and smallest target, in pixels."""

SCROLL_BAR = 12
"""Width of a scroll bar, in pixels."""

ROW, ROW_TWO = 30, 43
"""Height of a table's row with one line and with two, in pixels."""

NARROW = 1200
"""Under this width of the window the rail folds to its rings, in pixels."""

BODY, SMALL, LABEL, HEADING, TITLE = 15.0, 13.0, 12.5, 17.0, 24.0
"""Type sizes of the window in pixels at the system's normal text size; body is running text."""

CONTROL, KEY, DISPLAY = 14.0, 12.0, 34.0
"""Type sizes of what is acted on (fields, buttons, tables, steps), of key caps, and of the start page's title."""

LEADING = 1.17
"""Distance of two lines of running text, in parts of the font's own line height (1.2 times its size): 1.4 in all."""

CARD_RADIUS, FIELD_RADIUS, KEY_RADIUS = 8, 6, 3

FOCUS_RING, FOCUS_GAP = 3, 1
"""Width of the ring round what has the focus, and its distance, in pixels."""

PAPER_BODY, PAPER_HEADING, PAPER_TITLE, PAPER_FOOTER, PAPER_LARGE = 9.5, 11.5, 20.0, 8.0, 18.0
"""Type sizes on paper, in points."""

PAPER_MARGIN, PAPER_MARGIN_TOP, PAPER_MARGIN_BOTTOM = 54.0, 42.0, 66.0
"""Margins of a page in points: left and right; above; below, where the footer stands."""
