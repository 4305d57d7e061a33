"""What the window wears: one theme of the tokens, its palette and stylesheet, at the system's text size."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from roadmap_desktop import tokens
from roadmap_desktop.tokens import Theme
from roadmap_desktop.widgets import fonts
from roadmap_desktop.widgets.stylesheet import stylesheet


class Choice(StrEnum):
    """Which theme a person asked for; ``system`` follows the desktop's own, light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    PROJECTOR = "projector"


class _Worn:
    """What is worn now; one window system has one look, as it has one palette."""

    choice = Choice.SYSTEM
    theme = tokens.LIGHT
    scale = 1.0
    following = False


def dress(choice: Choice = Choice.SYSTEM) -> None:
    """Dresses the application: style, fonts, palette and stylesheet; asked again it changes them in place."""
    fonts.load()
    _Worn.choice, _Worn.scale = choice, fonts.system_scale()
    if not _Worn.following:
        _Worn.following = True
        QGuiApplication.styleHints().colorSchemeChanged.connect(_scheme_changed)
    _put_on(_theme_of(choice))


def choice() -> Choice:
    """What was asked for last."""
    return _Worn.choice


def worn() -> Theme:
    """The theme that everything on screen is painted with."""
    return _Worn.theme


def px(length: float) -> int:
    """A length of the design, in pixels at the system's text size."""
    return round(length * _Worn.scale)


@lru_cache(maxsize=64)
def font(size: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """The font of a type size of the tokens; shared, so never changed by whoever asked."""
    return fonts.font(size * _Worn.scale, bold=bold, italic=italic)


@lru_cache(maxsize=256)
def colour(value: str, opacity: float = 1.0) -> QColor:
    """A colour value of the tokens as Qt's; shared, so never changed by whoever asked."""
    made = QColor(value)
    made.setAlphaF(opacity)
    return made


def palette(theme: Theme) -> QPalette:
    """The palette that agrees with the stylesheet, for what the stylesheet does not reach."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, value in {
        role.Window: theme.paper,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunk,
        role.Button: theme.surface,
        role.ToolTipBase: theme.surface,
        role.WindowText: theme.ink,
        role.Text: theme.ink,
        role.ButtonText: theme.ink,
        role.ToolTipText: theme.ink,
        role.BrightText: theme.bad,
        role.PlaceholderText: theme.ink3,
        role.Highlight: theme.accent,
        role.Accent: theme.accent,
        role.HighlightedText: theme.surface,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.sunk,
        role.Mid: theme.line,
        role.Dark: theme.ink3,
        role.Shadow: theme.line,
    }.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.ink3))
    return made


def _theme_of(asked: Choice) -> Theme:
    if asked is Choice.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return tokens.DARK if dark else tokens.LIGHT
    return {"light": tokens.LIGHT, "dark": tokens.DARK, "projector": tokens.PROJECTOR}[asked]


def _put_on(theme: Theme) -> None:
    _Worn.theme = theme
    font.cache_clear()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    sheet = stylesheet(theme, _Worn.scale)
    if application.styleSheet() != sheet:  # putting on what is worn already would dress every control anew
        application.setStyle("Fusion")
        application.setFont(font(tokens.BODY))
        application.setPalette(palette(theme))
        application.setStyleSheet(sheet)


def _scheme_changed() -> None:
    if _Worn.choice is Choice.SYSTEM and _theme_of(Choice.SYSTEM) is not _Worn.theme:
        _put_on(_theme_of(Choice.SYSTEM))
