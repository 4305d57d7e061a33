"""The one stylesheet of the window, written from the tokens."""

from __future__ import annotations

from string import Template

from roadmap_desktop import tokens
from roadmap_desktop.tokens import Theme
from roadmap_desktop.widgets.fonts import points
from roadmap_desktop.widgets.icons import icon_path

_LABELS = """
QLabel { background: transparent; }
QLabel[role="display"] { font-size: $display; font-weight: bold; }
QLabel[role="title"] { font-size: $title; font-weight: bold; }
QLabel[role="heading"] { font-size: $heading; font-weight: bold; }
QLabel[role="lead"] { font-size: $heading; color: $ink2; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="second"] { color: $ink2; }
QLabel[role="third"] { color: $ink3; }
QLabel[role="small"] { font-size: $small; color: $ink2; }
QLabel[role="hint"] { font-size: $small; color: $ink3; }
QLabel[role="label"] { font-size: $small; color: $ink2; }
QLabel[role="kicker"] { font-size: $small; font-weight: bold; color: $ink2; }
QLabel[role="bad"] { font-size: $small; color: $bad; }
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
  background: $surface; color: $ink; border: 1px solid $ink3; border-radius: ${field_radius}px;
  selection-background-color: $accent; selection-color: $surface; placeholder-text-color: $ink3; }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QPushButton, QCheckBox, QRadioButton {
  font-size: $control; }
QComboBox, QAbstractSpinBox { min-height: ${field}px; padding: 0 ${pad}px; }
QLineEdit { min-height: ${field}px; padding: 0 ${gap}px; }
QPlainTextEdit, QTextEdit { padding: ${gap}px ${gap}px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled,
QLineEdit:read-only { background: $paper; color: $ink2; border-color: $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  border: none; min-height: 0; padding: 0; background: transparent; }
QLineEdit[flat="true"], QComboBox[flat="true"] { border: none; background: transparent; padding: 0; }
QLineEdit[cell="true"], QComboBox[cell="true"] {
  border: none; border-radius: 0; min-height: 0; padding: 0 ${cell_pad}px; background: $surface; }
QComboBox::drop-down, QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; width: ${arrow}px; background: transparent; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow {
  image: url($down); width: ${mark}px; height: ${mark}px; }
QAbstractSpinBox::up-arrow { image: url($up); width: ${mark}px; height: ${mark}px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line; outline: 0;
  selection-background-color: $tint; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 ${gap}px; }
QCheckBox, QRadioButton { spacing: ${gap}px; min-height: ${target}px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${mark}px; height: ${mark}px; border: 1px solid $ink3; background: $surface; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${half_mark}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { border-color: $accent; image: url($dot); }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 9px; height: 9px; margin: -5px 0; border-radius: 7px;
  border: 3px solid $accent; background: $surface; }
QProgressBar { border: none; border-radius: 3px; background: $line; height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }
"""

_BUTTONS = """
QPushButton { background: $surface; color: $ink; border: 1px solid $ink3; border-radius: ${field_radius}px;
  min-height: ${field}px; padding: 0 ${button_pad}px; }
QPushButton:hover { background: $tint; }
QPushButton:pressed { border-color: $accent; }
QPushButton:disabled { color: $ink3; border-color: $line; background: $paper; }
QPushButton[weight="primary"] { background: $accent; color: $surface; border-color: $accent; font-weight: bold; }
QPushButton[weight="primary"]:hover { border-color: $ink; }
QPushButton[weight="primary"]:disabled { background: $line; color: $ink2; border-color: $line; }
QPushButton[weight="plain"] { background: transparent; color: $accent; border: none; padding: 0; text-align: left; }
QPushButton[weight="plain"]:disabled { color: $ink3; }
"""

_TABLES = """
QTableView { background: transparent; border: none; outline: 0; gridline-color: transparent;
  selection-background-color: $tint; selection-color: $ink; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $ink2; border: none; border-bottom: 1px solid $line;
  font-size: $label; font-weight: bold; padding: 0 ${gap}px; }
QTableCornerButton::section { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTabBar QToolButton { background: $paper; border: 1px solid $line; border-radius: 4px; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $line; border-radius: ${bar_radius}px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  width: 0; height: 0; background: none; border: none; }
"""

_WINDOW = """
QMainWindow, QStackedWidget#pages { background: $paper; }
QMenuBar, QMenu { background: $surface; color: $ink; }
QMenuBar { border-bottom: 1px solid $line; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenu { border: 1px solid $line; padding: 4px 0; }
QMenu::item { padding: 6px 24px; }
QMenuBar::item:selected, QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px 8px; font-size: $small; }
"""

_SHEET = Template(_LABELS + _FIELDS + _BUTTONS + _TABLES + _WINDOW)


def stylesheet(theme: Theme, scale: float) -> str:
    """The stylesheet of a theme, with type and lengths ``scale`` times their normal size."""

    def px(length: float) -> int:
        return round(length * scale)

    sizes = {
        name: f"{points(size * scale):.3f}pt"
        for name, size in {
            "display": tokens.DISPLAY,
            "title": tokens.TITLE,
            "heading": tokens.HEADING,
            "small": tokens.SMALL,
            "label": tokens.LABEL,
            "control": tokens.CONTROL,
        }.items()
    }
    lengths = {
        "field": px(tokens.FIELD) - 2,  # the border is outside of what a stylesheet calls height
        "target": px(tokens.TARGET),
        "pad": px(10),
        "button_pad": px(12),
        "gap": px(8),
        "cell_pad": px(8) - 2,  # a line to type in has 2 of its own
        "arrow": px(24),
        "mark": px(18),
        "half_mark": px(18) // 2,
        "bar": px(tokens.SCROLL_BAR),
        "bar_radius": px(tokens.SCROLL_BAR) // 2 - 2,
        "field_radius": tokens.FIELD_RADIUS,
    }
    marks = {
        "down": icon_path("down", theme.ink),
        "up": icon_path("up", theme.ink),
        "tick": icon_path("tick", theme.surface),
        "dot": icon_path("dot", theme.accent),
    }
    colours = {name: getattr(theme, name) for name in Theme.__slots__}
    return _SHEET.substitute(colours, **sizes, **lengths, **marks)
