"""Colours can be read, in every theme, and digits stand under one another."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPalette, QPixmap

from roadmap_desktop import tokens
from roadmap_desktop.tokens import Theme
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.icons import icon_path

THEMES = (tokens.LIGHT, tokens.DARK, tokens.PROJECTOR)
PLAIN, TINTED = ("paper", "surface", "sunk"), ("tint", "good_ground", "warn_ground", "bad_ground")
TONES = ("accent", "good", "warn", "bad")
LEAST = [
    *((ink, ground, least) for ink, least in (("ink", 13.8), ("ink2", 7.5), ("ink3", 4.9)) for ground in PLAIN),
    *((tone, ground, 5.5) for tone in TONES for ground in PLAIN),
    *((ink, ground, least) for ink, least in (("ink", 11.5), ("ink2", 7.2), ("ink3", 4.7)) for ground in TINTED),
    *((tone, ground, 5.3) for tone in TONES for ground in TINTED),
]


def luminance(value: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
@pytest.mark.parametrize(("ink", "ground", "least"), LEAST)
def test_words_can_be_read_on_their_ground(worn: Theme, ink: str, ground: str, least: float) -> None:
    assert round(contrast(getattr(worn, ink), getattr(worn, ground)), 1) >= least


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_words_on_a_primary_button_can_be_read(worn: Theme) -> None:
    assert contrast(worn.surface, worn.accent) >= 4.5


@pytest.mark.parametrize("worn", [tokens.LIGHT, tokens.DARK], ids=lambda worn: worn.name)
def test_a_stage_s_hue_can_be_read_as_words(worn: Theme) -> None:
    assert all(contrast(hue, ground) >= 4.5 for _, hue in worn.stages for ground in (worn.paper, worn.surface))


@pytest.mark.parametrize(("asked", "worn"), [("light", tokens.LIGHT), ("dark", tokens.DARK)])
def test_the_palette_agrees_with_the_theme_asked_for(asked: str, worn: Theme) -> None:
    theme.dress(theme.Choice(asked))
    palette = QGuiApplication.palette()
    assert palette.color(QPalette.ColorRole.Window).name().upper() == worn.paper
    assert palette.color(QPalette.ColorRole.Text).name().upper() == worn.ink
    assert theme.worn() is worn


@pytest.mark.parametrize("bold", [False, True])
def test_digits_have_one_width(bold: bool) -> None:
    metrics = QFontMetricsF(theme.font(tokens.BODY, bold=bold))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")


@pytest.mark.parametrize("mark", ["tick", "dot", "up", "down"])
def test_the_stylesheet_finds_its_marks(mark: str) -> None:
    assert not QPixmap(icon_path(mark, "#123456")).isNull()


def test_type_never_shrinks_below_its_design() -> None:
    assert theme.px(100) >= 100
